"""The judgement of one response at one day, in words: figures, statuses, times, verdict with reasons, earliest go-live.

Told the day; knows no clock. The arithmetic is `scoring.batch` with one row.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from scoring import batch, rules
from scoring.ahead import ahead_days
from scoring.answers import NO_ANSWER, Answer, Answers
from scoring.batch import BatchCircumstances, BatchJudgements, judge_many
from scoring.clock import EarliestGoLive, NextStops
from scoring.encoding import encode_answers
from scoring.formulas import TOLERANCE, Flags, Floats
from scoring.proof.phases import NO_PHASES, Phases
from scoring.questionnaire import Question
from scoring.reasons import Reason, failing_of_row, reasons_of
from scoring.rules import STATUSES, VERDICTS
from scoring.vocabulary import OPEN, Area, Status, Verdict
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
    """One question on the day `as_of`.

    slack_days, start_days: of the coming step with the least slack, `None` when none is to come; its work is to begin
    so many days from now. reserve_days: of a hard stop that is neither met nor not applicable. work_days: to the
    requirement, by the plan or the usual work. live: whether the work has to begin, or should have. unproven: given
    earlier than an answer proves anything. moving: on a moving
    solution, and counting less for it. stale: older than it may be; a hard stop of which that is so has no attainment
    near the go-live.
    """

    question: Question
    answer: Answer
    as_of: date
    go_live: date | None
    status: Status | None
    attainment: float | None
    expected_attainment: float | None
    days_late: int | None
    waived: bool
    slack_days: int | None
    start_days: int | None
    reserve_days: int | None
    work_days: int
    live: bool
    unproven: bool
    stale: bool
    moving: bool

    @property
    def own(self) -> bool:
        """Whether it is the customer's to answer, and not HPAS's."""
        return self.question.from_programme is None

    @property
    def to_confirm(self) -> bool:
        """Whether it is the customer's to say that the answer still holds: its own, also where it disagrees with HPAS."""
        return self.own or self.answer.disagrees is not None

    @property
    def lapsed(self) -> bool:
        """Whether the answer is so old that it counts as none."""
        return self.stale and self.attainment is None

    @property
    def due(self) -> date | None:
        """The day of its last step."""
        return None if self.go_live is None else self.go_live - timedelta(days=self.question.last_step)

    @property
    def start_by(self) -> date | None:
        """The last day on which the usual work for the step with the least slack can begin."""
        return None if self.start_days is None else self.as_of + timedelta(days=self.start_days)

    @property
    def finish(self) -> date:
        """The day its requirement is reached."""
        return self.as_of + timedelta(days=self.work_days)

    @property
    def fails(self) -> bool:
        """A hard stop whose requirement is usually not reached in time for the go-live, with a waiver or without."""
        return self.reserve_days is not None and self.reserve_days < 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything said of one response at one day. Without a go-live date only figures that need none exist.

    failing: hard stops that fail without a waiver, the gravest first; none while too little is known to say, and after the
    start. enough: whether enough is answered to say what is missing and which date holds. started: the day the customer
    has confirmed that it started. phases: when the solution is built, tested and taught.
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
    phases: Phases = NO_PHASES
    started: date | None = None

    @property
    def in_use(self) -> bool:
        """Whether it has started: then verdict, dates and plan rest."""
        return self.verdict is Verdict.IN_USE

    @property
    def asks_if_started(self) -> bool:
        """Whether the go-live is past, and nobody has said that it started."""
        return self.days_left is not None and self.days_left < 0 and not self.in_use

    def own_progress(self, wanted: Collection[str] | None = None) -> tuple[int, int]:
        """How many the customer has answered, and of how many that apply and are its own to answer: all, or of some."""
        held = [each for id_, each in self.questions.items() if each.own and (wanted is None or id_ in wanted)]
        applies = [each for each in held if each.answer.not_applicable is None]
        return sum(each.attainment is not None for each in applies), len(applies)

    @property
    def stale(self) -> tuple[str, ...]:
        """The customer's own answers that are older than they may be: hard stops first, then in the questionnaire's order."""
        held = [judged for judged in self.questions.values() if judged.stale and judged.to_confirm]
        return tuple(each.question.id for each in sorted(held, key=lambda each: each.question.hard_stop is None))

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
    started: date | None = None,
    phases: Phases = NO_PHASES,
) -> Judgement:
    """Judge one response. `actions`: question id -> the day its action will be done.

    agreed: ids of the questions that HPAS has agreed do not apply. phases: when the solution is built, tested and taught.
    started: the day it has confirmed that it started.
    """
    held = {waiver.question_id for waiver in waivers if waiver.holds(answers, go_live=go_live, as_of=as_of)}
    judged = judge_many(
        yardstick,
        encode_answers(yardstick, [answers]),
        go_live=np.array([math.nan if go_live is None else go_live.toordinal()]),
        as_of=np.array([float(as_of.toordinal())]),
        circumstances=BatchCircumstances(
            _named(yardstick, held),
            _planned(yardstick, actions or {}),
            _named(yardstick, agreed),
            _day(started),
            None if phases == NO_PHASES else np.array([phases.numbers]),
        ),
    )
    return _in_words(yardstick, judged, answers, go_live=go_live, as_of=as_of, started=started, phases=phases)


def _day(started: date | None) -> Floats | None:
    return None if started is None else np.array([float(started.toordinal())])


def _named(yardstick: Yardstick, ids: Collection[str]) -> Flags | None:
    return np.array([[q.id in ids for q in yardstick.questions]]) if ids else None


def _planned(yardstick: Yardstick, actions: Mapping[str, date]) -> Floats | None:
    if not actions:
        return None
    return np.array([[actions[q.id].toordinal() if q.id in actions else math.nan for q in yardstick.questions]])


def _in_words(
    yardstick: Yardstick,
    judged: BatchJudgements,
    answers: Answers,
    *,
    go_live: date | None,
    as_of: date,
    started: date | None,
    phases: Phases,
) -> Judgement:
    """What is said of the only row there is."""
    row = 0
    verdict = None if judged.verdict[row] == rules.NONE else VERDICTS[judged.verdict[row]]
    left = np.array([math.nan if go_live is None else float((go_live - as_of).days)])
    ahead = ahead_days(yardstick, judged, left)[0]
    figures = figures_of_row(yardstick, judged.figures, row, ahead)
    return Judgement(
        go_live=go_live,
        as_of=as_of,
        verdict=verdict,
        reasons=reasons_of(yardstick, judged, verdict),
        overall=figures[OVERALL],
        factors={name: figures[name] for name in yardstick.factors},
        areas={area: figures[area.value] for area in Area},
        questions=_questions(yardstick, judged, answers, go_live, as_of),
        earliest=earliest_of_row(yardstick, judged, row),
        failing=() if verdict is Verdict.UNDECIDED else failing_of_row(yardstick, judged, row),
        enough=not judged.too_few[row],
        phases=phases,
        started=started,
    )


def figures_of_row(yardstick: Yardstick, figures: batch.BatchFigures, row: int, ahead: Floats) -> dict[str, Figures]:
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
    yardstick: Yardstick, judged: BatchJudgements, answers: Answers, go_live: date | None, as_of: date
) -> dict[str, Judged]:
    assert judged.detail is not None, "one response alone has its detail"
    times, ids = judged.detail.times, [question.id for question in yardstick.questions]
    expected, late = yardstick.expected[judged.phase[0]].tolist(), judged.days_late[0].tolist()
    undated: list[None] = [None] * len(ids)
    # In the order of the fields of `Judged`: a whole column each, which is half the work of one question after another.
    columns = (
        yardstick.questions,
        [answers.get(id_, NO_ANSWER) for id_ in ids],
        [as_of] * len(ids),
        [go_live] * len(ids),
        [STATUSES[status] for status in judged.status[0].tolist()] if go_live else undated,
        _numbers(judged.attainment[0]),
        expected if go_live else undated,
        late if go_live else undated,
        judged.waived[0].tolist(),
        _days(times.slack[0]),
        undated if times.start is None else _days(times.start[0]),
        _days(judged.reserve[0]),
        times.work_left[0].astype(int).tolist(),
        (yardstick.live_from >= (go_live - as_of).days if go_live else judged.waived[0]).tolist(),
        judged.detail.unproven[0].tolist(),
        judged.stale[0].tolist(),
        judged.detail.moving[0].tolist(),
    )
    return dict(zip(ids, map(Judged._make, zip(*columns, strict=True)), strict=True))


def earliest_of_row(yardstick: Yardstick, judged: BatchJudgements, row: int) -> EarliestGoLive | None:
    """The earliest defensible go-live of one row, or `None` without a go-live date."""
    day, column = judged.earliest[row], judged.decided_by[row]
    if math.isnan(day):
        return None
    return EarliestGoLive(
        date=date.fromordinal(int(day)),
        decided_by=None if column == rules.NONE else yardstick.questions[column].id,
    )
