"""What every answer of the server carries: what the page may load, who may frame it, and cookies that stay on TLS.

Also gives each browser a cookie of its own (`BROWSER`), to which a download is tied, and closes what nobody but an
administrator of the machine needs.
"""

import re
import secrets
from base64 import b64encode
from collections.abc import Iterable, MutableMapping
from functools import cache
from hashlib import sha256
from typing import Any

from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from service.files.tickets import BROWSER
from web.norwegian import PAGE, STATIC, replaced

LOGIN = b"_streamlit_user"
LOGOUT = "/auth/logout"
_LASTS = re.compile(rb"; *max-age=(?!0\b)\d+", re.IGNORECASE)
CLOSED = ("/_stcore/metrics", "/_stcore/agent")
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


@cache
def content_policy() -> str:
    """Only what we serve ourselves is loaded; styles are written into the page by the frontend, scripts are not."""
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' {' '.join(_inline_hashes())}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def _inline_hashes() -> Iterable[str]:
    """The scripts that stand in the page itself, by what they say."""
    page = replaced((STATIC / "index.html").read_text(encoding="utf-8"), PAGE)
    for script in _INLINE_SCRIPT.findall(page):
        yield f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


class Headers:
    """ASGI middleware. TLS is known by the scheme or by the proxy's `X-Forwarded-Proto`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = dict(scope["headers"])
        secure = scope["scheme"] == "https" or given.get(b"x-forwarded-proto", b"").split(b",")[0].strip() == b"https"
        new_browser = BROWSER not in cookie_parser(given.get(b"cookie", b"").decode("latin-1"))

        async def forward(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _headers(message["headers"], scope["path"], secure, new_browser)}
            await send(message)

        if scope["path"].startswith(CLOSED):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, forward)
            return
        await self.app(scope, receive, forward)


def _headers(
    held: Iterable[tuple[bytes, bytes]], path: str, secure: bool, new_browser: bool
) -> list[tuple[bytes, bytes]]:
    kept = [(name, _secured(value) if secure and name == b"set-cookie" else value) for name, value in held]
    kept = [(name, _of_this_sitting(value) if name == b"set-cookie" else value) for name, value in kept]
    kept = [(name, value) for name, value in kept if name != b"server"]
    kept += [(name.encode(), value.encode()) for name, value in _always().items()]
    if secure:
        kept.append((b"strict-transport-security", b"max-age=31536000"))
    if path == LOGOUT:
        # What was typed and not stored lies in the tab, and is nobody else's.
        kept.append((b"clear-site-data", b'"storage"'))
    if path.startswith("/media/"):
        kept.append((b"cache-control", b"no-store"))
    if new_browser and not path.startswith(("/static/", "/_stcore/", "/api/")):
        cookie = f"{BROWSER}={secrets.token_urlsafe(24)}; Path=/; HttpOnly; SameSite=Lax{'; Secure' if secure else ''}"
        kept.append((b"set-cookie", cookie.encode()))
    return kept


@cache
def _always() -> dict[str, str]:
    return {
        "content-security-policy": content_policy(),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=()",
    }


def _of_this_sitting(cookie: bytes) -> bytes:
    """A login ends with the browser, not after Streamlit's thirty days; what takes a cookie away stays as it is."""
    return _LASTS.sub(b"", cookie) if cookie.startswith(LOGIN) else cookie


def _secured(cookie: bytes) -> bytes:
    return cookie if b"secure" in cookie.lower() else cookie + b"; Secure"
