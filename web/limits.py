"""How many may be connected at once, and how much the log says of it: both bounded, whoever knocks."""

import logging
from collections.abc import Callable
from contextlib import suppress

from starlette.types import ASGIApp, Receive, Scope, Send

WANTED_FILES = 65_536
# A tab holds its socket, and some connections more while it loads.
FILES_OF_A_TAB = 4
TRY_AGAIN_LATER = 1013
# Pages to log in from that are open at once: each is left within a minute.
MOST_STRANGERS = 500
LONGEST_KIND, MOST_KINDS = 80, 1_000
# Whoever runs out of open files, asks for a page that is not there, or sends half a message, is heard by one of these.
LOUD = (
    "asyncio",
    "uvicorn.error",
    "streamlit.web.server.starlette.starlette_app",
    "streamlit.web.server.starlette.starlette_routes",
    "streamlit.web.server.starlette.starlette_websocket",
)

# Their line for each request has the visitor's address, and what follows «?»: a code to log in with, a calendar's key.
TALKATIVE = ("uvicorn.access", "uvicorn.error")

# Whether the one who opens a WebSocket has logged in.
Known = Callable[[Scope], bool]

log = logging.getLogger("klarsjekk")


def open_files() -> int:
    """How many files and connections the process may have open, raised as far as it goes; where nothing is said, enough."""
    with suppress(ImportError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = WANTED_FILES if hard == resource.RLIM_INFINITY else min(hard, WANTED_FILES)
        if soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        return max(soft, most)
    return WANTED_FILES


def tabs(files: int) -> int:
    """How many browser tabs so many open files serve; a line in the log says it."""
    most = files // FILES_OF_A_TAB
    log.warning("room for %d tabs at once (%d open files)", most, files)
    return most


class Sockets:
    """ASGI middleware: one more WebSocket than there is room for is told to try again later.

    most: how many at once. strangers: how many of them without a login. known: whether one has logged in; everybody where
    no login is needed.
    """

    def __init__(self, app: ASGIApp, *, most: int, strangers: int, known: Known) -> None:
        self.app, self.most, self.strangers, self.known = app, most, min(strangers, most), known
        self.held = self.held_by_strangers = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        stranger = not self.known(scope)
        if self.held >= self.most or (stranger and self.held_by_strangers >= self.strangers):
            await receive()
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
            return
        self.held, self.held_by_strangers = self.held + 1, self.held_by_strangers + stranger
        try:
            await self.app(scope, receive, send)
        finally:
            self.held, self.held_by_strangers = self.held - 1, self.held_by_strangers - stranger


class OnceASecond(logging.Filter):
    """Lets one line of a kind (its logger, and what it begins with) through in a second; the next says how many it kept back."""

    def __init__(self) -> None:
        super().__init__()
        self.last: dict[tuple[str, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        kind = (record.name, str(record.msg).partition("\n")[0][:LONGEST_KIND])
        said, kept_back = self.last.get(kind, (0.0, 0))
        if record.created - said < 1:
            self.last[kind] = (said, kept_back + 1)
            return False
        if len(self.last) > MOST_KINDS:
            self.last.clear()
        self.last[kind] = (record.created, 0)
        if kept_back:
            record.msg = f"{record.msg} ({kept_back} more like it)"
        return True


def quiet() -> None:
    """From now on what strangers can make the libraries say is said once a second. What we say ourselves always is."""
    once = OnceASecond()
    for name in LOUD:
        logging.getLogger(name).addFilter(once)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
