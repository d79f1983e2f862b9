"""What strangers may send of files: nothing, and nobody so much that the memory is full.

Streamlit keeps an uploaded file in memory for as long as its session lasts, and asks for no login: whoever opens a
socket has a session.
"""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.web.server.starlette import starlette_websocket

UPLOAD = "/_stcore/upload_file/"
LOGIN = "_streamlit_user"
# Bytes kept and on their way. A session needs one file at a time, and one more while it is changed for another.
MOST_OF_ONE = 15_000_000
MOST_IN_ALL = 200_000_000
# Bytes and seconds of a body that is refused; what is more is hung up on. nginx lets no more than 6 MB through.
MOST_PASSED_OVER = 7_000_000
PATIENCE = 5.0
TOO_MUCH = "For mange filer er lastet opp. Vent litt, og prøv igjen."


class Uploads:
    """ASGI middleware. needs_login: whether a file is taken only from who has logged in."""

    def __init__(self, app: ASGIApp, *, needs_login: bool) -> None:
        self.app, self.needs_login = app, needs_login
        self.coming: dict[str, int] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "PUT" or not scope["path"].startswith(UPLOAD):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        size, session = _size(request), scope["path"].removeprefix(UPLOAD).partition("/")[0]
        if refused := self._refusal(request, size, session):
            await _pass_over(receive)
            await refused(scope, receive, send)
            return
        self.coming[session] = self.coming.get(session, 0) + size
        try:
            await self.app(scope, receive, send)
        finally:
            self.coming[session] -= size
            if not self.coming[session]:
                del self.coming[session]

    def _refusal(self, request: Request, size: int, session: str) -> PlainTextResponse | None:
        if self.needs_login and not logged_in(request.cookies):
            return PlainTextResponse("Logg inn først.", status_code=403)
        if not size:
            return PlainTextResponse("Lengden mangler.", status_code=411)
        held = _held()
        mine = held.get(session, 0) + self.coming.get(session, 0)
        every = sum(held.values()) + sum(self.coming.values())
        if mine + size > MOST_OF_ONE or every + size > MOST_IN_ALL:
            return PlainTextResponse(TOO_MUCH, status_code=413)
        return None


async def _pass_over(receive: Receive) -> None:
    """Let what is refused come, and keep nothing of it: nginx takes one who hangs up for a replica that is gone."""
    left = MOST_PASSED_OVER
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while left > 0:
                message = await receive()
                left -= len(message.get("body", b""))
                if not message.get("more_body", False):
                    return


def _size(request: Request) -> int:
    """Bytes that are to come, 0 when it is not said; a body that is longer is cut off by the server itself."""
    said = request.headers.get("content-length", "")
    return int(said) if said.isdecimal() else 0


def logged_in(cookies: Mapping[str, str]) -> bool:
    """Whether the login is one that this app has given. Who it is, and whether they may, the page asks."""
    held = starlette_websocket._get_signed_cookie_with_chunks(dict(cookies), LOGIN)
    try:
        said = json.loads(held or b"{}")
    except ValueError:
        return False
    return isinstance(said, dict) and said.get("is_logged_in") is True


def _held() -> dict[str, int]:
    """Session -> bytes of the files it has sent."""
    manager = get_instance().uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        return {}
    kept = list(manager.file_storage.items())
    return {session: sum(len(file.data) for file in list(files.values())) for session, files in kept}
