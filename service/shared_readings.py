"""What takes long to read of thousands of customers is read once for all who ask, until something it rests on is written.

The chain tells what has been written: a link names the tables it says something of (`storage.links`), whichever process
wrote it. No reading is shared before whoever asks has been authorised, and nothing in it is of whoever asked first.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from storage import links
from storage.engines.database import Database

R = TypeVar("R")

# A reading of fewer customers takes no longer than to look whether it still holds.
MANY = 1_000
# So many readings are kept: a few distances, on either basis.
KEPT = 6
# So long a reading may lack what is told late. Twenty reviewers of 10,000 customers then cost what one does.
LATE_SECONDS = 30.0
# More links than this are not looked through: it is read anew.
LOOKED_THROUGH = 5_000


@dataclass(frozen=True, slots=True)
class RestsOn:
    """What must be read anew when something is said of these tables. late: this may be seen `LATE_SECONDS` later."""

    concerns: Callable[[str], bool]
    late: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Kept:
    """number: the link the chain ended with. settled: whoever sees the chain from here on sees the same, but for the late.

    lacks: something that may be seen late has been said since.
    """

    value: Any
    number: int
    settled: int
    began: float
    lacks: bool = False


class SharedReadings:
    """The readings of one process. One who asks while another reads the same waits for that."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._turns: dict[Hashable, Lock] = {}
        self._turn = Lock()

    def read(self, key: Hashable, rests_on: RestsOn, read: Callable[[], R], size: Callable[[R], int]) -> R:
        """What `read` reads as of one moment, or what it has read for another. Only what is large is kept.

        Inside `one_moment` it is that moment, or one so near that only what is told late can tell them apart.
        """
        with self._turn:
            turn = self._turns.setdefault(key, Lock())
        with self._database.one_moment(), self._database.reading() as connection:
            with turn:
                kept = self._kept.get(key)
                # Where there are few, nobody need look at the chain.
                now = links.end(connection).number if kept else 0
                if kept is None or kept.number <= now:
                    return self._as_of(connection, key, kept, rests_on, read, size)
            # It has been read since our moment began.
            return cast("R", kept.value) if kept.settled <= now else read()

    def _as_of(
        self,
        connection: Connection,
        key: Hashable,
        kept: _Kept | None,
        rests_on: RestsOn,
        read: Callable[[], R],
        size: Callable[[R], int],
    ) -> R:
        began, settled = monotonic(), None
        if kept is not None and self._same_but_for_late(connection, kept, rests_on):
            if not kept.lacks or began - kept.began <= LATE_SECONDS:
                self._keep(key, kept)
                return cast("R", kept.value)
            settled = kept.settled
        made = read()
        if size(made) >= MANY:
            number = links.end(connection).number
            self._keep(key, _Kept(made, number, number if settled is None else settled, began))
        return made

    def _same_but_for_late(self, connection: Connection, kept: _Kept, rests_on: RestsOn) -> bool:
        """Whether nothing has been said that must be seen at once. Where nothing at all has, it is moved on."""
        number, told = links.told_since(connection, kept.number, most=LOOKED_THROUGH)
        if told is None:
            return False
        concerning = {table for table in told if rests_on.concerns(table)}
        kept.lacks = bool(concerning)
        if not concerning:
            kept.number = number
        return concerning <= rests_on.late

    def _keep(self, key: Hashable, kept: _Kept) -> None:
        """In place of the one that nobody has asked for the longest. Who waits for a turn that is gone waits out that."""
        with self._turn:
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                del self._turns[self._kept.popitem(last=False)[0]]
