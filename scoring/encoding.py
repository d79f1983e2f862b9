"""Answers laid out as numbers: one row per response, one column per question, nan where there is no value."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from scoring.answers import NO_ANSWER, Answer, Answers, Matrix, MatrixRow, NoneYet, Share, Value
from scoring.formulas import Flags, Floats
from scoring.questionnaire import MatrixQuestion, Question
from scoring.vocabulary import Combine
from scoring.yardstick import Yardstick

# Whole days, in half the room.
DayNumbers = NDArray[np.float32]

NAN = math.nan
# The measure of the answer that nothing has fallen due yet; no value is below 0.
NONE_YET = -2.0
# Its attainment before it is held against what is expected: nothing is left to do, and nothing is proven.
NONE_YET_DONE = np.inf
# What stands in a row of numbers where the question does not apply; no value is below 0.
DOES_NOT_APPLY = -1.0


@dataclass(frozen=True, slots=True, eq=False)
class EncodedAnswers:
    """values: (responses, questions), level, 0 or 1, share, number, or the day number of a date; nan is no answer.

    applicable: the same shape; False where the customer has said that the question does not apply.
    confirmed: the same shape, the day number each answer was last given or stood by, nan where that is not known; `None`
    where it is known of none.
    """

    values: Floats
    applicable: Flags
    confirmed: DayNumbers | None = None

    def of(self, rows: slice) -> "EncodedAnswers":
        """The same of some of the rows."""
        confirmed = None if self.confirmed is None else self.confirmed[rows]
        return EncodedAnswers(self.values[rows], self.applicable[rows], confirmed)

    def number(self, row: int, column: int) -> float:
        """One answer as `number_of` says it."""
        return float(self.values[row, column]) if self.applicable[row, column] else DOES_NOT_APPLY


def encode_answers(yardstick: Yardstick, responses: Sequence[Answers]) -> EncodedAnswers:
    """The answers of many responses to one form."""
    shape, questions = (len(responses), len(yardstick.questions)), yardstick.questions
    said = [[answers.get(question.id, NO_ANSWER) for question in questions] for answers in responses]
    values = [list(map(measure, questions, row)) for row in said]
    applicable = [[answer.not_applicable is None for answer in row] for row in said]
    confirmed = [list(map(day_of, row)) for row in said]
    return EncodedAnswers(
        np.array(values, dtype=np.float64).reshape(shape),
        np.array(applicable, dtype=bool).reshape(shape),
        np.array(confirmed, dtype=np.float32).reshape(shape),
    )


def day_of(answer: Answer) -> float:
    """The day number an answer was last given or stood by; nan where that is not known."""
    return NAN if answer.confirmed_on is None else float(answer.confirmed_on.toordinal())


def number_of(question: Question, answer: Answer) -> float:
    """An answer as one number: its measure, or `DOES_NOT_APPLY`."""
    return DOES_NOT_APPLY if answer.not_applicable is not None else measure(question, answer)


def measure(question: Question, answer: Answer) -> float:
    """The value of an answer as one number in the unit of the question's steps; nan when it is not (fully) answered.

    A date becomes its day number; what has not fallen due yet `NONE_YET`. Formulas: design section 2, docs/scoring.md.
    """
    value: Value | None = answer.value
    if value is None:
        return NAN
    if isinstance(value, NoneYet):
        return NONE_YET
    if isinstance(value, Share):
        return share_of(value)
    if isinstance(value, Matrix):
        assert isinstance(question, MatrixQuestion)
        return combined(question, value)
    if isinstance(value, date):
        return float(value.toordinal())
    return float(value)


def share_of(share: Share) -> float:
    """`done / all`; nan while one of the two is missing, or when more is done than there is."""
    if not share.complete or share.done is None or share.all is None:
        return NAN
    return share.done / share.all


def combined(question: MatrixQuestion, matrix: Matrix) -> float:
    """The rows as one share: `Σ done / Σ all` (pooled) or the least row's share (weakest).

    nan while a fixed row, or a row the customer has named, is not `complete`: a part is not the whole.
    """
    rows = rows_that_count(question, matrix)
    if not rows or any(not row.share.complete for row in rows):
        return NAN
    if question.combine is Combine.WEAKEST:
        return min(share_of(row.share) for row in rows)
    pairs = [(row.share.done or 0.0, row.share.all or 0.0) for row in rows]
    return sum(done for done, _ in pairs) / sum(whole for _, whole in pairs)


def rows_that_count(question: MatrixQuestion, matrix: Matrix) -> list[MatrixRow]:
    """The rows that are not marked not applicable; a fixed row that is not mentioned counts as an empty one."""
    given = {row.row: row for row in matrix.rows}
    if question.rows != "customer":
        rows = [given.get(row.id, MatrixRow(row.id, Share(None, None))) for row in question.rows]
    else:
        rows = list(matrix.rows)
    return [row for row in rows if row.not_applicable is None]
