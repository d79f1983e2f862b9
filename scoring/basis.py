"""Whose word counts: the customer's own, HPAS's rating of it, or HPAS's answer where HPAS alone can know.

HPAS's answer stands in place of the customer's on every question that says `from_programme`, measured by the
customer's own question. A customer that disagrees, with a reason and an answer of its own, counts by that one until
HPAS answers anew for that customer alone.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from scoring.answers import NO_ANSWER, Answer, Answers, BadValue, Matrix, Value, check_value
from scoring.encoding import DOES_NOT_APPLY, NAN, DayNumbers, EncodedAnswers, measure
from scoring.formulas import Flags, Floats
from scoring.questionnaire import MatrixQuestion, Question, Questionnaire
from scoring.vocabulary import Basis, CustomerType, ReachKind

__all__ = [
    "EVERYONE",
    "Basis",
    "Rating",
    "Reach",
    "answers_on_basis",
    "as_asked",
    "counted",
    "customers_part",
    "is_given",
    "own_part",
    "put_given",
    "put_rating",
    "reaches_of",
    "stands_apart",
    "still_holds",
]


Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Rating:
    """What HPAS says of one answer. Not agreed and without a value: HPAS takes the question as unanswered."""

    agreed: bool
    value: Value | None = None


def answers_on_basis(answers: Answers, ratings: Mapping[str, Rating], basis: Basis) -> dict[str, Answer]:
    """The answers with HPAS's value in place of the customer's wherever the two do not agree."""
    held = dict(answers)
    if basis is Basis.HPAS:
        for question_id, rating in ratings.items():
            if not rating.agreed:
                own = held.get(question_id, NO_ANSWER)
                held[question_id] = replace(own, value=rating.value, not_applicable=None)
    return held


def put_rating(encoded: EncodedAnswers, row: int, column: int, number: float) -> None:
    """The same among numbers: HPAS's in place of the customer's, nan where it takes the question as unanswered.

    It is as old as the answer it was given for.
    """
    encoded.values[row, column] = number
    encoded.applicable[row, column] = True


def still_holds(now: float, then: float) -> bool:
    """Whether a rating holds for what is answered now: as long as the answer it was given for says the same.

    Both as `scoring.encoding.number_of` says them.
    """
    return now == then or (now != now and then != then)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom an answer is for. target: "" for all, a customer type, the go-live of a wave as ISO, or a customer's id."""

    kind: ReachKind
    target: str = ""


EVERYONE = Reach(ReachKind.ALL)


def put_given(
    encoded: EncodedAnswers,
    rows: Indices,
    columns: Indices,
    numbers: Floats,
    days: DayNumbers,
    *,
    over: bool = False,
) -> Flags:
    """Put HPAS's answers among numbers, in these rows and columns, wherever the customer has none of its own.

    numbers: (columns,) as `scoring.encoding.number_of` says them. days: (columns,) day numbers of when HPAS last stood by
    each, nan where that is not known. over: also in place of the customer's own.
    Returns (rows, columns): where they were put.
    """
    place = np.ix_(rows, columns)
    put = np.isnan(encoded.values[place]) | over
    off = numbers == DOES_NOT_APPLY
    encoded.values[place] = np.where(put, np.where(off, np.nan, numbers), encoded.values[place])
    encoded.applicable[place] = np.where(put, ~off, encoded.applicable[place])
    if encoded.confirmed is not None:
        encoded.confirmed[place] = np.where(put, days, encoded.confirmed[place])
    return put


def reaches_of(customer_id: str, customer_type: CustomerType | str, go_live: date | None) -> tuple[Reach, ...]:
    """Every reach a customer is within, the most particular first: the first that answers a question holds."""
    wave = () if go_live is None else (Reach(ReachKind.WAVE, go_live.isoformat()),)
    return (Reach(ReachKind.CUSTOMER, customer_id), *wave, Reach(ReachKind.TYPE, str(customer_type)), EVERYONE)


def is_given(answer: Answer) -> bool:
    """Whether HPAS has answered: with a value, or that the question does not apply."""
    return answer.value is not None or answer.not_applicable is not None


def as_asked(question: Question, given: Answer) -> Answer:
    """HPAS's answer as the answer to a customer's question; without a value where it cannot be one.

    Of a matrix the rows the customer is asked about are taken.
    """
    return replace(given, value=_fitting(question, given.value), not_known=None, disagrees=None)


def _fitting(question: Question, value: Value | None) -> Value | None:
    if isinstance(question, MatrixQuestion) and question.rows != "customer" and isinstance(value, Matrix):
        asked = {row.id for row in question.rows}
        value = Matrix(tuple(row for row in value.rows if row.row in asked))
    try:
        if value is not None:
            check_value(question, value)
    except BadValue:
        return None
    return value


def stands_apart(question: Question, own: Answer) -> bool:
    """Whether a customer's answer to a question that HPAS answers is one it holds against HPAS's: whole, with a reason."""
    found = measure(question, own) if own.disagrees is not None else NAN
    return found == found


def customers_part(asked: Questionnaire, answers: Answers) -> dict[str, Answer]:
    """The answers to what the customer is asked: those HPAS looks at when it reviews."""
    return {question_id: answer for question_id, answer in answers.items() if question_id not in asked.carried}


def own_part(asked: Questionnaire, answers: Answers) -> dict[str, Answer]:
    """What a customer's own answers say that can count: those HPAS answers only where the customer disagrees."""
    return {
        question_id: answer
        for question_id, answer in answers.items()
        if question_id not in asked.carried or stands_apart(asked.by_id[question_id], answer)
    }


def counted(
    asked: Questionnaire, own: Answers, given: Mapping[str, Answer], *, settled: Collection[str] = ()
) -> dict[str, Answer]:
    """The answers that count for one customer.

    given: question id of the customer's -> HPAS's answer, as HPAS gave it. settled: questions on which HPAS has
    answered anew for this customer since it disagreed.
    """
    held = own_part(asked, own)
    for question_id in asked.carried:
        if question_id in settled or question_id not in held:
            held.pop(question_id, None)
            if question_id in given:
                held[question_id] = as_asked(asked.by_id[question_id], given[question_id])
    return held
