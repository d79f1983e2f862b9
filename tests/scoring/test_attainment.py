"""How far an answer reaches: docs/scoring.md, section 1."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from scoring import formulas
from scoring.encoding import measure
from tests.scoring.builders import answer, one, question

LEVEL_4 = {"kind": "level", "expected": {60: 4}}
LEVEL_2 = {"kind": "level", "expected": {60: 2}}
YES = {"kind": "yes_no", "expected": {60: True}}
SHARE = {"kind": "share", "expected": {60: 1.0}}
SHARE_80 = {"kind": "share", "expected": {60: 0.8}}
FALLING = {"kind": "number", "worst": 10, "expected": {60: 2}}
RISING = {"kind": "number", "worst": 1, "expected": {60: 5}}
DATE_100 = {"kind": "date", "expected": {100: 100}}
POOLED = {"kind": "matrix", "rows": ["lab", "eye"], "combine": "pooled", "expected": {60: 1.0}}
WEAKEST = {**POOLED, "combine": "weakest"}
OWN_ROWS = {**POOLED, "rows": "customer"}


def rows(**shares: Any) -> dict[str, Any]:
    return {
        "rows": {
            name: {"not_applicable": s} if isinstance(s, str) else dict(zip(("done", "all"), s, strict=True))
            for name, s in shares.items()
        }
    }


@pytest.mark.parametrize(
    ("says", "spec", "reply", "attainment"),
    [
        ("level 0 is nothing", LEVEL_4, 0, 0.0),
        ("level 1 of 4 is a quarter", LEVEL_4, 1, 0.25),
        ("level 4 of 4 is all", LEVEL_4, 4, 1.0),
        ("a level above the requirement is no more than all", LEVEL_2, 3, 1.0),
        ("a level counts against its own requirement", LEVEL_2, 1, 0.5),
        ("yes is all", YES, True, 1.0),
        ("no is nothing, not silence", YES, False, 0.0),
        ("none done is nothing", SHARE, {"done": 0, "all": 3}, 0.0),
        ("a third done is a third", SHARE, {"done": 1, "all": 3}, 1 / 3),
        ("more done than all is a slip, and silence", SHARE, {"done": 5, "all": 3}, None),
        ("a share counts against its own requirement", SHARE_80, {"done": 4, "all": 10}, 0.5),
        ("a share above its requirement is all", SHARE_80, {"done": 9, "all": 10}, 1.0),
        ("part of one is possible", SHARE, {"done": 0.5, "all": 2}, 0.25),
        ("a share without its whole is silence", SHARE, {"done": 1}, None),
        ("a share without its part is silence", SHARE, {"all": 3}, None),
        ("a falling number at its worst is nothing", FALLING, 10, 0.0),
        ("a falling number beyond its worst is nothing", FALLING, 25, 0.0),
        ("a falling number half way is half", FALLING, 6, 0.5),
        ("a falling number at its requirement is all", FALLING, 2, 1.0),
        ("a falling number below its requirement is all", FALLING, 0, 1.0),
        ("a rising number below its worst is nothing", RISING, 0, 0.0),
        ("a rising number half way is half", RISING, 3, 0.5),
        ("a rising number above its requirement is all", RISING, 9, 1.0),
        ("a start as early as required is all", DATE_100, date(2027, 1, 21), 1.0),
        ("a start one day later is one day less", DATE_100, date(2027, 1, 22), 0.99),
        ("an earlier start is no more than all", DATE_100, date(2020, 1, 1), 1.0),
        ("a start today counts", DATE_100, date(2027, 2, 1), 0.89),
        ("a start tomorrow is nothing yet", DATE_100, date(2027, 2, 2), 0.0),
        ("a start after the go-live is nothing", DATE_100, date(2027, 6, 1), 0.0),
        ("pooled rows are added up", POOLED, rows(lab=(1, 2), eye=(3, 8)), 0.4),
        ("a row with more done than all is silence", POOLED, rows(lab=(9, 2), eye=(0, 8)), None),
        ("the weakest row decides", WEAKEST, rows(lab=(1, 2), eye=(3, 8)), 0.375),
        ("a row that does not apply takes no part", POOLED, rows(lab=(1, 2), eye="har ikke"), 0.5),
        ("nor is it the weakest", WEAKEST, rows(lab=(1, 2), eye="har ikke"), 0.5),
        ("a fixed row that is not there is silence", POOLED, rows(lab=(2, 2)), None),
        ("a row half filled in is silence", POOLED, rows(lab=(2, 2), eye=(1, None)), None),
        ("also for the weakest", WEAKEST, rows(lab=(2, 2), eye=(None, 4)), None),
        ("no row that applies is silence", POOLED, rows(lab="har ikke", eye="har ikke"), None),
        ("rows the customer names are added up", OWN_ROWS, rows(a=(1, 1), b=(0, 1), c=(0, 2)), 0.25),
        ("no row named is silence", OWN_ROWS, rows(), None),
        ("silence is nothing but silence", LEVEL_4, None, None),
        ("not applicable is no attainment", LEVEL_4, {"not_applicable": "nei", "value": 4}, None),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_attainment(says: str, spec: dict[str, Any], reply: Any, attainment: float | None) -> None:
    found = one(spec, reply).questions["Q"].attainment
    assert found == (None if attainment is None else pytest.approx(attainment, abs=1e-12)), says


def test_a_start_on_the_go_live_itself_is_nothing_even_after_it() -> None:
    assert one(DATE_100, date(2027, 5, 1), left=-10).questions["Q"].attainment == 0.0


def test_a_start_moves_with_the_go_live() -> None:
    start = date(2027, 1, 31)
    found = [one(DATE_100, start, go_live=day).questions["Q"].attainment for day in _DAYS]
    assert found == [0.9, 0.95, 1.0]


_DAYS = (date(2027, 5, 1), date(2027, 5, 6), date(2027, 5, 11))


@pytest.mark.parametrize(
    ("says", "value", "mark", "reached"),
    [
        ("equal", 0.5, 0.5, True),
        ("above", 0.6, 0.5, True),
        ("clearly short", 0.4, 0.5, False),
        ("short by half the tolerance", 0.5 - 5e-10, 0.5, True),
        ("short by twice the tolerance", 0.5 - 2e-9, 0.5, False),
        ("silence reaches nothing", float("nan"), 0.0, False),
    ],
)
def test_a_mark_is_reached_within_the_tolerance(says: str, value: float, mark: float, reached: bool) -> None:
    assert bool(formulas.reaches(np.array(value), mark)) is reached, says


@pytest.mark.parametrize("columns", [0, 1, 80, 255, 256, 600])
def test_what_holds_is_counted_whole_however_many_there_are(columns: int) -> None:
    rows = np.array([[True] * columns, [False] * columns, [column % 2 == 0 for column in range(columns)]])
    assert formulas.count(rows.astype(bool).reshape(3, columns)).tolist() == [columns, 0, (columns + 1) // 2]


@pytest.mark.parametrize(
    ("spec", "reply", "number"),
    [
        (YES, True, 1.0),
        (LEVEL_4, 3, 3.0),
        (SHARE, {"done": 3, "all": 4}, 0.75),
        (DATE_100, date(2027, 1, 1), float(date(2027, 1, 1).toordinal())),
        (FALLING, 3.5, 3.5),
    ],
)
def test_an_answer_is_measured_in_the_unit_of_its_steps(spec: dict[str, Any], reply: Any, number: float) -> None:
    assert measure(question(spec), answer(reply)) == number
