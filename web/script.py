"""Hands out the one script of our own, `klarsjekk.js`."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse

SCRIPT = Path(__file__).with_name("klarsjekk.js")


async def script(_request: Request) -> FileResponse:
    return FileResponse(SCRIPT, media_type="text/javascript", headers={"Cache-Control": "no-cache"})
