"""The judgement of many responses to one form at once; one response is the case of one row (`scoring.judgement`).

All results are arrays; days are day numbers (`date.toordinal`), nan where there is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring import formulas
from scoring.arena import room_for
from scoring.clock import Times, clock
from scoring.encoding import NONE_YET, NONE_YET_DONE, Sheet
from scoring.formulas import TOLERANCE, Flags, Floats
from scoring.vocabulary import Status, Verdict
from scoring.yardstick import Yardstick

Codes = NDArray[np.int8]
# Whole days, in half the room.
Days = NDArray[np.float32]

STATUSES = tuple(Status)
VERDICTS = tuple(Verdict)
NONE = -1
# So many rows at a time stay within the processor's cache.
BLOCK = 512


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
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
class Judgements:
    """The judgement of each row.

    attainment, days_late: (responses, questions); attainment is nan where nothing is measured.
    status: (responses, questions), index in STATUSES or NONE. verdict: (responses,), index in VERDICTS or NONE.
    slack: (responses, questions) days, inf where no step is to come. reserve: days, of hard stops that are not settled,
    else inf. failed: hard stops that fail, before waivers. waived: hard stops that are not settled, with a waiver that holds.
    phase: (responses,) the row of `Yardstick.expected` that holds.
    earliest: (responses,) day number; decided_by: (responses,) column or NONE.
    detail: of a single response, else None.
    """

    figures: Figures
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
class Told:
    """What is known of each response beside its answers: (responses, questions) each, or `None` where there is nothing.

    waived: whether a waiver holds. planned: the day number of its open action, nan where there is none.
    agreed: whether HPAS has agreed that the question does not apply.
    """

    waived: Flags | None = None
    planned: Floats | None = None
    agreed: Flags | None = None

    def of(self, rows: slice) -> "Told":
        """The same of some of the rows."""
        return Told(_some(self.waived, rows), _some(self.planned, rows), _some(self.agreed, rows))


def _some(held: Any, rows: slice) -> Any:
    return None if held is None else held[rows]


NOTHING_TOLD = Told()


def judge_many(
    yardstick: Yardstick, sheet: Sheet, *, go_live: Floats, as_of: Floats, told: Told = NOTHING_TOLD
) -> Judgements:
    """Judge every row of the sheet.

    go_live, as_of: (responses,) day numbers, go_live nan when there is no date.
    """
    rows = sheet.values.shape[0]
    blocks = (
        _judge(yardstick, Sheet(sheet.values[b], sheet.applicable[b]), go_live[b, None], as_of[b, None], told.of(b))
        for b in _blocks(rows)
    )
    return next(blocks) if rows <= BLOCK else _joined(blocks, rows)


def _blocks(rows: int) -> Iterator[slice]:
    for start in range(0, max(rows, 1), BLOCK):
        yield slice(start, start + BLOCK)


def _joined(blocks: Iterator[Judgements], rows: int) -> Judgements:
    """One block after another, copied and let go of before the next, which keeps the memory they use in the cache."""
    first = next(blocks)
    whole: list[Any] = room_for(rows, _arrays(first))
    for place, block in zip(_blocks(rows), chain([first], blocks), strict=True):
        for room, part in zip(whole, _arrays(block), strict=True):
            room[place] = part
    figures = len(fields(Figures))
    return Judgements(Figures(*whole[:figures]), *whole[figures:])


def _arrays(block: Judgements) -> list[NDArray[Any]]:
    """All arrays of a block: those of the figures, then the others, in their order."""
    figures = [getattr(block.figures, field.name) for field in fields(Figures)]
    return figures + [getattr(block, field.name) for field in fields(Judgements)[1:-1]]


def _judge(yardstick: Yardstick, sheet: Sheet, go_live: Floats, as_of: Floats, told: Told) -> Judgements:
    applicable, days_left = sheet.applicable, go_live - as_of
    dated = ~np.isnan(go_live)
    answered = applicable & ~np.isnan(sheet.values)
    phase = yardstick.turns.searchsorted(days_left[:, 0])
    expected = yardstick.expected[phase]
    done = _done(yardstick, sheet, go_live, as_of)
    attained, unproven = _proven(yardstick, done, expected, days_left)
    in_force = yardstick.due[phase] & applicable
    times = clock(yardstick, sheet, done, go_live, as_of, told.planned)
    status = _status(applicable, answered, in_force, attained, expected, times.slack, dated)
    stops = _stops(yardstick, status, times.work_left, days_left, told.waived)
    too_few = _too_few(yardstick, in_force, answered, applicable)
    unconfirmed = _unconfirmed(yardstick, applicable, told.agreed)
    earliest, decided_by = _earliest(stops, go_live[:, 0])
    return Judgements(
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
        verdict=_verdict(yardstick, status, stops, answered, in_force, too_few, unconfirmed, dated[:, 0]),
        earliest=earliest,
        decided_by=decided_by,
        detail=Detail(times, unconfirmed, unproven) if len(applicable) == 1 else None,
    )


def _done(yardstick: Yardstick, sheet: Sheet, go_live: Floats, as_of: Floats) -> Floats:
    """How far each answer reaches, whether it proves anything yet or not; nan where nothing is measured."""
    measured = _in_units(yardstick, sheet.values, sheet.applicable, go_live, as_of)
    done = formulas.attainment(measured, yardstick.requirement, yardstick.zero)
    done[sheet.applicable & (sheet.values == NONE_YET)] = NONE_YET_DONE
    return done


def _proven(yardstick: Yardstick, done: Floats, expected: Floats, days_left: Floats) -> tuple[Floats, Flags]:
    """What counts: of an answer that was given too early, or that nothing has fallen due, no more than is expected.

    Without a go-live nothing is expected, and that nothing has fallen due cannot be measured.
    """
    early = days_left > yardstick.not_before
    counted = np.where(early | (done == NONE_YET_DONE), np.minimum(done, expected), done)
    if (undated := np.isnan(days_left)).any():
        counted[undated & (done == NONE_YET_DONE)] = np.nan
    return counted, early & (counted < done - TOLERANCE)


def _in_units(yardstick: Yardstick, values: Floats, applicable: Flags, go_live: Floats, as_of: Floats) -> Floats:
    """Values in the unit of the steps, nan where the question does not apply: a date becomes days before the go-live."""
    measured = np.where(applicable, values, np.nan)
    dates = yardstick.is_date
    if dates.any():
        measured[:, dates] = formulas.days_before(measured[:, dates], go_live, as_of)
    return measured


def _status(
    applicable: Flags,
    answered: Flags,
    in_force: Flags,
    attained: Floats,
    expected: Floats,
    slack: Floats,
    dated: Flags,
) -> Codes:
    """The first rule that holds: STATUSES stand in the order of the rules, so it is the least code that holds."""
    rules = (
        (np.int8(NONE), ~dated),
        (_code(Status.NOT_APPLICABLE), ~applicable),
        (_code(Status.UNANSWERED), in_force & ~answered),
        (_code(Status.MET), formulas.reaches(attained, 1.0)),
        (_code(Status.BEHIND), attained < expected - TOLERANCE),
        (_code(Status.AT_RISK), slack < 0),
        (_code(Status.NOT_DUE), ~in_force),
    )
    rest = _code(Status.ON_TRACK)
    status = np.full(attained.shape, rest)
    for code, holds in rules:
        # Arithmetic instead of `where`: it does not branch, which is several times as fast on mixed answers.
        np.minimum(status, rest - holds * (rest - code), out=status)
    return status


def _code(status: Status) -> np.int8:
    return np.int8(STATUSES.index(status))


def _too_few(yardstick: Yardstick, in_force: Flags, answered: Flags, applicable: Flags) -> Flags:
    """Fewer answers than the threshold among what is due, or no question that applies at all."""
    due = in_force.sum(axis=1)
    replied = (in_force & answered).sum(axis=1)
    few: Flags = replied < yardstick.form.verdict_coverage * due - TOLERANCE
    return few | ~applicable.any(axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class _Stops:
    """Of the hard stops, as in `Judgements`. open: behind, unanswered or at risk. settled: nothing is left to wait for."""

    open: Flags
    reserve: Floats
    failed: Flags
    waived: Flags
    settled: Flags


def _stops(yardstick: Yardstick, status: Codes, work_left: Floats, days_left: Floats, waived: Flags | None) -> _Stops:
    counts = yardstick.hard_stop & (status > _code(Status.NOT_APPLICABLE)) & (status != _code(Status.MET))
    late = counts & (status <= _code(Status.AT_RISK))
    reserve = np.where(counts, formulas.slack(days_left, yardstick.margin, work_left), np.inf)
    held = np.zeros_like(counts) if waived is None else waived & yardstick.waivable
    return _Stops(late, reserve, reserve < 0, held & counts, ~counts | held)


def _unconfirmed(yardstick: Yardstick, applicable: Flags, agreed: Flags | None) -> Flags:
    """What is marked not applicable without HPAS's word: of hard stops, and of all where it is more than the threshold."""
    alone = ~applicable if agreed is None else ~applicable & ~agreed
    many = alone.sum(axis=1, keepdims=True) > yardstick.form.not_applicable_share * alone.shape[1] + TOLERANCE
    found: Flags = alone & (yardstick.hard_stop | many)
    return found


def _verdict(
    yardstick: Yardstick,
    status: Codes,
    stops: _Stops,
    answered: Flags,
    in_force: Flags,
    too_few: Flags,
    unconfirmed: Flags,
    dated: Flags,
) -> Codes:
    """The first rule of design section 3 that holds."""
    late = (status == _code(Status.BEHIND)) | (status == _code(Status.UNANSWERED))
    many_late = late.sum(axis=1) > yardstick.form.behind_share * in_force.sum(axis=1) + TOLERANCE
    left = (status != _code(Status.MET)) & (status != _code(Status.NOT_APPLICABLE))
    failing, in_use = stops.failed & ~stops.waived, stops.waived & (stops.open | stops.failed)
    has = _any_of(failing & answered, failing, stops.open & ~stops.waived, in_use, unconfirmed, left)
    answered_fails, fails, open_stop, waiver, alone, unmet = has
    chosen = np.select(
        [~dated, answered_fails, too_few, fails, open_stop | many_late, waiver | alone, ~unmet],
        [NONE, *(VERDICTS.index(v) for v in _VERDICT_ORDER)],
        default=VERDICTS.index(Verdict.ON_TRACK),
    )
    return chosen.astype(np.int8)


def _any_of(*flags: Flags) -> list[Flags]:
    """Of each whether it holds anywhere in a row: all of them in one go, a bit each."""
    bits = np.zeros(flags[0].shape, np.uint8)
    for place, held in enumerate(flags):
        bits |= held.view(np.uint8) << np.uint8(place)
    found = np.bitwise_or.reduce(bits, axis=1)
    return [(found >> np.uint8(place)) & np.uint8(1) > 0 for place in range(len(flags))]


_VERDICT_ORDER = (
    Verdict.NOT_READY,
    Verdict.UNDECIDED,
    Verdict.NOT_READY,
    Verdict.BEHIND,
    Verdict.CONDITIONAL,
    Verdict.READY,
)


def _figures(
    yardstick: Yardstick, attained: Floats, expected: Floats, answered: Flags, applicable: Flags, dated: Flags
) -> Figures:
    """Weighted means over questions for every group. What is answered but cannot be measured yet counts as unknown."""
    known = answered & ~np.isnan(attained)
    both, groups = yardstick.both_weights, len(yardstick.group_names)
    weights = both[:, :groups]
    points, should = np.where(known, attained, 0.0) @ weights, (expected * applicable) @ weights
    told, asked_of = answered.astype(np.float64) @ both, applicable.astype(np.float64) @ both
    replies, weight, asked = told[:, groups:], asked_of[:, :groups], asked_of[:, groups:]
    known_weight = told[:, :groups] if (known == answered).all() else known.astype(np.float64) @ weights
    coverage = formulas.ratio(replies, asked)
    shown = formulas.reaches(coverage, yardstick.form.readiness_coverage)
    return Figures(
        readiness=np.where(shown, 100 * formulas.ratio(points, known_weight), np.nan),
        low=100 * formulas.ratio(points, weight),
        high=100 * formulas.ratio(points + weight - known_weight, weight),
        expected=np.where(dated, 100 * formulas.ratio(should, weight), np.nan),
        coverage=coverage,
        answered=replies,
        applicable=asked,
    )


def _days_late(yardstick: Yardstick, attained: Floats, status: Codes, days_left: Floats) -> NDArray[np.int32]:
    """Days from the first step that is not reached to today, 0 where the question is not behind."""
    late = np.zeros(attained.shape, dtype=np.int32)
    behind = np.flatnonzero(status == _code(Status.BEHIND))
    row, column = np.divmod(behind, attained.shape[1])
    found = attained.take(behind)
    reached = np.zeros(behind.shape, dtype=np.intp)
    for mark in yardstick.step_attainment[:-1]:
        reached += formulas.reaches(found, mark[column])
    late.put(behind, yardstick.step_days[reached, column] - days_left[row, 0])
    return late


def _earliest(stops: _Stops, go_live: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """The latest of the days the open hard stops allow, and the column that decides; the go-live when it is later.

    A stop allows `finish + margin`, which is its reserve before the go-live: the least reserve decides.
    """
    reserve = np.where(stops.settled, np.inf, stops.reserve)
    last = reserve.argmin(axis=1)
    least = reserve[np.arange(len(last)), last]
    decides = least <= 0
    return np.where(decides, go_live - least, go_live), np.where(decides, last, NONE)
