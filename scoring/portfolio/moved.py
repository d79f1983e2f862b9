"""How many questions have moved since last time, for many responses at once; the same rules as `scoring.portfolio.changes`."""

from dataclasses import dataclass

import numpy as np

from scoring.batch import judge_many
from scoring.encoding import EncodedAnswers
from scoring.formulas import TOLERANCE, Flags, Floats
from scoring.vocabulary import Direction
from scoring.yardstick import Yardstick

__all__ = ["Moved", "moved"]


@dataclass(frozen=True, slots=True)
class Moved:
    """How many questions are better, worse, newly answered, and no longer answered."""

    up: int = 0
    down: int = 0
    new: int = 0
    gone: int = 0

    def of(self, direction: Direction) -> int:
        counts = {Direction.UP: self.up, Direction.DOWN: self.down, Direction.NEW: self.new, Direction.GONE: self.gone}
        return counts.get(direction, 0)


def moved(
    yardstick: Yardstick, before: EncodedAnswers, after: EncodedAnswers, *, go_live: Floats, as_of: Floats
) -> list[Moved]:
    """Row by row, both of the same form and measured at the later day. go_live, as_of: (responses,) day numbers."""
    was, now = (judge_many(yardstick, encoded, go_live=go_live, as_of=as_of).attainment for encoded in (before, after))
    measured_before, measured_now = _measured(was, before), _measured(now, after)
    both = measured_before & measured_now
    step = np.where(both, np.nan_to_num(now) - np.nan_to_num(was), 0.0)
    said_before, said_now = measured_before | ~before.applicable, measured_now | ~after.applicable
    # What was not applicable and is answered now is new; what is not applicable now is no longer answered.
    new = said_now & ~said_before | measured_now & ~before.applicable
    gone = said_before & ~said_now | measured_before & ~after.applicable
    counts = [(step > TOLERANCE).sum(1), (step < -TOLERANCE).sum(1), new.sum(1), gone.sum(1)]
    return [Moved(*row) for row in zip(*(count.tolist() for count in counts), strict=True)]


def _measured(attainment: Floats, encoded: EncodedAnswers) -> Flags:
    return ~np.isnan(attainment) & encoded.applicable
