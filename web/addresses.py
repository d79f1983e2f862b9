"""Addresses deeper than any page: the frontend would look for its scripts below them and show nothing at all.

They lead to an address at the top instead, which is no page either, and says so.
"""

from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Flat:
    """ASGI middleware: a page that would be sent for /a/b/c becomes a way to /a-b-c."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        parts = str(scope.get("path", "")).strip("/").split("/")
        if scope["type"] != "http" or len(parts) == 1:
            await self.app(scope, receive, send)
            return
        redirect = RedirectResponse("/" + quote("-".join(parts), safe=""))
        replaced = False

        async def forward(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and _is_page(message):
                replaced = True
                await redirect(scope, receive, send)
            elif not replaced:
                await send(message)

        await self.app(scope, receive, forward)


def _is_page(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
