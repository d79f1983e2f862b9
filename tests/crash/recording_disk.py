"""A disk for SQLite that notes every write and every sync, and what would be left of them if the power went.

A sync makes what was written before it last. What was written since may be there or not, 512 bytes at a time.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    file: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    file: str


@dataclass(frozen=True, slots=True)
class Delete:
    file: str


Operation = Write | Truncate | Sync | Delete


class RecordingDisk(apsw.VFS):
    """What SQLite asks of the real disk goes to it, and is noted in `log`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.log: list[Operation] = []
        super().__init__(name, base="")

    def xOpen(self, name: apsw.URIFilename | str | None, flags: list[int]) -> apsw.VFSFile:
        return _RecordingFile(self.log, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.log.append(Delete(Path(filename).name))


class _RecordingFile(apsw.VFSFile):
    def __init__(self, log: list[Operation], name: apsw.URIFilename | str | None, flags: list[int]) -> None:
        whole = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._name = Path(whole or "temporary").name
        self._log = log
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:
        super().xWrite(data, offset)
        self._log.append(Write(self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._log.append(Truncate(self._name, newsize))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._log.append(Sync(self._name))


class Connection:
    """As much of Python's sqlite3.Connection as SQLAlchemy asks for, on APSW and a disk."""

    isolation_level: str | None = None

    def __init__(self, path: Path, disk: RecordingDisk) -> None:
        self._connection = apsw.Connection(str(path), vfs=disk.name, flags=apsw.SQLITE_OPEN_READWRITE)

    def cursor(self) -> "Cursor":
        return Cursor(self._connection)

    def execute(self, statement: str) -> "Cursor":
        return self.cursor().execute(statement)

    def commit(self) -> None:
        if self._connection.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        if self._connection.in_transaction:
            self.execute("ROLLBACK")

    def create_function(self, *_: object, **__: object) -> None:
        """SQLAlchemy's REGEXP, which we do not use."""

    def close(self) -> None:
        self._connection.close()


class Cursor:
    """As much of Python's sqlite3.Cursor as SQLAlchemy asks for."""

    arraysize = 1
    rowcount = -1
    lastrowid: int | None = None

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._rows: Iterator[tuple[Any, ...]] = iter(())
        self.description: tuple[Any, ...] | None = None

    def execute(self, statement: str, parameters: tuple[Any, ...] = ()) -> "Cursor":
        cursor = self._connection.cursor()
        cursor.exec_trace = self._note_columns
        # All rows at once: the statement must be over when the caller goes on.
        self._rows = iter(cursor.execute(statement, parameters).fetchall())
        self.lastrowid = self._connection.last_insert_rowid()
        return self

    def _note_columns(self, cursor: apsw.Cursor, _statement: str, _parameters: object) -> bool:
        columns = cursor.get_description()
        self.description = tuple((name, *[None] * 6) for name, _ in columns) or None
        return True

    def fetchone(self) -> tuple[Any, ...] | None:
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        return list(self._rows)

    def fetchmany(self, size: int = 1) -> list[tuple[Any, ...]]:
        return [row for row, _ in zip(self._rows, range(size), strict=False)]

    def close(self) -> None:
        self._rows = iter(())


Keep = Callable[[], bool]


def keeping(share: float, chance: random.Random) -> Keep:
    """Whether a sector that was not synced is there all the same."""
    return lambda: chance.random() < share


@dataclass
class AfterPowerCut:
    """The disk as it is with certainty while the log is gone through, and what is still on its way to it."""

    files: dict[str, bytearray]
    pending: list[Operation] = field(default_factory=list)

    def go_on(self, operation: Operation) -> None:
        if not isinstance(operation, Sync):
            self.pending.append(operation)
            return
        # A file taken away is gone from the folder when the next sync is done; other files keep what is on its way.
        for done in self.pending:
            if done.file == operation.file or isinstance(done, Delete):
                _apply(self.files, done)
        self.pending = [p for p in self.pending if p.file != operation.file and not isinstance(p, Delete)]

    def image(self, keep: Keep) -> dict[str, bytes]:
        """What could be found on the disk when the power comes back."""
        left = {name: bytearray(content) for name, content in self.files.items()}
        for operation in self.pending:
            if isinstance(operation, Write):
                for start in range(0, len(operation.data), SECTOR):
                    if keep():
                        part = operation.data[start : start + SECTOR]
                        _apply(left, Write(operation.file, operation.offset + start, part))
            elif keep():
                _apply(left, operation)
        return {name: bytes(content) for name, content in left.items()}


def _apply(files: dict[str, bytearray], operation: Operation) -> None:
    if isinstance(operation, Delete):
        files.pop(operation.file, None)
        return
    content = files.setdefault(operation.file, bytearray())
    if isinstance(operation, Truncate):
        del content[operation.size :]
    elif isinstance(operation, Write):
        end = operation.offset + len(operation.data)
        content.extend(bytes(max(0, end - len(content))))
        content[operation.offset : end] = operation.data
