"""How much of what was sent in HPAS has looked at: beside every figure on its word, and before a review is finished."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scoring.answers import NO_ANSWER, Answer, Answers


class Manner(StrEnum):
    """How HPAS came to a rating when it did not look at the answer in this review.

    carried: looked at in an earlier review, and the answer is the same. together: agreed to with all else, unseen.
    """

    CARRIED = "carried"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Looked:
    """Of so many answers: how many HPAS has looked at, now or in an earlier review, and how many it only agreed to together."""

    looked: int
    together: int
    answers: int

    @property
    def unseen(self) -> int:
        return self.answers - self.looked - self.together


def is_answered(answer: Answer) -> bool:
    return answer.value is not None or answer.not_applicable is not None


def looked_at(answers: Answers, manners: Mapping[str, Manner | None]) -> Looked:
    """manners: question -> how HPAS came to its rating, `None` by looking; what has none is not there."""
    answered = [question_id for question_id, answer in answers.items() if is_answered(answer)]
    together = sum(manners.get(question_id) is Manner.TOGETHER for question_id in answered)
    return Looked(sum(question_id in manners for question_id in answered) - together, together, len(answered))


def unseen(answers: Answers, rated: Mapping[str, object]) -> list[str]:
    """The questions that are answered and that HPAS has said nothing of."""
    return [question_id for question_id, answer in answers.items() if is_answered(answer) and question_id not in rated]


def said_otherwise(before: Answers, after: Answers) -> set[str]:
    """The questions whose answer, comment or evidence is not what it was, also those that only one of the two has."""
    return {each for each in before.keys() | after.keys() if _said(before, each) != _said(after, each)}


def _said(answers: Answers, question_id: str) -> tuple[object, ...]:
    answer = answers.get(question_id, NO_ANSWER)
    return answer.value, answer.not_applicable, answer.comment, answer.evidence
