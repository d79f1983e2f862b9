"""Figures, verdicts, waivers and the earliest go-live at their edges: docs/scoring.md, sections 5, 6, 9 and 12."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from scoring.vocabulary import Status, Verdict
from scoring.waivers import Waiver
from tests.scoring.builders import Case, answer, judged, one, plain, value

GO_LIVE = date(2027, 5, 1)
TODAY = date(2027, 2, 1)
# 89 days are left; to FAILS they are one too few.
DUE = {"kind": "yes_no", "expected": {120: True}}
LATER = {"kind": "yes_no", "expected": {60: True}, "lead_days": 29}
HALF = {"kind": "level", "expected": {120: 2, 60: 4}}
STOP = {"hard_stop": "go_live"}
CARRIED = DUE | {"from_programme": "PR-A", "responsible": "hpas"}
FAILS = DUE | STOP | {"lead_days": 90}
OUT = {"not_applicable": "har ikke"}
NR, UD, BE, CO, OT, RE, IU = Verdict
ON_ITS_WAY: dict[str, list[str]] = {"all_expected_met": []}


def case(questions: list[tuple[dict[str, Any], Any]], **more: Any) -> Case:
    """Questions with their answers, named A, B, C …"""
    named = list(zip("ABCDEFGHIJKLMNOPQRSTUV", questions, strict=False))
    specs = {name: spec for name, (spec, _) in named}
    replies = {name: reply for name, (_, reply) in named}
    return Case(specs, replies, GO_LIVE, TODAY, **more)


@pytest.mark.parametrize(
    ("says", "questions", "verdict", "reasons"),
    [
        ("an answered hard stop that fails stops", [(FAILS, False)], NR, {"hard_stop_answered": ["A"]}),
        ("so does one of the phase sort", [(LATER | {"hard_stop": "phase", "lead_days": 30}, False)], NR, {"hard_stop_answered": ["A"]}),
        ("and one whose day is past for good", [({"kind": "date", "expected": {120: 120}, **STOP}, date(2027, 1, 2))], NR, {"hard_stop_answered": ["A"]}),
        (
            "all that fail are named, the one with the least reserve first",
            [(FAILS, False), (FAILS | {"lead_days": 95}, None), (DUE, False), (HALF | STOP | {"lead_days": 200}, 1)],
            NR,
            {"hard_stop_answered": ["D", "A"], "hard_stop_unanswered": ["B"]},
        ),
        (
            "the rule of the gravest first",
            [(FAILS, False), (FAILS | {"lead_days": 95}, None)],
            NR,
            {"hard_stop_unanswered": ["B"], "hard_stop_answered": ["A"]},
        ),
        ("of the same reserve the first, however late", [(FAILS, False), ({**FAILS, "expected": {150: True}}, False)], NR, {"hard_stop_answered": ["A", "B"]}),
        ("one that can be caught up is behind", [(DUE | STOP, False)], BE, {"hard_stop_at_risk": ["A"]}),
        ("one at risk too, before it is late", [(LATER | STOP | {"lead_days": 30}, False)], BE, {"hard_stop_at_risk": ["A"]}),
        ("also when nobody has answered", [(LATER | STOP | {"lead_days": 30}, None)], BE, {"hard_stop_at_risk": ["A"]}),
        ("the least reserve first", [(DUE | STOP, False), (DUE | STOP | {"lead_days": 60}, False)], BE, {"hard_stop_at_risk": ["B", "A"]}),
        ("a risk to another stops nothing", [(LATER | {"lead_days": 30}, False), (DUE, True)], OT, ON_ITS_WAY),
        ("one that is on its way does not stop", [(HALF | STOP | {"lead_days": 40}, 2)], OT, ON_ITS_WAY),
        ("one that is not due does not stop", [(LATER | STOP, False)], OT, ON_ITS_WAY),
        ("silence alone is too little", [(FAILS, None)], UD, {"too_few_answers": ["A"]}),
        ("silence before anything is due is no fault", [(LATER | STOP, None)], OT, ON_ITS_WAY),
        ("4 of 5 is exactly enough", [(DUE, True)] * 4 + [(DUE, None)], BE, {"behind": ["E"]}),
        ("of what HPAS answers nothing is asked of the customer", [(DUE, True), (CARRIED, None), (CARRIED, None)], BE, {"behind": ["B", "C"]}),
        ("and HPAS's silence is no all-clear", [(DUE | CARRIED | STOP, None)], BE, {"hard_stop_at_risk": ["A"]}),
        ("what HPAS answers is no answer of the customer's", [(DUE, None), (CARRIED, None)], UD, {"too_few_answers": ["A"]}),
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
            [(DUE, False)] + [(DUE, True)] * 3 + [(FAILS, None)],
            NR,
            {"hard_stop_unanswered": ["E"]},
        ),
        ("one behind of six is more than 15 per cent", [(DUE, False)] + [(DUE, True)] * 5, BE, {"behind": ["A"]}),
        ("one behind of seven is named, and no more", [(DUE, False)] + [(DUE, True)] * 6, OT, {"all_expected_met": [], "behind": ["A"]}),
        ("three behind of twenty are exactly as many as may be", [(DUE, False)] * 3 + [(DUE, True)] * 17, OT, {"all_expected_met": [], "behind": ["A", "B", "C"]}),
        (
            "what is late beside a hard stop is a reason only when it is too much",
            [(DUE | STOP, False), *[(DUE, True)] * 12, (DUE, False)],
            BE,
            {"hard_stop_at_risk": ["A"]},
        ),
        (
            "and then it is named apart, the latest first",
            [(DUE | STOP, False), (DUE, False), ({**DUE, "expected": {150: True}}, False)],
            BE,
            {"hard_stop_at_risk": ["A"], "behind": ["C", "B"]},
        ),
        ("one not finished is on track", [(DUE, True), (LATER, False)], OT, ON_ITS_WAY),
        ("all in place is ready", [(DUE, True), (LATER, True), (HALF, 4)], RE, {"all_met": []}),
        ("nothing that applies is undecided", [(DUE, OUT), (LATER, OUT)], UD, {"too_few_answers": []}),
        (
            "a hard stop that does not apply waits for HPAS",
            [(DUE | STOP, OUT), (DUE, True)],
            CO,
            {"not_applicable_unconfirmed": ["A"]},
        ),
        (
            "so do more than a tenth of all questions",
            [(DUE, OUT), (LATER, OUT)] + [(DUE, True)] * 17,
            CO,
            {"not_applicable_unconfirmed": ["A", "B"]},
        ),
        ("a tenth of them is as many as may be", [(DUE, OUT), (LATER, OUT)] + [(DUE, True)] * 18, RE, {"all_met": []}),
        (
            "what is behind is named under it",
            [(DUE | STOP, OUT), (DUE, False)] + [(DUE, True)] * 6,
            CO,
            {"not_applicable_unconfirmed": ["A"], "behind": ["B"]},
        ),
    ],
)  # fmt: skip
def test_verdict_and_reasons(says: str, questions: list[Any], verdict: Verdict, reasons: dict[str, list[str]]) -> None:
    found = plain(judged(case(questions)))
    assert (found["verdict"], list(found["reasons"].items())) == (verdict, list(reasons.items())), says


@pytest.mark.parametrize(
    ("says", "questions", "agreed", "verdict"),
    [
        ("with HPAS's word it is no condition", [(DUE | STOP, OUT), (DUE, True)], ["A"], RE),
        ("on another it does not help", [(DUE | STOP, OUT), (DUE, True)], ["B"], CO),
        ("what HPAS has agreed to does not count among the many", [(DUE, OUT)] * 3 + [(DUE, True)] * 17, ["A"], RE),
        ("the rest does", [(DUE, OUT)] * 3 + [(DUE, True)] * 16, ["A"], CO),
    ],
)
def test_what_hpas_has_agreed_to(says: str, questions: list[Any], agreed: list[str], verdict: Verdict) -> None:
    assert judged(case(questions, agreed=agreed)).verdict is verdict, says


def test_no_figure_overrules_a_hard_stop() -> None:
    found = judged(case([(FAILS | {"weight": 0.1}, False)] + [(DUE | {"weight": 100}, True)] * 9))
    assert found.overall.readiness is not None
    assert found.overall.readiness > 99
    assert found.verdict is NR


@pytest.mark.parametrize(("threshold", "shown"), [(0.3, True), (0.1 + 0.2, True), (0.3 + 2e-9, False), (0.31, False)])
def test_the_readiness_threshold_is_reached_within_the_tolerance(threshold: float, shown: bool) -> None:
    three_of_ten = case([(LATER, True)] * 3 + [(LATER, None)] * 7, readiness_coverage=threshold)
    assert (judged(three_of_ten).overall.readiness is not None) is shown


@pytest.mark.parametrize(("threshold", "verdict"), [(0.3, BE), (0.1 + 0.2, BE), (0.3 + 2e-9, UD), (0.0, BE)])
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
        ("on the day of the go-live", 1, 1, GO_LIVE, True),
        ("not when it does not last so long", 1, 1, GO_LIVE - timedelta(days=1), False),
        ("while the answer stands", 1, 1, date(2027, 6, 1), True),
        ("not when the answer got better", 0, 1, date(2027, 6, 1), False),
        ("not when the answer got worse", 1, 0, date(2027, 6, 1), False),
        ("not when it was given for silence and someone answered", None, 1, date(2027, 6, 1), False),
        ("not when the answer was taken away", 1, None, date(2027, 6, 1), False),
        ("when given for silence that lasts", None, None, date(2027, 6, 1), True),
        (
            "for the same two numbers",
            {"done": 1, "all": 4},
            {"done": 1, "all": 4},
            date(2027, 6, 1),
            True,
        ),
        ("not for another whole", {"done": 1, "all": 4}, {"done": 1, "all": 5}, date(2027, 6, 1), False),
        ("whomever it now waits on", 1, {"value": 1, "waiting_on": "epic"}, date(2027, 6, 1), True),
    ],
)
def test_a_waiver_holds(says: str, given_for: Any, reply: Any, expires: date, holds: bool) -> None:
    waiver = Waiver("A", expires, value(given_for))
    assert waiver.holds({"A": answer(reply)}, go_live=GO_LIVE, as_of=TODAY) is holds, says


@pytest.mark.parametrize(("after", "holds"), [(0, True), (1, False)])
def test_a_waiver_expires_after_the_go_live(after: int, holds: bool) -> None:
    waiver = Waiver("A", GO_LIVE + timedelta(days=30), True)
    today = GO_LIVE + timedelta(days=30 + after)
    assert waiver.holds({"A": answer(True)}, go_live=GO_LIVE, as_of=today) is holds


LATE_STOP = HALF | STOP | {"lead_days": 200}
ALL_WELL = [(DUE, True)] * 12


@pytest.mark.parametrize(
    ("says", "questions", "for_whom", "verdict", "reasons"),
    [
        ("it lets its hard stop through", [(LATE_STOP, 1), *ALL_WELL], ["A"], CO, {"waiver": ["A"]}),
        ("not another", [(LATE_STOP, 1), (LATE_STOP, 1)], ["A"], NR, {"hard_stop_answered": ["B"]}),
        ("also one that could be caught up", [(DUE | STOP, False), *ALL_WELL], ["A"], CO, {"waiver": ["A"]}),
        ("what else is behind is named apart", [(LATE_STOP, 1), (DUE, False), *ALL_WELL], ["A"], CO, {"waiver": ["A"], "behind": ["B"]}),
        ("and one at risk", [(LATER | STOP | {"lead_days": 30}, False), *ALL_WELL], ["A"], CO, {"waiver": ["A"]}),
        ("not where none may be given", [(LATE_STOP | {"waivable": False}, 1)], ["A"], NR, {"hard_stop_answered": ["A"]}),
        (
            "what is waived counts among the late",
            [(LATE_STOP, 1), (HALF, 1), *[(DUE, True)] * 4],
            ["A"],
            BE,
            {"behind": ["A", "B"]},
        ),
        ("it does nothing for a question that is no hard stop", [(HALF, 1)], ["A"], BE, {"behind": ["A"]}),
        ("nor for one that does not fail", [(HALF | STOP, 2)], ["A"], OT, ON_ITS_WAY),
        ("nor for one nobody asks", [(HALF | STOP, 2)], ["Z"], OT, ON_ITS_WAY),
    ],
)  # fmt: skip
def test_a_waiver_in_the_verdict(
    says: str, questions: list[Any], for_whom: list[str], verdict: Verdict, reasons: dict[str, list[str]]
) -> None:
    given = [
        {"question": id_, "expires": GO_LIVE, "given_for": reply}
        for id_, (_, reply) in zip(for_whom, questions, strict=False)
    ]
    found = plain(judged(case(questions, waivers=given)))
    assert (found["verdict"], found["reasons"]) == (verdict, reasons), says


@pytest.mark.parametrize(
    ("says", "spec", "reply", "actions", "day", "decided_by"),
    [
        ("the usual work when nothing is planned", {"lead_days": 100}, False, {}, date(2027, 5, 12), "Q"),
        ("silence takes all of it", {"lead_days": 100}, None, {}, date(2027, 5, 12), "Q"),
        ("the steps are no part of it", {"lead_days": 100, "expected": {30: True}}, False, {}, date(2027, 5, 12), "Q"),
        ("the margin is", {"lead_days": 100, "margin_days": 40}, False, {}, date(2027, 6, 21), "Q"),
        ("a phase stop adds its last step", {"lead_days": 100, "hard_stop": "phase"}, False, {}, date(2027, 7, 11), "Q"),
        ("what is done is not done again", {"kind": "level", "expected": {60: 4}, "lead_days": 200}, 2, {}, date(2027, 5, 12), "Q"),
        ("the action's day goes before the usual work", {"lead_days": 365}, False, {"Q": 100}, date(2027, 5, 12), "Q"),
        ("an overdue one does not", {"lead_days": 100}, False, {"Q": -1}, date(2027, 5, 12), "Q"),
        ("exactly in time is named", {"lead_days": 89}, False, {}, GO_LIVE, "Q"),
        ("in good time leaves the plan as it is", {"lead_days": 88}, False, {}, GO_LIVE, None),
        ("no hard stop, no say", {"lead_days": 365, "hard_stop": None}, False, {}, GO_LIVE, None),
        ("what is met has no say", {"lead_days": 365}, True, {"Q": 300}, GO_LIVE, None),
        ("what does not apply has no say", {"lead_days": 365}, OUT, {"Q": 300}, GO_LIVE, None),
    ],
)  # fmt: skip
def test_the_earliest_go_live(
    says: str, spec: dict[str, Any], reply: Any, actions: dict[str, int], day: date, decided_by: str | None
) -> None:
    whole = {"kind": "yes_no", "expected": {60: True}, **STOP, **spec}
    planned = {id_: TODAY + timedelta(days=days) for id_, days in actions.items()}
    found = one(whole, reply, actions=planned).earliest
    assert found is not None
    assert (found.date, found.decided_by) == (day, decided_by), says


def test_a_stop_with_a_waiver_to_the_go_live_has_no_say() -> None:
    waiver = {"question": "A", "expires": GO_LIVE, "given_for": False}
    found = judged(case([(FAILS, False)], waivers=[waiver])).earliest
    moved = judged(replace(case([(FAILS, False)], waivers=[waiver]), go_live=GO_LIVE + timedelta(days=1))).earliest
    assert found is not None
    assert moved is not None
    assert (found.date, found.decided_by) == (GO_LIVE, None)
    assert (moved.date, moved.decided_by) == (GO_LIVE + timedelta(days=1), "A")


@pytest.mark.parametrize(
    ("says", "reply", "actions", "day"),
    [
        ("the day it was done counts, not the action", date(2027, 1, 31), {"Q": date(2027, 12, 1)}, date(2027, 7, 30)),
        ("done today counts", TODAY, {}, date(2027, 7, 31)),
        ("so does a day to come", date(2027, 2, 2), {}, date(2027, 8, 1)),
        ("silence: the action", None, {"Q": date(2027, 2, 3)}, date(2027, 8, 2)),
        ("silence: the usual work", None, {}, date(2027, 9, 9)),
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


@pytest.mark.parametrize(
    ("says", "go_live", "started", "verdict"),
    [
        ("nobody has said that it started", -9, None, NR),
        ("it has started", -9, -9, IU),
        ("it started earlier than planned", -9, -11, IU),
        ("it starts today", 0, 0, IU),
        ("it is said of a day that is not come", -9, 1, NR),
        ("the go-live was moved ahead again", 9, -9, NR),
        ("there is no go-live any more", None, -9, None),
    ],
)
def test_in_use_is_who_has_started_and_has_no_date_ahead(
    says: str, go_live: int | None, started: int | None, verdict: Verdict | None
) -> None:
    day = None if go_live is None else TODAY + timedelta(days=go_live)
    began = None if started is None else TODAY + timedelta(days=started)
    found = judged(replace(case([(FAILS, False), (DUE, True)]), go_live=day, started=began))
    assert found.verdict is verdict, says
    assert found.asks_if_started is (verdict is NR and day is not None and day < TODAY), says


def test_after_the_start_stops_dates_and_days_rest_and_what_remains_is_still_told() -> None:
    questions: list[tuple[dict[str, Any], Any]] = [(FAILS, False), (DUE, False)]
    began = case(questions + [(DUE, True)] * 3)
    found = judged(replace(began, go_live=TODAY - timedelta(days=9), started=TODAY - timedelta(days=9)))
    assert (found.failing, found.earliest, found.next_stops, found.catch_up_by) == ((), None, None, None)
    assert {figures.ahead_days for figures in (found.overall, *found.factors.values())} == {None}
    assert [found.questions[id_].status for id_ in "AB"] == [Status.BEHIND, Status.BEHIND]
