"""Figures, verdicts, waivers and the earliest go-live at their edges: docs/scoring.md, sections 4, 5, 8 and 9."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from scoring.vocabulary import Verdict
from scoring.waivers import Waiver
from tests.scoring.builders import Case, answer, judged, one, plain, value

GO_LIVE = date(2027, 5, 1)
TODAY = date(2027, 2, 1)
DUE = {"kind": "yes_no", "expected": {120: True}}
LATER = {"kind": "yes_no", "expected": {60: True}}
HALF = {"kind": "level", "expected": {120: 2, 60: 4}}
STOP = {"hard_stop": "go_live"}
OUT = {"not_applicable": "har ikke"}
NR, UD, CO, OT, RE = Verdict


def case(questions: list[tuple[dict[str, Any], Any]], **more: Any) -> Case:
    """Questions with their answers, named A, B, C …"""
    named = list(zip("ABCDEFGHIJ", questions, strict=False))
    specs = {name: spec for name, (spec, _) in named}
    replies = {name: reply for name, (_, reply) in named}
    return Case(specs, replies, GO_LIVE, TODAY, **more)


@pytest.mark.parametrize(
    ("says", "questions", "verdict", "reasons"),
    [
        ("an answered hard stop that fails stops", [(DUE | STOP, False)], NR, {"hard_stop_answered": ["A"]}),
        ("so does one of the phase sort", [(DUE | {"hard_stop": "phase"}, False)], NR, {"hard_stop_answered": ["A"]}),
        (
            "all that fail and are answered are named, no others",
            [(DUE | STOP, False), (DUE | STOP, None), (DUE, False), (HALF | STOP, 1)],
            NR,
            {"hard_stop_answered": ["A", "D"]},
        ),
        ("one that is on its way does not stop", [(HALF | STOP, 2)], OT, {"all_expected_met": []}),
        ("one that is not due does not stop", [(LATER | STOP, False)], OT, {"all_expected_met": []}),
        ("one that does not apply does not stop", [(DUE | STOP, OUT), (DUE, True)], RE, {"all_met": []}),
        ("silence alone is too little", [(DUE | STOP, None)], UD, {"too_few_answers": ["A"]}),
        ("silence before anything is due is no fault", [(LATER | STOP, None)], OT, {"all_expected_met": []}),
        ("4 of 5 is exactly enough", [(DUE, True)] * 4 + [(DUE, None)], CO, {"behind": ["E"]}),
        ("3 of 5 is too few", [(DUE, True)] * 3 + [(DUE, None)] * 2, UD, {"too_few_answers": ["D", "E"]}),
        (
            "what does not apply counts neither way",
            [(DUE, True)] * 3 + [(DUE, None)] + [(DUE, OUT)],
            UD,
            {"too_few_answers": ["D"]},
        ),
        (
            "what is not due counts neither way",
            [(DUE, True)] * 3 + [(DUE, None)] + [(LATER, True)] * 6,
            UD,
            {"too_few_answers": ["D"]},
        ),
        (
            "an unanswered hard stop stops once enough is known",
            [(DUE, False)] + [(DUE, True)] * 3 + [(DUE | STOP, None)],
            NR,
            {"hard_stop_unanswered": ["E"]},
        ),
        ("one behind is a condition", [(DUE, False), (DUE, True)], CO, {"behind": ["A"]}),
        ("one not finished is on track", [(DUE, True), (LATER, False)], OT, {"all_expected_met": []}),
        ("all in place is ready", [(DUE, True), (LATER, True), (HALF, 4)], RE, {"all_met": []}),
        ("nothing that applies is undecided", [(DUE, OUT), (LATER, OUT)], UD, {"too_few_answers": []}),
    ],
)
def test_verdict_and_reasons(says: str, questions: list[Any], verdict: Verdict, reasons: dict[str, list[str]]) -> None:
    found = plain(judged(case(questions)))
    assert (found["verdict"], found["reasons"]) == (verdict, reasons), says


def test_no_figure_overrules_a_hard_stop() -> None:
    found = judged(case([(DUE | STOP | {"weight": 0.1}, False)] + [(DUE | {"weight": 100}, True)] * 9))
    assert found.overall.readiness is not None
    assert found.overall.readiness > 99
    assert found.verdict is NR


@pytest.mark.parametrize(("threshold", "shown"), [(0.3, True), (0.1 + 0.2, True), (0.3 + 2e-9, False), (0.31, False)])
def test_the_readiness_threshold_is_reached_within_the_tolerance(threshold: float, shown: bool) -> None:
    three_of_ten = case([(LATER, True)] * 3 + [(LATER, None)] * 7, readiness_coverage=threshold)
    assert (judged(three_of_ten).overall.readiness is not None) is shown


@pytest.mark.parametrize(("threshold", "verdict"), [(0.3, CO), (0.1 + 0.2, CO), (0.3 + 2e-9, UD), (0.0, CO)])
def test_the_verdict_threshold_is_reached_within_the_tolerance(threshold: float, verdict: Verdict) -> None:
    three_of_ten = case([(DUE, True)] * 3 + [(DUE, None)] * 7, verdict_coverage=threshold)
    assert judged(three_of_ten).verdict is verdict


def test_each_group_has_its_own_coverage() -> None:
    found = judged(case([(LATER | {"factor": "F02"}, True), (LATER, None), (LATER, None), (LATER, None)]))
    assert found.overall.readiness is None
    assert found.factors["F02"].readiness == 100
    assert (found.factors["F01"].readiness, found.factors["F01"].answered) == (None, 0)


def test_a_question_counts_once_in_every_area_it_has() -> None:
    both = {"areas": ["testing", "staffing"]}
    found = judged(case([(LATER | both, True), (LATER | {"areas": ["testing"]}, False)]))
    assert [found.areas[a].readiness for a in found.areas] == [50, None, 100]
    assert found.overall.readiness == 50


def test_with_no_threshold_and_no_answer_there_is_still_no_readiness() -> None:
    assert judged(case([(LATER, None)], readiness_coverage=0.0)).overall.readiness is None


@pytest.mark.parametrize(
    ("says", "given_for", "reply", "expires", "holds"),
    [
        ("on its last day", 1, 1, TODAY, True),
        ("the day after", 1, 1, TODAY - timedelta(days=1), False),
        ("while the answer stands", 1, 1, date(2027, 4, 1), True),
        ("not when the answer got better", 0, 1, date(2027, 4, 1), False),
        ("not when the answer got worse", 1, 0, date(2027, 4, 1), False),
        ("not when it was given for silence and someone answered", None, 1, date(2027, 4, 1), False),
        ("not when the answer was taken away", 1, None, date(2027, 4, 1), False),
        ("when given for silence that lasts", None, None, date(2027, 4, 1), True),
        (
            "for the same two numbers",
            {"done": 1, "all": 4},
            {"done": 1, "all": 4},
            date(2027, 4, 1),
            True,
        ),
        ("not for another whole", {"done": 1, "all": 4}, {"done": 1, "all": 5}, date(2027, 4, 1), False),
        ("whomever it now waits on", 1, {"value": 1, "waiting_on": "epic"}, date(2027, 4, 1), True),
    ],
)
def test_a_waiver_holds(says: str, given_for: Any, reply: Any, expires: date, holds: bool) -> None:
    waiver = Waiver("A", expires, value(given_for))
    assert waiver.holds({"A": answer(reply)}, TODAY) is holds, says


@pytest.mark.parametrize(
    ("says", "questions", "for_whom", "verdict", "reasons"),
    [
        ("it lets its hard stop through", [(HALF | STOP, 1)], ["A"], CO, {"waiver": ["A"]}),
        ("not another", [(HALF | STOP, 1), (HALF | STOP, 1)], ["A"], NR, {"hard_stop_answered": ["B"]}),
        (
            "what else is behind is named apart",
            [(HALF | STOP, 1), (HALF, 1)],
            ["A"],
            CO,
            {"waiver": ["A"], "behind": ["B"]},
        ),
        ("it does nothing for a question that is no hard stop", [(HALF, 1)], ["A"], CO, {"behind": ["A"]}),
        ("nor for one that does not fail", [(HALF | STOP, 2)], ["A"], OT, {"all_expected_met": []}),
        ("nor for one nobody asks", [(HALF | STOP, 2)], ["Z"], OT, {"all_expected_met": []}),
    ],
)
def test_a_waiver_in_the_verdict(
    says: str, questions: list[Any], for_whom: list[str], verdict: Verdict, reasons: dict[str, list[str]]
) -> None:
    given = [
        {"question": id_, "expires": TODAY, "given_for": reply}
        for id_, (_, reply) in zip(for_whom, questions, strict=False)
    ]
    found = plain(judged(case(questions, waivers=given)))
    assert (found["verdict"], found["reasons"]) == (verdict, reasons), says


@pytest.mark.parametrize(
    ("says", "spec", "reply", "actions", "day", "decided_by"),
    [
        ("lead time when nothing is planned", {"lead_days": 100}, False, {}, date(2027, 7, 11), "Q"),
        ("silence takes its lead time too", {"lead_days": 100}, None, {}, date(2027, 7, 11), "Q"),
        ("the action's day goes before lead time", {"lead_days": 400}, False, {"Q": 60}, date(2027, 6, 1), "Q"),
        ("a short action leaves the plan as it is", {"lead_days": 400}, False, {"Q": 10}, GO_LIVE, None),
        ("no hard stop, no say", {"lead_days": 400, "hard_stop": None}, False, {}, GO_LIVE, None),
        ("what is met has no say", {"lead_days": 400}, True, {"Q": 300}, GO_LIVE, None),
        ("what does not apply has no say", {"lead_days": 400}, OUT, {"Q": 300}, GO_LIVE, None),
        ("what is not due yet has", {"lead_days": 400, "expected": {30: True}}, False, {}, date(2028, 4, 6), "Q"),
    ],
)
def test_the_earliest_go_live(
    says: str, spec: dict[str, Any], reply: Any, actions: dict[str, int], day: date, decided_by: str | None
) -> None:
    whole = {"kind": "yes_no", "expected": {60: True}, **STOP, **spec}
    planned = {id_: TODAY + timedelta(days=days) for id_, days in actions.items()}
    found = one(whole, reply, actions=planned).earliest
    assert found is not None
    assert (found.date, found.decided_by) == (day, decided_by), says


@pytest.mark.parametrize(
    ("says", "reply", "actions", "day"),
    [
        ("the day it was done counts, not the action", date(2027, 1, 31), {"Q": date(2027, 12, 1)}, date(2027, 7, 30)),
        ("done today counts", TODAY, {}, date(2027, 7, 31)),
        ("a day to come does not: lead time", date(2027, 2, 2), {}, date(2027, 9, 9)),
        ("a day to come does not: the action", date(2027, 2, 2), {"Q": date(2027, 2, 3)}, date(2027, 8, 2)),
    ],
)
def test_the_earliest_go_live_of_a_date(says: str, reply: date, actions: dict[str, date], day: date) -> None:
    spec = {"kind": "date", "expected": {180: 180}, "lead_days": 40, **STOP}
    found = one(spec, reply, actions=actions).earliest
    assert found is not None
    assert found.date == day, says


def test_of_two_hard_stops_that_allow_the_same_day_the_first_is_named() -> None:
    slow = DUE | STOP | {"lead_days": 100}
    found = judged(case([(DUE, True), (slow, False), (slow, False)])).earliest
    assert found is not None
    assert found.decided_by == "B"


def test_without_a_go_live_there_is_no_verdict_and_no_earliest_day() -> None:
    found = judged(replace(case([(DUE | STOP, False)]), go_live=None))
    assert (found.days_left, found.verdict, found.reasons, found.earliest) == (None, None, (), None)
    assert (found.overall.readiness, found.overall.expected) == (0, None)
