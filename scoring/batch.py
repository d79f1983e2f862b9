"""The judgement of many responses to one form at once; one response is the case of one row (`scoring.judgement`).

All results are arrays; days are day numbers (`date.toordinal`), nan where there is none.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring import formulas, rules
from scoring.arena import arrays_in_arena
from scoring.clock import Times, clock
from scoring.encoding import NONE_YET, NONE_YET_DONE, EncodedAnswers
from scoring.formulas import TOLERANCE, Days, Flags, Floats, Steps
from scoring.proof import age, phases
from scoring.rules import Codes, code_of
from scoring.vocabulary import Status
from scoring.yardstick import OVERALL_COLUMN, Yardstick

# So many rows at a time stay within the processor's cache, and are worth what each call of numpy costs.
BLOCK = 2500
# Blocks judged at once: numpy works outside the interpreter's lock, and the pages need the processors left over.
THREADS = 2
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
    unproven: answered earlier than an answer proves anything. moving: given on a moving solution, and counting less for it.
    """

    times: Times
    unconfirmed: Flags
    unproven: Flags
    moving: Flags


@dataclass(frozen=True, slots=True, eq=False)
class BatchJudgements:
    """The judgement of each row.

    attainment, days_late: (responses, questions); attainment is nan where nothing is measured.
    status: (responses, questions), index in STATUSES or NONE. verdict: (responses,), index in VERDICTS or NONE.
    slack: (responses, questions) days, inf where no step is to come. reserve: days, of hard stops that are not settled,
    else inf. stale: answers that are older than they may be. failed: hard stops that fail, before waivers. waived: hard stops that are not settled, with a waiver that holds.
    phase: (responses,) the row of `Yardstick.expected` that holds.
    earliest: (responses,) day number, nan without a go-live and of who has started; decided_by: (responses,) column or NONE.
    detail: of a single response, else None.
    """

    figures: BatchFigures
    attainment: Floats
    days_late: NDArray[np.int32]
    status: Codes
    slack: Days
    reserve: Days
    stale: Flags
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
    agreed: whether HPAS has agreed that the question does not apply. started: (responses,) the day number on which the
    customer has confirmed that it started, nan where it has not. phases: (responses, 3), as
    `scoring.proof.phases.on_moving` takes it.
    """

    waived: Flags | None = None
    planned: Floats | None = None
    agreed: Flags | None = None
    started: Floats | None = None
    phases: Floats | None = None

    def of(self, rows: slice) -> "BatchCircumstances":
        """The same of some of the rows."""
        return BatchCircumstances(*(_some(getattr(self, field.name), rows) for field in fields(self)))


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

    def judged(block: slice) -> BatchJudgements:
        return _judge(
            yardstick,
            encoded.of(block),
            go_live[block, None],
            as_of[block, None],
            circumstances.of(block),
        )

    return judged(slice(0, rows)) if rows <= BLOCK else _in_blocks(judged, rows)


def _in_blocks(judged: Callable[[slice], BatchJudgements], rows: int) -> BatchJudgements:
    """Several blocks at once, each copied and let go of before the next, which keeps the memory they use in the cache."""
    whole: list[Any] = arrays_in_arena(rows, _arrays(judged(slice(0, 2))))

    def keep(block: slice) -> None:
        for room, part in zip(whole, _arrays(judged(block)), strict=True):
            room[block] = part

    with ThreadPoolExecutor(THREADS) as threads:
        for _ in threads.map(keep, (slice(start, start + BLOCK) for start in range(0, rows, BLOCK))):
            pass
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
    said = applicable & ~np.isnan(encoded.values)
    stale = age.stale(yardstick, encoded, go_live, as_of)
    lapsed = age.lapsed(yardstick, stale, days_left)
    encoded, answered = _without(encoded, lapsed), said & ~lapsed
    phase = yardstick.turns.searchsorted(days_left[:, 0])
    expected, coming = yardstick.expected[phase], yardstick.coming[phase]
    moving = phases.on_moving(yardstick, encoded, circumstances.phases, as_of)
    done, moved = phases.held_down(yardstick, _done(yardstick, encoded, go_live, as_of), moving)
    attained, unproven = _proven(yardstick, done, expected, days_left, moving)
    in_force, known = yardstick.due[phase] & applicable, ~np.isnan(attained)
    left = np.where(dated, days_left, np.inf).astype(np.float32)
    times = clock(yardstick, encoded, done, coming, left, as_of, circumstances.planned)
    # What is less than expected has not been held down to it, and reaches fewer steps than have come into force.
    behind = known & (times.steps_reached < coming)
    status = rules.status(applicable, answered, in_force, attained, behind, times.slack, dated)
    in_use = rules.in_use(go_live[:, 0], as_of[:, 0], circumstances.started)
    stops = rules.stops(yardstick, status, times.work_left, left, circumstances.waived, in_use)
    figures = _figures(yardstick, attained, expected, answered, applicable, dated, known | lapsed)
    # An answer that has lapsed is still one the customer gave: it makes no verdict milder than it was.
    too_few = rules.too_few(yardstick, in_force, said, figures.applicable[:, OVERALL_COLUMN] > 0)
    unconfirmed = rules.unconfirmed(yardstick, applicable, circumstances.agreed)
    earliest, decided_by = rules.earliest(yardstick, stops, go_live[:, 0], in_use)
    counts_less = moved | moving & (attained < done - TOLERANCE)
    return BatchJudgements(
        figures=figures,
        attainment=attained,
        days_late=_days_late(yardstick, times.steps_reached, status, days_left, in_use),
        status=status,
        slack=times.slack,
        reserve=stops.reserve,
        stale=stale,
        failed=stops.failed,
        waived=stops.waived,
        too_few=too_few,
        phase=phase,
        verdict=rules.verdict(yardstick, status, stops, said, in_force, too_few, unconfirmed, dated[:, 0], in_use),
        earliest=earliest,
        decided_by=decided_by,
        detail=Detail(times, unconfirmed, unproven, counts_less) if len(applicable) == 1 else None,
    )


def _without(encoded: EncodedAnswers, lapsed: Flags) -> EncodedAnswers:
    """The same with what has lapsed left out."""
    return replace(encoded, values=np.where(lapsed, np.nan, encoded.values)) if lapsed.any() else encoded


def _done(yardstick: Yardstick, encoded: EncodedAnswers, go_live: Floats, as_of: Floats) -> Floats:
    """How far each answer reaches, whether it proves anything yet or not; nan where nothing is measured."""
    measured = _in_units(yardstick, encoded.values, go_live, as_of)
    done = formulas.attainment(measured, yardstick.requirement, yardstick.zero)
    done[~encoded.applicable] = np.nan
    if yardstick.takes_none_yet:
        done[encoded.applicable & (encoded.values == NONE_YET)] = NONE_YET_DONE
    return done


def _proven(
    yardstick: Yardstick, done: Floats, expected: Floats, days_left: Floats, moving: Flags
) -> tuple[Floats, Flags]:
    """What counts: of an answer that was given too early, or on a moving solution, or that nothing has fallen due, no more than is expected.

    Without a go-live nothing is expected, and that nothing has fallen due cannot be measured.
    """
    if yardstick.takes_all and not moving.any():
        return done, np.zeros(done.shape, bool)
    early = days_left > yardstick.not_before
    counted = np.where(
        early | moving & ~np.isnan(days_left) | (done == NONE_YET_DONE), np.minimum(done, expected), done
    )
    if (undated := np.isnan(days_left)).any():
        counted[undated & (done == NONE_YET_DONE)] = np.nan
    return counted, early & (counted < done - TOLERANCE)


def _in_units(yardstick: Yardstick, values: Floats, go_live: Floats, as_of: Floats) -> Floats:
    """Values in the unit of the steps: a date becomes days before the go-live."""
    if not len(dates := yardstick.dates):
        return values
    measured = values.copy()
    measured[:, dates] = formulas.days_before(values[:, dates], go_live, as_of)
    return measured


def _figures(
    yardstick: Yardstick,
    attained: Floats,
    expected: Floats,
    answered: Flags,
    applicable: Flags,
    dated: Flags,
    known: Flags,
) -> BatchFigures:
    """Weighted means over questions for every group. What is answered but cannot be measured yet counts as unknown.

    known: what is measured, and what has lapsed, which is no answer, and in the mean nothing: no mean rises because an
    answer falls out of it. `expected` is used up.
    """
    both, groups = yardstick.both_weights, len(yardstick.group_names)
    expected[~applicable] = 0.0
    points, should = _sums(np.fmax(attained, yardstick.nothing), yardstick.weights), _sums(expected, yardstick.weights)
    told, asked_of = _sums(answered, both), _sums(applicable, both)
    replies, weight, asked = told[:, groups:], formulas.some(asked_of[:, :groups]), asked_of[:, groups:]
    known_weight = told[:, :groups] if (known == answered).all() else _sums(known, both)[:, :groups]
    coverage = formulas.ratio(replies, asked)
    shown = formulas.reaches(coverage, yardstick.form.readiness_coverage)
    return BatchFigures(
        readiness=np.where(shown, 100 * formulas.ratio(points, known_weight), np.nan),
        low=100 * (points / weight),
        high=100 * ((points + asked_of[:, :groups] - known_weight) / weight),
        expected=np.where(dated, 100 * (should / weight), np.nan),
        coverage=coverage,
        answered=replies,
        applicable=asked,
    )


def _sums(values: NDArray[Any], weights: NDArray[Any]) -> Floats:
    """`values @ weights`, counted as the weights are, so many rows at a time that each product stays on one thread."""
    counted = values.astype(weights.dtype, copy=False)
    found = np.empty((len(values), weights.shape[1]), weights.dtype)
    rows = max(1, ON_ONE_THREAD // weights.size)
    for start in range(0, len(values), rows):
        np.matmul(counted[start : start + rows], weights, out=found[start : start + rows])
    return found.astype(np.float64, copy=False)


def _days_late(
    yardstick: Yardstick, steps_reached: Steps, status: Codes, days_left: Floats, in_use: Flags
) -> NDArray[np.int32]:
    """Days from the first step that is not reached to today, 0 where the question is not behind, and of who has started."""
    late = formulas.in_rows(yardstick.step_days_due, steps_reached)
    late -= np.where(np.isnan(days_left), 0.0, days_left).astype(np.int32)
    late *= (status == code_of(Status.BEHIND)) & ~in_use[:, None]
    return late
