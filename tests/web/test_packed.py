"""The frontend's scripts and styles packed: the same words, a third of the weight, and only for those who take it."""

import asyncio
import gzip
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from web.norwegian import INDEX, STATIC, scripts, translated
from web.packed import Packed, packed, styles

WORDED = next(name for name in sorted(scripts()) if translated(name))
PLAIN = next(name for name in sorted(scripts()) if not translated(name))
STYLE = min(styles())
Sent = tuple[dict[bytes, bytes], bytes]


def ask(path: str, *, takes: bytes | None = b"gzip, deflate, br", method: str = "GET", kind: str = "http") -> Sent:
    """Headers and body of the answer; what is passed on is answered with «behind»."""
    sent: list[MutableMapping[str, Any]] = []

    async def behind(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"behind"})

    async def collect(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    async def nothing() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    headers = [] if takes is None else [(b"accept-encoding", takes)]
    asyncio.run(Packed(behind)({"type": kind, "method": method, "path": path, "headers": headers}, nothing, collect))
    return dict(sent[0]["headers"]), sent[1]["body"]


@pytest.mark.parametrize(
    ("path", "wanted", "kind", "kept"),
    [
        (f"/static/js/{WORDED}", translated(WORDED), b"text/javascript", b"public, max-age=86400"),
        (f"/static/js/{PLAIN}", (STATIC / "static/js" / PLAIN).read_bytes(), b"text/javascript", b"public, immutable, max-age=31536000"),
        (f"/static/css/{STYLE}", (STATIC / "static/css" / STYLE).read_bytes(), b"text/css", b"public, immutable, max-age=31536000"),
    ],
)  # fmt: skip
def test_a_script_and_a_style_sheet_come_packed(path: str, wanted: bytes, kind: bytes, kept: bytes) -> None:
    headers, body = ask(path)
    assert gzip.decompress(body) == wanted
    assert (headers[b"content-encoding"], headers[b"vary"], headers[b"cache-control"]) == (
        b"gzip",
        b"Accept-Encoding",
        kept,
    )
    assert headers[b"content-type"].startswith(kind)
    assert int(headers[b"content-length"]) == len(body)


PASSED_ON: dict[str, dict[str, Any]] = {
    "one who takes nothing packed": {"takes": None},
    "one who takes something else": {"takes": b"br"},
    "one who will not have it": {"takes": b"gzip;q=0, br"},
    "another method": {"method": "HEAD"},
    "no request": {"kind": "websocket"},
}


@pytest.mark.parametrize("how", PASSED_ON.values(), ids=PASSED_ON.keys())
def test_for_others_it_is_passed_on(how: dict[str, Any]) -> None:
    assert ask(f"/static/js/{PLAIN}", **how)[1] == b"behind"


@pytest.mark.parametrize("path", ["/", "/static/js/", "/static/js/../../x", "/static/js/none.js", "/static/media/a.woff2", "/media/x"])  # fmt: skip
def test_what_is_no_script_of_the_frontend_is_passed_on(path: str) -> None:
    assert ask(path)[1] == b"behind"


def test_the_scripts_every_page_needs_weigh_less_than_half() -> None:
    needed = [name for name in scripts() if f"/{name}" in INDEX]
    raw = sum((STATIC / "static/js" / name).stat().st_size for name in needed)
    assert len(needed) > 30
    assert sum(len(packed(name)) for name in needed) < 0.4 * raw
