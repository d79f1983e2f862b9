"""Steps, the clock, statuses and days late: docs/scoring.md, sections 2 to 4 and 7."""

from datetime import date, timedelta
from typing import Any

import pytest

from scoring.vocabulary import Status
from tests.scoring.builders import one

NA, UN, MET, BE, AR, ND, OT = Status
# A day of work to each step, so that nothing is at risk before it is late.
STEPS = {"kind": "level", "expected": {365: 1, 90: 3, 30: 4}, "lead_days": 1}
EXCUSED = {"not_applicable": "har ikke", "value": 1}


@pytest.mark.parametrize(
    ("says", "left", "expected"),
    [
        ("nothing long before", 1000, 0.0),
        ("nothing the day before the first step", 366, 0.0),
        ("the first step on its day", 365, 0.25),
        ("still the first step", 91, 0.25),
        ("the second step on its day", 90, 0.75),
        ("still the second step", 31, 0.75),
        ("the requirement on its day", 30, 1.0),
        ("the requirement on the go-live", 0, 1.0),
        ("the requirement after it", -1, 1.0),
        ("the requirement long after it", -900, 1.0),
    ],
)
def test_the_step_in_force_is_the_smallest_key_not_passed(says: str, left: int, expected: float) -> None:
    found = one(STEPS, 2, left=left)
    assert found.days_left == left
    assert found.questions["Q"].expected_attainment == expected, says
    assert found.overall.expected == 100 * expected, says


@pytest.mark.parametrize(
    ("kind", "extra", "steps", "expected"),
    [
        ("yes_no", {}, {90: True}, 1.0),
        ("share", {}, {90: 0.4, 30: 0.8}, 0.5),
        ("number", {"worst": 10}, {90: 6, 30: 2}, 0.5),
        ("number", {"worst": 2}, {90: 3, 30: 6}, 0.25),
        ("number", {"worst": 10}, {90: 10, 30: 2}, 0.0),
        ("date", {}, {90: 60, 30: 120}, 0.5),
        ("matrix", {"rows": ["lab"]}, {90: 0.3, 30: 0.6}, 0.5),
    ],
)
def test_a_step_is_measured_like_an_answer(kind: str, extra: dict[str, Any], steps: Any, expected: float) -> None:
    judged = one({"kind": kind, "expected": steps, **extra}, None).questions["Q"]
    assert judged.expected_attainment == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    ("says", "reply", "left", "status", "late"),
    [
        ("marked not applicable comes first", EXCUSED, 10, NA, 0),
        ("also before anything is due", EXCUSED, 400, NA, 0),
        ("silence before the first step", None, 366, ND, 0),
        ("silence from the day of the first step", None, 365, UN, 0),
        ("silence is never late", None, -100, UN, 0),
        ("some of it before the first step", 3, 366, ND, 0),
        ("all of it before the first step", 4, 366, MET, 0),
        ("all of it at the end", 4, -5, MET, 0),
        ("what is expected, exactly", 3, 90, OT, 0),
        ("more than is expected", 3, 200, OT, 0),
        ("nothing on the day of the first step", 0, 365, BE, 0),
        ("nothing the day after", 0, 364, BE, 1),
        ("less than the second step on its day", 2, 90, BE, 0),
        ("less than the second step a day after", 2, 89, BE, 1),
        ("late counts from the first step that was missed", 0, 89, BE, 276),
        ("the second step reached, the last one missed", 3, 29, BE, 1),
        ("late goes on after the go-live", 3, -10, BE, 40),
    ],
)
def test_status_and_days_late(says: str, reply: Any, left: int, status: Status, late: int) -> None:
    judged = one(STEPS, reply, left=left).questions["Q"]
    assert (judged.status, judged.days_late) == (status, late), says


def test_a_step_that_asks_for_nothing_still_asks_for_an_answer() -> None:
    spec = {"kind": "level", "expected": {90: 0, 30: 2}}
    assert one(spec, None).questions["Q"].status is UN
    assert one(spec, 0).questions["Q"].status is OT


def test_equal_steps_count_as_missed_from_the_first_of_them() -> None:
    spec = {"kind": "share", "expected": {120: 0.5, 90: 0.5, 60: 1.0}}
    assert one(spec, {"done": 1, "all": 4}).questions["Q"].days_late == 31


@pytest.mark.parametrize(
    ("says", "short_by", "status"),
    [("within the tolerance", 5e-10, OT), ("beyond the tolerance", 5e-9, BE)],
)
def test_what_is_expected_is_compared_with_a_tolerance(says: str, short_by: float, status: Status) -> None:
    spec = {"kind": "share", "expected": {90: 0.5, 30: 1.0}}
    assert one(spec, {"done": 0.5 - short_by, "all": 1}).questions["Q"].status is status, says


@pytest.mark.parametrize(
    ("says", "short_by", "status"),
    [("within the tolerance", 5e-10, MET), ("beyond the tolerance", 5e-9, BE)],
)
def test_the_requirement_is_compared_with_a_tolerance(says: str, short_by: float, status: Status) -> None:
    spec = {"kind": "share", "expected": {90: 1.0}}
    judged = one(spec, {"done": 1 - short_by, "all": 1}).questions["Q"]
    assert judged.status is status, says


def test_sums_that_are_equal_on_paper_are_equal() -> None:
    spec = {"kind": "share", "expected": {90: 0.1 + 0.2, 30: 1.0}}
    assert one(spec, {"done": 3, "all": 10}).questions["Q"].status is OT


def test_due_is_the_day_of_the_last_step() -> None:
    assert one(STEPS, 1).questions["Q"].due == date(2027, 4, 1)


def test_without_a_go_live_there_is_no_status_and_no_day() -> None:
    judged = one(STEPS | {"hard_stop": "go_live"}, 1, go_live=None).questions["Q"]
    assert (judged.status, judged.expected_attainment, judged.due, judged.days_late) == (None, None, None, None)
    assert (judged.slack_days, judged.reserve_days, judged.start_by, judged.live) == (None, None, None, False)
    assert judged.attainment == 0.25


DAY = date(2027, 5, 1)
SLOW = {"kind": "share", "expected": {120: 0.5, 30: 1.0}, "lead_days": 60}
BEGUN = {"kind": "date", "expected": {60: 60}, "lead_days": 20}


def done(part: float) -> dict[str, float]:
    return {"done": part, "all": 1}


@pytest.mark.parametrize(
    ("says", "spec", "reply", "left", "slack", "start_by"),
    [
        ("from nothing to the first step: half of 60 days", SLOW, done(0), 160, 10, DAY - timedelta(days=150)),
        ("what is done already is not done again", SLOW, done(0.25), 160, 25, DAY - timedelta(days=135)),
        ("on the day of the step it is no longer to come", SLOW, done(0), 120, 30, DAY - timedelta(days=90)),
        ("a step that is reached is passed over", SLOW, done(0.5), 160, 100, DAY - timedelta(days=60)),
        (
            "the least of the steps, not the next",
            {**SLOW, "expected": {120: 0.1, 110: 1.0}},
            done(0),
            160,
            -10,
            DAY - timedelta(days=170),
        ),
        (
            "of equal ones the first to come",
            {**SLOW, "expected": {120: 0.5, 90: 1.0}},
            done(0),
            160,
            10,
            DAY - timedelta(days=150),
        ),
        ("a part of a day is a day", {**SLOW, "lead_days": 61}, done(0), 160, 9, DAY - timedelta(days=151)),
        ("whatever is left takes a day", {**SLOW, "lead_days": 0}, done(0), 160, 39, DAY - timedelta(days=121)),
        ("silence is nothing done", SLOW, None, 160, 10, DAY - timedelta(days=150)),
        ("all of it leaves nothing to come", SLOW, done(1), 160, None, None),
        ("what does not apply has nothing to come", SLOW, EXCUSED, 160, None, None),
        ("nothing is to come after the last step", SLOW, done(0), 30, None, None),
        ("nor after the go-live", SLOW, done(0), -5, None, None),
        ("a date to come is done on that day", BEGUN, DAY - timedelta(days=75), 100, 15, DAY - timedelta(days=80)),
        (
            "a date that is too late has less than nothing",
            BEGUN,
            DAY - timedelta(days=58),
            100,
            -2,
            DAY - timedelta(days=80),
        ),
        ("a date nobody has given takes its lead days", BEGUN, None, 100, 20, DAY - timedelta(days=80)),
        ("nothing has fallen due, and nothing is left", SLOW | {"none_yet": True}, "none_yet", 160, None, None),
    ],
)
def test_slack_and_when_to_start(says: str, spec: Any, reply: Any, left: int, slack: int | None, start_by: Any) -> None:
    judged = one(spec, reply, left=left).questions["Q"]
    assert (judged.slack_days, judged.start_by) == (slack, start_by), says


@pytest.mark.parametrize(
    ("says", "reply", "planned", "slack"),
    [
        ("half the way to the last step on half the days", None, 40, 20),
        ("from what is done on", done(0.25), 40, 40 - 14),
        ("a day that is today is a plan", None, 0, 40),
        ("a day that is past is none", None, -1, 10),
        ("a late day leaves little", None, 129, -25),
    ],
)
def test_a_plan_spreads_the_work_until_its_day(says: str, reply: Any, planned: int, slack: int) -> None:
    actions = {"Q": DAY - timedelta(days=160 - planned)}
    assert one(SLOW, reply, left=160, actions=actions).questions["Q"].slack_days == slack, says


@pytest.mark.parametrize(
    ("says", "extra", "reply", "left", "reserve"),
    [
        ("to the go-live itself", {"hard_stop": "go_live"}, done(0), 100, 40),
        ("less the margin", {"hard_stop": "go_live", "margin_days": 14}, done(0), 100, 26),
        ("a phase stop has its last step", {"hard_stop": "phase"}, done(0), 100, 10),
        ("or the margin it names", {"hard_stop": "phase", "margin_days": 7}, done(0), 100, 33),
        ("what is done counts", {"hard_stop": "phase"}, done(0.5), 100, 40),
        ("silence is nothing done", {"hard_stop": "phase"}, None, 100, 10),
        ("none when it is met", {"hard_stop": "phase"}, done(1), 100, None),
        ("none when it does not apply", {"hard_stop": "phase"}, EXCUSED, 100, None),
        ("none for what stops nothing", {}, done(0), 100, None),
        ("after the go-live it is spent", {"hard_stop": "go_live"}, done(0.5), -1, -31),
    ],
)
def test_the_reserve_of_a_hard_stop(says: str, extra: Any, reply: Any, left: int, reserve: int | None) -> None:
    assert one(SLOW | extra, reply, left=left).questions["Q"].reserve_days == reserve, says


@pytest.mark.parametrize(
    ("says", "reply", "left", "status"),
    [
        ("time to go on", done(0), 150, ND),
        ("a day too little", done(0), 149, AR),
        ("silence with too little time", None, 149, AR),
        ("silence once a step is in force", None, 120, UN),
        ("late goes before risk", done(0.4), 65, BE),
        ("as far as expected, too far to the next", done(0.5), 59, AR),
        ("as far as expected, and in time", done(0.5), 60, OT),
    ],
)
def test_at_risk_before_it_is_late(says: str, reply: Any, left: int, status: Status) -> None:
    assert one(SLOW, reply, left=left).questions["Q"].status is status, says


@pytest.mark.parametrize(("left", "live"), [(151, False), (150, True), (30, True), (-10, True)])
def test_live_from_the_day_its_first_work_must_begin(left: int, live: bool) -> None:
    assert one(SLOW, done(1), left=left).questions["Q"].live is live


EARLY = SLOW | {"not_before": 90, "hard_stop": "go_live"}


@pytest.mark.parametrize(
    ("says", "reply", "left", "status", "attainment", "slack", "unproven"),
    [
        ("counts as what is expected", done(1), 91, OT, 0.5, None, True),
        ("counts whole from the day on", done(1), 90, MET, 1.0, None, False),
        ("counts as nothing before the first step", done(1), 130, ND, 0.0, None, True),
        ("less than is expected is what it is", done(0.25), 91, BE, 0.25, 16, False),
        ("the clock uses what is done", done(0.75), 91, OT, 0.5, 46, True),
    ],
)
def test_an_answer_that_proves_nothing_yet(
    says: str, reply: Any, left: int, status: Status, attainment: float, slack: int | None, unproven: bool
) -> None:
    judged = one(EARLY, reply, left=left).questions["Q"]
    assert (judged.status, judged.attainment, judged.slack_days, judged.unproven) == (
        status,
        attainment,
        slack,
        unproven,
    ), says


@pytest.mark.parametrize(
    ("left", "status", "attainment"), [(130, ND, 0.0), (100, OT, 0.5), (30, MET, 1.0), (-1, MET, 1.0)]
)
def test_that_nothing_has_fallen_due_is_what_is_expected(left: int, status: Status, attainment: float) -> None:
    judged = one(SLOW | {"none_yet": True, "hard_stop": "go_live"}, "none_yet", left=left).questions["Q"]
    assert (judged.status, judged.attainment) == (status, attainment)
    assert judged.reserve_days == (None if status is MET else left)
