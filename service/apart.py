"""What takes long to read of thousands of customers, read in a process beside this one (`service/apart_reader.py`).

Python runs one thread at a time: while one reads ten thousand customers, those who answer wait. The process beside has
a lock of its own, and gives way to this one. Whenever it cannot, `None` says so, and the caller reads for itself.
"""

import logging
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import Connection

from service.apart_wire import Ask, Home, Told, code, receive, receive_parts, send, unpacked, wait_at_most
from service.forms import kept_forms
from service.workspace import Workspace

T = TypeVar("T")
log = logging.getLogger("klarsjekk")
# It takes one or two; more, and one may as well read for oneself.
MOST_SECONDS = 30
# After it has failed it is not tried again for so long.
REST_SECONDS = 300.0
_ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class _Beside:
    process: subprocess.Popen[bytes]
    end: socket.socket


class ReadApart:
    """One process beside, started when it is first needed and again when it is gone; it is asked one thing at a time."""

    def __init__(self, database_url: str, assessments: Path) -> None:
        self._home = Home(database_url, assessments, code())
        self._beside: _Beside | None = None
        self._turn = Lock()
        self._rests_until = 0.0

    def begin(self) -> None:
        """Start it, so that it is there when something is asked. It takes a second or two, which nobody waits for."""
        # Where it is being asked, it is there.
        if self._turn.acquire(blocking=False):
            try:
                self._try(lambda _: None)
            finally:
                self._turn.release()

    def read(self, connection: Connection, read: Callable[[Workspace], Any], since: int) -> tuple[Any, Told] | None:
        """What `read` reads there, and as of when: no sooner than the link `since`. `None` when it cannot say.

        read: a function of a module with what it is called with (`functools.partial`). connection: to read new forms from.
        """
        with self._turn:
            found = self._try(lambda end: _asked(end, Ask(read, since)))
        if found is None:
            return None
        told, arrays = found
        kept_forms(connection, told.value.forms)
        return unpacked(told.value, arrays), told

    def close(self) -> None:
        with self._turn:
            self._end()

    def _try(self, use: Callable[[socket.socket], T]) -> T | None:
        if monotonic() < self._rests_until:
            return None
        try:
            return use(self._there().end)
        except (EOFError, OSError) as gone:
            log.warning("the process that reads beside this one is gone (%s): read here", type(gone).__name__)
            self._rests_until = monotonic() + REST_SECONDS
            self._end()
            return None

    def _there(self) -> _Beside:
        if self._beside is None or self._beside.process.poll() is not None:
            self._end()
            self._beside = _started()
            send(self._beside.end, self._home)
        return self._beside

    def _end(self) -> None:
        if self._beside is not None:
            self._beside.end.close()
            self._beside.process.kill()
            self._beside.process.wait()
            self._beside = None


def _asked(end: socket.socket, ask: Ask) -> tuple[Told, bytearray]:
    send(end, ask)
    return receive(end), receive_parts(end)


def _started() -> _Beside:
    ours, theirs = socket.socketpair()
    wait_at_most(ours, MOST_SECONDS)
    with theirs:
        command = [sys.executable, "-m", "service.apart_reader"]
        nowhere = subprocess.DEVNULL
        return _Beside(
            subprocess.Popen(command, stdin=theirs.fileno(), stdout=nowhere, stderr=nowhere, cwd=_ROOT), ours
        )
