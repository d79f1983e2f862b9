"""Strangers who mean no good, from a process of their own: `python -m tests.strangers ADDRESS KIND NUMBER SECONDS GUESSES`.

They have no login, and speak over plain asyncio. What they were told is written when they end, as JSON: answer -> how often.
"""

import asyncio
import json
import os
import secrets
import ssl
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from deploy.processes import ROOT
from tests.protocol import XSRF_COOKIE, rerun

COMING_AT_ONCE = 50
# Seconds between the bytes of one who sends slowly, and before one who was turned away knocks again.
PAUSE, COME_AGAIN = 1.0, 5.0
# Of all who guess together; and as many as the machine has time for.
GUESSES_A_SECOND, NO_PAUSE = 1_000, 1_000_000
FILE = 4_900_000
GOODBYE = 20.0


@dataclass
class Target:
    """The site, until when it is attacked, and what it said."""

    url: str
    until: float
    number: int
    guesses: int = GUESSES_A_SECOND
    told: Counter[str] = field(default_factory=Counter)
    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(COMING_AT_ONCE))

    @property
    def goes_on(self) -> bool:
        return time.monotonic() < self.until

    async def open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        address = urlsplit(self.url)
        tls = ssl._create_unverified_context() if address.scheme == "https" else None
        async with self.gate:
            return await asyncio.open_connection(address.hostname, address.port, ssl=tls)

    def head(self, line: str, *more: str) -> bytes:
        """The head of a request: its first line, and what comes beside the host."""
        host = urlsplit(self.url).netloc
        return "\r\n".join([f"{line} HTTP/1.1", f"Host: {host}", f"Origin: {self.url}", *more, "", ""]).encode()

    async def status(self, reader: asyncio.StreamReader) -> str:
        """The status of the answer, which is counted; its body is left."""
        head = await reader.readuntil(b"\r\n\r\n")
        status = head.split(b" ", 2)[1].decode()
        self.told[status] += 1
        length = next(
            (line.split(b":")[1] for line in head.lower().split(b"\r\n") if line[:15] == b"content-length:"), b"0"
        )
        await reader.readexactly(int(length) if status != "101" else 0)
        return status


async def socket(target: Target) -> None:
    """Open a tab, ask for the page, and stay."""
    reader, writer = await target.open()
    try:
        more = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13")
        named = ("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol: streamlit, none")
        writer.write(target.head("GET /_stcore/stream", *more, *named))
        if await target.status(reader) == "101":
            asked = rerun(target.url, page="", page_hash="").SerializeToString()
            # One whole binary message, masked with naught.
            writer.write(bytes((0x82, 0xFE)) + len(asked).to_bytes(2, "big") + bytes(4) + asked)
            while target.goes_on and await reader.read(65_536):
                pass
    finally:
        writer.close()


async def slow_body(target: Target) -> None:
    """Say that a file comes, and send a byte a second of it."""
    path = f"/_stcore/upload_file/{secrets.token_hex(16)}/1"
    await _slowly(target, target.head(f"PUT {path}", f"Content-Length: {FILE}", "Content-Type: multipart/form-data"))


async def slow_head(target: Target) -> None:
    """Begin a request, and send a byte a second of its head."""
    await _slowly(target, b"GET / HTTP/1.1\r\nX-Slow: ")


async def _slowly(target: Target, begun: bytes) -> None:
    reader, writer = await target.open()
    answered = asyncio.ensure_future(target.status(reader))
    try:
        writer.write(begun)
        while target.goes_on and not reader.at_eof():
            await writer.drain()
            writer.write(b"x")
            await asyncio.sleep(PAUSE)
    finally:
        answered.cancel()
        with suppress(asyncio.CancelledError, asyncio.IncompleteReadError, OSError):
            await answered
        writer.close()


async def upload(target: Target) -> None:
    """Send a file as large as one may be, without a login."""
    reader, writer = await target.open()
    xsrf = "x" * 20
    try:
        path = f"/_stcore/upload_file/{secrets.token_hex(16)}/{secrets.token_hex(16)}"
        more = (f"Content-Length: {FILE}", "Content-Type: multipart/form-data; boundary=x", f"X-Xsrftoken: {xsrf}")
        writer.write(target.head(f"PUT {path}", f"Cookie: {XSRF_COOKIE}={xsrf}", *more) + bytes(FILE))
        await target.status(reader)
    finally:
        writer.close()


async def guess(target: Target, line: Callable[[str], str], *more: str) -> None:
    """Guess one after the other over the same connection."""
    reader, writer = await target.open()
    try:
        while target.goes_on:
            secret = secrets.token_urlsafe(32)
            writer.write(target.head(line(secret), *(each.format(secret) for each in more)))
            await target.status(reader)
            await asyncio.sleep(target.number / target.guesses)
    finally:
        writer.close()


KINDS: Mapping[str, Callable[[Target], Awaitable[None]]] = {
    "sockets": socket,
    "slow bodies": slow_body,
    "slow heads": slow_head,
    "uploads": upload,
    "tickets": lambda target: guess(target, lambda secret: f"GET /last-ned/{secret}"),
    "calendars": lambda target: guess(target, lambda secret: f"GET /kalender/{secret}.ics"),
    "keys": lambda target: guess(target, lambda _: "GET /api/v1/comparison.csv", "Authorization: Bearer klarsjekk_{}"),
}


async def attack(target: Target, kind: str) -> None:
    """So many strangers at once, who come back when they are turned away."""

    async def one() -> None:
        while target.goes_on:
            try:
                await KINDS[kind](target)
            except (OSError, EOFError, asyncio.LimitOverrunError):
                target.told["cut off"] += 1
            await asyncio.sleep(COME_AGAIN)

    all_of_them = [asyncio.create_task(one()) for _ in range(target.number)]
    await asyncio.wait(all_of_them, timeout=target.until - time.monotonic())


@contextmanager
def strangers(
    url: str, kind: str, *, number: int, seconds: float, guesses: int = GUESSES_A_SECOND
) -> Iterator[Counter[str]]:
    """Strangers of a kind beside the block; what they were told stands in what is given, once the block is left.

    guesses: a second, of all of them.
    """
    command = [sys.executable, "-m", "tests.strangers", url, kind, str(number), str(seconds), str(guesses)]
    told: Counter[str] = Counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        try:
            yield told
            said, _ = process.communicate(timeout=seconds + GOODBYE)
            told.update(json.loads(said))
        finally:
            process.kill()


def main(url: str, kind: str, number: int, seconds: float, guesses: int) -> None:
    # They stand for other machines: what the processor has left is theirs.
    os.nice(19)
    target = Target(url, time.monotonic() + seconds, number, guesses)

    async def attack_and_go() -> None:
        await attack(target, kind)
        print(json.dumps(target.told), flush=True)
        # Nobody says goodbye.
        os._exit(0)

    asyncio.run(attack_and_go())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5]))
