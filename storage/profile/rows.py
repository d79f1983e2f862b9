"""Facts about a customer as rows: plain reading and adding."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from storage import facts
from storage.profile.tables import profile_entry


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One fact as someone has given it; without a value it was taken away. id: 0 before it is stored."""

    id: int
    customer_id: str
    fact_id: str
    value: float | None
    actor: str
    at: datetime


def add_entry(connection: Connection, row: EntryRow) -> None:
    said = {name: getattr(row, name) for name in EntryRow.__slots__ if name != "id"}
    facts.add(connection, profile_entry, said)


def entries(connection: Connection, customer_id: str) -> list[EntryRow]:
    """All that was ever given, the oldest first."""
    query = select(profile_entry).where(profile_entry.c.customer_id == customer_id).order_by(profile_entry.c.id)
    return [EntryRow(*(getattr(row, name) for name in EntryRow.__slots__)) for row in connection.execute(query)]


def values_of(connection: Connection, customer_id: str) -> dict[str, float]:
    """Fact -> its number as it stands; what is not given, or taken away, is not there."""
    held = {row.fact_id: row.value for row in entries(connection, customer_id)}
    return {fact_id: value for fact_id, value in held.items() if value is not None}
