"""What is missing: the questions that are short of what is expected now, and those that come next, with dates."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scoring.answers import Matrix, Share
from scoring.encoding import NONE_YET, combined, measure, rows_that_count, share_of
from scoring.formulas import TOLERANCE
from scoring.judgement import Judged, Judgement
from scoring.questionnaire import DateQuestion, MatrixQuestion, Question
from scoring.vocabulary import LATE, HardStop, Responsible, Status, WaitingOn


class When(StrEnum):
    """A gap is late `now` (behind or unanswered), `at_risk` of it, or `next` (a later step is not reached yet)."""

    NOW = "now"
    AT_RISK = "at_risk"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What is missing towards `target`, in the question's own unit.

    value: what was answered, in the unit of the steps (level, share, number, days before go-live), or `None`.
    done, all: the two numbers of a share, or the sums of a pooled matrix. lacking: how many more of `all` are needed.
    rows: rows of a matrix that are below the target.
    """

    value: float | None
    target: float
    done: float | None = None
    all: float | None = None
    lacking: float | None = None
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """One question that is, or will be, short. `by` is the day the target must be (or should have been) in place.

    Its slack, reserve and the day to begin stand in `judged`.
    """

    question: Question
    judged: Judged
    when: When
    status: Status
    shortfall: Shortfall
    by: date
    days_late: int
    waiting_on: WaitingOn | None

    @property
    def hard_stop(self) -> HardStop | None:
        return self.question.hard_stop

    @property
    def open(self) -> bool:
        """Whether it asks for something already: late, or at risk of becoming so."""
        return self.when is not When.NEXT

    @property
    def slack_days(self) -> int | None:
        return self.judged.slack_days

    @property
    def start_by(self) -> date | None:
        return self.judged.start_by

    @property
    def own(self) -> bool:
        """Whether the customer can close it alone: it waits on nobody and is not HPAS's to do."""
        return self.waiting_on is None and self.question.responsible is not Responsible.HPAS


def gaps_of(judgement: Judgement) -> list[Gap]:
    """Every gap of a judgement with a go-live date, in the questionnaire's order. None without a date."""
    if judgement.go_live is None:
        return []
    found = (_gap(judged, judgement.go_live, judgement.as_of) for judged in judgement.questions.values())
    return [gap for gap in found if gap is not None]


def by_urgency(gaps: Iterable[Gap]) -> list[Gap]:
    """What to do first; see `urgency`."""
    return sorted(gaps, key=urgency)


def first_things(gaps: Iterable[Gap], *, limit: int = 5) -> list[Gap]:
    """The few the customer should do first, coming ones too: its own alone, and none that HPAS lets wait by a waiver.

    The most urgent hard stop that is open is always among them: it decides the date, also when much else is later.
    """
    held = by_urgency(gap for gap in gaps if gap.own and not gap.judged.waived)
    first = held[:limit]
    stop = next((gap for gap in held if gap.open and gap.hard_stop), None)
    return first if stop is None or stop in first else [*first[:-1], stop]


def urgency(gap: Gap) -> tuple[bool, float, bool]:
    """Late first (the longest ago first), then by slack; hard stops before others on the same day."""
    late = gap.when is When.NOW
    days = gap.by.toordinal() if late else math.inf if gap.slack_days is None else gap.slack_days
    return (not late, days, gap.hard_stop is None)


def _gap(judged: Judged, go_live: date, as_of: date) -> Gap | None:
    status = judged.status
    if status is None or status in (Status.MET, Status.NOT_APPLICABLE):
        return None
    now = status in LATE
    days, target = due_step(judged.question, judged.attainment, (go_live - as_of).days, now=now)
    return Gap(
        question=judged.question,
        judged=judged,
        when=When.NOW if now else When.AT_RISK if status is Status.AT_RISK else When.NEXT,
        status=status,
        shortfall=shortfall(judged, target, go_live=go_live, as_of=as_of),
        by=go_live - timedelta(days=days),
        days_late=judged.days_late or 0,
        waiting_on=judged.answer.waiting_on,
    )


def due_step(question: Question, attainment: float | None, days_left: int, *, now: bool) -> tuple[int, float]:
    """The step a gap is about, as (days before go-live, value). `attainment`: how far the answer reaches.

    Due now: the day is that of the first step that was missed, the value that of the step in force.
    Next: the first later step that is not reached yet.
    """
    steps, marks = question.steps, question.step_attainments
    short = [days for days in steps if attainment is None or attainment < marks[days] - TOLERANCE]
    if now:
        past = [days for days in steps if days >= days_left]
        return next((days for days in short if days >= days_left), past[-1]), steps[past[-1]]
    ahead = next((days for days in short if days < days_left), question.last_step)
    return ahead, steps[ahead]


def step_now(question: Question, days_left: int) -> float | None:
    """The value that is expected so many days before the go-live; None while nothing is."""
    return next((value for days, value in reversed(question.steps.items()) if days >= days_left), None)


def shortfall(judged: Judged, target: float, *, go_live: date, as_of: date) -> Shortfall:
    """What an answer lacks towards a value in the unit of the steps."""
    question, value = judged.question, judged.answer.value
    if judged.lapsed:
        return Shortfall(value=None, target=target)
    if isinstance(value, Share) and share_of(value) == share_of(value):
        return _share_shortfall(value, target)
    if isinstance(value, Matrix) and isinstance(question, MatrixQuestion):
        return _matrix_shortfall(question, value, target)
    return Shortfall(value=_plain_value(judged, go_live, as_of), target=target)


def _plain_value(judged: Judged, go_live: date, as_of: date) -> float | None:
    number = measure(judged.question, judged.answer)
    if number != number or number == NONE_YET:
        return None
    if isinstance(judged.question, DateQuestion):
        return float((go_live.toordinal() - number) if number <= as_of.toordinal() else 0)
    return number


def _share_shortfall(share: Share, target: float) -> Shortfall:
    done, whole = share.done or 0.0, share.all or 0.0
    return Shortfall(share_of(share), target, done, whole, max(0.0, target * whole - done))


def _matrix_shortfall(question: MatrixQuestion, matrix: Matrix, target: float) -> Shortfall:
    rows = rows_that_count(question, matrix)
    short = tuple(row.row for row in rows if not row.share.complete or share_of(row.share) < target - TOLERANCE)
    done = sum(min(row.share.done or 0.0, row.share.all or 0.0) for row in rows)
    whole = sum(row.share.all or 0.0 for row in rows)
    value = combined(question, matrix)
    return Shortfall(None if value != value else value, target, done, whole, max(0.0, target * whole - done), short)
