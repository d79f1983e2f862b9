"""The address files are fetched from: `/last-ned/<ticket>`. Nothing is served without a ticket that fits the browser."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from language.ui.files.download_route import NOT_FOUND
from service.faults import DatabaseProblem, Refused
from service.files.export import hand_out
from service.files.tickets import redeem
from ui import access, login
from ui.failures import in_words

PATH = "/last-ned/{ticket}"
TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "ics": "text/calendar",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def download(request: Request) -> Response:
    """One file, once. Runs in a thread of its own, since making the file takes time."""
    wanted = redeem(request.path_params["ticket"], request.cookies)
    if wanted is None:
        return _told(NOT_FOUND(), 404)
    try:
        exported = hand_out(access.workspace(), wanted, members_only=login.required())
    except Refused as refused:
        return _told(refused.message, 404)
    except DatabaseProblem as problem:
        return _told(in_words(problem), 503)
    headers = {"Content-Disposition": f'attachment; filename="{exported.name}"', "Cache-Control": "no-store"}
    return Response(exported.data, media_type=TYPES[exported.name.rsplit(".", 1)[-1]], headers=headers)


def _told(message: str, status: int) -> Response:
    return PlainTextResponse(message, status_code=status, headers={"Cache-Control": "no-store"})
