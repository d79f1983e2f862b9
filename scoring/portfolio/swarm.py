"""Points side by side where they would lie on top of each other: where each goes in a strip, or how many go together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bundle:
    """One mark of a strip. at: along it. lift: across it, in marks from the middle. places: who it stands for."""

    at: float
    lift: float
    places: tuple[int, ...]


def swarm(figures: Sequence[float], *, width: float, most: int) -> list[Bundle]:
    """figures: one per place. Those within `width` of each other lie side by side; of more than `most` they share a mark."""
    held: dict[int, list[int]] = defaultdict(list)
    for place, figure in enumerate(figures):
        held[round(figure / width)].append(place)
    if len(figures) > most:
        return [Bundle(column * width, 0.0, tuple(places)) for column, places in sorted(held.items())]
    return [
        Bundle(figures[place], line - (len(places) - 1) / 2, (place,))
        for _, places in sorted(held.items())
        for line, place in enumerate(places)
    ]
