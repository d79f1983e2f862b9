"""Decisions as rows: plain reading and adding. Nothing here is ever changed."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

from scoring.vocabulary import DecisionSide
from storage import facts
from storage.decision.tables import decision, decision_condition, decision_signature
from storage.people.named import marked, named, names_of
from storage.records import LISTED
from storage.tables import customer


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """What must be done, by whom (a name), by when. place: from 0, in the order they were written."""

    place: int
    text: str
    owner: str
    due: date


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """side: `customer` or `hpas`. unseen: how many answers they knew nobody had looked at. actor: who, by id."""

    side: str
    unseen: int
    actor: str
    role: str
    at: datetime


class DecidedOn(NamedTuple):
    """A decision as far as it decides whether it holds. signed: by how many sides; by_hpas: whether
    HPAS is one of them.

    For there may be thousands of them.
    """

    id: str
    response_id: str
    customer_id: str
    kind: str
    go_live: date
    new_go_live: date | None
    waivers: str
    made_at: datetime
    fingerprint: str
    numbers: bytes
    signed: int
    by_hpas: int


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision as it was made, with who has signed. waivers: JSON; see the table."""

    id: str
    response_id: str
    customer_id: str
    snapshot_id: str
    kind: str
    go_live: date
    new_go_live: date | None
    earliest: date | None
    reason: str | None
    marker: int
    head: str
    waivers: str
    made_at: datetime
    fingerprint: str
    conditions: tuple[ConditionRow, ...] = ()
    signatures: tuple[SignatureRow, ...] = ()


_COLUMNS = [decision.c[name] for name in DecisionRow.__slots__ if name not in ("conditions", "signatures")]


def add_decision(connection: Connection, row: DecisionRow, *, numbers: bytes, stood: str) -> None:
    """Keep a decision with its conditions and the signatures it has. numbers, stood: see the table."""
    values = {column.name: getattr(row, column.name) for column in _COLUMNS}
    facts.add(connection, decision, {**values, "numbers": numbers, "stood": stood})
    for each in row.conditions:
        said = {name: getattr(each, name) for name in ConditionRow.__slots__}
        owner = marked(connection, row.response_id, each.owner)
        facts.add(connection, decision_condition, {**said, "decision_id": row.id, "owner": owner})
    for signed in row.signatures:
        add_signature(connection, row.id, signed)


def add_signature(connection: Connection, decision_id: str, row: SignatureRow) -> None:
    values = {name: getattr(row, name) for name in SignatureRow.__slots__}
    facts.add(connection, decision_signature, {"decision_id": decision_id, **values})


def decision_by_id(connection: Connection, decision_id: str) -> DecisionRow | None:
    return next(iter(_decisions(connection, select(*_COLUMNS).where(decision.c.id == decision_id))), None)


def decisions_of(connection: Connection, customer_id: str) -> list[DecisionRow]:
    """The decisions of one customer, the oldest first."""
    return _decisions(connection, select(*_COLUMNS).where(decision.c.customer_id == customer_id))


def decided_on(connection: Connection, customer_id: str | None = None) -> list[DecidedOn]:
    """The decisions of all customers, or of one, in no order. In one statement."""
    signed = select(func.count()).where(decision_signature.c.decision_id == decision.c.id)
    by_hpas = signed.where(decision_signature.c.side == DecisionSide.HPAS.value)
    columns = [decision.c[name] for name in DecidedOn._fields if name in decision.c]
    query = select(*columns, signed.scalar_subquery(), by_hpas.scalar_subquery())
    if customer_id is not None:
        query = query.where(decision.c.customer_id == customer_id)
    return [DecidedOn._make(row) for row in connection.execute(query).all()]


def decisions_of_all(connection: Connection) -> list[DecisionRow]:
    """The decisions of all customers that are listed, the oldest first."""
    query = select(*_COLUMNS).join(customer, customer.c.id == decision.c.customer_id).where(LISTED)
    return _decisions(connection, query)


def stood_in(connection: Connection, decision_ids: Collection[str]) -> dict[str, str]:
    """Decision -> how it stood then, as JSON."""
    query = select(decision.c.id, decision.c.stood).where(decision.c.id.in_(list(decision_ids)))
    return {row[0]: row[1] for row in connection.execute(query)}


def _decisions(connection: Connection, query: Select[Any]) -> list[DecisionRow]:
    """In three statements, one when there are none."""
    found = connection.execute(query.order_by(decision.c.made_at, decision.c.id)).all()
    if not found:
        return []
    whose = query.with_only_columns(decision.c.id)
    conditions, signatures = _conditions(connection, whose), _signatures(connection, whose)
    return [
        DecisionRow(
            **{column.name: getattr(row, column.name) for column in _COLUMNS},
            conditions=tuple(conditions[row.id]),
            signatures=tuple(signatures[row.id]),
        )
        for row in found
    ]


def _conditions(connection: Connection, whose: Select[Any]) -> dict[str, list[ConditionRow]]:
    query = select(decision_condition).where(decision_condition.c.decision_id.in_(whose))
    rows = connection.execute(query.order_by(decision_condition.c.decision_id, decision_condition.c.place)).all()
    names = names_of(connection, (row.owner for row in rows))
    found: dict[str, list[ConditionRow]] = defaultdict(list)
    for row in rows:
        found[row.decision_id].append(ConditionRow(row.place, row.text, named(names, row.owner) or "", row.due))
    return found


def _signatures(connection: Connection, whose: Select[Any]) -> dict[str, list[SignatureRow]]:
    query = select(decision_signature).where(decision_signature.c.decision_id.in_(whose))
    found: dict[str, list[SignatureRow]] = defaultdict(list)
    for row in connection.execute(query.order_by(decision_signature.c.at, decision_signature.c.side)):
        found[row.decision_id].append(SignatureRow(row.side, row.unseen, row.actor, row.role, row.at))
    return found
