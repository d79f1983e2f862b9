"""One row of a batch against the judgement of that response alone."""

import math
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pytest

from scoring.ahead import ahead_days
from scoring.batch import BatchCircumstances, BatchJudgements, judge_many
from scoring.encoding import encode_answers
from scoring.judgement import Figures, Judgement, earliest_of_row, figures_of_row
from scoring.proof.phases import Phases
from scoring.reasons import failing_of_row
from scoring.rules import NONE, STATUSES, VERDICTS
from scoring.vocabulary import Verdict
from scoring.yardstick import OVERALL, Yardstick
from tests.scoring import builders
from tests.scoring.builders import Case


def together(laid_out: Yardstick, held: Sequence[Case]) -> BatchJudgements:
    """Cases of one form, judged at once with all that is told of each."""
    return judge_many(
        laid_out,
        encode_answers(laid_out, [builders.answers(case) for case in held]),
        go_live=np.array([day_number(case.go_live) for case in held]),
        as_of=np.array([day_number(case.as_of) for case in held]),
        circumstances=circumstances(laid_out, held),
    )


def day_number(day: date | None) -> float:
    return math.nan if day is None else float(day.toordinal())


def circumstances(laid_out: Yardstick, held: Sequence[Case]) -> BatchCircumstances:
    """Waivers, plans, HPAS's word and the phases in numbers, all of them always there."""
    ids = [question.id for question in laid_out.questions]
    waived = [
        {
            waiver.question_id
            for waiver in builders.waivers(case)
            if waiver.holds(builders.answers(case), go_live=case.go_live, as_of=case.as_of)
        }
        for case in held
    ]
    return BatchCircumstances(
        waived=np.array([[id_ in found for id_ in ids] for found in waived], bool).reshape(len(held), len(ids)),
        planned=np.array([[day_number(case.actions.get(id_)) for id_ in ids] for case in held]).reshape(-1, len(ids)),
        agreed=np.array([[id_ in case.agreed for id_ in ids] for case in held], bool).reshape(len(held), len(ids)),
        started=np.array([day_number(case.started) for case in held]),
        phases=np.array([Phases(**case.phases).numbers for case in held]).reshape(-1, 3),
    )


def same_as_alone(laid_out: Yardstick, many: BatchJudgements, held: Sequence[Case], row: int) -> None:
    """Fail unless everything a row says is what the response is told alone; figures within 1e-9."""
    alone, judged = builders.judged(held[row], laid_out), many.verdict[row]
    assert (None if judged == NONE else VERDICTS[judged]) == alone.verdict
    assert earliest_of_row(laid_out, many, row) == alone.earliest
    # While too little is known to conclude, no stop is said to fail.
    assert alone.failing == (() if alone.verdict is Verdict.UNDECIDED else failing_of_row(laid_out, many, row))
    assert bool(many.too_few[row]) is not alone.enough
    _questions(many, row, alone)
    left = np.array([day_number(case.go_live) - day_number(case.as_of) for case in held])
    figures = figures_of_row(laid_out, many.figures, row, ahead_days(laid_out, many, left)[row])
    said = {OVERALL: alone.overall, **alone.factors, **{area.value: each for area, each in alone.areas.items()}}
    builders.same({name: builders.figures(each) for name, each in figures.items()}, _plain(said))


def _plain(said: Mapping[str, Figures]) -> dict[str, builders.Plain]:
    return {name: builders.figures(each) for name, each in said.items()}


def _questions(many: BatchJudgements, row: int, alone: Judgement) -> None:
    for column, one in enumerate(alone.questions.values()):
        status = many.status[row, column]
        assert (None if status == NONE else STATUSES[status]) == one.status
        assert _number(many.attainment[row, column]) == pytest.approx(one.attainment, abs=1e-12)
        assert _number(many.slack[row, column]) == one.slack_days
        assert _number(many.reserve[row, column]) == one.reserve_days
        assert (many.waived[row, column], bool(many.failed[row, column])) == (one.waived, one.fails)
        if one.days_late is not None:
            assert many.days_late[row, column] == one.days_late


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
