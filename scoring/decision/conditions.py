"""How it goes with a condition of a decision: done, or how far its day is away. Told the date."""

from datetime import date
from enum import StrEnum

# So many days before its day one is told that it is not done.
SOON_DAYS = 14


class ConditionState(StrEnum):
    """done: someone has said so. overdue: its day has passed and nobody has. soon: its day is near, or today. open: the rest."""

    DONE = "done"
    OVERDUE = "overdue"
    SOON = "soon"
    OPEN = "open"


URGENT = (ConditionState.OVERDUE, ConditionState.SOON)


def condition_state(*, due: date, done_on: date | None, as_of: date) -> ConditionState:
    """due: the last day it may be done; done_on: the day it was, by the newest word on it."""
    if done_on is not None:
        return ConditionState.DONE
    left = (due - as_of).days
    if left < 0:
        return ConditionState.OVERDUE
    return ConditionState.SOON if left <= SOON_DAYS else ConditionState.OPEN
