"""Opening the database, and the two ways to use it: `reading()` and `writing()`, one transaction each.

Refuses every state in which going on could lose something (`storage.database_problems`). A second process may open
a file that is in use with `read_only`; writing belongs to the process that has the lock.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage import schema, sqlite_file
from storage.database_problems import NewerSchema, OlderSchema, ReadOnly, UnsupportedDatabase, named
from storage.file_lock import FileLock, hold


class Database:
    """An open database. `lock` is None when it was opened only for reading."""

    def __init__(self, engine: Engine, path: Path, lock: FileLock | None) -> None:
        self.engine = engine
        self.path = path
        self._lock = lock

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One read transaction: everything in it is seen as of one moment."""
        with _naming_problems(self.path), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One write transaction: all of it is on disk when the block ends, or none of it."""
        if self._lock is None:
            raise ReadOnly(self.path, "åpnet bare for lesing")
        with _naming_problems(self.path), self._lock.turn(), self.engine.connect() as connection:
            connection.execution_options(writing=True)
            with connection.begin():
                yield connection

    def copy_to(self, target: Path) -> None:
        """A whole backup copy, also while others write. Refuses a target that exists."""
        with _naming_problems(self.path):
            sqlite_file.copy_into(self.engine, target)

    def close(self) -> None:
        self.engine.dispose()
        if self._lock:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()


def open_database(
    url: str, *, create: bool = False, read_only: bool = False, migrations: Path = schema.MIGRATIONS
) -> Database:
    """Open the database at `url` and bring its schema up to the code's.

    create: make the file (and its folder, one level) when there is none. read_only: no lock, no upgrade, no writing.
    Raises a `DatabaseProblem`.
    """
    path = _file_of(url)
    sqlite_file.check_place(path, create=create and not read_only, read_only=read_only)
    path.parent.mkdir(exist_ok=True)
    lock = None if read_only else hold(path)
    engine = sqlite_file.make_engine(path, mode="ro" if read_only else "rw")
    database = Database(engine, path, lock)
    try:
        if not path.exists():
            _create(path, migrations)
        sqlite_file.check_owner(path)
        _bring_up_to_date(database, migrations, read_only=read_only)
    except BaseException:
        database.close()
        raise
    return database


def _file_of(url: str) -> Path:
    try:
        address = make_url(url)
    except ArgumentError:
        raise UnsupportedDatabase(url.split(":")[0]) from None
    if address.get_backend_name() != "sqlite" or address.database in (None, "", ":memory:"):
        raise UnsupportedDatabase(address.render_as_string(hide_password=True))
    return Path(str(address.database)).expanduser().resolve()


def _create(path: Path, migrations: Path) -> None:
    """Make the whole database beside its place and move it there: a killed start leaves nothing half made."""
    fresh = path.with_name(path.name + ".new")
    for leftover in (fresh, *(fresh.with_name(fresh.name + end) for end in ("-wal", "-shm"))):
        leftover.unlink(missing_ok=True)
    engine = sqlite_file.make_engine(fresh, mode="rwc")
    with _naming_problems(path):
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(f"PRAGMA application_id={sqlite_file.APPLICATION_ID}")
            schema.upgrade(connection, migrations)
        engine.dispose()
    fresh.rename(path)
    sqlite_file.flush(path)


def _bring_up_to_date(database: Database, migrations: Path, *, read_only: bool) -> None:
    with database.reading() as connection:
        sqlite_file.check_whole(connection, database.path)
        revision = schema.revision_of(connection)
    newest = schema.newest_revision(migrations)
    if revision == newest:
        return
    if revision is None or not schema.is_known(revision, migrations):
        raise NewerSchema(database.path, f"utgave {revision or 'ukjent'}")
    if read_only:
        raise OlderSchema(database.path)
    database.copy_to(_backup_name(database.path, revision))
    with database.writing() as connection:
        schema.upgrade(connection, migrations)


def _backup_name(path: Path, revision: str) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    return path.with_name(f"{path.stem}.schema-{revision}.{moment}.backup{path.suffix}")


@contextmanager
def _naming_problems(path: Path) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        if problem := named(error, path):
            raise problem from error
        raise
