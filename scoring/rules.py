"""The rules that give each question its status and each response its verdict, tried in the order of design section 3.

Arrays of many responses; days are day numbers, nan where there is none.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring import formulas
from scoring.formulas import TOLERANCE, Days, Flags, Floats
from scoring.vocabulary import Status, Verdict
from scoring.yardstick import Yardstick

Codes = NDArray[np.int8]
STATUSES = tuple(Status)
VERDICTS = tuple(Verdict)
NONE = -1


def status(
    applicable: Flags,
    answered: Flags,
    in_force: Flags,
    attained: Floats,
    behind: Flags,
    slack: Days,
    dated: Flags,
) -> Codes:
    """The first rule that holds: STATUSES stand in the order of the rules, so it is the least code that holds.

    behind: where less is attained than is expected.
    """
    rules = (
        (np.int8(NONE), ~dated),
        (code_of(Status.NOT_APPLICABLE), ~applicable),
        (code_of(Status.UNANSWERED), in_force & ~answered),
        (code_of(Status.MET), formulas.reaches(attained, 1.0)),
        (code_of(Status.BEHIND), behind),
        (code_of(Status.AT_RISK), slack < 0),
        (code_of(Status.NOT_DUE), ~in_force),
    )
    rest = code_of(Status.ON_TRACK)
    # Arithmetic instead of `where`: it does not branch, which is several times as fast on mixed answers.
    before = np.zeros(attained.shape, np.int8)
    for code, holds in rules:
        np.maximum(before, holds.view(np.int8) * (rest - code), out=before)
    return np.subtract(rest, before, out=before)


_CODES = {status: np.int8(code) for code, status in enumerate(STATUSES)}


def code_of(status: Status) -> np.int8:
    return _CODES[status]


def too_few(yardstick: Yardstick, in_force: Flags, answered: Flags, some_apply: Flags) -> Flags:
    """Fewer answers than the threshold among what the customer is asked and is due, or no question that applies at all.

    What HPAS is to answer makes nobody's own answers fewer: it is late, and waits on HPAS. some_apply: (responses,).
    """
    asked = in_force & ~yardstick.carried
    due, replied = formulas.count(asked), formulas.count(asked & answered)
    few: Flags = replied < yardstick.form.verdict_coverage * due - TOLERANCE
    return few | ~some_apply


@dataclass(frozen=True, slots=True, eq=False)
class Stops:
    """Of the hard stops, as in `BatchJudgements`. open: behind, unanswered or at risk."""

    open: Flags
    reserve: Days
    failed: Flags
    waived: Flags


def stops(
    yardstick: Yardstick, status: Codes, work_left: Days, left: Days, waived: Flags | None, in_use: Flags
) -> Stops:
    """in_use: (responses,) whose stops rest, for they have started."""
    counts = (
        yardstick.hard_stop
        & ~in_use[:, None]
        & (status > code_of(Status.NOT_APPLICABLE))
        & (status != code_of(Status.MET))
    )
    late = counts & (status <= code_of(Status.AT_RISK))
    reserve = formulas.slack(left, yardstick.margin, work_left)
    reserve += _none_unless(counts)
    held = np.zeros_like(counts) if waived is None else waived & yardstick.waivable
    return Stops(late, reserve, reserve < 0, held & counts)


def _none_unless(flags: Flags) -> Days:
    """0 where a flag is set, else inf: added to days it leaves none, without branching."""
    with np.errstate(divide="ignore"):
        found: Days = np.reciprocal(flags.astype(np.float32))
    found -= 1
    return found


def unconfirmed(yardstick: Yardstick, applicable: Flags, agreed: Flags | None) -> Flags:
    """What is marked not applicable without HPAS's word: of hard stops, and of all where it is more than the threshold.

    What HPAS answers is its word.
    """
    alone = ~applicable & ~yardstick.carried
    alone = alone if agreed is None else alone & ~agreed
    many = formulas.count(alone)[:, None] > yardstick.form.not_applicable_share * alone.shape[1] + TOLERANCE
    found: Flags = alone & (yardstick.hard_stop | many)
    return found


def verdict(
    yardstick: Yardstick,
    status: Codes,
    stops: Stops,
    answered: Flags,
    in_force: Flags,
    too_few: Flags,
    unconfirmed: Flags,
    dated: Flags,
    begun: Flags,
) -> Codes:
    """The first rule of design section 3 that holds. begun: who has confirmed that it started."""
    late = (status == code_of(Status.BEHIND)) | (status == code_of(Status.UNANSWERED))
    many_late = formulas.count(late) > yardstick.form.behind_share * formulas.count(in_force) + TOLERANCE
    left = (status != code_of(Status.MET)) & (status != code_of(Status.NOT_APPLICABLE))
    failing, in_use = stops.failed & ~stops.waived, stops.waived & (stops.open | stops.failed)
    has = _any_of(failing & answered, failing, stops.open & ~stops.waived, in_use, unconfirmed, left)
    answered_fails, fails, open_stop, waiver, alone, unmet = has
    holds = (begun, answered_fails, too_few, fails, open_stop | many_late, waiver | alone, ~unmet)
    chosen = np.full(len(dated), VERDICTS.index(Verdict.ON_TRACK), np.int8)
    # The first that holds is the last that is put in.
    for code, flags in zip(reversed(_VERDICT_ORDER), reversed(holds), strict=True):
        chosen[flags] = code
    chosen[~dated] = NONE
    return chosen


def _any_of(*flags: Flags) -> list[Flags]:
    """Of each whether it holds anywhere in a row: all of them in one go, a bit each."""
    bits = np.zeros(flags[0].shape, np.uint8)
    for place, held in enumerate(flags):
        bits |= held.view(np.uint8) * np.uint8(1 << place)
    found = np.bitwise_or.reduce(bits, axis=1)
    return [(found >> np.uint8(place)) & np.uint8(1) > 0 for place in range(len(flags))]


_VERDICT_ORDER = tuple(
    VERDICTS.index(verdict)
    for verdict in (
        Verdict.IN_USE,
        Verdict.NOT_READY,
        Verdict.UNDECIDED,
        Verdict.NOT_READY,
        Verdict.BEHIND,
        Verdict.CONDITIONAL,
        Verdict.READY,
    )
)


def in_use(go_live: Floats, as_of: Floats, started: Floats | None) -> Flags:
    """Whose go-live is not ahead and who has confirmed a start by then. All (responses,) day numbers, nan for none."""
    if started is None:
        return np.zeros(go_live.shape, bool)
    holds: Flags = (go_live <= as_of) & (started <= as_of)
    return holds


def earliest(yardstick: Yardstick, stops: Stops, go_live: Floats, in_use: Flags) -> tuple[Floats, NDArray[np.int64]]:
    """The latest of the days the open hard stops allow, and the column that decides; the go-live when it is later.

    A stop allows `finish + margin`, which is its reserve before the go-live: the least reserve decides. Who has started
    has none: the date is behind it.
    """
    reserve = np.where(stops.waived, np.inf, stops.reserve) if stops.waived.any() else stops.reserve
    last = yardstick.stops[reserve[:, yardstick.stops].argmin(axis=1)]
    least = reserve[np.arange(len(last)), last].astype(np.float64)
    decides = (least <= 0) & ~in_use
    allowed = np.where(decides, go_live - least, go_live)
    return np.where(in_use, np.nan, allowed), np.where(decides, last, NONE)
