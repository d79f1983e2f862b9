"""Many responses at once are judged as each would be alone: docs/scoring.md, "Many responses at once"."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from scoring import batch
from scoring.answers import Answer
from scoring.batch import BLOCK, judge_many
from scoring.encoding import encode_answers
from scoring.judgement import judge
from scoring.yardstick import Yardstick, yardstick
from tests.scoring.builders import Case, answers, form
from tests.scoring.rows import same_as_alone, together

GO_LIVE = date(2027, 5, 1)
CASE = Case(
    questions={
        "A": {"kind": "level", "expected": {180: 1, 60: 4}, "hard_stop": "go_live", "weight": 2, "areas": ["testing"]},
        "B": {"kind": "share", "expected": {90: 0.5, 30: 1.0}, "factor": "F02"},
        "C": {"kind": "date", "expected": {120: 120}, "hard_stop": "phase", "factor": "F03"},
        "D": {"kind": "share", "expected": {60: 1.0}, "hard_stop": "phase", "margin_days": 14, "none_yet": True},
    },
    answers={},
    go_live=GO_LIVE,
    as_of=GO_LIVE,
)


def answered(n: int) -> dict[str, Any]:
    return {
        "A": n % 5,
        "B": {"done": n % 7, "all": 6} if n % 3 else {"not_applicable": "har ikke"},
        "C": date(2026, 12, 1) + timedelta(days=n % 90) if n % 4 else None,
        "D": "none_yet" if n % 5 == 0 else {"done": n % 4, "all": 3},
    }


def beside(n: int) -> dict[str, Any]:
    """What is told beside the answers, in the days around the go-live."""
    waiver = {"question": "A", "expires": GO_LIVE + timedelta(days=n % 3 - 1), "given_for": n % 5}
    return {
        "as_of": GO_LIVE - timedelta(days=n % 200 - 5),
        "go_live": None if n % 11 == 10 else GO_LIVE,
        "waivers": [waiver] if n % 2 else [],
        "actions": {"AD"[n % 2]: GO_LIVE - timedelta(days=n % 150)},
        "agreed": ["B"] if n % 4 else [],
        "started": GO_LIVE + timedelta(days=n % 4 - 1) if n % 3 == 0 else None,
    }


HELD = [replace(CASE, answers=answered(n), **beside(n)) for n in range(2 * BLOCK + 10)]


@pytest.fixture(scope="module")
def laid_out() -> Yardstick:
    return yardstick(form(CASE))


@pytest.mark.parametrize("many", [1, 2, BLOCK, BLOCK + 1, 2 * BLOCK + 10])
def test_more_rows_than_a_block_are_all_judged_and_in_their_order(laid_out: Yardstick, many: int) -> None:
    held = HELD[:many]
    found = together(laid_out, held)
    for row in {0, many // 3, many // 2, many - 1}:
        same_as_alone(laid_out, found, held, row)


def test_every_row_of_a_few_hundred(laid_out: Yardstick) -> None:
    held = HELD[:300]
    found = together(laid_out, held)
    for row in range(300):
        same_as_alone(laid_out, found, held, row)


@pytest.mark.parametrize("product", [1, 200, 1_000])
def test_the_sums_are_the_same_however_few_rows_are_multiplied_at_once(
    laid_out: Yardstick, product: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = together(laid_out, HELD[:50]).figures
    monkeypatch.setattr(batch, "ON_ONE_THREAD", product)
    in_pieces = together(laid_out, HELD[:50]).figures
    for field in fields(at_once):
        told = getattr(at_once, field.name), getattr(in_pieces, field.name)
        assert np.allclose(*told, rtol=0, atol=1e-9, equal_nan=True), field.name


def test_no_rows_give_no_judgements(laid_out: Yardstick) -> None:
    found = together(laid_out, [])
    assert found.verdict.shape == (0,)
    assert found.figures.readiness.shape == (0, len(laid_out.group_names))


def test_a_form_without_hard_stops_allows_the_planned_day() -> None:
    plain = yardstick(form(Case({"A": {"kind": "yes_no", "expected": {60: True}}}, {}, GO_LIVE, GO_LIVE)))
    found = judge(plain, {}, go_live=GO_LIVE, as_of=GO_LIVE)
    assert found.earliest is not None
    assert (found.earliest.date, found.earliest.decided_by) == (GO_LIVE, None)


def test_an_answer_to_a_question_that_is_not_asked_changes_nothing(laid_out: Yardstick) -> None:
    said = answers(HELD[5])
    more = judge(laid_out, said | {"Z": Answer(value=4)}, go_live=GO_LIVE, as_of=GO_LIVE)
    assert more == judge(laid_out, said, go_live=GO_LIVE, as_of=GO_LIVE)


def test_judging_leaves_the_sheet_as_it_was(laid_out: Yardstick) -> None:
    encoded = encode_answers(laid_out, [answers(case) for case in HELD[:4]])
    before = encoded.values.copy()
    judge_many(laid_out, encoded, go_live=np.full(4, 739_000.0), as_of=np.full(4, 738_000.0))
    assert np.array_equal(encoded.values, before, equal_nan=True)
