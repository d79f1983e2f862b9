"""Whose view the figures rest on: the customer's own answers, or HPAS's rating where there is one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scoring.answers import NO_ANSWER, Answer, Answers, Value
from scoring.encoding import EncodedAnswers
from scoring.vocabulary import Basis

__all__ = ["Basis", "Rating", "answers_on_basis", "put_rating", "still_holds"]


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
    """The same among numbers: HPAS's in place of the customer's, nan where it takes the question as unanswered."""
    encoded.values[row, column] = number
    encoded.applicable[row, column] = True


def still_holds(now: float, then: float) -> bool:
    """Whether a rating holds for what is answered now: as long as the answer it was given for says the same.

    Both as `scoring.encoding.number_of` says them.
    """
    return now == then or (now != now and then != then)
