"""Klarsjekk without login: whose database it is, who is here, and setting it up for one real customer on its own machine.

The database says it itself. One with real customers that was not set up here is nobody's without login, and on an own
machine there is the lead of that one customer and no one else.
"""

import json
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection

from scoring.vocabulary import CustomerType
from service.faults import BadInput, NotAllowed
from service.people.access import allow, event, plain_id, refusals_logged
from service.people.actor import Actor, Role, is_local, local_actor
from service.people.customers import begin_customer, checked_day, checked_name, move_go_live
from service.people.permissions import Operation, require
from service.shared_readings import Reading, RestsOn
from service.workspace import Workspace
from storage import records, tables
from storage.people import rows as people_rows


class LocalUse(StrEnum):
    """What a database is for where nobody logs in. `closed`: real customers, and not set up on this machine."""

    NEW = "new"
    DEMO = "demo"
    OWN = "own"
    CLOSED = "closed"


def local_use(ws: Workspace) -> LocalUse:
    """What the database says of itself; asked at every visit and answer without login, by nobody."""
    use, _ = ws.shared.read(_USE)
    return use


def who_is_here(ws: Workspace, role: Role, customer_id: str | None) -> Actor:
    """The one who uses it without login. `role` and `customer_id` are chosen in a demo; elsewhere they count for nothing."""
    with ws.database.one_moment(), ws.database.reading() as connection:
        use = local_use(ws)
        if use is LocalUse.DEMO:
            return local_actor(role, customer_id)
        return local_actor(Role.LEAD, people_rows.own_machine_of(connection) if use is LocalUse.OWN else None)


def set_up_own(
    ws: Workspace, actor: Actor, *, name: str, customer_type: CustomerType, go_live: date | None = None
) -> str:
    """Make an empty database that of one real customer, with its lead as the only user; the customer's id.

    Raises `NotAllowed` for who has logged in, and `BadInput`: already_set_up, type_not_offered, or what is wrong with the
    name or the day.
    """
    allow(ws, actor, Operation.SET_UP, thing="database")
    called, day = checked_name(name), checked_day(go_live)

    def set_up(connection: Connection, again: bool) -> str:
        if again and (stored := people_rows.own_machine_of(connection)):
            return stored
        require_empty(connection, actor)
        made = begin_customer(ws, connection, actor, name=called, customer_type=customer_type, go_live=day)
        people_rows.set_own_machine(connection, made.id, made.created_at)
        records.audit(connection, event(actor, Operation.SET_UP, f"customer:{made.id}"))
        return made.id

    with refusals_logged(ws, actor, Operation.SET_UP, "database"):
        return ws.database.once(set_up)


def require_empty(connection: Connection, actor: Actor) -> None:
    """Hold the customers of a database nobody has begun in. Raises `NotAllowed` for who has logged in, `BadInput`: already_set_up."""
    records.hold_customers(connection)
    if not is_local(actor):
        raise NotAllowed
    if records.customers(connection):
        raise BadInput("already_set_up")


def describe_own(ws: Workspace, actor: Actor, customer_id: str, *, name: str, go_live: date | None) -> None:
    """Change what the one customer of an own machine is called and when it starts; the log keeps what it was.

    There is no administrator here, so the lead does it. Raises `NotAllowed` elsewhere, and what is wrong as `BadInput`.
    """
    customer_id = plain_id(customer_id)

    def describe(connection: Connection, _again: bool) -> None:
        records.hold_customers(connection)
        own = _use(connection) is LocalUse.OWN and is_local(actor)
        found = next(iter(records.customers(connection, customer_id)), None) if own else None
        require(actor, Operation.DESCRIBE_OWN, found.id if found else None)
        if found is None:
            raise NotAllowed
        called, day = checked_name(name), checked_day(go_live)
        if called != found.name:
            records.change_customer(connection, customer_id, name=called)
            renamed = json.dumps({"from": found.name, "to": called}, ensure_ascii=False)
            records.audit(connection, event(actor, Operation.DESCRIBE_OWN, f"customer:{customer_id}", detail=renamed))
        move_go_live(connection, actor, found, day)

    with refusals_logged(ws, actor, Operation.DESCRIBE_OWN, f"customer:{customer_id}"):
        ws.database.once(describe)


def _use_now(ws: Workspace) -> tuple[LocalUse, int]:
    with ws.database.reading() as connection:
        return _use_of_all(connection)


# Counting thousands at each answer takes a tenth of it.
_USE = Reading("local use", RestsOn(lambda table: table == tables.customer.name), _use_now, lambda found: found[1])


def _use(connection: Connection) -> LocalUse:
    return _use_of_all(connection)[0]


def _use_of_all(connection: Connection) -> tuple[LocalUse, int]:
    """What it is for, and how many customers it has."""
    every, real = records.how_many_customers(connection)
    if not every:
        return LocalUse.NEW, every
    if not real:
        return LocalUse.DEMO, every
    own = every == 1 and people_rows.own_machine_of(connection) is not None
    return (LocalUse.OWN if own else LocalUse.CLOSED), every
