"""The audit log a piece at a time: the newest lines before a place, by customer, person, kind and time; never the whole."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, literal, or_, select

from storage.decision.tables import decision
from storage.people.tables import member
from storage.plan.tables import waiver
from storage.records import AuditRow
from storage.review.tables import snapshot
from storage.tables import audit_event, response


@dataclass(frozen=True, slots=True)
class LogQuestion:
    """Which lines; "" and `None` ask for all. before: the number of the line they must be older than. since: a moment."""

    customer_id: str = ""
    actor: str = ""
    operation: str = ""
    outcome: str = ""
    since: datetime | None = None
    before: int | None = None


def audit_piece(connection: Connection, asked: LogQuestion, *, most: int) -> list[tuple[int, AuditRow]]:
    """So many lines at most with their numbers, the newest first."""
    query = select(audit_event).where(*_conditions(asked)).order_by(audit_event.c.id.desc()).limit(most)
    return [
        (row.id, AuditRow(row.at, row.actor, row.operation, row.object, row.outcome, row.detail))
        for row in connection.execute(query)
    ]


def operations_logged(connection: Connection) -> list[str]:
    """Every kind of act there is a line of."""
    return list(connection.execute(select(audit_event.c.operation).distinct()).scalars())


def customers_of(connection: Connection, objects: Iterable[str]) -> dict[str, str]:
    """What a line is about -> the id of the customer it belongs to; what belongs to none is not there."""
    by_kind: dict[str, set[str]] = defaultdict(set)
    for each in objects:
        kind, _, id_ = each.partition(":")
        by_kind[kind].add(id_)
    found = {f"{kind}:{id_}": id_ for kind in ("customer", "members") for id_ in by_kind[kind]}
    for kind, query in _OWNERS.items():
        if by_kind[kind]:
            rows = connection.execute(query.where(_KEYS[kind].in_(by_kind[kind]))).all()
            found |= {f"{kind}:{row[0]}": row[1] for row in rows if row[1]}
    return found


_OWNERS: Mapping[str, Select[Any]] = {
    "response": select(response.c.id, response.c.customer_id),
    "snapshot": select(snapshot.c.id, snapshot.c.customer_id),
    "decision": select(decision.c.id, decision.c.customer_id),
    "member": select(member.c.id, member.c.customer_id),
    "waiver": select(waiver.c.id, response.c.customer_id).join(response, response.c.id == waiver.c.response_id),
}
_KEYS: Mapping[str, ColumnElement[str]] = {
    "response": response.c.id,
    "snapshot": snapshot.c.id,
    "decision": decision.c.id,
    "member": member.c.id,
    "waiver": waiver.c.id,
}

# Tables that say themselves whose a row is; of the others the response does.
_OWN_OWNER: Mapping[str, ColumnElement[str | None]] = {
    "member": member.c.customer_id,
    "snapshot": snapshot.c.customer_id,
    "decision": decision.c.customer_id,
}


def _conditions(asked: LogQuestion) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.customer_id:
        found.append(_of_customer(asked.customer_id))
    for column, wanted in (("actor", asked.actor), ("operation", asked.operation), ("outcome", asked.outcome)):
        if wanted:
            found.append(audit_event.c[column] == wanted)
    if asked.since is not None:
        found.append(audit_event.c.at >= asked.since)
    if asked.before is not None:
        found.append(audit_event.c.id < asked.before)
    return found


def _of_customer(customer_id: str) -> ColumnElement[bool]:
    """Whether a line is about the customer, or about anything of its own."""
    own = [f"customer:{customer_id}", f"members:{customer_id}"]
    parts: list[ColumnElement[bool]] = [audit_event.c.object.in_(own)]
    for kind, query in _OWNERS.items():
        owner = _OWN_OWNER.get(kind, response.c.customer_id)
        named = literal(f"{kind}:", String).concat(_KEYS[kind])
        parts.append(audit_event.c.object.in_(query.with_only_columns(named).where(owner == customer_id)))
    # One line tells of all who were moved together, and names them.
    parts.append(audit_event.c.object.startswith("wave:") & audit_event.c.detail.contains(customer_id, autoescape=True))
    return or_(*parts)
