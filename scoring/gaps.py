"""What is missing: the questions that are short of what is expected now, and those that come next, with dates."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scoring.answers import Matrix, Share
from scoring.encoding import combined, measure, rows_that_count, share_of
from scoring.formulas import TOLERANCE
from scoring.judgement import Judged, Judgement
from scoring.questionnaire import DateQuestion, MatrixQuestion, Question
from scoring.vocabulary import HardStop, Responsible, Status, WaitingOn


class When(StrEnum):
    """A gap is due `now` (behind or unanswered) or `next` (a later step is not reached yet)."""

    NOW = "now"
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
    """One question that is, or will be, short. `by` is the day the target must be (or should have been) in place."""

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
    def own(self) -> bool:
        """Whether the customer can close it alone: it waits on nobody and is not HPAS's to do."""
        return self.waiting_on is None and self.question.responsible is not Responsible.HPAS


def gaps_of(judgement: Judgement) -> list[Gap]:
    """Every gap of a judgement with a go-live date, in the questionnaire's order. None without a date."""
    if judgement.go_live is None:
        return []
    found = (_gap(judged, judgement.go_live, judgement.as_of) for judged in judgement.questions.values())
    return [gap for gap in found if gap is not None]


def _gap(judged: Judged, go_live: date, as_of: date) -> Gap | None:
    status = judged.status
    if status is None or status in (Status.MET, Status.NOT_APPLICABLE):
        return None
    now = status in (Status.BEHIND, Status.UNANSWERED)
    days, target = due_step(judged.question, judged.attainment, (go_live - as_of).days, now=now)
    return Gap(
        question=judged.question,
        judged=judged,
        when=When.NOW if now else When.NEXT,
        status=status,
        shortfall=_shortfall(judged, target, go_live, as_of),
        by=go_live - timedelta(days=days),
        days_late=judged.days_late or 0,
        waiting_on=judged.answer.waiting_on,
    )


def due_step(question: Question, attainment: float | None, days_left: int, *, now: bool) -> tuple[int, float]:
    """The step a gap is about, as (days before go-live, value). `attainment`: how far the answer reaches.

    Due now: the day is that of the first step that was missed, the value that of the step in force.
    Next: the first later step that is not reached yet.
    """
    steps = question.steps
    past = [days for days in steps if days >= days_left]
    if now:
        missed = next((days for days in past if not _reached(question, attainment, steps[days])), past[-1])
        return missed, steps[past[-1]]
    coming = [days for days in steps if days < days_left]
    ahead = next((days for days in coming if not _reached(question, attainment, steps[days])), question.last_step)
    return ahead, steps[ahead]


def _reached(question: Question, attainment: float | None, step: float) -> bool:
    mark = min(1.0, max(0.0, (step - question.zero) / (question.requirement - question.zero)))
    return attainment is not None and attainment >= mark - TOLERANCE


def _shortfall(judged: Judged, target: float, go_live: date, as_of: date) -> Shortfall:
    question, value = judged.question, judged.answer.value
    if isinstance(value, Share) and share_of(value) == share_of(value):
        return _share_shortfall(value, target)
    if isinstance(value, Matrix) and isinstance(question, MatrixQuestion):
        return _matrix_shortfall(question, value, target)
    return Shortfall(value=_plain_value(judged, go_live, as_of), target=target)


def _plain_value(judged: Judged, go_live: date, as_of: date) -> float | None:
    number = measure(judged.question, judged.answer)
    if number != number:
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
