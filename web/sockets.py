"""Connections that send what they have at once.

Streamlit binds its socket in a way that makes asyncio take it for something else than TCP, and leave Nagle's algorithm
on: the last small message of a run then waits up to 40 ms for the browser to confirm the one before. Seen in Streamlit
1.67, which binds before our code is read; so asyncio is told instead, before the first connection comes.
uvloop sends at once by itself; what is told asyncio is for Windows, which has no uvloop.
"""

import socket
from asyncio import base_events

INTERNET = (socket.AF_INET, socket.AF_INET6)


def send_at_once() -> None:
    """Let every connection that asyncio makes or takes from now on wait for nothing."""
    base_events._set_nodelay = _without_delay  # type: ignore[attr-defined]


def _without_delay(made: socket.socket) -> None:
    if made.family in INTERNET and made.type == socket.SOCK_STREAM:
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
