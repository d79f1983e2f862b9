"""What has changed between two times, question by question, and in which order a reviewer looks at it."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from scoring.answers import Answer
from scoring.encoding import encode_answers
from scoring.portfolio.changes import ChangeCounts, Direction, answer_changes, change_counts
from scoring.yardstick import yardstick
from tests.scoring.builders import Case, answer, form

GO_LIVE = date(2027, 5, 1)
AS_OF = GO_LIVE - timedelta(days=50)
LEVEL = {"kind": "level", "expected": {60: 4}}
NOT_HERE = {"not_applicable": "har ikke"}

# Kind of question, before, now; how it has moved, from and to which attainment, and whether that is big.
MOVES: list[tuple[dict[str, Any], Any, Any, str, float | None, float | None, bool]] = [
    (LEVEL, 2, 3, "up", 0.5, 0.75, True),
    (LEVEL, 3, 2, "down", 0.75, 0.5, True),
    (LEVEL, 2, 2, "same", 0.5, 0.5, False),
    (LEVEL, None, 1, "new", None, 0.25, True),
    (LEVEL, 1, None, "gone", 0.25, None, True),
    (LEVEL, None, None, "same", None, None, False),
    (LEVEL, NOT_HERE, 1, "new", None, 0.25, True),
    (LEVEL, 1, NOT_HERE, "gone", 0.25, None, True),
    (LEVEL, None, NOT_HERE, "new", None, None, True),
    (LEVEL, NOT_HERE, None, "gone", None, None, True),
    (LEVEL, NOT_HERE, NOT_HERE, "same", None, None, False),
    (LEVEL, True, 1, "new", None, 0.25, True),
    ({"kind": "share", "expected": {60: 1}}, {"done": 1, "all": 10}, {"done": 2, "all": 10}, "up", 0.1, 0.2, False),
    ({"kind": "share", "expected": {60: 1}}, {"done": 1, "all": 2}, {"done": 2, "all": 4}, "same", 0.5, 0.5, False),
    ({"kind": "share", "expected": {60: 1}}, {"done": 1, "all": 2}, {"done": 2, "all": None}, "gone", 0.5, None, True),
    ({"kind": "number", "worst": 5, "expected": {60: 0}}, 4, 2, "up", 0.2, 0.6, True),
    # The day lies between the two times; at the later one both count from it.
    ({"kind": "date", "expected": {60: 60}}, date(2027, 3, 2), date(2027, 3, 11), "down", 1.0, 0.85, False),
]


@pytest.mark.parametrize(("spec", "before", "now", "direction", "was", "is_", "big"), MOVES)
def test_a_question_has_moved_like_this(
    spec: dict[str, Any], before: Any, now: Any, direction: str, was: float | None, is_: float | None, big: bool
) -> None:
    laid_out = yardstick(form(Case({"Q": spec}, {}, GO_LIVE, AS_OF)))
    said = [{} if plain is None else {"Q": answer(plain)} for plain in (before, now)]
    (found,) = answer_changes(laid_out, *said, go_live=GO_LIVE, as_of=AS_OF)
    assert (found.direction, found.big) == (direction, big)
    assert found.before_attainment == pytest.approx(was)
    assert found.after_attainment == pytest.approx(is_)


# A value that the form does not take never gets into a row of numbers.
FITTING = [move[:4] for move in MOVES if move[1] is not True]


@pytest.mark.parametrize(("spec", "before", "now", "direction"), FITTING)
def test_the_same_is_counted_for_many_at_once(spec: dict[str, Any], before: Any, now: Any, direction: str) -> None:
    laid_out = yardstick(form(Case({"Q": spec, "R": LEVEL}, {}, GO_LIVE, AS_OF)))
    was, is_, other = ({} if plain is None else {"Q": answer(plain)} for plain in (before, now, None))
    days = {"go_live": np.full(2, float(GO_LIVE.toordinal())), "as_of": np.full(2, float(AS_OF.toordinal()))}
    counted, nobody = change_counts(
        laid_out, encode_answers(laid_out, [was, other]), encode_answers(laid_out, [is_, other]), **days
    )
    assert {each.value: counted.of(each) for each in Direction} == {
        each.value: int(each == direction != Direction.SAME) for each in Direction
    }
    assert nobody == ChangeCounts()


def test_a_question_of_the_earlier_form_alone_is_gone_when_it_was_answered() -> None:
    laid_out = yardstick(form(Case({"Q": LEVEL}, {}, GO_LIVE, AS_OF)))
    before = {"Z": Answer(3), "Y": Answer(comment="bare ord"), "Q": Answer(1)}
    found = answer_changes(laid_out, before, {"Q": Answer(1)}, go_live=GO_LIVE, as_of=AS_OF)
    assert [(each.question_id, each.direction, each.question is None) for each in found] == [
        ("Q", Direction.SAME, False),
        ("Z", Direction.GONE, True),
    ]
