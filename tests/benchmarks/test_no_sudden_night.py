"""Nobody who was on track yesterday is told today, without a word in between, that the date cannot be met."""

from collections.abc import Iterator

import numpy as np
import pytest

from benchmarks.verdicts import ROOT, TODAY
from content.catalogue import read_catalogue
from scoring.batch import judge_many
from scoring.encoding import EncodedAnswers
from scoring.formulas import Floats
from scoring.questionnaire import DateQuestion
from scoring.rules import VERDICTS, Codes
from scoring.vocabulary import QUESTIONNAIRE_TYPES, QuestionnaireType, Verdict
from scoring.yardstick import Yardstick, yardstick

CUSTOMERS = 12
# The day each stops answering: some have hardly begun then, some have nearly everything in place.
STOPS = (700, 365, 240, 180, 120, 90, 60, 30)
FINE = [VERDICTS.index(verdict) for verdict in (Verdict.ON_TRACK, Verdict.READY)]
TOO_LATE = VERDICTS.index(Verdict.NOT_READY)


def answers_at(measure: Yardstick, left: int, spread: float) -> Floats:
    """What made customers have answered who keep to the plan, question by question a little before or after it."""
    shift = np.random.default_rng(left).normal(0, spread, (CUSTOMERS, len(measure.questions)))
    days = np.clip(left - shift, 0, measure.plan.shape[1] - 1).astype(int)
    reached = measure.plan[np.arange(len(measure.questions)), days]
    values: Floats = measure.zero + reached * (measure.requirement - measure.zero)
    for column, question in enumerate(measure.questions):
        if isinstance(question, DateQuestion):
            done = TODAY + left - question.requirement - shift[:, column]
            values[:, column] = np.where(done <= TODAY, np.round(done), np.nan)
    return values


def nights(measure: Yardstick, stop: int, spread: float) -> Iterator[tuple[Codes, Codes]]:
    """The verdicts of one day and the next, until the go-live, of those who answer no more."""
    values = answers_at(measure, stop, spread)
    applies = np.ones(values.shape, bool)
    before = None
    for day in range(stop + 1):
        found = judge_many(
            measure,
            EncodedAnswers(values, applies),
            go_live=np.full(CUSTOMERS, TODAY + stop),
            as_of=np.full(CUSTOMERS, TODAY + day),
        ).verdict
        if before is not None:
            yield before, found
        before = found


@pytest.mark.parametrize("spread", [0.0, 14.0])
@pytest.mark.parametrize("asked", QUESTIONNAIRE_TYPES)
def test_it_is_said_before_the_date_falls(asked: QuestionnaireType, spread: float) -> None:
    measure = yardstick(read_catalogue(ROOT / "assessments").form(asked))
    fell = 0
    for stop in STOPS:
        for before, after in nights(measure, stop, spread):
            fell += int((after == TOO_LATE).sum())
            assert not (np.isin(before, FINE) & (after == TOO_LATE)).any()
    assert fell
