"""Tickets to downloads: for one file, for one browser, once, for a minute.

A ticket says what may be fetched and by whom; the file itself is made, authorised and logged when it is fetched.
Kept in the memory of the process that gave it out: a proxy in front of several must be sticky, as it is for the app.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from time import monotonic

from service.files.export import Wanted

BROWSER = "klarsjekk_browser"
LOGIN = "_streamlit_user"
SECONDS = 60
MOST = 10_000


@dataclass(frozen=True, slots=True)
class _Ticket:
    wanted: Wanted
    browser: str
    until: float


_held: dict[str, _Ticket] = {}
_turn = Lock()


def browser_of(cookies: Mapping[str, str]) -> str:
    """What tells one browser, logged in as one person, from all others; never the cookies themselves."""
    mine = {name: value for name, value in cookies.items() if name == BROWSER or name.startswith(LOGIN)}
    return sha256(repr(sorted(mine.items())).encode()).hexdigest()


def issue(wanted: Wanted, cookies: Mapping[str, str], *, now: float | None = None) -> str:
    """A ticket for the browser these cookies are from."""
    at = monotonic() if now is None else now
    token = secrets.token_urlsafe(32)
    with _turn:
        for old in [held for held, ticket in _held.items() if ticket.until < at]:
            del _held[old]
        while len(_held) >= MOST:
            del _held[next(iter(_held))]
        _held[token] = _Ticket(wanted, browser_of(cookies), at + SECONDS)
    return token


def redeem(token: str, cookies: Mapping[str, str], *, now: float | None = None) -> Wanted | None:
    """What the ticket is for, or `None`: unknown, used, too old, or another browser's. It is used up either way."""
    at = monotonic() if now is None else now
    with _turn:
        ticket = _held.pop(token, None)
    if ticket is None or ticket.until < at or ticket.browser != browser_of(cookies):
        return None
    return ticket.wanted
