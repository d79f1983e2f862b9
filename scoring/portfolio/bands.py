"""Where the middle of a group lies: median and quartiles of a figure, per customer type. Too few give none.

With fewer than five one could read a single customer's figure out of the band.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

LEAST = 5
Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Band:
    """Points 0..100; quartiles by linear interpolation between the nearest two. `customers`: how many it is made of."""

    customers: int
    lower: float
    median: float
    upper: float


def bands(figures: Iterable[tuple[Group, float | None]]) -> dict[Group, Band | None]:
    """(group, figure) -> the band of each group, `None` where fewer than `LEAST` have a figure.

    Leave out what is undecided: it is never compared.
    """
    held: dict[Group, list[float]] = defaultdict(list)
    for group, figure in figures:
        known = held[group]
        if figure is not None and figure == figure:
            known.append(figure)
    return {group: band(known) for group, known in held.items()}


def band(known: list[float]) -> Band | None:
    if len(known) < LEAST:
        return None
    lower, median, upper = (float(each) for each in np.quantile(known, (0.25, 0.5, 0.75)))
    return Band(len(known), lower, median, upper)
