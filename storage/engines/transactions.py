"""The ways to use an open database: `reading()`, `writing()` and `once()`, one transaction each, on either engine."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage import links, records
from storage.chain_keys import NO_KEYS, Keys
from storage.engines.measured import a_write
from storage.engines.problems import ChainKeyMissing, ConnectionLost, DatabaseProblem, ReadOnly

Result = TypeVar("Result")


class Database(ABC):
    """An open database. `place` says where, without a password."""

    for_reading: ClassVar[dict[str, Any]]
    for_writing: ClassVar[dict[str, Any]]

    def __init__(self, engine: Engine, place: str, *, writable: bool) -> None:
        self.engine = engine
        self.place = place
        self.keys = NO_KEYS
        self._writable = writable
        # Of this thread of work alone: another visitor's page has a moment of its own.
        self._moment: ContextVar[Connection | None] = ContextVar("moment", default=None)

    @property
    def writable(self) -> bool:
        return self._writable

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One read transaction: everything in it is seen as of one moment. Inside `one_moment`, the one there is."""
        if (held := self._moment.get()) is not None:
            with self.naming_problems():
                yield held
            return
        with self.naming_problems(), self.engine.connect() as connection:
            connection.execution_options(**self.for_reading)
            with connection.begin():
                yield connection

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """All that is read in the block, by whomever it calls, is read in one transaction and seen as of one moment.

        What is written meanwhile is not seen in it: for reading what a page shows, and nothing else.
        """
        if self._moment.get() is not None:
            yield
            return
        with self.reading() as connection:
            before = self._moment.set(connection)
            try:
                yield
            finally:
                self._moment.reset(before)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One write transaction: all of it is on disk when the block ends, or none of it; what it says is one link.

        Raises `ReadOnly` when it is open for reading alone.
        """
        if not self._writable:
            raise ReadOnly(self.place, "åpnet bare for lesing")
        with a_write(), self.naming_problems(), self._turn(), self.engine.connect() as connection:
            connection.execution_options(**self.for_writing)
            acts = records.begin_acts(connection)
            with connection.begin(), links.linking(connection, self.keys):
                yield connection
        records.tell_acts(acts)

    def once(self, work: Callable[[Connection, bool], Result]) -> Result:
        """Do `work` in a write transaction, and again when the connection was lost on the way.

        The second time it is told True: the first may have been stored, only the word of it lost.
        """
        try:
            with self.writing() as connection:
                return work(connection, False)
        except ConnectionLost:
            with self.writing() as connection:
                return work(connection, True)

    @abstractmethod
    def check_room(self) -> None:
        """Raise the problem that keeps people from saving, as `DiskFull`."""

    def take_keys(self, keys: Keys, *, seal: bool) -> None:
        """Write with these keys from now on; `seal`: what has no seal yet gets one.

        Raises `ChainKeyMissing` when what we would go on from is sealed with a key that is not among them.
        """
        self.keys = keys
        with self.reading() as connection:
            now = links.end(connection)
        if self._writable and now.key_id and not keys.knows(now.key_id):
            raise ChainKeyMissing(self.place, f"nøkkel {now.key_id}")
        if seal and keys and now.made and not now.key_id:
            with self.writing() as connection:
                links.seal(connection, keys, datetime.now(UTC))

    @contextmanager
    def naming_problems(self) -> Iterator[None]:
        """Raise a state of the database by its name; what is a fault of ours goes through as it is."""
        try:
            yield
        except (DBAPIError, PoolTimeout) as error:
            if problem := self._named(error):
                raise problem from error
            raise

    @abstractmethod
    def copy_to(self, target: Path) -> None:
        """A whole copy as an SQLite file, as of one moment, also while others write. Refuses a target that exists."""

    @abstractmethod
    def _turn(self) -> AbstractContextManager[None]: ...

    @abstractmethod
    def _named(self, error: Exception) -> DatabaseProblem | None: ...

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()
