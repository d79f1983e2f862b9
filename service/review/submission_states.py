"""What can become of what was sent in, and who may do it: one table that the service, the pages and the tests read."""

from dataclasses import dataclass
from enum import StrEnum

from service.people.permissions import Operation


class State(StrEnum):
    """Where a snapshot stands; it begins as `sent`."""

    SENT = "sent"
    IN_REVIEW = "in_review"
    REOPENED = "reopened"
    RETURNED = "returned"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Move:
    """One way on. Who may is what `permissions` says of the operation; `comment`: it must say why."""

    before: State
    after: State
    operation: Operation
    comment: bool = False


MOVES = (
    Move(State.SENT, State.REOPENED, Operation.REOPEN),
    Move(State.SENT, State.IN_REVIEW, Operation.REVIEW),
    Move(State.IN_REVIEW, State.RETURNED, Operation.REVIEW, comment=True),
    Move(State.IN_REVIEW, State.REVIEWED, Operation.REVIEW),
    Move(State.RETURNED, State.IN_REVIEW, Operation.REVIEW, comment=True),
    Move(State.REVIEWED, State.IN_REVIEW, Operation.REVIEW, comment=True),
)
# While one is open the response is not sent in again; the answers themselves can always be changed.
OPEN = frozenset({State.SENT, State.IN_REVIEW})
# From here on the customer sees what HPAS has said.
HANDED_BACK = frozenset({State.RETURNED, State.REVIEWED})


def move_between(before: State, after: State) -> Move | None:
    """The way from one state to another, or `None`."""
    return next((move for move in MOVES if (move.before, move.after) == (before, after)), None)


def operation_of(after: State) -> Operation | None:
    """What one must be allowed to bring something to this state; `None` when no way leads there."""
    return next((move.operation for move in MOVES if move.after is after), None)
