"""An approved exception: it holds for one question, until it expires, while the answer it was given for stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from scoring.answers import NO_ANSWER, Answers, Value


@dataclass(frozen=True, slots=True)
class Waiver:
    """`given_for` is the value that stood when it was approved; `None` when the question was unanswered."""

    question_id: str
    expires: date
    given_for: Value | None

    def holds(self, answers: Answers, *, go_live: date | None, as_of: date) -> bool:
        """Whether it has not expired, lasts to the go-live, and the answer it was given for stands."""
        lasts = as_of <= self.expires and (go_live is None or go_live <= self.expires)
        return lasts and answers.get(self.question_id, NO_ANSWER).value == self.given_for


class WaiverState(StrEnum):
    """How far a waiver has come. Whether an approved one still holds is derived: `Standing`."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Standing(StrEnum):
    """What a waiver amounts to on a day; an approved one falls by itself."""

    PROPOSED = "proposed"
    HOLDS = "holds"
    EXPIRED = "expired"
    GO_LIVE_MOVED = "go_live_moved"
    ANSWER_CHANGED = "answer_changed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class WaiverCase:
    """A waiver from proposal to decision. `owner` is the name of who answers for the measure.

    proposed_by, decided_by: actors' ids. reason: why it was approved, rejected or withdrawn.
    """

    id: str
    question_id: str
    state: WaiverState
    measure: str
    owner: str
    expires: date
    given_for: Value | None
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str | None = None

    @property
    def waiver(self) -> Waiver:
        return Waiver(self.question_id, self.expires, self.given_for)


def approved(cases: Iterable[WaiverCase]) -> tuple[Waiver, ...]:
    """What the judgement is told: those that are approved; it finds out itself which of them hold."""
    return tuple(case.waiver for case in cases if case.state is WaiverState.APPROVED)


def standing(case: WaiverCase, answers: Answers, *, go_live: date | None, as_of: date) -> Standing:
    """What the waiver amounts to on a day; why it has fallen, when it has. The changed answer is told first."""
    if case.state is not WaiverState.APPROVED:
        return Standing(case.state.value)
    if answers.get(case.question_id, NO_ANSWER).value != case.given_for:
        return Standing.ANSWER_CHANGED
    if as_of > case.expires:
        return Standing.EXPIRED
    return Standing.HOLDS if case.waiver.holds(answers, go_live=go_live, as_of=as_of) else Standing.GO_LIVE_MOVED
