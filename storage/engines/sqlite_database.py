"""A database in an SQLite file: opening it, making it, and bringing it up to date after a copy.

A second process may open a file that is in use with `read_only`; writing belongs to the process that has the lock.
`beside` is for a job that writes a few rows while the app has the file: SQLite's own lock gives it its turn.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from sqlalchemy import Engine

from storage import links
from storage.chain_keys import keys_for_file
from storage.engines import schema, sqlite_file, sqlite_problems
from storage.engines.file_lock import FileLock, hold
from storage.engines.problems import DatabaseProblem, DiskFull, NewerSchema, OlderSchema
from storage.engines.transactions import Database

# Bytes. A day of 300 people who answer is some 20 MB, with the journal.
LEAST_ROOM = 50_000_000


class SqliteDatabase(Database):
    """An open file. Without a lock it is open only for reading."""

    for_reading: ClassVar = {"writing": False}
    for_writing: ClassVar = {"writing": True}

    def __init__(self, engine: Engine, path: Path, lock: FileLock | None, *, beside: bool = False) -> None:
        super().__init__(engine, str(path), writable=beside or lock is not None)
        self.path = path
        self._beside = beside
        self._lock = lock
        self._opened: tuple[int, int] | None = None

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if self._beside:
            sqlite_file.check_still_there(self.path, self._opened)
            yield
            return
        if self._lock is None:
            raise RuntimeError("a write turn in a database that is closed")
        with self._lock.turn():
            sqlite_file.check_still_there(self.path, self._opened)
            yield

    def remember_the_file(self) -> None:
        self._opened = sqlite_file.identity(self.path)

    def _named(self, error: Exception) -> DatabaseProblem | None:
        return sqlite_problems.named(error, self.path)

    def check_room(self) -> None:
        """Raise `DiskFull` when the disk has less than a day's room."""
        if shutil.disk_usage(self.path.parent).free < LEAST_ROOM:
            raise DiskFull(self.path)

    def copy_to(self, target: Path) -> None:
        with self.naming_problems():
            sqlite_file.copy_into(self.engine, target)

    def close(self) -> None:
        super().close()
        if self._lock:
            self._lock.release()
            self._lock = None


def open_sqlite(path: Path, *, create: bool, read_only: bool, migrations: Path, beside: bool = False) -> SqliteDatabase:
    """Open the file; see `storage.engines.database.open_database`."""
    sqlite_file.check_place(path, create=create and not (read_only or beside), read_only=read_only)
    path.parent.mkdir(exist_ok=True)
    lock = None if read_only or beside else hold(path)
    engine = sqlite_file.make_engine(path, mode="ro" if read_only else "rw", checkpoints=not beside)
    database = SqliteDatabase(engine, path, lock, beside=beside)
    try:
        if not path.exists():
            _create(path, migrations)
        sqlite_file.check_owner(path)
        database.remember_the_file()
        upgraded = _bring_up_to_date(database, migrations, upgrade=not (read_only or beside))
        _take_keys(database, seal=(create or upgraded) and not (read_only or beside))
    except BaseException:
        database.close()
        raise
    return database


def _create(path: Path, migrations: Path) -> None:
    """Make the whole database beside its place and move it there: a killed start leaves nothing half made."""
    fresh = path.with_name(path.name + ".new")
    sqlite_file.remove(fresh)
    sqlite_file.make_empty(fresh)
    make_tables(fresh, migrations)
    fresh.rename(path)
    sqlite_file.flush(path)


def make_tables(path: Path, migrations: Path, *, to: str = "head") -> None:
    """A new file with our tables in it and nothing else."""
    database = SqliteDatabase(sqlite_file.make_engine(path, mode="rwc"), path, None)
    with database, database.naming_problems(), database.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id={sqlite_file.APPLICATION_ID}")
        schema.upgrade(connection, migrations, to=to)


def _take_keys(database: SqliteDatabase, *, seal: bool) -> None:
    """The keys of the file; one is made beside a file that has none and needs it."""
    with database.reading() as connection:
        sealed = bool(links.end(connection).key_id)
    database.take_keys(keys_for_file(database.path, os.environ, make=not sealed and database.writable), seal=seal)


def _bring_up_to_date(database: SqliteDatabase, migrations: Path, *, upgrade: bool) -> bool:
    """Whether it had to be upgraded."""
    with database.reading() as connection:
        sqlite_file.check_whole(connection, database.path)
        revision = schema.revision_of(connection)
    if revision == schema.newest_revision(migrations):
        return False
    if revision is None or not schema.is_known(revision, migrations):
        raise NewerSchema(database.path, f"utgave {revision or 'ukjent'}")
    if not upgrade:
        raise OlderSchema(database.path)
    database.copy_to(_backup_name(database.path, revision))
    with database.writing() as connection:
        schema.upgrade(connection, migrations)
    return True


def _backup_name(path: Path, revision: str) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    return path.with_name(f"{path.stem}.schema-{revision}.{moment}.backup{path.suffix}")
