"""The same distance from the go-live for all: which of a customer's snapshots stands for T-180, T-120, T-90, T-60, T-30."""

from collections.abc import Sequence

CUTS = (180, 120, 90, 60, 30)
# Three weeks: farther off, a snapshot says more about another time. It is less than the month between two cuts, so
# what was sent in for one cut never stands for the next.
FARTHEST = 21


def nearest(days_left: Sequence[int], cut: int) -> int | None:
    """Place of the snapshot nearest the cut, or `None` when all are farther off than `FARTHEST`.

    Of two as near, the one from before the cut; of two from the same day, the later in the sequence.
    """
    near = [(abs(days - cut), -days, -place) for place, days in enumerate(days_left) if abs(days - cut) <= FARTHEST]
    return -min(near)[2] if near else None
