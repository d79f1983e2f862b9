"""Customers: who they are and when they start."""

import json
from datetime import date, datetime
from typing import TypedDict
from uuid import uuid4

from sqlalchemy import Connection

from scoring.answers import FIRST_DAY, LAST_DAY
from scoring.typed_values import trimmed
from scoring.vocabulary import CustomerType
from service.faults import BadInput, NotAllowed
from service.forms import keep
from service.people.access import allow, event, now, plain_id
from service.people.actor import Actor, is_local
from service.people.permissions import Operation, Scope, scope_of
from service.shared_readings import Reading, RestsOn
from service.workspace import Workspace
from storage import records, tables
from storage.people import rows as people_rows
from storage.people.rows import MoveRow
from storage.plain_text import BadText, clean_name, clean_text
from storage.records import CustomerRow as CustomerInfo

__all__ = ["CustomerInfo", "MoveRow", "add_customer", "go_live_moves", "list_customers", "set_go_live"]


class CustomerAbout(TypedDict, total=False):
    """What HPAS knows of a customer beside its name, type and day."""

    org_number: str | None
    region: str | None
    group_name: str | None
    beds: int | None


# More than any hospital has.
MOST_BEDS = 10_000
_NOTHING = CustomerAbout()


def list_customers(ws: Workspace, actor: Actor) -> list[CustomerInfo]:
    """The customers the actor may read, by name: all, the own one, or none. Archived ones are left out."""
    allow(ws, actor, Operation.LIST_CUSTOMERS)
    if scope_of(actor, Operation.LIST_CUSTOMERS) is Scope.ALL:
        found = ws.shared.read(ALL)
        # A copy: whoever asks may add to it.
        return list(found)
    return _by_name(ws, actor.customer_id or "")


def _by_name(ws: Workspace, own: str | None = None) -> list[CustomerInfo]:
    with ws.database.reading() as connection:
        found = records.listed_customers(connection, own)
    return sorted(found, key=lambda each: each.name.casefold())


# The list of whoever may read all of them.
ALL = Reading("customers", RestsOn(lambda table: table == tables.customer.name), _by_name, len)


def add_customer(
    ws: Workspace,
    actor: Actor,
    *,
    name: str,
    customer_type: CustomerType,
    go_live: date | None = None,
    invented: bool = False,
) -> str:
    """Add a customer and start its response with the questionnaire as it is today; the customer's id.

    Raises `BadInput`: real_without_login, own_machine, type_not_offered, name_taken, or what is wrong with the name or the
    day.
    """
    allow(ws, actor, Operation.ADD_CUSTOMER)
    called, day = checked_name(name), checked_day(go_live)
    if is_local(actor) and not invented:
        raise BadInput("real_without_login")
    with ws.database.writing() as connection:
        records.hold_customers(connection)
        if is_local(actor) and people_rows.own_machine_of(connection):
            raise BadInput("own_machine")
        free_name(connection, called)
        made = begin_customer(
            ws, connection, actor, name=called, customer_type=customer_type, go_live=day, invented=invented
        )
        records.audit(connection, event(actor, Operation.ADD_CUSTOMER, f"customer:{made.id}"))
    return made.id


def free_name(connection: Connection, called: str) -> None:
    """Raise `BadInput`: name_taken, when another customer is called so."""
    if any(called.casefold() == other.name.casefold() for other in records.customers(connection)):
        raise BadInput("name_taken", name=called)


def begin_customer(
    ws: Workspace,
    connection: Connection,
    actor: Actor,
    *,
    name: str,
    customer_type: CustomerType,
    go_live: date | None,
    invented: bool = False,
    about: CustomerAbout = _NOTHING,
    fingerprint: str = "",
) -> CustomerInfo:
    """The rows of a new customer with its response, for who has authorised. Raises `BadInput`: type_not_offered.

    about: what else is known of it, by field. fingerprint: of the questionnaire, when it is kept already.
    """
    form = ws.forms.get(customer_type)
    if form is None:
        raise BadInput("type_not_offered")
    customer = CustomerInfo(uuid4().hex, name, customer_type, go_live, invented, now(), **about)
    records.add_customer(connection, customer)
    asked = fingerprint or keep(connection, form)
    records.add_response(connection, uuid4().hex, customer.id, asked, actor=actor.id, at=customer.created_at)
    return customer


def set_go_live(ws: Workspace, actor: Actor, customer_id: str, go_live: date | None, *, reason: str = "") -> None:
    """Move the day the customer starts; the log keeps where it was, and why where that is said.

    Raises `NotAllowed` when the customer is gone, and what is wrong with the day or the reason as `BadInput`.
    """
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
    allow(ws, actor, Operation.SET_GO_LIVE, customer_id if known else None, thing=f"customer:{customer_id}")
    day, why = checked_day(go_live), checked_reason(reason)
    with ws.database.writing() as connection:
        records.hold_customers(connection)
        customer = next(iter(records.customers(connection, customer_id)), None)
        if customer is None:
            raise NotAllowed
        move_go_live(connection, actor, customer, day, reason=why)


def move_go_live(
    connection: Connection, actor: Actor, customer: CustomerInfo, go_live: date | None, *, reason: str | None = None
) -> None:
    """Write where the go-live has moved, for who has authorised and holds the customers; nothing when it stays."""
    if not write_move(connection, actor, customer, go_live, reason=reason):
        return
    said = {"from": _iso(customer.go_live), "to": _iso(go_live)} | ({"reason": reason} if reason else {})
    moved = json.dumps(said, ensure_ascii=False)
    records.audit(connection, event(actor, Operation.SET_GO_LIVE, f"customer:{customer.id}", detail=moved))


def write_move(
    connection: Connection, actor: Actor, customer: CustomerInfo, go_live: date | None, *, reason: str | None = None
) -> bool:
    """The same without a line in the log, for who writes one for many; whether it has moved.

    Raises `BadInput`: already_started, for who has started has no date ahead.
    """
    if customer.go_live == go_live:
        return False
    if customer.started_on is not None:
        raise BadInput("already_started", name=customer.name)
    records.change_customer(connection, customer.id, go_live=go_live)
    people_rows.add_move(connection, customer.id, MoveRow(customer.go_live, go_live, actor.id, now(), reason))
    return True


def go_live_moves(ws: Workspace, actor: Actor, customer_id: str) -> list[MoveRow]:
    """How the go-live has been moved, the oldest first."""
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
        allow(ws, actor, Operation.READ, customer_id if known else None, thing=f"customer:{customer_id}")
        return people_rows.moves(connection, customer_id)


def checked_name(text: object) -> str:
    """The name as it is stored. Raises `BadInput`."""
    try:
        return clean_name(text)
    except BadText as error:
        raise BadInput(error.fault, question_id=None, **error.context) from None


def checked_reason(text: object) -> str | None:
    """The text as it is stored, or none. Raises `BadInput`."""
    try:
        return clean_text(text)
    except BadText as error:
        raise BadInput(error.fault, question_id=None, **error.context) from None


def checked_beds(text: str) -> int | None:
    """How many beds a customer has, or none. Raises `BadInput`: not_beds."""
    said = trimmed(text)
    if not said:
        return None
    plain = said.replace("\u00a0", "").replace(" ", "")
    if not (plain.isascii() and plain.isdecimal() and 0 < int(plain[:9]) <= MOST_BEDS):
        raise BadInput("not_beds", most=MOST_BEDS)
    return int(plain[:9])


def checked_day(day: date | None) -> date | None:
    """The day, or none. Raises `BadInput`: day_out_of_range."""
    if day is None:
        return None
    if not isinstance(day, date) or isinstance(day, datetime) or not FIRST_DAY <= day <= LAST_DAY:
        raise BadInput("day_out_of_range")
    return day


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
