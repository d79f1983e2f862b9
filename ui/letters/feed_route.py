"""The address calendars are fetched from: `/kalender/<secret>.ics`. No login; a secret that is not there is 404 alike.

A calendar asks a few times a day. Who asks much more often is told to wait, and costs no judgement.
"""

import time

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from language.ui.letters.feed_route import NOT_FOUND, TOO_OFTEN
from service.faults import DatabaseProblem, NotAllowed
from service.letters.feed import fetch_feed
from ui import access
from ui.failures import in_words
from ui.letters.alerts import PATH
from ui.turns import Turns

__all__ = ["PATH", "feed"]

PER_MINUTE = 10


_turns = Turns(PER_MINUTE)


def feed(request: Request) -> Response:
    """The calendar. Runs in a thread of its own, since making it takes time."""
    secret = request.path_params["secret"]
    if not _turns.take(secret[:200], now=time.monotonic()):
        return _told(TOO_OFTEN(), 429)
    try:
        made = fetch_feed(access.workspace(), secret, as_of=access.today())
    except NotAllowed:
        return _told(NOT_FOUND(), 404)
    except DatabaseProblem as problem:
        return _told(in_words(problem), 503)
    headers = {"Content-Disposition": f'inline; filename="{made.name}"', "Cache-Control": "no-store"}
    return Response(made.data, media_type="text/calendar", headers=headers)


def _told(message: str, status: int) -> Response:
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": "60"} if status == 429 else {})
    return PlainTextResponse(message, status_code=status, headers=headers)
