"""Tickets to downloads: for one file, for one browser, once, for a minute.

A ticket says what may be fetched and by whom; the file itself is made, authorised and logged when it is fetched.
Kept in the memory of the process that gave it out: a proxy in front of several must be sticky, as it is for the app.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from threading import Lock
from time import monotonic

from reports.dialect import Dialect
from scoring.basis import Basis
from service.answers.file_import import Exported, export_answers, export_gaps
from service.files.customer_files import (
    export_answers_book,
    export_calendar,
    export_decision_basis,
    export_work_items,
    export_workbook,
)
from service.files.portfolio_files import (
    export_all_answers,
    export_changes,
    export_comparison,
    export_disagreement,
    export_schema,
    export_snapshots,
    export_waiting,
    export_waves,
)
from service.files.trend_files import export_course, export_courses, export_customers, export_moved, export_working
from service.people.actor import Actor
from service.people.log import export_access, export_log
from service.people.members import confirm
from service.workspace import Workspace

BROWSER = "klarsjekk_browser"
LOGIN = "_streamlit_user"
SECONDS = 60
MOST = 10_000


class What(StrEnum):
    ANSWERS = "answers"
    GAPS = "gaps"
    WORKING = "working"
    COMPARISON = "comparison"
    LOG = "log"
    ACCESS = "access"
    ALL_ANSWERS = "all_answers"
    WAVES = "waves"
    WAITING = "waiting"
    DISAGREEMENT = "disagreement"
    ALL_SNAPSHOTS = "all_snapshots"
    SNAPSHOTS = "snapshots"
    CHANGES = "changes"
    COURSE = "course"
    COURSES = "courses"
    MOVED = "moved"
    CUSTOMERS = "customers"
    WORKBOOK = "workbook"
    ANSWERS_BOOK = "answers_book"
    DECISION_BASIS = "decision_basis"
    CALENDAR = "calendar"
    WORK_ITEMS = "work_items"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to hand out. `customer_id` is "" for what is about no one customer; `dialect` is of CSV only.

    cut: of a comparison, days before the go-live, `None` for today. basis: whose word, of what rests on one.
    described: not the file, but the description of it for programs.
    """

    actor: Actor
    what: What
    customer_id: str
    dialect: Dialect
    as_of: date
    cut: int | None = None
    basis: Basis = Basis.CUSTOMER
    described: bool = False


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


def hand_out(ws: Workspace, wanted: Wanted, *, members_only: bool) -> Exported:
    """Make the file. Raises what the export raises when the actor may not have it any more.

    members_only: False in local mode, where nobody is a member.
    """
    if members_only:
        confirm(ws, wanted.actor)
    if wanted.described:
        return export_schema(ws, _DESCRIBED_AS.get(wanted.what, wanted.what.value))
    if wanted.what in _AT_A_CUT:
        make, at = _AT_A_CUT[wanted.what], {"as_of": wanted.as_of, "cut": wanted.cut, "basis": wanted.basis}
        return make(ws, wanted.actor, wanted.dialect, **at)
    if wanted.what in _OF_ALL:
        return _OF_ALL[wanted.what](ws, wanted.actor, wanted.dialect, as_of=wanted.as_of)
    if wanted.what in _ON_A_BASIS:
        make, on = _ON_A_BASIS[wanted.what], {"as_of": wanted.as_of, "basis": wanted.basis}
        return make(ws, wanted.actor, wanted.customer_id, wanted.dialect, **on)
    if wanted.what in _OF_ONE:
        return _OF_ONE[wanted.what](ws, wanted.actor, wanted.customer_id, wanted.dialect, as_of=wanted.as_of)
    return _DOCUMENTS[wanted.what](ws, wanted.actor, wanted.customer_id, as_of=wanted.as_of)


def _snapshots_of_one(ws: Workspace, actor: Actor, customer_id: str, dialect: Dialect, *, as_of: date) -> Exported:
    return export_snapshots(ws, actor, dialect, as_of=as_of, customer_id=customer_id)


# About all customers at a cut; about all as they are; about one, on someone's word or not; about one, in a format of its own.
_AT_A_CUT: Mapping[What, Callable[..., Exported]] = {
    What.COMPARISON: export_comparison,
    What.ALL_ANSWERS: export_all_answers,
    What.WAVES: export_waves,
    What.WAITING: export_waiting,
}
# Files with the columns of another.
_DESCRIBED_AS = {What.ALL_SNAPSHOTS: "snapshots", What.COURSES: "course"}
_OF_ALL: Mapping[What, Callable[..., Exported]] = {
    What.DISAGREEMENT: export_disagreement,
    What.ALL_SNAPSHOTS: export_snapshots,
    What.COURSES: export_courses,
    What.MOVED: export_moved,
    What.CUSTOMERS: export_customers,
    What.LOG: export_log,
    What.ACCESS: export_access,
}
_ON_A_BASIS: Mapping[What, Callable[..., Exported]] = {What.COURSE: export_course, What.WORKING: export_working}
_OF_ONE: Mapping[What, Callable[..., Exported]] = {
    What.ANSWERS: export_answers,
    What.GAPS: export_gaps,
    What.CHANGES: export_changes,
    What.SNAPSHOTS: _snapshots_of_one,
}
_DOCUMENTS: Mapping[What, Callable[..., Exported]] = {
    What.WORKBOOK: export_workbook,
    What.ANSWERS_BOOK: export_answers_book,
    What.DECISION_BASIS: export_decision_basis,
    What.CALENDAR: export_calendar,
    What.WORK_ITEMS: export_work_items,
}
