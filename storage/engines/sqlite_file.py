"""A database file of SQLite: its engine, the settings every connection gets, and checks that touch nothing.

Never makes a file by itself (`mode=rw`), and never writes to one that is not ours.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from storage.engines.problems import (
    Damaged,
    FileEmpty,
    FileMissing,
    FileReplaced,
    FolderMissing,
    NotADatabase,
    NotOurs,
    ReadOnly,
    StrayJournal,
    Unavailable,
)

APPLICATION_ID = 0x4B4C4152  # "KLAR"
MAGIC, OWNER = b"SQLite format 3\0", slice(68, 72)
SMALLEST = 512  # bytes in the smallest page; SQLite takes anything shorter for a new database
Mode = Literal["ro", "rw", "rwc"]

WAIT = 30  # seconds for another's lock
# WAL: readers never wait. FULL: "saved" survives a power cut. fullfsync: the same on macOS, where fsync is not enough.
_SETTINGS = (f"busy_timeout={1000 * WAIT}", "foreign_keys=ON")
WRITER_SETTINGS = (*_SETTINGS, "journal_mode=WAL", "synchronous=FULL", "fullfsync=ON")


def make_engine(path: Path, *, mode: Mode, checkpoints: bool = True) -> Engine:
    """checkpoints: False leaves moving the -wal into the file to others, who may be about it at the same time."""

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(_address(path, f"mode={mode}"), uri=True, timeout=WAIT, check_same_thread=False)

    settings = _SETTINGS if mode == "ro" else WRITER_SETTINGS
    return engine_on(connect, settings=settings if checkpoints else (*settings, "wal_autocheckpoint=0"))


def engine_on(connect: Callable[[], Any], *, settings: tuple[str, ...]) -> Engine:
    """An engine on connections made by `connect`, each with these PRAGMAs, in transactions that begin when told."""
    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, pool_size=10, max_overflow=30, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        # Python's own transactions begin too late: a read before a write would stand outside.
        connection.isolation_level = None
        for setting in settings:
            _apply(connection, setting)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A deferred BEGIN that turns into a write fails at once when another has written since.
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    @event.listens_for(engine, "invalidate")
    def let_go(connection: Any, _record: Any, _error: BaseException | None) -> None:
        # A script stopped inside a statement: closed with its cursor open, the file would stay locked until the
        # garbage collector comes by.
        with suppress(sqlite3.Error):
            connection.rollback()

    return engine


def _apply(connection: Any, setting: str) -> None:
    """Apply one PRAGMA. The change to WAL fails at once, whatever the timeout, when another connection is about it too."""
    until = monotonic() + WAIT
    while True:
        try:
            connection.execute(f"PRAGMA {setting}")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(0.01)
        else:
            return


def check_place(path: Path, *, create: bool, read_only: bool) -> None:
    """Raise unless there is a file we may use, or nothing at all where one may be made.

    Raises `FolderMissing`, `Unavailable`, `FileEmpty`, `ReadOnly`, `StrayJournal` or `FileMissing`.
    """
    if not path.parent.is_dir() and not (create and path.parent.parent.is_dir()):
        raise FolderMissing(path)
    if path.is_dir():
        raise Unavailable(path, "dette er en mappe")
    if path.exists():
        if path.stat().st_size == 0:
            raise FileEmpty(path)
        if not read_only and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise ReadOnly(path)
    elif path.with_name(path.name + "-wal").exists():
        raise StrayJournal(path)
    elif not create:
        raise FileMissing(path)


def check_owner(path: Path) -> None:
    """Raise unless the file is SQLite's and ours. Reads the head alone: while another process writes, the rest may lie half.

    Raises `NotADatabase`, `NotOurs`, or `Unavailable` where nothing can be read. Source: https://sqlite.org/fileformat.html, 1.3.
    """
    try:
        with path.open("rb") as file:
            head = file.read(SMALLEST)
    except OSError as error:
        raise Unavailable(path, error.strerror or "får ikke lest filen") from None
    if len(head) < SMALLEST or not head.startswith(MAGIC):
        raise NotADatabase(path)
    if int.from_bytes(head[OWNER], "big") != APPLICATION_ID:
        raise NotOurs(path)


def check_whole(connection: Connection, path: Path) -> None:
    """Raise `Damaged` when SQLite's quick check finds pages missing or broken."""
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found != "ok":
        raise Damaged(path)


def identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at the path; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def check_still_there(path: Path, opened: tuple[int, int] | None) -> None:
    """Raise when the file we have open is not at its path: what is written to it would be lost unseen.

    Raises `FolderMissing`, `FileMissing` or `FileReplaced`.
    """
    found = identity(path)
    if found is None:
        raise FolderMissing(path) if not path.parent.is_dir() else FileMissing(path)
    if found != opened:
        raise FileReplaced(path)


def make_empty(path: Path) -> None:
    """A file for the owner's eyes only, which SQLite will fill. Raises `FileExistsError`."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def leave_as_one_file(engine: Engine) -> None:
    """Bring everything into the file itself, so that it can be moved without its log."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode=DELETE")
    finally:
        raw.close()


def copy_into(engine: Engine, target: Path) -> None:
    """A whole copy of the database, also while others write, for the owner's eyes only. Refuses a target that exists."""
    make_empty(target)
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM INTO ?", (str(target),))
    finally:
        raw.close()
    flush(target)


def remove(path: Path) -> None:
    """Take away a file of SQLite with its logs, when it is there."""
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Make sure that a new file and its name are on the disk."""
    for place in (path, path.parent):
        file = os.open(place, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def _address(path: Path, options: str) -> str:
    return f"file:{quote(str(path))}?{options}"
