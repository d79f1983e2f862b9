"""Hands out the scripts of our own: `klarsjekk.js`, `together.js` for a quick page, `unsaved.js` for a broken connection."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse

FOLDER = Path(__file__).parent
NAMES = ("klarsjekk", "together", "unsaved")


async def script(request: Request) -> FileResponse:
    """One of them by its name; 404 for any other."""
    name = request.path_params["name"]
    if name not in NAMES:
        raise HTTPException(404)
    headers = {"Cache-Control": "no-cache"}
    return FileResponse(FOLDER / f"{name}.js", media_type="text/javascript", headers=headers)
