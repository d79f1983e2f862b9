"""Where the middle of a group lies: median and quartiles of a figure, per customer type. Too few give none.

With fewer than five one could read a single customer's figure out of the band. What a customer sees of its peers has
whole groups of six alone, so that two bands never differ by one customer (`peer_band`).
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import TypeVar

import numpy as np

LEAST = 5
# Five others, whoever of the group looks.
TOGETHER = LEAST + 1
# What is seen is rounded to whole fives: a quartile of six lies near two of them.
STEP = 5
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


def peer_band(arrived: Iterable[Sequence[float | None]]) -> Band | None:
    """The band a customer may see of its peers, quartiles rounded outwards to `STEP`, never alike; None before there are `TOGETHER`.

    arrived: runs of figures, each in the order they came; a run never loses one, and only the last one gets more. Of those
    that are known only whole groups of `TOGETHER` in each run count: the next six are seen together or not at all.
    """
    counted: list[float] = []
    for run in arrived:
        known = [figure for figure in run if figure is not None]
        counted += known[: len(known) // TOGETHER * TOGETHER]
    found = band(counted)
    if found is None:
        return None
    lower, upper = STEP * floor(found.lower / STEP), STEP * ceil(found.upper / STEP)
    if lower == upper:
        lower, upper = max(lower - STEP, 0), min(upper + STEP, 100)
    return Band(found.customers, float(lower), float(STEP * round(found.median / STEP)), float(upper))
