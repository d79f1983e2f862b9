"""Whom HPAS's answers are for: all, a customer type, a wave or one customer; each is kept as a customer's answers are.

The row of a reach is made when it is first needed. On an own machine there is none, and HPAS answers nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from sqlalchemy import Connection

from scoring.basis import EVERYONE, Reach, reaches_of
from scoring.vocabulary import CustomerType, Programme, ReachKind
from service.answers.hpas_standing import name_of
from service.answers.responses import ResponseView, open_response
from service.faults import BadInput
from service.forms import keep, kept_forms
from service.people.access import allow, event, now, refusals_logged
from service.people.actor import Actor, is_local, new_hpas_id
from service.people.customers import CustomerInfo
from service.people.permissions import Operation, require
from service.workspace import Workspace
from storage import records
from storage.answers import encoded_rows
from storage.people import rows as people_rows
from storage.programme import rows as programme_rows
from storage.records import CustomerRow

__all__ = [
    "EVERYONE",
    "Reach",
    "ReachView",
    "TouchedCustomer",
    "by_reach",
    "kept_reaches",
    "open_reach",
    "reaches",
]

NAME = "HPAS"


@dataclass(frozen=True, slots=True)
class TouchedCustomer:
    """A customer that an answer of HPAS's is for; asked: ids of the programme's questions that it is given the answers to."""

    id: str
    name: str
    customer_type: CustomerType
    go_live: date | None
    asked: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReachView:
    """One reach. customers: whom it takes in, by name. customer_id: where its answers are kept, `None` before the first."""

    reach: Reach
    customers: tuple[TouchedCustomer, ...]
    customer_id: str | None


def reaches(ws: Workspace, actor: Actor) -> list[ReachView]:
    """All, every customer type and every wave there is, and each customer that HPAS has answered by itself."""
    allow(ws, actor, Operation.SEE_PROGRAMME)
    with ws.database.reading() as connection:
        kept = {Reach(row.kind, row.target): row.customer_id for row in programme_rows.reaches(connection)}
        everyone = read_touched(connection)
    waves = sorted({each.go_live.isoformat() for each in everyone if each.go_live})
    types = [Reach(ReachKind.TYPE, kind.value) for kind in ws.forms]
    there = dict.fromkeys([EVERYONE, *types, *(Reach(ReachKind.WAVE, wave) for wave in waves), *kept])
    found = by_reach(everyone)
    return [ReachView(reach, found.get(reach, ()), kept.get(reach)) for reach in there]


def kept_reaches(ws: Workspace, actor: Actor) -> list[CustomerInfo]:
    """Where HPAS's answers are kept, by the name of each reach; all customers first."""
    allow(ws, actor, Operation.SEE_PROGRAMME)
    with ws.database.reading() as connection:
        return [
            replace(row, name=name_of(connection, Reach(kept.kind, kept.target)))
            for kept in programme_rows.reaches(connection)
            for row in records.customers(connection, kept.customer_id)
        ]


def by_reach(everyone: Iterable[TouchedCustomer]) -> dict[Reach, tuple[TouchedCustomer, ...]]:
    """Those of them that each reach takes in; in one go, since there may be hundreds of start days."""
    found: dict[Reach, list[TouchedCustomer]] = defaultdict(list)
    for each in everyone:
        for reach in reaches_of(each.id, each.customer_type, each.go_live):
            found[reach].append(each)
    return {reach: tuple(customers) for reach, customers in found.items()}


def read_touched(connection: Connection) -> list[TouchedCustomer]:
    """Every customer with what it is given the answers to, by name; for who has authorised."""
    held = encoded_rows.encoded_responses(connection, with_numbers=False)
    forms = kept_forms(connection, {each.fingerprint for each in held})
    asked = {name: frozenset(form.questionnaire.carried.values()) for name, form in forms.items()}
    types = {kind.value: kind for kind in CustomerType}
    found = [
        TouchedCustomer(each.customer_id, each.name, types[each.customer_type], each.go_live, asked[each.fingerprint])
        for each in held
    ]
    return sorted(found, key=lambda each: each.name.casefold())


def open_reach(ws: Workspace, actor: Actor, reach: Reach) -> ResponseView:
    """HPAS's answers at a reach, as a response. It is made where there is none and the actor may answer.

    Raises `BadInput`: no_programme where HPAS is asked nothing, own_machine, unknown_reach.
    """
    with ws.database.reading() as connection:
        found = programme_rows.reaches(connection, [(reach.kind, reach.target)])
    if found:
        return open_response(ws, actor, found[0].customer_id)
    return open_response(ws, actor, _made(ws, actor, reach))


def _made(ws: Workspace, actor: Actor, reach: Reach) -> str:
    """The id of the row, also when another has just made it."""

    def make(connection: Connection, _again: bool) -> str:
        require(actor, Operation.ANSWER_PROGRAMME)
        records.hold_customers(connection)
        if found := programme_rows.reaches(connection, [(reach.kind, reach.target)]):
            return found[0].customer_id
        _check(connection, reach)
        return begin_reach(ws, connection, actor, reach)

    with refusals_logged(ws, actor, Operation.ANSWER_PROGRAMME, f"reach:{reach.kind}"):
        return ws.database.once(make)


def begin_reach(ws: Workspace, connection: Connection, actor: Actor, reach: Reach) -> str:
    """The rows of a reach that is not there, for who has authorised; its id. Raises `BadInput`: no_programme."""
    form = ws.form_of(Programme.PROGRAMME)
    if form is None:
        raise BadInput("no_programme")
    row = CustomerRow(new_hpas_id(), NAME, Programme.PROGRAMME, None, is_local(actor), now())
    records.add_customer(connection, row)
    programme_rows.add_reach(connection, row.id, reach.kind, reach.target)
    records.add_response(connection, uuid4().hex, row.id, keep(connection, form), actor=actor.id, at=row.created_at)
    told = f"{reach.kind.value} {reach.target}".strip()
    records.audit(connection, event(actor, Operation.ANSWER_PROGRAMME, f"customer:{row.id}", detail=told))
    return row.id


def _check(connection: Connection, reach: Reach) -> None:
    """Raise `BadInput`: own_machine, or unknown_reach for what is no reach of anyone's."""
    if people_rows.own_machine_of(connection):
        raise BadInput("own_machine")
    known = {
        ReachKind.ALL: lambda: reach.target == "",
        ReachKind.TYPE: lambda: reach.target in set(CustomerType),
        ReachKind.WAVE: lambda: _is_day(reach.target),
        ReachKind.CUSTOMER: lambda: any(
            isinstance(row.customer_type, CustomerType) for row in records.customers(connection, reach.target)
        ),
    }
    if not known[reach.kind]():
        raise BadInput("unknown_reach")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
