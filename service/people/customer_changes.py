"""What HPAS says of customers, one or many at once: name, number, region, group, reviewer, go-live, and archiving.

Nothing is ever taken away: an archived customer is hidden, and can be taken back.
"""

import json
from collections.abc import Collection, Mapping
from datetime import date
from typing import TypedDict

from sqlalchemy import Connection

from scoring.names import name_key
from scoring.typed_values import NotUnderstood, trimmed
from service.faults import BadInput, NotAllowed
from service.people.access import allow, event, now, plain_id
from service.people.actor import Actor
from service.people.customers import CustomerInfo, checked_beds, checked_day, checked_name, checked_reason, move_go_live
from service.people.group_reviewers import may_review
from service.people.members import Member
from service.people.org_numbers import read_org_number
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows


class Described(TypedDict, total=False):
    """What to change; what is not there stays. "" takes it away. name, org_number: of one customer alone."""

    name: str
    org_number: str
    region: str
    group_name: str
    reviewer: str
    beds: str


def describe_customers(ws: Workspace, actor: Actor, customer_ids: Collection[str], said: Described) -> int:
    """Change what is said of these customers, in one transaction; how many were changed.

    Raises `NotAllowed` when one of them is not there, and `BadInput`: only_one, name_taken, org_number_length,
    org_number_control, org_number_taken, no_such_reviewer, not_beds, or what is wrong with a text.
    """
    ids = _allowed(ws, actor, Operation.DESCRIBE_CUSTOMER, customer_ids)
    if len(ids) > 1 and said.keys() & {"name", "org_number"}:
        raise BadInput("only_one")
    with ws.database.writing() as connection:
        records.hold_customers(connection)
        wanted = _checked(connection, said, set(ids))
        return sum(_describe(connection, actor, each, wanted) for each in _held(connection, ids))


def _describe(
    connection: Connection, actor: Actor, customer: CustomerInfo, wanted: Mapping[str, str | int | None]
) -> bool:
    changed = {name: said for name, said in wanted.items() if getattr(customer, name) != said}
    if not changed:
        return False
    records.change_customer(connection, customer.id, **changed)
    told = {name: [getattr(customer, name), said] for name, said in changed.items()}
    detail = json.dumps(told, ensure_ascii=False)
    records.audit(connection, event(actor, Operation.DESCRIBE_CUSTOMER, f"customer:{customer.id}", detail=detail))
    return True


def _checked(connection: Connection, said: Described, own: Collection[str]) -> dict[str, str | int | None]:
    wanted: dict[str, str | int | None] = {}
    others = [each for each in records.customers(connection) if each.id not in own]
    if "name" in said:
        wanted["name"] = called = checked_name(said["name"])
        if any(name_key(each.name) == name_key(called) for each in others):
            raise BadInput("name_taken", name=called)
    if "org_number" in said:
        wanted["org_number"] = checked_org_number(said["org_number"])
        if wanted["org_number"] and any(each.org_number == wanted["org_number"] for each in others):
            raise BadInput("org_number_taken")
    for field, text in (("region", said.get("region")), ("group_name", said.get("group_name"))):
        if text is not None:
            wanted[field] = checked_name(text) if trimmed(text) else None
    if "reviewer" in said:
        wanted["reviewer"] = said["reviewer"] or None
        if wanted["reviewer"] and wanted["reviewer"] not in {
            each.id for each in may_review(people_rows.members(connection))
        }:
            raise BadInput("no_such_reviewer")
    if "beds" in said:
        wanted["beds"] = checked_beds(said["beds"])
    return wanted


def checked_org_number(text: str) -> str | None:
    """The nine digits, or none. Raises `BadInput`: org_number_length, org_number_control."""
    try:
        return read_org_number(text) if trimmed(text) else None
    except NotUnderstood as wrong:
        raise BadInput(wrong.fault) from None


def reviewers(ws: Workspace, actor: Actor) -> list[Member]:
    """Those in HPAS a customer can have as its reviewer, by name. Raises `NotAllowed`."""
    allow(ws, actor, Operation.SEE_REVIEW_QUEUE)
    with ws.database.reading() as connection:
        return may_review(people_rows.members(connection))


def move_customers(ws: Workspace, actor: Actor, days: Mapping[str, date | None], *, reason: str = "") -> int:
    """Move the go-live of many customers (id -> day), in one transaction; how many were moved. reason: why, of all.

    Raises `NotAllowed` when one of them is not there, and what is wrong with a day or the reason as `BadInput`.
    """
    ids = _allowed(ws, actor, Operation.SET_GO_LIVE, days)
    wanted, why = {plain_id(id_): checked_day(day) for id_, day in days.items()}, checked_reason(reason)
    with ws.database.writing() as connection:
        records.hold_customers(connection)
        moved = [each for each in _held(connection, ids) if each.go_live != wanted[each.id]]
        for each in moved:
            move_go_live(connection, actor, each, wanted[each.id], reason=why)
    return len(moved)


def archive_customers(ws: Workspace, actor: Actor, customer_ids: Collection[str]) -> int:
    """Hide these customers everywhere. All of theirs is kept; how many were archived. Raises `NotAllowed`."""
    return _archive(ws, actor, customer_ids, back=False)


def take_back_customers(ws: Workspace, actor: Actor, customer_ids: Collection[str]) -> int:
    """Let archived customers be seen again, as they were; how many. Raises `NotAllowed`."""
    return _archive(ws, actor, customer_ids, back=True)


def _archive(ws: Workspace, actor: Actor, customer_ids: Collection[str], *, back: bool) -> int:
    ids = _allowed(ws, actor, Operation.ARCHIVE_CUSTOMER, customer_ids)
    at = None if back else now()
    with ws.database.writing() as connection:
        records.hold_customers(connection)
        changed = [each for each in _held(connection, ids) if (each.archived_at is None) is not back]
        for each in changed:
            records.change_customer(connection, each.id, archived_at=at)
            detail = "taken back" if back else "archived"
            told = event(actor, Operation.ARCHIVE_CUSTOMER, f"customer:{each.id}", detail=detail)
            records.audit(connection, told)
    return len(changed)


def _allowed(ws: Workspace, actor: Actor, operation: Operation, customer_ids: Collection[str]) -> list[str]:
    """The ids, when the actor may do this to each of them and all are there."""
    ids = [plain_id(each) for each in dict.fromkeys(customer_ids)]
    with ws.database.reading() as connection:
        known = {each.id for each in records.customers(connection)}
    for each in ids or [""]:
        allow(ws, actor, operation, each if each in known else None, thing=f"customer:{each}")
    return ids


def _held(connection: Connection, ids: Collection[str]) -> list[CustomerInfo]:
    """The customers as they stand now that nobody else changes them."""
    wanted = set(ids)
    found = [each for each in records.customers(connection) if each.id in wanted]
    if len(found) != len(wanted):
        raise NotAllowed
    return found
