"""The judgement of one response at one day, in words: figures, statuses, verdict with reasons, earliest go-live.

Told the day; knows no clock. The arithmetic is `scoring.batch` with one row.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from scoring import batch
from scoring.answers import NO_ANSWER, Answer, Answers
from scoring.batch import STATUSES, VERDICTS, Judgements, judge_many
from scoring.encoding import lay_out
from scoring.formulas import Flags, Floats
from scoring.questionnaire import Question
from scoring.vocabulary import Area, Rule, Status, Verdict
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


class Judged(NamedTuple):
    """One question. `due` is the day of its last step."""

    question: Question
    answer: Answer
    status: Status | None
    attainment: float | None
    expected_attainment: float | None
    due: date | None
    days_late: int | None
    waived: bool


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
class Judgement:
    """Everything said of one response at one day. Without a go-live date only figures that need none exist."""

    go_live: date | None
    as_of: date
    verdict: Verdict | None
    reasons: tuple[Reason, ...]
    overall: Figures
    factors: Mapping[str, Figures]
    areas: Mapping[Area, Figures]
    questions: Mapping[str, Judged]
    earliest: EarliestGoLive | None

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
) -> Judgement:
    """Judge one response. `actions`: question id -> the day its action will be done."""
    judged = judge_many(
        yardstick,
        lay_out(yardstick, [answers]),
        go_live=np.array([math.nan if go_live is None else go_live.toordinal()]),
        as_of=np.array([float(as_of.toordinal())]),
        waived=_waived(yardstick, answers, waivers, as_of),
        planned=_planned(yardstick, actions or {}),
    )
    return read_row(yardstick, judged, 0, answers, go_live=go_live, as_of=as_of)


def _waived(yardstick: Yardstick, answers: Answers, waivers: Iterable[Waiver], as_of: date) -> Flags | None:
    held = {waiver.question_id for waiver in waivers if waiver.holds(answers, as_of)}
    return np.array([[q.id in held for q in yardstick.questions]]) if held else None


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
    figures = figures_of_row(yardstick, judged.figures, row)
    return Judgement(
        go_live=go_live,
        as_of=as_of,
        verdict=verdict,
        reasons=_reasons(yardstick, judged, row, verdict),
        overall=figures[OVERALL],
        factors={name: figures[name] for name in yardstick.factors},
        areas={area: figures[area.value] for area in Area},
        questions=_questions(yardstick, judged, row, answers, go_live),
        earliest=earliest_of_row(yardstick, judged, row),
    )


def figures_of_row(yardstick: Yardstick, figures: batch.Figures, row: int) -> dict[str, Figures]:
    """The figures of one row for every group, by its name."""
    columns = zip(
        _numbers(figures.readiness[row]),
        _numbers(figures.low[row]),
        _numbers(figures.high[row]),
        _numbers(figures.expected[row]),
        _numbers(figures.coverage[row]),
        figures.answered[row].astype(int).tolist(),
        figures.applicable[row].astype(int).tolist(),
        strict=True,
    )
    return {name: Figures(*values) for name, values in zip(yardstick.group_names, columns, strict=True)}


def _numbers(values: Floats) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]


def _questions(
    yardstick: Yardstick, judged: Judgements, row: int, answers: Answers, go_live: date | None
) -> dict[str, Judged]:
    columns = zip(
        yardstick.questions,
        judged.status[row].tolist(),
        _numbers(judged.attainment[row]),
        yardstick.expected[judged.phase[row]].tolist(),
        judged.days_late[row].tolist(),
        judged.waived[row].tolist(),
        strict=True,
    )
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
        )
        for question, status, attained, expected, late, waived in columns
    }


def _reasons(yardstick: Yardstick, judged: Judgements, row: int, verdict: Verdict | None) -> tuple[Reason, ...]:
    """The rule that decided; a conditional verdict may have two."""
    status = judged.status[row]
    behind = status == STATUSES.index(Status.BEHIND)
    unanswered = status == STATUSES.index(Status.UNANSWERED)
    failing = judged.failed[row] & ~judged.waived[row]
    match verdict:
        case None:
            return ()
        case Verdict.NOT_READY if (failing & behind).any():
            return (Reason(Rule.HARD_STOP_ANSWERED, _ids(yardstick, failing & behind)),)
        case Verdict.NOT_READY:
            return (Reason(Rule.HARD_STOP_UNANSWERED, _ids(yardstick, failing)),)
        case Verdict.UNDECIDED:
            return (Reason(Rule.TOO_FEW_ANSWERS, _ids(yardstick, unanswered)),)
        case Verdict.CONDITIONAL:
            waived = _ids(yardstick, judged.waived[row])
            late = _ids(yardstick, (behind | unanswered) & ~judged.waived[row])
            found = (Reason(Rule.WAIVER, waived), Reason(Rule.BEHIND, late))
            return tuple(reason for reason in found if reason.questions)
        case Verdict.ON_TRACK:
            return (Reason(Rule.ALL_EXPECTED_MET),)
        case Verdict.READY:
            return (Reason(Rule.ALL_MET),)


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
