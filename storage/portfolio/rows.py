"""Shared roles as rows: plain reading and adding."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from storage import facts
from storage.portfolio.tables import shared_role


@dataclass(frozen=True, slots=True)
class SharedRoleRow:
    """A booking as it stands. Of a customer, or of all who start on `wave`. share: per cent of full time."""

    booking_id: str
    role: str
    customer_id: str | None
    wave: date | None
    planned_for: date | None
    first_day: date
    last_day: date
    share: int
    ended: bool
    actor: str
    at: datetime


def add_shared_role(connection: Connection, row: SharedRoleRow) -> None:
    """Say how a booking is from now on."""
    facts.add(connection, shared_role, {name: getattr(row, name) for name in SharedRoleRow.__slots__})


def shared_roles(connection: Connection) -> list[SharedRoleRow]:
    """Every booking that is not taken away, as it was said last, in the order they were made."""
    newest: dict[str, SharedRoleRow] = {}
    for row in connection.execute(select(shared_role).order_by(shared_role.c.id)):
        newest[row.booking_id] = SharedRoleRow(*(getattr(row, name) for name in SharedRoleRow.__slots__))
    return [row for row in newest.values() if not row.ended]
