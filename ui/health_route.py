"""`/klarsjekk/health/live` and `/klarsjekk/health/ready`: the process answers, and it can do its work. No login, no secrets.

Also what is measured of that work, for `web.metrics`.
"""

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from service.faults import ContentError, DatabaseProblem
from service.measured import measured
from service.readiness import what_keeps_it
from ui import access

LIVE = "/klarsjekk/health/live"
READY = "/klarsjekk/health/ready"
_UNKEPT = {"Cache-Control": "no-store"}


async def live(_request: Request) -> Response:
    """That the process answers at all."""
    return JSONResponse({"live": True}, headers=_UNKEPT)


def ready(_request: Request) -> Response:
    """200, or 503 with the name of what is wrong. Runs in a thread of its own, since a server may be slow to be away."""
    try:
        found = what_keeps_it(access.workspace())
    except (DatabaseProblem, ContentError) as problem:
        found = [type(problem).__name__]
    return JSONResponse({"ready": not found, "problems": found}, status_code=503 if found else 200, headers=_UNKEPT)


def numbers() -> Iterator[str]:
    """How the work goes, as lines of OpenMetrics."""
    return measured(access.workspace())
