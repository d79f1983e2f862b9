"""The address programs read tables from: `/api/v1/<table>.csv` and `.json`, with a key in the head of the request.

Who has no good key is told the same whatever they ask for. A table is made in a thread, one at a time, so that pages have
the rest of the process. A good key is let through however many others at the same address are not: a hospital has one.
"""

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response

from language.ui.files import api_route as words
from service.faults import BadInput, DatabaseProblem, Refused
from service.files import api_reading
from service.files.api_reading import AskedTable, Ending, NoSuchTable, NotInToken, NoToken, TokenRow
from ui import access
from ui.failures import in_words
from ui.turns import Turns

PATH = "/api/{rest:path}"
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
TYPES = {Ending.CSV: "text/csv", Ending.JSON: "application/json"}
PER_MINUTE, REFUSED_PER_MINUTE = 120, 30
T = TypeVar("T")


class TooOften(Refused):
    def __init__(self) -> None:
        super().__init__(words.TOO_OFTEN())


class TooMany(Refused):
    def __init__(self) -> None:
        super().__init__(words.TOO_MANY())


class OnlyReading(Refused):
    def __init__(self) -> None:
        super().__init__(words.ONLY_READING())


# What each refusal is called by programs, and its status; what is not here is 400.
REFUSALS: Mapping[type[Refused], tuple[str, int]] = {
    NoToken: ("no_token", 401),
    NotInToken: ("not_in_token", 403),
    NoSuchTable: ("no_such_table", 404),
    OnlyReading: ("only_reading", 405),
    TooOften: ("too_often", 429),
    TooMany: ("too_many", 503),
}
_MORE: Mapping[int, Mapping[str, str]] = {
    401: {"WWW-Authenticate": "Bearer"},
    405: {"Allow": "GET, HEAD"},
    429: {"Retry-After": "60"},
    503: {"Retry-After": "10"},
}


class Lane:
    """Work in threads: so many at once, and so many who wait; the next is told to come back."""

    def __init__(self, at_once: int, *, waiting: int) -> None:
        self._turn = asyncio.Semaphore(at_once)
        self._most, self._here = at_once + waiting, 0

    async def run(self, work: Callable[[], T]) -> T:
        """Raises `TooMany`, or what the work raises."""
        if self._here >= self._most:
            raise TooMany
        self._here += 1
        try:
            async with self._turn:
                return await asyncio.to_thread(work)
        finally:
            self._here -= 1


# Looking a key up is a moment; making a table of thousands of customers is not.
_door, _work = Lane(4, waiting=100), Lane(1, waiting=20)
_readings, _refusals = Turns(PER_MINUTE), Turns(REFUSED_PER_MINUTE)


async def api(request: Request) -> Response:
    """The table, the list of tables, or what is wrong and what to do about it, as JSON."""
    try:
        return await _answer(request)
    except BadInput as fault:
        return _told(fault.fault, fault.message, 400)
    except Refused as refused:
        name, status = REFUSALS.get(type(refused), ("not_found", 404))
        return _told(name, refused.message, status)
    except DatabaseProblem as problem:
        return _told("database", in_words(problem), 503)


async def _answer(request: Request) -> Response:
    if request.method not in ("GET", "HEAD"):
        raise OnlyReading
    today, secret = access.today(), _secret(request)
    address = request.client.host if request.client else ""
    row = await _let_in(secret, address, today)
    asked = _asked(request)
    if asked is None:
        found = await _work.run(lambda: api_reading.list_tables(access.workspace(), row))
        return _answered(json.dumps(found, ensure_ascii=False, indent=2).encode(), Ending.JSON)
    made = await _work.run(lambda: api_reading.read_table(access.workspace(), row, asked, as_of=today))
    return _answered(made, asked.form)


async def _let_in(secret: str, address: str, today: date) -> TokenRow:
    """The key. Raises `NoToken`, or `TooOften` for an address that has been refused many times, or a key that asks so."""
    try:
        row = await _door.run(lambda: api_reading.who_asks(access.workspace(), secret, as_of=today))
    except NoToken as refused:
        if not _refusals.take(address, now=time.monotonic()):
            raise TooOften from None
        found = refused
        await _door.run(lambda: api_reading.note_no_token(access.workspace(), found))
        raise
    if not _readings.take(row.id, now=time.monotonic()):
        await _door.run(lambda: api_reading.note_too_often(access.workspace(), row))
        raise TooOften
    return row


def _secret(request: Request) -> str:
    """The key in the head of the request, "" when there is none; nowhere else is looked: an address is kept in logs."""
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def _asked(request: Request) -> AskedTable | None:
    """The table that is asked for, `None` for the list of them. Raises `NoSuchTable`."""
    version, _, file = str(request.path_params["rest"]).partition("/")
    name, _, form = file.partition(".")
    if version != "v1" or (file and form not in TYPES):
        raise NoSuchTable
    return AskedTable(name, Ending(form), dict(parse_qsl(request.url.query, keep_blank_values=True))) if file else None


def _answered(data: bytes, form: Ending) -> Response:
    return Response(data, media_type=TYPES[form], headers={"Cache-Control": "no-store"})


def _told(name: str, message: str, status: int) -> Response:
    said = json.dumps({"error": name, "message": message}, ensure_ascii=False).encode()
    headers = {"Cache-Control": "no-store", **_MORE.get(status, {})}
    return Response(said, status_code=status, media_type=TYPES[Ending.JSON], headers=headers)
