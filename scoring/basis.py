"""Whose view the figures rest on: the customer's own answers, or HPAS's rating where there is one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scoring.answers import NO_ANSWER, Answer, Answers, Value
from scoring.encoding import measure
from scoring.questionnaire import Question
from scoring.vocabulary import Basis

__all__ = ["Basis", "Rating", "on_basis", "still_holds"]


@dataclass(frozen=True, slots=True)
class Rating:
    """What HPAS says of one answer. Not agreed and without a value: HPAS takes the question as unanswered."""

    agreed: bool
    value: Value | None = None


def on_basis(answers: Answers, ratings: Mapping[str, Rating], basis: Basis) -> dict[str, Answer]:
    """The answers with HPAS's value in place of the customer's wherever the two do not agree."""
    held = dict(answers)
    if basis is Basis.HPAS:
        for question_id, rating in ratings.items():
            if not rating.agreed:
                own = held.get(question_id, NO_ANSWER)
                held[question_id] = replace(own, value=rating.value, not_applicable=None)
    return held


def still_holds(question: Question, now: Answer, then: Answer) -> bool:
    """Whether a rating holds for what is answered now: as long as the answer it was given for says the same."""
    if (now.not_applicable is None) != (then.not_applicable is None):
        return False
    if now.not_applicable is not None:
        return True
    a, b = measure(question, now), measure(question, then)
    return a == b or (a != a and b != b)
