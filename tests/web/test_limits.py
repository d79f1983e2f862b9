"""However many knock, those who are in stay in, and the log stays readable."""

import asyncio
import logging
import resource
import subprocess
import sys
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from deploy.processes import ROOT
from web.limits import LOUD, OnceASecond, Sockets, quiet
from web.uploads import UPLOAD, Uploads


def test_one_more_than_there_is_room_for_is_told_to_come_later() -> None:
    async def main() -> list[list[MutableMapping[str, Any]]]:
        leave = asyncio.Event()

        async def stays(_scope: Scope, _receive: Receive, send: Send) -> None:
            await send({"type": "websocket.accept"})
            await leave.wait()

        sockets, heard = Sockets(stays, most=2, strangers=2, known=lambda _scope: True), [[], [], [], []]  # type: ignore[var-annotated]

        async def visit(number: int) -> None:
            async def receive() -> MutableMapping[str, Any]:
                return {"type": "websocket.connect"}

            async def send(message: MutableMapping[str, Any]) -> None:
                heard[number].append(message)

            await sockets({"type": "websocket"}, receive, send)

        first = [asyncio.create_task(visit(number)) for number in range(3)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        leave.set()
        await asyncio.gather(*first)
        await visit(3)
        return heard

    accepted, turned_away = [{"type": "websocket.accept"}], [{"type": "websocket.close", "code": 1013}]
    assert asyncio.run(main()) == [accepted, accepted, turned_away, accepted]


def test_strangers_leave_room_for_those_who_have_logged_in() -> None:
    async def main() -> list[str]:
        leave = asyncio.Event()
        heard: list[str] = []

        async def stays(_scope: Scope, _receive: Receive, send: Send) -> None:
            await send({"type": "websocket.accept"})
            await leave.wait()

        sockets = Sockets(stays, most=3, strangers=1, known=lambda scope: bool(scope["known"]))

        async def receive() -> MutableMapping[str, Any]:
            return {"type": "websocket.connect"}

        async def send(message: MutableMapping[str, Any]) -> None:
            heard.append(message["type"])

        came = []
        for known in (False, False, True, True, True):
            came.append(asyncio.create_task(sockets({"type": "websocket", "known": known}, receive, send)))
            await asyncio.sleep(0)
        leave.set()
        await asyncio.gather(*came)
        await sockets({"type": "websocket", "known": False}, receive, send)
        return [told.removeprefix("websocket.") for told in heard]

    assert asyncio.run(main()) == ["accept", "close", "accept", "accept", "close", "accept"]


def test_a_file_that_is_refused_is_let_come_and_is_not_kept() -> None:
    pieces, heard = [bytes(1_000)] * 5, []

    async def app(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise AssertionError

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": pieces.pop(), "more_body": bool(pieces)}

    async def send(message: MutableMapping[str, Any]) -> None:
        heard.append((message.get("status"), len(pieces)))

    scope = {"type": "http", "method": "PUT", "path": f"{UPLOAD}s/f", "headers": [(b"content-length", b"5000")]}
    asyncio.run(Uploads(app, needs_login=True)(scope, receive, send))
    assert heard[0] == (403, 0)


def record(message: str, at: float, name: str = "asyncio") -> logging.LogRecord:
    made = logging.LogRecord(name, logging.ERROR, "", 0, message, None, None)
    made.created = at
    return made


def test_a_kind_is_told_once_a_second_with_how_many_there_were() -> None:
    once = OnceASecond()
    given = [("no room\nsocket 1", 10.0), ("no room\nsocket 2", 10.2), ("another", 10.3), ("no room\nsocket 3", 10.9)]
    assert [once.filter(record(*each)) for each in given] == [True, False, True, False]
    late = record("no room", 11.1)
    assert once.filter(late)
    assert late.getMessage() == "no room (2 more like it)"
    assert once.filter(record("no room", 11.1, "uvicorn.error"))


def test_kinds_without_end_fill_no_memory() -> None:
    once = OnceASecond()
    for number in range(20_000):
        once.filter(record(f"{number} is strange", float(number)))
    assert len(once.last) <= 1_001


def test_what_we_say_ourselves_is_always_said() -> None:
    quiet()
    heard = [logging.getLogger(name).filters for name in (*LOUD, "klarsjekk")]
    assert [any(isinstance(each, OnceASecond) for each in filters) for filters in heard] == [True] * len(LOUD) + [False]
    for name in LOUD:
        logging.getLogger(name).filters.clear()


@pytest.mark.slow
@pytest.mark.parametrize("soft", [256, 1_024])
def test_the_limit_of_open_files_is_raised_as_far_as_it_goes(soft: int) -> None:
    told = subprocess.run(
        [sys.executable, "-c", "from web.limits import open_files; print(open_files())"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (soft, 3_000)),
    )
    assert int(told.stdout) == 3_000
