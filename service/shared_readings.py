"""What takes long to read of thousands of customers is read once for all who ask, until something it rests on is written.

The chain tells what has been written: a link names the tables it says something of (`storage.links`), whichever process
wrote it. No reading is shared before whoever asks has been authorised, and nothing in it is of whoever asked first.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from sqlalchemy import Connection

from storage import links

if TYPE_CHECKING:
    from service.workspace import Workspace

R = TypeVar("R")

# A reading of fewer customers takes no longer than to look whether it still holds.
MANY = 1_000
# So many readings are kept: those of every day, and a few distances, on either basis. One of 10,000 takes 50 MB at most.
KEPT = 8
# So long a reading may lack what is told late. Twenty reviewers of 10,000 customers then cost what one does.
LATE_SECONDS = 30.0
# More links than this are not looked through: it is read anew.
LOOKED_THROUGH = 5_000


@dataclass(frozen=True, slots=True)
class RestsOn:
    """What must be read anew when something is said of these tables. late: this may be seen `LATE_SECONDS` later."""

    concerns: Callable[[str], bool]
    late: frozenset[str] = frozenset()

    def of(self, tables: Collection[str]) -> set[str]:
        """Those of the tables that it rests on."""
        return {table for table in tables if self.concerns(table)}

    def may_wait(self, tables: Collection[str]) -> bool:
        """Whether what is said of these tables need not be seen at once."""
        return self.of(tables) <= self.late


@dataclass(frozen=True, slots=True)
class Reading(Generic[R]):
    """Something that can be read once for all. key: what tells it from others. size: how many customers it is of.

    apart: it takes long, and is read in a process beside where there is one (`service.apart`).
    """

    key: Hashable
    rests_on: RestsOn
    read: Callable[["Workspace"], R]
    size: Callable[[R], int]
    apart: bool = False


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

    def __init__(self, ws: "Workspace") -> None:
        self._ws = ws
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._turns: dict[Hashable, Lock] = {}
        self._turn = Lock()

    def read(self, wanted: Reading[R]) -> R:
        """What is wanted as of one moment, or what was read for another. Only what is large is kept.

        Inside `one_moment` it is that moment, or one so near that only what is told late can tell them apart.
        """
        with self._turn:
            turn = self._turns.setdefault(wanted.key, Lock())
        database = self._ws.database
        with database.one_moment(), database.reading() as connection:
            with turn:
                # Where there are few, nothing is kept, and nobody need look at the chain.
                now = links.end(connection).number if self._kept else 0
                kept = self._kept.get(wanted.key)
                if kept is None or kept.number <= now:
                    return self._as_of(connection, wanted, kept, now)
            # It has been read since our moment began.
            return cast("R", kept.value) if kept.settled <= now else wanted.read(self._ws)

    def _as_of(self, connection: Connection, wanted: Reading[R], kept: _Kept | None, now: int) -> R:
        began, settled = monotonic(), now
        if kept is not None and self._same_but_for_late(connection, kept, wanted.rests_on):
            if not kept.lacks or began - kept.began <= LATE_SECONDS:
                self._keep(wanted.key, kept)
                return cast("R", kept.value)
            settled = kept.settled
        if wanted.apart and self._kept and self._ws.apart:
            found = self._ws.apart.read(connection, wanted.read, now)
            if found is not None:
                value, told = found
                ours = wanted.rests_on.may_wait(told.said)
                self._keep(wanted.key, _Kept(value, told.number, settled if ours else told.number, began))
                return cast("R", value) if ours else wanted.read(self._ws)
        made = wanted.read(self._ws)
        if wanted.size(made) >= MANY:
            number = now or links.end(connection).number
            self._keep(wanted.key, _Kept(made, number, settled or number, began))
        return made

    def _same_but_for_late(self, connection: Connection, kept: _Kept, rests_on: RestsOn) -> bool:
        """Whether nothing has been said that must be seen at once. Where nothing at all has, it is moved on."""
        number, said = links.told_since(connection, kept.number, most=LOOKED_THROUGH)
        if said is None:
            return False
        kept.lacks = bool(rests_on.of(said))
        if not kept.lacks:
            kept.number = number
        return rests_on.may_wait(said)

    def _keep(self, key: Hashable, kept: _Kept) -> None:
        """In place of the one that nobody has asked for the longest. Who waits for a turn that is gone waits out that."""
        with self._turn:
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                del self._turns[self._kept.popitem(last=False)[0]]
        if self._ws.apart:
            self._ws.apart.begin()
