"""An approved exception: it holds for one question, until it expires, while the answer it was given for stands."""

from dataclasses import dataclass
from datetime import date

from scoring.answers import NO_ANSWER, Answers, Value


@dataclass(frozen=True, slots=True)
class Waiver:
    """`given_for` is the value that stood when it was approved; `None` when the question was unanswered."""

    question_id: str
    expires: date
    given_for: Value | None

    def holds(self, answers: Answers, as_of: date) -> bool:
        return as_of <= self.expires and answers.get(self.question_id, NO_ANSWER).value == self.given_for
