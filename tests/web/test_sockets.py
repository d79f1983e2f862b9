"""A connection to a socket that was bound as Streamlit binds its own sends at once, and would not without us."""

import asyncio
import socket
from asyncio import base_events

import pytest
import uvloop
from streamlit.web import bootstrap
from streamlit.web.server.starlette import starlette_server

from web.sockets import send_at_once


async def nodelay_of_a_connection() -> int:
    """TCP_NODELAY of what the server's side of a connection sends on."""
    found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def connected(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    bound = starlette_server._bind_socket("127.0.0.1", 0, 5)
    async with await asyncio.start_server(connected, sock=bound):
        _, writer = await asyncio.open_connection(*bound.getsockname())
        told = await found
        writer.close()
        return told


def test_a_connection_sends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base_events, "_set_nodelay", base_events._set_nodelay)  # type: ignore[attr-defined]
    send_at_once()
    assert asyncio.run(nodelay_of_a_connection()) != 0


def test_the_server_runs_in_uvloop() -> None:
    assert bootstrap._get_uvloop_loop_factory() is uvloop.new_event_loop


def test_in_the_loop_of_the_server_it_does_so_by_itself() -> None:
    assert uvloop.run(nodelay_of_a_connection()) != 0


def test_without_it_a_connection_waits() -> None:
    """When this turns red, `web/sockets.py` is needed no more."""
    assert asyncio.run(nodelay_of_a_connection()) == 0
