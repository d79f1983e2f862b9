"""The middleware by itself, in front of a small app: what it changes, and what it passes on as it is."""

import asyncio
import gzip
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from web.norwegian import Norwegian, scripts, translated

PAGE = b'<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body>\xc3\xa6</body></html>'
Header = tuple[bytes, bytes]


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[bytes, bytes]
    body: bytes
    messages: int


def ask(
    path: str,
    *,
    method: str = "GET",
    parts: tuple[bytes, ...] = (PAGE,),
    headers: tuple[Header, ...] = (),
    kind: str = "http",
) -> Reply:
    """What a client gets when the app behind answers with these parts and headers."""
    sent: list[MutableMapping[str, Any]] = []

    async def behind(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": list(headers)})
        for number, part in enumerate(parts, 1):
            await send({"type": "http.response.body", "body": part, "more_body": number < len(parts)})

    async def collect(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    async def nothing() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    scope = {"type": kind, "method": method, "path": path, "headers": []}
    asyncio.run(Norwegian(behind)(scope, nothing, collect))
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Reply(sent[0]["status"], dict(sent[0]["headers"]), body, len(sent))


HTML = (b"content-type", b"text/html; charset=utf-8")


@pytest.mark.parametrize("parts", [(PAGE,), (PAGE[:30], PAGE[30:]), tuple(PAGE[i : i + 1] for i in range(len(PAGE)))])
def test_a_page_is_norwegian_however_it_is_cut_up_and_its_length_is_right(parts: tuple[bytes, ...]) -> None:
    reply = ask("/", parts=parts, headers=(HTML, (b"content-length", b"1"), (b"etag", b"x"), (b"vary", b"Origin")))
    assert b'<html lang="nb">' in reply.body
    assert b"<title>Klarsjekk</title>" in reply.body
    assert "æ".encode() in reply.body
    assert reply.headers[b"content-length"] == str(len(reply.body)).encode()
    assert b"etag" not in reply.headers
    assert reply.headers[b"vary"] == b"Origin"


PASSED_ON: dict[str, tuple[bytes, tuple[Header, ...]]] = {
    "a packed page": (gzip.compress(PAGE), (HTML, (b"content-encoding", b"gzip"))),
    "json": (PAGE, ((b"content-type", b"application/json"),)),
    "a file without a type": (PAGE, ()),
    "a csv": (b"\xef\xbb\xbf<title>Streamlit</title>", ((b"content-type", b"text/csv"), (b"content-length", b"28"))),
}


@pytest.mark.parametrize(("body", "headers"), PASSED_ON.values(), ids=PASSED_ON.keys())
def test_what_is_not_a_plain_page_is_passed_on_untouched(body: bytes, headers: tuple[Header, ...]) -> None:
    reply = ask("/", parts=(body,), headers=headers)
    assert reply.body == body
    assert reply.headers == dict(headers)


def test_what_is_sent_in_parts_is_passed_on_part_by_part() -> None:
    assert ask("/x", parts=(b"a", b"b", b"c"), headers=((b"content-type", b"text/event-stream"),)).messages == 4


def a_script_with_our_words() -> str:
    return next(name for name in sorted(scripts()) if translated(name))


def a_script_without() -> str:
    return next(name for name in sorted(scripts()) if not translated(name))


def test_a_script_with_our_words_is_answered_with_them() -> None:
    name = a_script_with_our_words()
    reply = ask(f"/static/js/{name}", parts=(b"not asked",))
    assert reply.body == translated(name)
    assert reply.headers[b"content-type"].startswith(b"text/javascript")
    assert reply.headers[b"content-length"] == str(len(reply.body)).encode()


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_are_passed_on(method: str) -> None:
    assert ask(f"/static/js/{a_script_with_our_words()}", method=method, parts=(b"asked",)).body == b"asked"


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/",
        "/static/js/unknown.js",
        "/static/js/../../index.html",
        "/static/js/../../../../../etc/passwd",
        "/static/js//etc/passwd",
        "/static/js/index.js\x00",
        "/static/css/index.css",
        "/staticjs/x",
    ],
)
def test_a_path_that_is_no_script_of_the_frontend_is_passed_on(path: str) -> None:
    assert ask(path, parts=(b"asked",)).body == b"asked"


def test_a_script_without_our_words_is_passed_on() -> None:
    assert ask(f"/static/js/{a_script_without()}", parts=(b"asked",)).body == b"asked"


def test_a_websocket_is_passed_on() -> None:
    assert ask("/_stcore/stream", kind="websocket", parts=(b"asked",), headers=(HTML,)).body == b"asked"
