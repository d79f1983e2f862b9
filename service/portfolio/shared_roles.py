"""Roles of HPAS's that serve several customers in the same weeks: what was booked, where it is too much, and booking more.

What is booked follows the go-live it was set towards: a customer's when it is moved, a wave's when the wave is moved whole.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from uuid import uuid4

from sqlalchemy import Connection

from scoring.portfolio.shared_roles import WHOLE, RoleConflict, RoleUse, RoleWeek, conflicts, role_weeks
from service.faults import BadInput, NotAllowed
from service.people.access import allow, event, now, plain_id
from service.people.actor import Actor
from service.people.customers import checked_day, checked_name
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.portfolio import rows as portfolio_rows
from storage.portfolio.rows import SharedRoleRow

LONGEST = timedelta(days=3 * 365)
_NOT_MOVED: Mapping[str, date] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SharedRole:
    """One booking, with its days as they are now. customer_id, wave: whom it is for, one of the two. share: per cent.

    customer: its name, "" for a wave. followed: days it has moved with the go-live. starts: whether anyone starts then.
    """

    id: str
    role: str
    customer_id: str | None
    customer: str
    wave: date | None
    first: date
    last: date
    share: int
    followed: int
    starts: bool

    @property
    def whom(self) -> str:
        return self.customer_id or (self.wave.isoformat() if self.wave else "")


@dataclass(frozen=True, slots=True)
class SharedRoles:
    """All that is booked, in the order it was; week by week from a day on; and where it is more than there is."""

    booked: Sequence[SharedRole]
    weeks: Sequence[RoleWeek]
    conflicts: Sequence[RoleConflict]


@dataclass(frozen=True, slots=True)
class Booking:
    """What is asked for: a role in some weeks, of a customer by id or of all who start on `wave`."""

    role: str
    customer_id: str | None
    wave: date | None
    first: date
    last: date
    share: int


def read_shared_roles(
    ws: Workspace, actor: Actor, *, as_of: date, moved: Mapping[str, date] = _NOT_MOVED
) -> SharedRoles:
    """What is booked. moved: customer -> the day it is taken to start, as if it had been moved. Raises `NotAllowed`."""
    allow(ws, actor, Operation.COMPARE)
    with ws.database.reading() as connection:
        rows = portfolio_rows.shared_roles(connection)
        customers = {each.id: each for each in records.listed_customers(connection)} if rows else {}
    starts = {each.id: moved.get(each.id, each.go_live) for each in customers.values()}
    # A wave is moved whole, so one of its customers tells of all.
    waves = {each.go_live: moved[each.id] for each in customers.values() if each.go_live and each.id in moved}
    names = {each.id: each.name for each in customers.values()}
    held = [_placed(row, names, starts, waves) for row in rows if row.customer_id in (None, *names)]
    uses = [RoleUse(each.role, each.whom, each.first, each.last, each.share) for each in held]
    weeks = role_weeks(uses, since=as_of)
    return SharedRoles(held, weeks, conflicts(weeks))


def _placed(
    row: SharedRoleRow, names: Mapping[str, str], starts: Mapping[str, date | None], waves: Mapping[date, date]
) -> SharedRole:
    wave = waves.get(row.wave, row.wave) if row.wave else None
    towards = wave or starts.get(row.customer_id or "")
    by = (towards - row.planned_for).days if towards and row.planned_for else 0
    return SharedRole(
        id=row.booking_id,
        role=row.role,
        customer_id=row.customer_id,
        customer=names.get(row.customer_id or "", ""),
        wave=wave,
        first=row.first_day + timedelta(days=by),
        last=row.last_day + timedelta(days=by),
        share=row.share,
        followed=by,
        starts=wave is None or wave in starts.values(),
    )


def book_role(ws: Workspace, actor: Actor, wanted: Booking) -> str:
    """Book so much of a role; the id of the booking.

    Raises `NotAllowed`, and `BadInput`: role_name_missing, booked_for_nobody, no_such_wave, days_backwards,
    booked_too_long, share_out_of_range, or what is wrong with a text or a day.
    """
    allow(ws, actor, Operation.PLAN_SHARED_ROLES)
    role, id_ = _checked(wanted), uuid4().hex
    customer_id = plain_id(wanted.customer_id) if wanted.customer_id else None

    def book(connection: Connection, again: bool) -> str:
        records.hold_customers(connection)
        if again and any(row.booking_id == id_ for row in portfolio_rows.shared_roles(connection)):
            return id_
        planned_for = _start_of(connection, customer_id, wanted.wave)
        of = (role, customer_id, wanted.wave, planned_for, wanted.first, wanted.last, wanted.share)
        row = SharedRoleRow(id_, *of, ended=False, actor=actor.id, at=now())
        _write(connection, actor, row, "booked")
        return id_

    return ws.database.once(book)


def _checked(wanted: Booking) -> str:
    """The name of the role, when all of it can be."""
    if not wanted.role.strip():
        raise BadInput("role_name_missing")
    role = checked_name(wanted.role)
    if (wanted.customer_id is None) is (wanted.wave is None):
        raise BadInput("booked_for_nobody")
    for each in (wanted.first, wanted.last, wanted.wave):
        checked_day(each)
    if wanted.last < wanted.first:
        raise BadInput("days_backwards")
    if wanted.last - wanted.first > LONGEST:
        raise BadInput("booked_too_long")
    if type(wanted.share) is not int or not 1 <= wanted.share <= WHOLE:
        raise BadInput("share_out_of_range")
    return role


def _start_of(connection: Connection, customer_id: str | None, wave: date | None) -> date | None:
    """The go-live the days are set towards."""
    customers = records.listed_customers(connection, customer_id)
    if customer_id is not None:
        if not customers:
            raise NotAllowed
        return customers[0].go_live
    if all(each.go_live != wave for each in customers):
        raise BadInput("no_such_wave")
    return wave


def end_booking(ws: Workspace, actor: Actor, booking_id: str) -> None:
    """Take a booking away; its history stays. One that is gone already stays so. Raises `NotAllowed`."""
    allow(ws, actor, Operation.PLAN_SHARED_ROLES)
    with ws.database.writing() as connection:
        records.hold_customers(connection)
        held = [row for row in portfolio_rows.shared_roles(connection) if row.booking_id == plain_id(booking_id)]
        for row in held:
            _write(connection, actor, replace(row, ended=True, actor=actor.id, at=now()), "taken away")


def move_bookings(connection: Connection, actor: Actor, from_day: date, to_day: date) -> None:
    """Let what was booked for a wave follow it to another day, for who has authorised and moved the whole wave."""
    by = to_day - from_day
    for row in portfolio_rows.shared_roles(connection):
        if row.wave == from_day:
            days = (row.first_day + by, row.last_day + by)
            moved = replace(row, wave=to_day, planned_for=to_day, first_day=days[0], last_day=days[1])
            portfolio_rows.add_shared_role(connection, replace(moved, actor=actor.id, at=now()))


def _write(connection: Connection, actor: Actor, row: SharedRoleRow, what: str) -> None:
    portfolio_rows.add_shared_role(connection, row)
    said = {
        "what": what,
        "role": row.role,
        "customer": row.customer_id,
        "wave": row.wave.isoformat() if row.wave else None,
        "first": row.first_day.isoformat(),
        "last": row.last_day.isoformat(),
        "share": row.share,
    }
    thing = f"customer:{row.customer_id}" if row.customer_id else f"wave:{said['wave']}"
    detail = json.dumps(said, ensure_ascii=False)
    records.audit(connection, event(actor, Operation.PLAN_SHARED_ROLES, thing, detail=detail))
