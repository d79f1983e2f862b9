"""SQLite's errors by the state of the database behind them."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.engines.problems import (
    Busy,
    Damaged,
    DatabaseProblem,
    DiskFault,
    DiskFull,
    FileMissing,
    FolderMissing,
    NotADatabase,
    ReadOnly,
    Unavailable,
)

_BY_CODE: dict[int, type[DatabaseProblem]] = {
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_LOCKED: Busy,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_IOERR: DiskFault,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_NOTADB: NotADatabase,
}


def named(error: Exception, path: Path) -> DatabaseProblem | None:
    """The state behind a database error, or None when the error is a fault of ours and no state of the database."""
    if isinstance(error, PoolTimeout):
        return Busy(path)
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(error, IntegrityError) or not isinstance(original, sqlite3.DatabaseError | sqlite3.InterfaceError):
        return None
    primary = getattr(original, "sqlite_errorcode", 0) & 0xFF
    if primary == sqlite3.SQLITE_CANTOPEN:
        return _cannot_open(path)
    if kind := _BY_CODE.get(primary):
        return kind(path)
    return None if isinstance(original, sqlite3.ProgrammingError) else Unavailable(path, type(original).__name__)


def _cannot_open(path: Path) -> DatabaseProblem:
    """SQLite says "unable to open database file" for several causes; the file system knows which."""
    if not path.parent.is_dir():
        return FolderMissing(path)
    if not path.exists():
        return FileMissing(path)
    if not os.access(path.parent, os.W_OK) or not os.access(path, os.W_OK):
        return ReadOnly(path)
    return Unavailable(path, "får ikke åpnet filen")
