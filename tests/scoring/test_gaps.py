"""What is missing, by when, and whose it is: docs/scoring.md, section 8."""

from datetime import date, timedelta
from typing import Any

import pytest

from scoring.gaps import Gap, Shortfall, When, by_urgency, first_things, gaps_of
from scoring.plan import suggested_due
from tests.scoring.builders import Case, judged, one

NOW, RISK, NEXT = When
LEVEL = {"kind": "level", "expected": {120: 1, 90: 2, 60: 4}, "lead_days": 1}
SHARE = {"kind": "share", "expected": {120: 0.25, 90: 0.5, 60: 1.0}}
MATRIX = {"kind": "matrix", "rows": ["lab", "eye", "gp"], "expected": {90: 0.5, 60: 1.0}}
DATE = {"kind": "date", "expected": {120: 200}}
STEP_120, STEP_90, STEP_60 = date(2027, 1, 1), date(2027, 1, 31), date(2027, 3, 2)


def gap(spec: dict[str, Any], reply: Any, left: int = 89) -> Gap:
    found = gaps_of(one(spec, reply, left=left))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("says", "reply", "left", "when", "by", "target", "late"),
    [
        ("by the first step missed, up to the one in force", 0, 89, NOW, STEP_120, 2, 31),
        ("by the step missed", 1, 89, NOW, STEP_90, 2, 1),
        ("on the very day", 1, 90, NOW, STEP_90, 2, 0),
        ("silence: by the first step", None, 89, NOW, STEP_120, 2, 0),
        ("after the go-live: up to the requirement", 3, -3, NOW, STEP_60, 4, 63),
        ("on track: by the next step", 2, 89, NEXT, STEP_60, 4, 0),
        ("on track: past the steps already reached", 2, 115, NEXT, STEP_60, 4, 0),
        ("on track: the next step not reached", 1, 91, NEXT, STEP_90, 2, 0),
        ("not due: by the first step", None, 121, NEXT, STEP_120, 1, 0),
        ("not due, some in place: by the first step not reached", 1, 200, NEXT, STEP_90, 2, 0),
    ],
)
def test_when_and_how_much(says: str, reply: Any, left: int, when: When, by: date, target: float, late: int) -> None:
    found = gap(LEVEL, reply, left)
    assert (found.when, found.by, found.shortfall.target, found.days_late) == (when, by, target, late), says


@pytest.mark.parametrize(
    ("says", "spec", "reply", "shortfall"),
    [
        ("a level against a level", LEVEL, 1, Shortfall(1, 2)),
        ("silence has no value", LEVEL, None, Shortfall(None, 2)),
        ("a share in its own numbers", SHARE, {"done": 4, "all": 12}, Shortfall(1 / 3, 0.5, 4, 12, 2)),
        ("an unfinished share as silence", SHARE, {"done": 4}, Shortfall(None, 0.5)),
        (
            "a number in its unit",
            {"kind": "number", "worst": 5, "expected": {90: 2, 30: 0}},
            3.5,
            Shortfall(3.5, 2),
        ),
        ("no against yes", {"kind": "yes_no", "expected": {90: True}}, False, Shortfall(0, 1)),
        ("a date in days before the go-live", DATE, date(2027, 1, 1), Shortfall(120, 200)),
        ("a date to come as nothing", DATE, date(2027, 2, 2), Shortfall(0, 200)),
        (
            "a matrix with the rows that are short",
            MATRIX,
            {"rows": {"lab": {"done": 1, "all": 10}, "eye": {"done": 5, "all": 10}, "gp": {"not_applicable": "nei"}}},
            Shortfall(0.3, 0.5, 6, 20, 4, ("lab",)),
        ),
        (
            "an unfinished matrix with the rows that are missing",
            MATRIX,
            {"rows": {"lab": {"done": 10, "all": 10}, "eye": {"done": 5}}},
            Shortfall(None, 0.5, 10, 10, 0, ("eye", "gp")),
        ),
    ],
)
def test_what_is_missing(says: str, spec: dict[str, Any], reply: Any, shortfall: Shortfall) -> None:
    assert gap(spec, reply).shortfall == shortfall, says


@pytest.mark.parametrize(
    ("says", "reply", "left"),
    [("met", 4, 30), ("met early", 4, 300), ("not applicable", {"not_applicable": "har ikke"}, 30)],
)
def test_no_gap(says: str, reply: Any, left: int) -> None:
    assert gaps_of(one(LEVEL, reply, left=left)) == [], says


def test_without_a_go_live_there_are_no_gaps() -> None:
    assert gaps_of(one(LEVEL, 0, go_live=None)) == []


@pytest.mark.parametrize(
    ("responsible", "waiting_on", "own"),
    [
        ("customer", None, True),
        ("both", None, True),
        ("hpas", None, False),
        ("customer", "hemit", False),
        ("both", "hpas", False),
    ],
)
def test_own_gaps_wait_on_nobody(responsible: str, waiting_on: str | None, own: bool) -> None:
    found = gap(LEVEL | {"responsible": responsible}, {"value": 1, "waiting_on": waiting_on})
    assert (found.own, found.waiting_on) == (own, waiting_on)


def test_a_gap_says_whether_it_is_a_hard_stop() -> None:
    assert gap(LEVEL | {"hard_stop": "phase"}, 1).hard_stop == "phase"
    assert gap(LEVEL, 1).hard_stop is None


RISKY = {"kind": "share", "expected": {120: 0.5, 30: 1.0}, "lead_days": 120}


@pytest.mark.parametrize(
    ("says", "reply", "left", "when", "open_", "slack"),
    [
        ("late has it to the next step", {"done": 0, "all": 4}, 120, NOW, True, -30),
        ("a coming step that is usually missed", {"done": 0, "all": 4}, 179, RISK, True, -1),
        ("in time", {"done": 0, "all": 4}, 180, NEXT, False, 0),
        ("as far as expected, too far to the next", {"done": 2, "all": 4}, 89, RISK, True, -1),
    ],
)
def test_a_gap_carries_its_slack(says: str, reply: Any, left: int, when: When, open_: bool, slack: int) -> None:
    found = gap(RISKY, reply, left)
    assert (found.when, found.open, found.slack_days) == (when, open_, slack), says
    assert found.start_by == date(2027, 5, 1) - timedelta(days=left - slack)


def test_at_risk_speaks_of_the_next_step() -> None:
    found = gap(RISKY, {"done": 1, "all": 4}, 140)
    assert (found.when, found.by, found.shortfall.target, found.shortfall.lacking) == (RISK, STEP_120, 0.5, 1)


def test_what_to_do_first_is_what_is_late_then_the_least_slack_and_hard_stops_before_others() -> None:
    at: dict[str, dict[str, Any]] = {
        "later": {"kind": "yes_no", "expected": {30: True}, "lead_days": 10},
        "soon": {"kind": "yes_no", "expected": {60: True}, "lead_days": 10},
        "soon_stop": {"kind": "yes_no", "expected": {50: True}, "lead_days": 20, "hard_stop": "go_live"},
        "late": {"kind": "yes_no", "expected": {90: True}},
        "later_still": {"kind": "yes_no", "expected": {120: True}},
    }
    case = Case(at, dict.fromkeys(at, False), date(2027, 5, 1), date(2027, 2, 1))
    ordered = [found.question.id for found in by_urgency(gaps_of(judged(case)))]
    assert ordered == ["later_still", "late", "soon_stop", "soon", "later"]


def test_the_first_things_are_few_and_own_and_may_be_still_to_come() -> None:
    late, soon = {"kind": "yes_no", "expected": {90: True}}, {"kind": "yes_no", "expected": {60: True}}
    at: dict[str, dict[str, Any]] = {
        "theirs": late | {"responsible": "hpas"},
        "waits": late,
        "excepted": late | {"hard_stop": "go_live"},
        "soon": soon | {"lead_days": 10},
        "sooner": soon | {"lead_days": 20},
        "late": late,
    }
    replies = dict.fromkeys(at, False) | {"waits": {"value": False, "waiting_on": "epic"}}
    excepted = {"question": "excepted", "expires": date(2027, 6, 1), "given_for": False}
    case = Case(at, replies, date(2027, 5, 1), date(2027, 2, 1), waivers=[excepted])
    gaps = gaps_of(judged(case))
    assert [found.question.id for found in first_things(gaps)] == ["late", "sooner", "soon"]
    assert [found.question.id for found in first_things(gaps, limit=1)] == ["late"]


def test_the_most_urgent_open_hard_stop_is_always_among_the_first_things() -> None:
    at: dict[str, dict[str, Any]] = {f"late_{n}": {"kind": "yes_no", "expected": {90 + n: True}} for n in range(5)}
    stop = {"kind": "yes_no", "hard_stop": "go_live"}
    at |= {"stop": stop | {"expected": {89: True}}, "next_stop": stop | {"expected": {10: True}, "lead_days": 1}}
    gaps = gaps_of(judged(Case(at, dict.fromkeys(at, False), date(2027, 5, 1), date(2027, 2, 1))))
    assert [found.question.id for found in first_things(gaps, limit=3)] == ["late_4", "late_3", "stop"]
    assert [found.question.id for found in first_things(gaps, limit=6)][-1] == "stop"
    only_coming = [found for found in gaps if found.question.id != "stop"]
    assert [found.question.id for found in first_things(only_coming, limit=3)] == ["late_4", "late_3", "late_2"]


@pytest.mark.parametrize(
    ("says", "reply", "left", "due"),
    [
        ("what comes: the day of its step", {"done": 0, "all": 4}, 200, STEP_120),
        ("what hastes: as soon as the usual work lets it", {"done": 0, "all": 4}, 179, date(2027, 3, 3)),
        ("what is late: the same, though the step has passed", {"done": 0, "all": 4}, 110, date(2027, 5, 11)),
        ("what is late with some of it done", {"done": 1, "all": 4}, 110, date(2027, 4, 11)),
    ],
)
def test_the_day_proposed_for_an_action_is_one_that_usual_work_can_keep(
    says: str, reply: Any, left: int, due: date
) -> None:
    assert suggested_due(gap(RISKY, reply, left)) == due, says
