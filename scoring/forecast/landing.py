"""When all is in place at the pace one has kept, and what is in place on the go-live: intervals that hold four of five times.

The time left is what is left of the plan over the pace (earned schedule: Lipke 2003). The pace is the reference class's,
corrected by one's own: two normal distributions, weighted by what each is worth. docs/scoring.md, section 25.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, inf, sqrt

import numpy as np

from scoring.forecast.reference_class import ReferenceClass
from scoring.portfolio.trend import TrendPoint

LEAST = 3
# So many days off is what is measured of days ahead of the plan anyway (`benchmarks.verdicts`): three points on a
# straight line are no proof of an even pace.
NOISE = 7.0
# How much the pace from here on differs from the pace until now, as a standard deviation; a choice of ours, tried by
# `benchmarks.forecasts`.
DRIFT = 0.2
# Slower than a tenth of the plan, no last day says anything.
SLOWEST = 0.1
FARTHEST = 3650
NORMAL = 1.2816
# The 90 % quantile of Student's t with 1, 2, ... degrees of freedom; from there on the normal one.
STUDENT = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372)


@dataclass(frozen=True, slots=True)
class Pace:
    """Planned days done per day, and its standard deviation."""

    pace: float
    spread: float


@dataclass(frozen=True, slots=True)
class Landing:
    """earliest, latest: the day all is in place; latest is None where the pace is too slow to say. Four of five times.

    low, high: per cent in place on the go-live. points: how many days of the customer it builds on. cases: of the class.
    """

    earliest: date
    latest: date | None
    low: float
    high: float
    points: int
    cases: int


def landing(points: Sequence[TrendPoint], past: ReferenceClass | None) -> Landing | None:
    """Where it goes. points: the oldest first, the last of them today.

    None with fewer than three days on which the customer's place on the plan is known, when today's is not, after the
    go-live, or without a reference class.
    """
    if not points or past is None or points[-1].days_left < 0 or points[-1].ahead_days is None:
        return None
    now = points[-1]
    left = {each.as_of.toordinal(): each.days_left - each.ahead_days for each in points if each.ahead_days is not None}
    if len(left) < LEAST:
        return None
    slow, fast = _between(own_pace(list(left), list(left.values())), past)
    rest = left[now.as_of.toordinal()]
    reach = NORMAL * NOISE
    soonest = min(max(rest - reach, 0.0) / fast, FARTHEST)
    last = (rest + reach) / slow if slow >= SLOWEST else inf
    readiness = now.readiness or 0.0
    return Landing(
        earliest=now.as_of + timedelta(days=floor(soonest)),
        latest=None if last > FARTHEST else now.as_of + timedelta(days=ceil(last)),
        low=in_place(readiness, rest, slow * now.days_left - reach),
        high=in_place(readiness, rest, fast * now.days_left + reach),
        points=len(left),
        cases=past.cases,
    )


def own_pace(days: Sequence[float], left: Sequence[float]) -> Pace | None:
    """The slope of the straight line (least squares) through what was left of the plan on each day, at least three.

    Its standard error rests on at least `NOISE` a point, is widened by Student's t over the normal quantile, and the pace
    from here on varies by `DRIFT` about it. None when all is of one day.
    """
    at, y = np.asarray(days, np.float64), np.asarray(left, np.float64)
    off = at - at.mean()
    across = float(off @ off)
    if across == 0:
        return None
    slope = float(off @ y) / across
    free = len(at) - 2
    rest = y - y.mean() - slope * off
    noise = max(sqrt(float(rest @ rest) / free), NOISE)
    few = STUDENT[free - 1] / NORMAL if free <= len(STUDENT) else 1.0
    return Pace(-slope, sqrt(noise**2 / across * few**2 + DRIFT**2))


def weighted(own: Pace | None, past: ReferenceClass) -> Pace:
    """Both together: each pace weighs 1 / spread², and the spread is sqrt(1 / the sum of the weights)."""
    if own is None:
        return Pace(past.pace, past.spread)
    mine, theirs = own.spread**-2, max(past.spread, DRIFT) ** -2
    return Pace((own.pace * mine + past.pace * theirs) / (mine + theirs), sqrt(1 / (mine + theirs)))


def _between(own: Pace | None, past: ReferenceClass) -> tuple[float, float]:
    """The slowest and the fastest pace of the interval; the fastest is above the slowest that says anything."""
    both = weighted(own, past)
    return both.pace - NORMAL * both.spread, max(both.pace + NORMAL * both.spread, SLOWEST)


def in_place(readiness: float, rest: float, done: float) -> float:
    """Per cent in place when so many planned days more are done: what is missing is done evenly over what is left."""
    return min(max(readiness + (100 - readiness) * done / max(rest, 1.0), 0.0), 100.0)
