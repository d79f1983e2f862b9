"""A moving solution: when it is built, tested and taught, where these overlap, and which answers that makes prove less.

A question that says `proves_on: stable_solution` is about test or training. Its answer is given on a moving solution when it
was given before the build stop, or when what it is about began before the build stop: then that is done again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from scoring.encoding import EncodedAnswers
from scoring.formulas import TOLERANCE, Flags, Floats
from scoring.yardstick import Yardstick


class Phase(StrEnum):
    """What is done towards a go-live, in the order it should be done."""

    BUILD = "build"
    TEST = "test"
    TRAINING = "training"


class Overlap(NamedTuple):
    """A phase that begins while the solution is still being built: from the day it begins to the build stop."""

    phase: Phase
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days


@dataclass(frozen=True, slots=True)
class Phases:
    """The days of a wave, or of one customer in it; `None` where it is not said.

    build_stop: the day from which nothing is built any more.
    """

    build_stop: date | None = None
    test_start: date | None = None
    test_end: date | None = None
    training_start: date | None = None

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """Test and training where they begin before the build stop."""
        return tuple(self._overlaps())

    def _overlaps(self) -> Iterator[Overlap]:
        for phase, first in ((Phase.TEST, self.test_start), (Phase.TRAINING, self.training_start)):
            if self.build_stop is not None and first is not None and first < self.build_stop:
                yield Overlap(phase, first, self.build_stop)

    @property
    def numbers(self) -> tuple[float, float, float]:
        """Day numbers of the build stop and of the starts of test and training, nan where there is none."""
        days = (self.build_stop, self.test_start, self.training_start)
        build, test, training = (float("nan") if day is None else float(day.toordinal()) for day in days)
        return build, test, training


NO_PHASES = Phases()


def on_moving(yardstick: Yardstick, encoded: EncodedAnswers, phases: Floats | None, as_of: Floats) -> Flags:
    """(responses, questions): answers given on a moving solution. phases: (responses, 3), as `Phases.numbers`.

    An answer whose day is not known counts as given when what it is about began.
    """
    if phases is None or not yardstick.proves_on_stable.any():
        return np.zeros(encoded.applicable.shape, bool)
    build, test, training = (phases[:, place, None] for place in range(3))
    begins = np.where(yardstick.of_test, test, training)
    given = np.fmin(begins, as_of)
    if encoded.confirmed is not None:
        given = np.where(np.isnan(encoded.confirmed), given, encoded.confirmed)
    # No value is below 0: what has not fallen due yet was not tried at all.
    answered = encoded.applicable & (encoded.values >= 0)
    found: Flags = answered & yardstick.proves_on_stable & ((given < build) | (begins < build))
    return found


def held_down(yardstick: Yardstick, done: Floats, moving: Flags) -> tuple[Floats, Flags]:
    """What is done where the last step does not count, and where that is less than what is answered."""
    if not moving.any():
        return done, moving
    most = yardstick.before_last
    less: Flags = moving & (done > most + TOLERANCE)
    return np.where(less, most, done), less
