"""Numbers for whoever watches, in OpenMetrics: on a port of their own, which nobody but this machine reaches.

`KLARSJEKK_METRICS_PORT` says which; without it nothing is served, though it is counted.
"""

from collections import Counter
from collections.abc import Callable, Iterable, MutableMapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar

from starlette.types import ASGIApp, Receive, Scope, Send

PORT = "KLARSJEKK_METRICS_PORT"
LOOPBACK = "127.0.0.1"
TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8"


class Counted:
    """ASGI middleware: answers by their class (2xx, 4xx …), and tabs that are connected."""

    answers: ClassVar[Counter[str]] = Counter()
    tabs: ClassVar[int] = 0

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def counting(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                Counted.answers[f"{message['status'] // 100}xx"] += 1
            await send(message)

        if scope["type"] != "websocket":
            await self.app(scope, receive, counting)
            return
        Counted.tabs += 1
        try:
            await self.app(scope, receive, send)
        finally:
            Counted.tabs -= 1


def exposed(measured: Iterable[str]) -> str:
    """What we count ourselves and what the app has measured, as text."""
    answers = (f'klarsjekk_answers_total{{class="{kind}"}} {many}' for kind, many in sorted(Counted.answers.items()))
    tabs = ["# TYPE klarsjekk_tabs gauge", f"klarsjekk_tabs {Counted.tabs}"]
    return "\n".join(["# TYPE klarsjekk_answers counter", *answers, *tabs, *measured, "# EOF", ""])


def serve(port: int, measured: Callable[[], Iterable[str]]) -> ThreadingHTTPServer:
    """Answer on the port of this machine's own address until the process ends. measured: what is told, asked each time."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            text = exposed(measured()).encode()
            self.send_response(200 if self.path == "/metrics" else 404)
            self.send_header("Content-Type", TYPE)
            self.end_headers()
            if self.path == "/metrics":
                self.wfile.write(text)

        def version_string(self) -> str:
            return "klarsjekk"

        def log_message(self, *_: object) -> None:
            """Whoever watches asks all the time."""

    server = ThreadingHTTPServer((LOOPBACK, port), Answer)
    Thread(target=server.serve_forever, name="metrics", daemon=True).start()
    return server
