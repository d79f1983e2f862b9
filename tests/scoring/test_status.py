"""Steps, statuses and days late: docs/scoring.md, sections 2, 3 and 6."""

from datetime import date
from typing import Any

import pytest

from scoring.vocabulary import Status
from tests.scoring.builders import one

NA, UN, ND, MET, OT, BE = Status
STEPS = {"kind": "level", "expected": {365: 1, 90: 3, 30: 4}}
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
    judged = one(STEPS, 1, go_live=None).questions["Q"]
    assert (judged.status, judged.expected_attainment, judged.due, judged.days_late) == (None, None, None, None)
    assert judged.attainment == 0.25
