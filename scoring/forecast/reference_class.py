"""How much of the plan others got done per day that went: the class of go-lives that have been, before one's own word.

Source: Kahneman and Tversky 1979; Flyvbjerg 2006, «From Nobel Prize to Project Management» (reference class forecasting).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import mean, stdev

# Shorter plans say little: a week's slip would be half of one.
SHORTEST = 90


@dataclass(frozen=True, slots=True)
class PastPlan:
    """A go-live that has been: when it was planned, for which day, and on which day it came."""

    planned_on: date
    planned_for: date
    came: date

    @property
    def pace(self) -> float:
        """Planned days per day that went: 0.5 when it took twice as long as planned."""
        return (self.planned_for - self.planned_on).days / max((self.came - self.planned_on).days, 1)


@dataclass(frozen=True, slots=True)
class ReferenceClass:
    """What pace to expect of the next one. spread: standard deviation of one more of the class. cases: how many it is."""

    pace: float
    spread: float
    cases: int


def reference_class(past: Iterable[PastPlan]) -> ReferenceClass | None:
    """Mean m and standard deviation s of their paces; spread = s * sqrt(1 + 1/n), as for one more of n. None below two.

    Plans shorter than `SHORTEST` days are left out.
    """
    paces = [each.pace for each in past if (each.planned_for - each.planned_on).days >= SHORTEST]
    if len(paces) < 2:
        return None
    return ReferenceClass(mean(paces), stdev(paces) * sqrt(1 + 1 / len(paces)), len(paces))
