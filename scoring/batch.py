"""The judgement of many responses to one form at once; one response is the case of one row (`scoring.judgement`).

All results are arrays; days are day numbers (`date.toordinal`), nan where there is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring import formulas, rules
from scoring.arena import arrays_in_arena
from scoring.clock import Times, clock
from scoring.encoding import NONE_YET, NONE_YET_DONE, EncodedAnswers
from scoring.formulas import TOLERANCE, Flags, Floats
from scoring.rules import Codes, code_of
from scoring.vocabulary import Status
from scoring.yardstick import Yardstick

# Whole days, in half the room.
Days = NDArray[np.float32]

# So many rows at a time stay within the processor's cache, and are worth what each call of numpy costs.
BLOCK = 768
# A product of so many multiplications is done on one thread; several wait longer for each other than they work.
ON_ONE_THREAD = 2**18


@dataclass(frozen=True, slots=True, eq=False)
class BatchFigures:
    """(responses, groups) each, groups as in `Yardstick.group_names`. Points are 0..100, coverage 0..1, nan is none."""

    readiness: Floats
    low: Floats
    high: Floats
    expected: Floats
    coverage: Floats
    answered: Floats
    applicable: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Detail:
    """What is only said of one response at a time: (1, questions) each.

    times: `scoring.clock`. unconfirmed: marked not applicable without HPAS's word, where that matters for the verdict.
    unproven: answered earlier than an answer proves anything.
    """

    times: Times
    unconfirmed: Flags
    unproven: Flags


@dataclass(frozen=True, slots=True, eq=False)
class BatchJudgements:
    """The judgement of each row.

    attainment, days_late: (responses, questions); attainment is nan where nothing is measured.
    status: (responses, questions), index in STATUSES or NONE. verdict: (responses,), index in VERDICTS or NONE.
    slack: (responses, questions) days, inf where no step is to come. reserve: days, of hard stops that are not settled,
    else inf. failed: hard stops that fail, before waivers. waived: hard stops that are not settled, with a waiver that holds.
    phase: (responses,) the row of `Yardstick.expected` that holds.
    earliest: (responses,) day number; decided_by: (responses,) column or NONE.
    detail: of a single response, else None.
    """

    figures: BatchFigures
    attainment: Floats
    days_late: NDArray[np.int32]
    status: Codes
    slack: Days
    reserve: Days
    failed: Flags
    waived: Flags
    too_few: Flags
    phase: NDArray[np.intp]
    verdict: Codes
    earliest: Floats
    decided_by: NDArray[np.int64]
    detail: Detail | None = None


@dataclass(frozen=True, slots=True, eq=False)
class BatchCircumstances:
    """What is known of each response beside its answers: (responses, questions) each, or `None` where there is nothing.

    waived: whether a waiver holds. planned: the day number of its open action, nan where there is none.
    agreed: whether HPAS has agreed that the question does not apply.
    """

    waived: Flags | None = None
    planned: Floats | None = None
    agreed: Flags | None = None

    def of(self, rows: slice) -> "BatchCircumstances":
        """The same of some of the rows."""
        return BatchCircumstances(_some(self.waived, rows), _some(self.planned, rows), _some(self.agreed, rows))


def _some(held: Any, rows: slice) -> Any:
    return None if held is None else held[rows]


NO_CIRCUMSTANCES = BatchCircumstances()


def judge_many(
    yardstick: Yardstick,
    encoded: EncodedAnswers,
    *,
    go_live: Floats,
    as_of: Floats,
    circumstances: BatchCircumstances = NO_CIRCUMSTANCES,
) -> BatchJudgements:
    """Judge every row.

    go_live, as_of: (responses,) day numbers, go_live nan when there is no date.
    """
    rows = encoded.values.shape[0]
    blocks = (
        _judge(
            yardstick,
            EncodedAnswers(encoded.values[b], encoded.applicable[b]),
            go_live[b, None],
            as_of[b, None],
            circumstances.of(b),
        )
        for b in _blocks(rows)
    )
    return next(blocks) if rows <= BLOCK else _joined(blocks, rows)


def _blocks(rows: int) -> Iterator[slice]:
    for start in range(0, max(rows, 1), BLOCK):
        yield slice(start, start + BLOCK)


def _joined(blocks: Iterator[BatchJudgements], rows: int) -> BatchJudgements:
    """One block after another, copied and let go of before the next, which keeps the memory they use in the cache."""
    first = next(blocks)
    whole: list[Any] = arrays_in_arena(rows, _arrays(first))
    for place, block in zip(_blocks(rows), chain([first], blocks), strict=True):
        for room, part in zip(whole, _arrays(block), strict=True):
            room[place] = part
    figures = len(fields(BatchFigures))
    return BatchJudgements(BatchFigures(*whole[:figures]), *whole[figures:])


def _arrays(block: BatchJudgements) -> list[NDArray[Any]]:
    """All arrays of a block: those of the figures, then the others, in their order."""
    figures = [getattr(block.figures, field.name) for field in fields(BatchFigures)]
    return figures + [getattr(block, field.name) for field in fields(BatchJudgements)[1:-1]]


def _judge(
    yardstick: Yardstick, encoded: EncodedAnswers, go_live: Floats, as_of: Floats, circumstances: BatchCircumstances
) -> BatchJudgements:
    applicable, days_left = encoded.applicable, go_live - as_of
    dated = ~np.isnan(go_live)
    answered = applicable & ~np.isnan(encoded.values)
    phase = yardstick.turns.searchsorted(days_left[:, 0])
    expected = yardstick.expected[phase]
    done = _done(yardstick, encoded, go_live, as_of)
    attained, unproven = _proven(yardstick, done, expected, days_left)
    in_force = yardstick.due[phase] & applicable
    times = clock(yardstick, encoded, done, go_live, as_of, circumstances.planned)
    status = rules.status(applicable, answered, in_force, attained, expected, times.slack, dated)
    stops = rules.stops(yardstick, status, times.work_left, days_left, circumstances.waived)
    too_few = rules.too_few(yardstick, in_force, answered, applicable)
    unconfirmed = rules.unconfirmed(yardstick, applicable, circumstances.agreed)
    earliest, decided_by = rules.earliest(stops, go_live[:, 0])
    return BatchJudgements(
        figures=_figures(yardstick, attained, expected, answered, applicable, dated),
        attainment=attained,
        days_late=_days_late(yardstick, attained, status, days_left),
        status=status,
        slack=times.slack.astype(np.float32),
        reserve=stops.reserve.astype(np.float32),
        failed=stops.failed,
        waived=stops.waived,
        too_few=too_few,
        phase=phase,
        verdict=rules.verdict(yardstick, status, stops, answered, in_force, too_few, unconfirmed, dated[:, 0]),
        earliest=earliest,
        decided_by=decided_by,
        detail=Detail(times, unconfirmed, unproven) if len(applicable) == 1 else None,
    )


def _done(yardstick: Yardstick, encoded: EncodedAnswers, go_live: Floats, as_of: Floats) -> Floats:
    """How far each answer reaches, whether it proves anything yet or not; nan where nothing is measured."""
    measured = _in_units(yardstick, encoded.values, encoded.applicable, go_live, as_of)
    done = formulas.attainment(measured, yardstick.requirement, yardstick.zero)
    if yardstick.takes_none_yet:
        done[encoded.applicable & (encoded.values == NONE_YET)] = NONE_YET_DONE
    return done


def _proven(yardstick: Yardstick, done: Floats, expected: Floats, days_left: Floats) -> tuple[Floats, Flags]:
    """What counts: of an answer that was given too early, or that nothing has fallen due, no more than is expected.

    Without a go-live nothing is expected, and that nothing has fallen due cannot be measured.
    """
    if not yardstick.takes_none_yet and np.isinf(yardstick.not_before).all():
        return done, np.zeros(done.shape, bool)
    early = days_left > yardstick.not_before
    counted = np.where(early | (done == NONE_YET_DONE), np.minimum(done, expected), done)
    if (undated := np.isnan(days_left)).any():
        counted[undated & (done == NONE_YET_DONE)] = np.nan
    return counted, early & (counted < done - TOLERANCE)


def _in_units(yardstick: Yardstick, values: Floats, applicable: Flags, go_live: Floats, as_of: Floats) -> Floats:
    """Values in the unit of the steps, nan where the question does not apply: a date becomes days before the go-live."""
    measured = values + formulas.either(applicable, 0.0, np.nan)
    dates = yardstick.is_date
    if dates.any():
        measured[:, dates] = formulas.days_before(measured[:, dates], go_live, as_of)
    return measured


def _figures(
    yardstick: Yardstick, attained: Floats, expected: Floats, answered: Flags, applicable: Flags, dated: Flags
) -> BatchFigures:
    """Weighted means over questions for every group. What is answered but cannot be measured yet counts as unknown."""
    known = ~np.isnan(attained)
    both, groups = yardstick.both_weights, len(yardstick.group_names)
    weights = both[:, :groups]
    points, should = _sums(np.fmax(attained, 0.0), weights), _sums(expected * applicable, weights)
    told, asked_of = _sums(answered.astype(np.float64), both), _sums(applicable.astype(np.float64), both)
    replies, weight, asked = told[:, groups:], asked_of[:, :groups], asked_of[:, groups:]
    known_weight = told[:, :groups] if (known == answered).all() else _sums(known.astype(np.float64), weights)
    coverage = formulas.ratio(replies, asked)
    shown = formulas.reaches(coverage, yardstick.form.readiness_coverage)
    return BatchFigures(
        readiness=np.where(shown, 100 * formulas.ratio(points, known_weight), np.nan),
        low=100 * formulas.ratio(points, weight),
        high=100 * formulas.ratio(points + weight - known_weight, weight),
        expected=np.where(dated, 100 * formulas.ratio(should, weight), np.nan),
        coverage=coverage,
        answered=replies,
        applicable=asked,
    )


def _sums(values: Floats, weights: Floats) -> Floats:
    """`values @ weights`, so many rows at a time that each product stays on one thread."""
    found = np.empty((len(values), weights.shape[1]))
    rows = max(1, ON_ONE_THREAD // weights.size)
    for start in range(0, len(values), rows):
        np.matmul(values[start : start + rows], weights, out=found[start : start + rows])
    return found


def _days_late(yardstick: Yardstick, attained: Floats, status: Codes, days_left: Floats) -> NDArray[np.int32]:
    """Days from the first step that is not reached to today, 0 where the question is not behind."""
    behind = status == code_of(Status.BEHIND)
    reached = formulas.steps_reached(attained, yardstick.step_attainment[:-1])
    due = formulas.in_rows(np.fmax(yardstick.step_days, 0.0), reached)
    late: NDArray[np.int32] = ((due - np.nan_to_num(days_left)) * behind).astype(np.int32)
    return late
