"""Which tab of a browser a connection is of, and how many it had before: `together.js` says it in the address of the connection.

A script reads headers and no addresses, so it is handed on as one; what stands in that header from outside is passed over.
"""

import re
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Receive, Scope, Send

SAID = re.compile(r"[0-9a-f]{16}\.\d{1,5}")


class Tabs:
    """ASGI middleware. header: what it is handed on as."""

    def __init__(self, app: ASGIApp, *, header: str) -> None:
        self.app, self.name = app, header.lower().encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            scope = {**scope, "headers": _headers(scope, self.name)}
        await self.app(scope, receive, send)


def _headers(scope: Scope, ours: bytes) -> list[tuple[bytes, bytes]]:
    kept = [(name, held) for name, held in scope["headers"] if name.lower() != ours]
    (said,) = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("tab", [""])[:1]
    return [*kept, (ours, said.encode())] if SAID.fullmatch(said) else kept
