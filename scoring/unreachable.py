"""Hard stops that work can no longer put in place before the go-live: only a waiver or another go-live helps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from scoring.formulas import TOLERANCE
from scoring.judgement import Judged, Judgement
from scoring.questionnaire import DateQuestion, Question
from scoring.vocabulary import Status


class Beyond(StrEnum):
    """Why work does not reach it. For `begun_already` it does when it has begun already, which nobody has said."""

    LEAD_TIME = "lead_time"
    BEGUN_TOO_LATE = "begun_too_late"
    BEGUN_ALREADY = "begun_already"


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """One such hard stop. `begun_by`: the last day to begin, of a date; `None` for the other kinds."""

    question: Question
    beyond: Beyond
    begun_by: date | None = None


def out_of_reach(judgement: Judgement, actions: Mapping[str, date] | None = None) -> tuple[OutOfReach, ...]:
    """Those that fail without a waiver, in the questionnaire's order. None without a go-live, or after it.

    actions: question id -> the day its actions will be done, as the judgement was told; a day not after the go-live
    counts instead of the lead time.
    """
    go_live, left = judgement.go_live, judgement.days_left
    if go_live is None or left is None or left < 0:
        return ()
    failing = [
        judged
        for judged in judgement.questions.values()
        if judged.question.hard_stop and judged.status in (Status.BEHIND, Status.UNANSWERED) and not judged.waived
    ]
    found = (_beyond(judged, go_live, left, (actions or {}).get(judged.question.id)) for judged in failing)
    return tuple(each for each in found if each)


def _beyond(judged: Judged, go_live: date, left: int, promised: date | None) -> OutOfReach | None:
    question = judged.question
    if isinstance(question, DateQuestion):
        if starting_today_is_enough(judged, question, left) and not has_come(judged, go_live - timedelta(days=left)):
            return None
        wanted = ceil((judged.expected_attainment or 0.0) * question.requirement - TOLERANCE)
        beyond = Beyond.BEGUN_ALREADY if judged.status is Status.UNANSWERED else Beyond.BEGUN_TOO_LATE
        return OutOfReach(question, beyond, go_live - timedelta(days=wanted))
    if question.lead_days <= left or (promised is not None and promised <= go_live):
        return None
    return OutOfReach(question, Beyond.LEAD_TIME)


def has_come(judged: Judged, as_of: date) -> bool:
    """Whether the date that was answered has come: then it stays what it is."""
    answered = judged.answer.value
    return isinstance(answered, date) and answered <= as_of


def starting_today_is_enough(judged: Judged, question: DateQuestion, days_left: int) -> bool:
    """Whether a date of today reaches what is expected with so many days left."""
    best = min(1.0, max(0.0, days_left / question.requirement))
    return best >= (judged.expected_attainment or 0.0) - TOLERANCE
