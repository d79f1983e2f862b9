"""Which hard stops are answered worse than when a decision was made: of one response, or of thousands at once.

Both answers are held against the same day and the same go-live, those of the decision: nothing falls because time
passes, and a better answer is never worse.
"""

from dataclasses import dataclass

import numpy as np

from scoring import formulas
from scoring.encoding import NONE_YET, EncodedAnswers
from scoring.formulas import TOLERANCE, Flags, Floats
from scoring.yardstick import Yardstick

# Of what is not answered: below all answers.
SILENT = -np.inf


@dataclass(frozen=True, slots=True, eq=False)
class StopsSince:
    """(responses, questions) each. worse: hard stops answered worse now than then. short: those not met today."""

    worse: Flags
    short: Flags


def stops_since(
    measured_by: Yardstick,
    then: EncodedAnswers,
    now: EncodedAnswers,
    *,
    go_live: Floats,
    as_of: Floats,
    agreed: Flags | None = None,
) -> StopsSince:
    """How the hard stops stand beside how they stood.

    go_live, as_of: (responses,) day numbers of the decision. agreed: what HPAS has agreed does not apply. What has come
    to be left out since without its word is worse; what was left out when both signed, and still is, is not.
    """
    stops = np.flatnonzero(measured_by.hard_stop)
    full = np.where(measured_by.is_date, 0.0, 1.0)[stops]
    left_out, is_left_out = ~then.applicable[:, stops], ~now.applicable[:, stops]
    known = left_out if agreed is None else left_out | agreed[:, stops]
    before = np.where(left_out, full, _worth(measured_by, then, stops, go_live, as_of))
    after = _worth(measured_by, now, stops, go_live, as_of)
    after = np.where(is_left_out, np.where(known, full, SILENT), after)
    worse, short = np.zeros(then.values.shape, bool), np.zeros(then.values.shape, bool)
    worse[:, stops], short[:, stops] = after < before - TOLERANCE, after < full - TOLERANCE
    return StopsSince(worse, short)


def read_by(newer: Yardstick, older: Yardstick, said: EncodedAnswers) -> EncodedAnswers:
    """Answers to an older form in the columns of a newer one; what was not asked, or in another way, is not answered."""
    shape = (len(said.values), len(newer.questions))
    values, applicable = np.full(shape, np.nan), np.ones(shape, bool)
    for column, question in enumerate(newer.questions):
        place = older.column.get(question.id)
        if place is not None and older.questions[place].kind == question.kind:
            values[:, column], applicable[:, column] = said.values[:, place], said.applicable[:, place]
    return EncodedAnswers(values, applicable)


def _worth(
    measured_by: Yardstick, said: EncodedAnswers, stops: formulas.Places, go_live: Floats, as_of: Floats
) -> Floats:
    """How far each answer reaches: 0..1 of the requirement, of a date the days it is too late, as less than 0.

    That nothing has fallen due yet is worth what was expected on the day of the decision.
    """
    values, requirement = said.values[:, stops], measured_by.requirement[stops]
    reached = formulas.attainment(values, requirement, measured_by.zero[stops])
    late = np.minimum(go_live[:, None] - values - requirement, 0.0)
    expected = measured_by.expected[measured_by.turns.searchsorted(go_live - as_of)][:, stops]
    worth = np.where(measured_by.is_date[stops], late, reached)
    worth = np.where(values == NONE_YET, expected, worth)
    found: Floats = np.where(np.isnan(values), SILENT, worth)
    return found
