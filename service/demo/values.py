"""Believable values for the demo: in route, or behind, at a given distance from the go-live."""

import math
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import assert_never

import numpy as np

from scoring.answers import Matrix, MatrixRow, Share, Value
from scoring.formulas import planned_attainment
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
    """What one has reached who moves evenly from step to step; of levels and yes or no the last that is whole."""
    left = (go_live - as_of).days
    reached = _even(question, left)
    target = question.zero + reached * (question.requirement - question.zero)
    match question:
        case LevelQuestion():
            return int(target + _HAIR)
        case YesNoQuestion():
            return reached > 1 - _HAIR
        case ShareQuestion():
            return _share(draw, lambda count: math.ceil(target * count - _HAIR))
        case NumberQuestion():
            return _at_least(question, target)
        case DateQuestion():
            started = in_force(question, left) is not None
            planned = go_live - timedelta(days=int(question.requirement) + draw.randint(0, 6))
            return min(planned, as_of - timedelta(days=draw.randint(2, 12))) if started else max(planned, as_of)
        case MatrixQuestion():
            rows = _row_names(question)
            return Matrix(
                tuple(MatrixRow(row, _share(draw, lambda count: math.ceil(target * count - _HAIR))) for row in rows)
            )
        case _:
            assert_never(question)


def _even(question: Question, left: int) -> float:
    """How far one who moves evenly has come with so many days left, 0..1."""
    steps = question.step_attainments
    days = np.array([float(max(left, question.last_step))])
    return float(planned_attainment(days, list(steps), list(steps.values()), question.lead_days)[0])


def behind_plan(question: Question, draw: Random, *, go_live: date, as_of: date) -> Value:
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


def _at_least(question: NumberQuestion, number: float) -> float:
    """The nearest number that is no worse and that somebody would type: whole where the steps are."""
    signs = 1 if all(value == round(value) for value in (question.worst, *question.steps.values())) else 100
    better = math.ceil if question.requirement > question.worst else math.floor
    hair = -_HAIR if better is math.ceil else _HAIR
    return better(number * signs + hair) / signs


def _tidy(number: float) -> float:
    """Without digits nobody would type."""
    return round(number) if number == round(number) else round(number, 2)


def _row_names(question: MatrixQuestion) -> list[str]:
    if question.fixed_rows:
        return [row.id for row in question.fixed_rows]
    return [f"{question.row_label.nb} {number}" for number in (1, 2, 3)]
