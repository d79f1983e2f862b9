"""A login that comes to nothing leads back to the page of logins, which says so in Norwegian.

Streamlit answers «Authentication error» when the provider cannot be asked, and goes back without a word when it does not
give what it should.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOGIN, BACK = "/auth/login", "/oauth2callback"
HOME = "/?innlogging="
AWAY, BROKEN_OFF = "borte", "avbrutt"
COOKIE = b"_streamlit_user="


class LoginFailed:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "") if scope["type"] == "http" else ""
        if path not in (LOGIN, BACK):
            await self.app(scope, receive, send)
            return
        led_away = False

        async def say(message: Message) -> None:
            nonlocal led_away
            if message["type"] == "http.response.start" and _failed(path, scope, message):
                led_away = True
                message["status"] = 303
                headers = MutableHeaders(raw=message["headers"])
                headers["location"] = HOME + (AWAY if path == LOGIN else BROKEN_OFF)
                headers["content-length"] = "0"
            elif led_away:
                message = {**message, "body": b""}
            await send(message)

        await self.app(scope, receive, say)


def _failed(path: str, scope: Scope, message: Message) -> bool:
    """Whether the provider could not be asked, or has sent someone back who is not let in. One who logs out comes back too."""
    if path == LOGIN:
        return int(message["status"]) >= 400
    said = scope.get("query_string", b"")
    return (b"code=" in said or b"error=" in said) and not any(
        name.lower() == b"set-cookie" and held.startswith(COOKIE) and b"Max-Age=0" not in held
        for name, held in message["headers"]
    )
