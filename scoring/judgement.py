"""The judgement of one response at one day, in words: figures, statuses, times, verdict with reasons, earliest go-live.

Told the day; knows no clock. The arithmetic is `scoring.batch` with one row.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from scoring import batch
from scoring.ahead import ahead_days
from scoring.answers import NO_ANSWER, Answer, Answers
from scoring.batch import STATUSES, VERDICTS, Judgements, Told, judge_many, one_row
from scoring.encoding import lay_out
from scoring.formulas import TOLERANCE, Flags, Floats
from scoring.questionnaire import Question
from scoring.vocabulary import LATE, OPEN, Area, Rule, Status, Verdict
from scoring.waivers import Waiver
from scoring.yardstick import OVERALL, Yardstick


@dataclass(frozen=True, slots=True)
class Figures:
    """Points are 0..100, coverage 0..1; `None` where a figure does not exist."""

    readiness: float | None
    low: float | None
    high: float | None
    expected: float | None
    coverage: float | None
    answered: int
    applicable: int
    ahead_days: float | None


class Judged(NamedTuple):
    """One question. `due` is the day of its last step, `finish` the day its requirement is reached by plan or usual work.

    work_days: days of that work, from the day judged.

    slack_days, start_by: of the coming step with the least slack, `None` when none is to come. reserve_days: of a hard
    stop that is neither met nor not applicable. live: whether the work has to begin, or should have. unproven: given
    earlier than an answer proves anything.
    """

    question: Question
    answer: Answer
    status: Status | None
    attainment: float | None
    expected_attainment: float | None
    due: date | None
    days_late: int | None
    waived: bool
    slack_days: int | None
    start_by: date | None
    reserve_days: int | None
    finish: date
    work_days: int
    live: bool
    unproven: bool

    @property
    def fails(self) -> bool:
        """A hard stop whose requirement is usually not reached in time for the go-live, with a waiver or without."""
        return self.reserve_days is not None and self.reserve_days < 0


@dataclass(frozen=True, slots=True)
class Reason:
    """The rule that decided, and the questions it speaks of."""

    rule: Rule
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EarliestGoLive:
    """The first day every hard stop can be in place; `decided_by` is the question that decides, if any."""

    date: date
    decided_by: str | None


@dataclass(frozen=True, slots=True)
class NextStops:
    """The next day on which steps of hard stops come into force: which, and which of them are not begun."""

    date: date
    questions: tuple[str, ...]
    not_begun: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything said of one response at one day. Without a go-live date only figures that need none exist.

    failing: hard stops that fail without a waiver, the gravest first. enough: whether enough is answered to say what
    is missing and which date holds.
    """

    go_live: date | None
    as_of: date
    verdict: Verdict | None
    reasons: tuple[Reason, ...]
    overall: Figures
    factors: Mapping[str, Figures]
    areas: Mapping[Area, Figures]
    questions: Mapping[str, Judged]
    earliest: EarliestGoLive | None
    failing: tuple[str, ...]
    enough: bool

    @property
    def catch_up_by(self) -> date | None:
        """The last day on which the date can still be caught up: that of the open hard stop with the least reserve."""
        held = [j for j in self.questions.values() if j.reserve_days is not None and not j.waived]
        least = min((j.reserve_days for j in held if j.status in OPEN and j.reserve_days is not None), default=None)
        return None if least is None else self.as_of + timedelta(days=least)

    @property
    def next_stops(self) -> NextStops | None:
        """The next day on which a step of a hard stop that is not reached yet comes into force."""
        coming = [(days, judged) for judged in self.questions.values() if (days := self._next_step(judged)) is not None]
        if self.go_live is None or not coming:
            return None
        first = max(days for days, _ in coming)
        held = [judged for days, judged in coming if days == first]
        return NextStops(
            date=self.go_live - timedelta(days=first),
            questions=tuple(judged.question.id for judged in held),
            not_begun=tuple(judged.question.id for judged in held if not judged.attainment),
        )

    def _next_step(self, judged: Judged) -> int | None:
        """Days before the go-live of the next step of an open hard stop that the answer does not reach."""
        if judged.reserve_days is None or judged.waived or self.days_left is None:
            return None
        steps, reached = judged.question.step_attainments, (judged.attainment or 0.0) + TOLERANCE
        return max((days for days, mark in steps.items() if days < self.days_left and mark > reached), default=None)

    @property
    def days_left(self) -> int | None:
        return None if self.go_live is None else (self.go_live - self.as_of).days


def judge(
    yardstick: Yardstick,
    answers: Answers,
    *,
    go_live: date | None,
    as_of: date,
    waivers: Iterable[Waiver] = (),
    actions: Mapping[str, date] | None = None,
    agreed: Collection[str] = (),
) -> Judgement:
    """Judge one response. `actions`: question id -> the day its action will be done.

    agreed: ids of the questions that HPAS has agreed do not apply.
    """
    held = {waiver.question_id for waiver in waivers if waiver.holds(answers, go_live=go_live, as_of=as_of)}
    judged = judge_many(
        yardstick,
        lay_out(yardstick, [answers]),
        go_live=np.array([math.nan if go_live is None else go_live.toordinal()]),
        as_of=np.array([float(as_of.toordinal())]),
        told=Told(_named(yardstick, held), _planned(yardstick, actions or {}), _named(yardstick, agreed)),
    )
    return read_row(yardstick, judged, 0, answers, go_live=go_live, as_of=as_of)


def _named(yardstick: Yardstick, ids: Collection[str]) -> Flags | None:
    return np.array([[q.id in ids for q in yardstick.questions]]) if ids else None


def _planned(yardstick: Yardstick, actions: Mapping[str, date]) -> Floats | None:
    if not actions:
        return None
    return np.array([[actions[q.id].toordinal() if q.id in actions else math.nan for q in yardstick.questions]])


def read_row(
    yardstick: Yardstick,
    judged: Judgements,
    row: int,
    answers: Answers,
    *,
    go_live: date | None,
    as_of: date,
) -> Judgement:
    """One row of many, in words."""
    verdict = None if judged.verdict[row] == batch.NONE else VERDICTS[judged.verdict[row]]
    left = np.array([math.nan if go_live is None else float((go_live - as_of).days)])
    ahead = ahead_days(yardstick, one_row(judged, row), left)[0]
    figures = figures_of_row(yardstick, judged.figures, row, ahead)
    return Judgement(
        go_live=go_live,
        as_of=as_of,
        verdict=verdict,
        reasons=_reasons(yardstick, judged, row, verdict),
        overall=figures[OVERALL],
        factors={name: figures[name] for name in yardstick.factors},
        areas={area: figures[area.value] for area in Area},
        questions=_questions(yardstick, judged, row, answers, go_live, as_of),
        earliest=earliest_of_row(yardstick, judged, row),
        failing=failing_of_row(yardstick, judged, row),
        enough=not judged.too_few[row],
    )


def figures_of_row(yardstick: Yardstick, figures: batch.Figures, row: int, ahead: Floats) -> dict[str, Figures]:
    """The figures of one row for every group, by its name. ahead: (groups,) of that row."""
    columns = zip(
        _numbers(figures.readiness[row]),
        _numbers(figures.low[row]),
        _numbers(figures.high[row]),
        _numbers(figures.expected[row]),
        _numbers(figures.coverage[row]),
        figures.answered[row].astype(int).tolist(),
        figures.applicable[row].astype(int).tolist(),
        _numbers(ahead),
        strict=True,
    )
    return {name: Figures(*values) for name, values in zip(yardstick.group_names, columns, strict=True)}


def _numbers(values: Floats) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]


def _days(values: Floats) -> list[int | None]:
    return [None if math.isinf(value) or value != value else int(value) for value in values.tolist()]


def _questions(
    yardstick: Yardstick, judged: Judgements, row: int, answers: Answers, go_live: date | None, as_of: date
) -> dict[str, Judged]:
    columns = zip(
        yardstick.questions,
        judged.status[row].tolist(),
        _numbers(judged.attainment[row]),
        yardstick.expected[judged.phase[row]].tolist(),
        judged.days_late[row].tolist(),
        judged.waived[row].tolist(),
        _days(judged.slack[row]),
        _days(judged.start[row]),
        _days(judged.reserve[row]),
        judged.work_left[row].tolist(),
        yardstick.live_from.tolist(),
        judged.unproven[row].tolist(),
        strict=True,
    )
    left = math.inf if go_live is None else (go_live - as_of).days
    return {
        question.id: Judged(
            question=question,
            answer=answers.get(question.id, NO_ANSWER),
            status=None if go_live is None else STATUSES[status],
            attainment=attained,
            expected_attainment=None if go_live is None else expected,
            due=None if go_live is None else go_live - timedelta(days=question.last_step),
            days_late=None if go_live is None else late,
            waived=waived,
            slack_days=slack,
            start_by=None if start is None else as_of + timedelta(days=start),
            reserve_days=reserve,
            finish=as_of + timedelta(days=work_left),
            work_days=int(work_left),
            live=left <= live_from,
            unproven=unproven,
        )
        for question, status, attained, expected, late, waived, slack, start, reserve, work_left, live_from, unproven in columns
    }


def _reasons(yardstick: Yardstick, judged: Judgements, row: int, verdict: Verdict | None) -> tuple[Reason, ...]:
    """The rule that decided with what it speaks of, the gravest first; some verdicts have several."""
    status = judged.status[row]
    late = np.isin(status, [STATUSES.index(each) for each in LATE])
    stops = yardstick.hard_stop & ~judged.waived[row]
    behind = Reason(Rule.BEHIND, _gravest(yardstick, judged, row, late & ~stops))
    match verdict:
        case None:
            return ()
        case Verdict.NOT_READY:
            return _not_ready(yardstick, judged, row)
        case Verdict.UNDECIDED:
            silent = status == STATUSES.index(Status.UNANSWERED)
            return (Reason(Rule.TOO_FEW_ANSWERS, _ids(yardstick, silent)),)
        case Verdict.BEHIND:
            open_stops = np.isin(status, [STATUSES.index(each) for each in OPEN]) & stops
            found: tuple[Reason, ...] = (
                Reason(Rule.HARD_STOP_AT_RISK, _gravest(yardstick, judged, row, open_stops)),
                behind,
            )
        case Verdict.CONDITIONAL:
            waived, alone = _ids(yardstick, judged.waived[row]), _ids(yardstick, judged.unconfirmed[row])
            found = (Reason(Rule.WAIVER, waived), Reason(Rule.NOT_APPLICABLE_UNCONFIRMED, alone), behind)
        case Verdict.ON_TRACK:
            found = (Reason(Rule.ALL_EXPECTED_MET), behind)
            return found if behind.questions else found[:1]
        case Verdict.READY:
            return (Reason(Rule.ALL_MET),)
    return tuple(reason for reason in found if reason.questions)


def _not_ready(yardstick: Yardstick, judged: Judgements, row: int) -> tuple[Reason, ...]:
    """The failing hard stops, answered and unanswered apart; first the rule of the one that decides the date."""
    failing = failing_of_row(yardstick, judged, row)
    known = dict(zip((q.id for q in yardstick.questions), (judged.attainment[row] >= 0).tolist(), strict=True))
    answered = Reason(Rule.HARD_STOP_ANSWERED, tuple(each for each in failing if known[each]))
    silent = Reason(Rule.HARD_STOP_UNANSWERED, tuple(each for each in failing if not known[each]))
    both = (answered, silent) if known[failing[0]] else (silent, answered)
    return tuple(reason for reason in both if reason.questions)


def failing_of_row(yardstick: Yardstick, judged: Judgements, row: int) -> tuple[str, ...]:
    """Ids of the hard stops of one row that fail without a waiver, the least reserve first."""
    return _gravest(yardstick, judged, row, judged.failed[row] & ~judged.waived[row])


def _gravest(yardstick: Yardstick, judged: Judgements, row: int, flags: Flags) -> tuple[str, ...]:
    """Ids in the order of what can least wait: the least reserve, then the most days late, then the least slack."""
    columns = np.flatnonzero(flags)
    reserve, late, slack = judged.reserve[row], judged.days_late[row], judged.slack[row]
    ordered = sorted(columns.tolist(), key=lambda column: (reserve[column], -late[column], slack[column]))
    return tuple(yardstick.questions[column].id for column in ordered)


def _ids(yardstick: Yardstick, flags: Flags) -> tuple[str, ...]:
    return tuple(yardstick.questions[column].id for column in np.flatnonzero(flags))


def earliest_of_row(yardstick: Yardstick, judged: Judgements, row: int) -> EarliestGoLive | None:
    """The earliest defensible go-live of one row, or `None` without a go-live date."""
    day, column = judged.earliest[row], judged.decided_by[row]
    if math.isnan(day):
        return None
    return EarliestGoLive(
        date=date.fromordinal(int(day)),
        decided_by=None if column == batch.NONE else yardstick.questions[column].id,
    )
