"""Hands out the scripts of our own: `klarsjekk.js`, `together.js` for a quick page, `unsaved.js` for a broken connection, `pending.js`."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse

from web.norwegian import SCRIPTS_OF_OURS

FOLDER = Path(__file__).parent


async def script(request: Request) -> FileResponse:
    """One of them by its name; 404 for any other."""
    name = request.path_params["name"]
    if name not in SCRIPTS_OF_OURS:
        raise HTTPException(404)
    headers = {"Cache-Control": "no-cache"}
    return FileResponse(FOLDER / f"{name}.js", media_type="text/javascript", headers=headers)
