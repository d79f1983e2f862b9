"""The frontend's scripts and styles, packed: Streamlit sends them as they are, and they are three quarters of the first page.

Each is packed once in a process, when it is first asked for, and kept. Refuses to pack anything that is a customer's.
"""

import gzip
from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from web.norwegian import STATIC, scripts, translated

KINDS = {"js": "text/javascript", "css": "text/css"}
PLACE = "/static/"
LEVEL = 6


class Packed:
    """ASGI middleware: answers for scripts and styles those browsers that take gzip, passes everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = _wanted(scope)
        if name is None:
            await self.app(scope, receive, send)
            return
        body = await run_in_threadpool(packed, name)
        kind = name.rsplit(".", 1)[-1]
        # A day for what has our words in it: the name of the file tells its version, not that of the words.
        stays = "max-age=86400" if kind == "js" and translated(name) is not None else "immutable, max-age=31536000"
        headers = {"Cache-Control": f"public, {stays}", "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        await Response(body, media_type=KINDS[kind], headers=headers)(scope, receive, send)


@cache
def packed(name: str) -> bytes:
    """A script with our words, or a style sheet, packed."""
    kind = name.rsplit(".", 1)[-1]
    words = translated(name) if kind == "js" else None
    return gzip.compress(words or (STATIC / "static" / kind / name).read_bytes(), LEVEL, mtime=0)


@cache
def styles() -> frozenset[str]:
    """The names of the style sheets the frontend has."""
    return frozenset(path.name for path in (STATIC / "static" / "css").glob("*.css"))


def _wanted(scope: Scope) -> str | None:
    """The name of the script or style sheet asked for by someone who takes it packed."""
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(PLACE):
        return None
    kind, _, name = str(scope["path"])[len(PLACE) :].partition("/")
    known = scripts() if kind == "js" else styles() if kind == "css" else frozenset()
    return name if name in known and _takes_gzip(scope) else None


def _takes_gzip(scope: Scope) -> bool:
    held = b",".join(value for name, value in scope.get("headers", []) if name == b"accept-encoding")
    return any(part.split(b";")[0].strip() == b"gzip" and b"q=0" not in part for part in held.split(b","))
