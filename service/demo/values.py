"""Believable values for the demo: in route, or behind, at a given distance from the go-live."""

import math
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import assert_never

from scoring.answers import Matrix, MatrixRow, Share, Value
from scoring.questionnaire import (
    DateQuestion,
    LevelQuestion,
    MatrixQuestion,
    NumberQuestion,
    Question,
    ShareQuestion,
    YesNoQuestion,
)

_HAIR = 1e-9


def in_force(question: Question, days_left: int) -> float | None:
    """What should be in place with so many days left, in the question's own unit; None before the first step."""
    reached = [days for days in question.steps if days >= max(days_left, question.last_step)]
    return question.steps[min(reached)] if reached else None


def in_route(question: Question, draw: Random, *, go_live: date, as_of: date) -> Value:
    """What is expected by now or a little more; a modest beginning when nothing is expected yet."""
    expected = in_force(question, (go_live - as_of).days)
    target = next(iter(question.steps.values())) if expected is None else expected
    match question:
        case LevelQuestion():
            return min(int(question.requirement), int(target) + draw.randint(0, 1))
        case YesNoQuestion():
            return expected is not None or draw.random() < 0.4
        case ShareQuestion():
            return _share(draw, lambda count: math.ceil(target * count - _HAIR))
        case NumberQuestion():
            return _tidy(target)
        case DateQuestion():
            planned = go_live - timedelta(days=int(target) + draw.randint(0, 6))
            return planned if expected is None else min(planned, as_of - timedelta(days=draw.randint(2, 12)))
        case MatrixQuestion():
            rows = _row_names(question)
            return Matrix(
                tuple(MatrixRow(row, _share(draw, lambda count: math.ceil(target * count - _HAIR))) for row in rows)
            )
        case _:
            assert_never(question)


def behind(question: Question, draw: Random, *, go_live: date, as_of: date) -> Value:
    """Clearly less than what is expected by now."""
    target = in_force(question, (go_live - as_of).days) or question.requirement
    match question:
        case LevelQuestion():
            return max(0, int(target) - draw.randint(1, 2))
        case YesNoQuestion():
            return False
        case ShareQuestion():
            return _share(draw, lambda count: math.floor(target * count * draw.uniform(0.2, 0.7)))
        case NumberQuestion():
            return _tidy(question.worst + (target - question.worst) * draw.choice((0.25, 0.5)))
        case DateQuestion():
            return as_of + timedelta(days=draw.randint(5, 25))
        case MatrixQuestion():
            rows = _row_names(question)
            return Matrix(
                tuple(MatrixRow(row, _share(draw, lambda count: math.floor(target * count * 0.5))) for row in rows)
            )
        case _:
            assert_never(question)


def _share(draw: Random, done: Callable[[int], int]) -> Share:
    count = draw.randint(4, 24)
    return Share(done(count), count)


def _tidy(number: float) -> float:
    """Without digits nobody would type."""
    return round(number) if number == round(number) else round(number, 2)


def _row_names(question: MatrixQuestion) -> list[str]:
    if question.fixed_rows:
        return [row.id for row in question.fixed_rows]
    return [f"{question.row_label.nb} {number}" for number in (1, 2, 3)]
