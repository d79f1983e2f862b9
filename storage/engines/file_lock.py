"""One process per SQLite file, and one writer at a time inside it.

The lock on `<database>.lock` lasts as long as the process has the database open, and goes with the process
however it ends. Refuses a second process with its number; the same process may open the file again.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, get_ident

from storage.engines.problems import Busy, FolderMissing, LockedByAnother, ReadOnly

LONGEST_WAIT = 30.0
_HELD: dict[Path, "FileLock"] = {}
_REGISTRY = Lock()


class FileLock:
    """The process's hold on one database file. Made by `hold`, given back by `release`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._turn = Lock()
        self._writer: int | None = None
        self._holders = 1
        self._file = _lock_file(path)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The turn to write. Raises `Busy` after 30 s; writing inside writing is a fault in the code."""
        if self._writer == get_ident():
            raise RuntimeError("a write transaction inside a write transaction")
        if not self._turn.acquire(timeout=LONGEST_WAIT):
            raise Busy(self.path)
        self._writer = get_ident()
        try:
            yield
        finally:
            self._writer = None
            self._turn.release()

    def release(self) -> None:
        with _REGISTRY:
            self._holders -= 1
            if not self._holders:
                del _HELD[self.path]
                os.close(self._file)

    def share(self) -> "FileLock":
        self._holders += 1
        return self


def hold(path: Path) -> FileLock:
    """Take the file for this process. Raises `LockedByAnother` when another process has it."""
    with _REGISTRY:
        if held := _HELD.get(path):
            return held.share()
        _HELD[path] = FileLock(path)
        return _HELD[path]


def _lock_file(path: Path) -> int:
    lock = path.with_name(path.name + ".lock")
    try:
        file = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except FileNotFoundError:
        raise FolderMissing(path) from None
    except OSError as error:
        raise ReadOnly(path, error.strerror or "") from None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = os.pread(file, 20, 0).decode("ascii", "replace").strip()
        os.close(file)
        raise LockedByAnother(path, f"prosess {owner}" if owner else "") from None
    os.ftruncate(file, 0)
    os.pwrite(file, str(os.getpid()).encode(), 0)
    return file
