"""What the app and the process that reads for it say to each other, over a socket that the two have to themselves.

A message is its length in eight bytes, and the message. What was read may be large, so it is packed and sent for itself,
without the forms in it: both have those, and a form read twice would be laid out twice.
"""

import copyreg
import pickle
import socket
import struct
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from scoring.questionnaire import Form
from scoring.yardstick import Yardstick
from service import forms
from service.answers.encodings import yardstick_of
from service.workspace import Workspace

_ROOT = Path(__file__).resolve().parents[1]
_LENGTH = struct.Struct("!Q")
_NEWEST = pickle.HIGHEST_PROTOCOL


@dataclass(frozen=True, slots=True)
class Home:
    """Where it reads, and by which code: what is packed by another cannot be unpacked."""

    database_url: str
    assessments: Path
    code: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ask:
    """read: a function of ours with what it is called with. since: the link whoever asks sees the chain end with."""

    read: Callable[[Workspace], Any]
    since: int


@dataclass(frozen=True, slots=True)
class PackedValue:
    """What was read. forms: fingerprints of the forms in it. arrays: how long each is; they come one after the other."""

    forms: frozenset[str]
    rest: bytes
    arrays: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """number: the link the chain ended with when it was read. said: the tables that links since `Ask.since` say anything of.

    value: what was read, but for its arrays, which are the message after this one.
    """

    number: int
    said: frozenset[str]
    value: PackedValue


def code() -> tuple[int, int]:
    """What tells our code from what it is after an upgrade: how many files there are, and when the newest was written."""
    files = [path for layer in ("scoring", "service", "storage") for path in (_ROOT / layer).rglob("*.py")]
    return len(files), max(path.stat().st_mtime_ns for path in files)


def wait_at_most(end: socket.socket, seconds: int) -> None:
    """By the system itself: with Python's own limit each small part that comes would be waited for anew."""
    end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", seconds, 0))


def send(end: socket.socket, message: object) -> None:
    send_parts(end, [pickle.dumps(message, _NEWEST)])


def send_parts(end: socket.socket, parts: Sequence[bytes | pickle.PickleBuffer]) -> None:
    """One message, whose parts need not be put together first."""
    views = [memoryview(part) for part in parts]
    end.sendall(_LENGTH.pack(sum(view.nbytes for view in views)))
    for view in views:
        end.sendall(view)


def receive(end: socket.socket) -> Any:
    """The next message. Raises `EOFError` when the other one is gone or takes too long, and `OSError`."""
    return pickle.loads(receive_parts(end))


def receive_parts(end: socket.socket) -> bytearray:
    """The same as it came."""
    return _exactly(end, _LENGTH.unpack(_exactly(end, _LENGTH.size))[0])


def _exactly(end: socket.socket, length: int) -> bytearray:
    """In as few waits as there can be: after each one stands in line for Python's lock."""
    found = bytearray(length)
    view, have = memoryview(found), 0
    while have < length:
        came = 0
        with suppress(BlockingIOError):
            came = end.recv_into(view[have:], 0, socket.MSG_WAITALL)
        if not came:
            raise EOFError
        have += came
    return found


def packed(value: object) -> tuple[PackedValue, list[pickle.PickleBuffer]]:
    """A value, and the arrays in it: to copy 50 MB takes longer than all else."""
    made, met, arrays = BytesIO(), set[str](), list[pickle.PickleBuffer]()
    pickler = pickle.Pickler(made, _NEWEST, buffer_callback=arrays.append)

    def form(held: Form) -> Any:
        if forms.known(held.fingerprint) is not held:
            return held.__reduce_ex__(_NEWEST)
        met.add(held.fingerprint)
        return forms.known, (held.fingerprint,)

    def laid_out(held: Yardstick) -> Any:
        known = forms.known(held.form.fingerprint) is held.form
        return (yardstick_of, (held.form,)) if known else held.__reduce_ex__(_NEWEST)

    pickler.dispatch_table = copyreg.dispatch_table | {Form: form, Yardstick: laid_out}
    pickler.dump(value)
    return PackedValue(frozenset(met), made.getvalue(), tuple(each.raw().nbytes for each in arrays)), arrays


def unpacked(held: PackedValue, arrays: bytearray) -> Any:
    """The value again, for who has read the forms in it. Its arrays lie where they came."""
    view, at, found = memoryview(arrays), 0, []
    for length in held.arrays:
        found.append(view[at : at + length])
        at += length
    return pickle.loads(held.rest, buffers=found)
