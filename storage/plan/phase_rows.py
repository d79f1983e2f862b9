"""The days of the phases as rows: each word on a wave or on one customer, of which the newest holds."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from storage import facts
from storage.plan.tables import phase_dates


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """Of one customer, or of all who start on `go_live`. Without any day: what was said for one customer is taken back."""

    customer_id: str | None
    go_live: date | None
    build_stop: date | None
    test_start: date | None
    test_end: date | None
    training_start: date | None
    reason: str | None
    actor: str
    at: datetime


def add_phases(connection: Connection, row: PhaseRow) -> None:
    facts.add(connection, phase_dates, {name: getattr(row, name) for name in PhaseRow.__slots__})


def phases_of(
    connection: Connection, customer_id: str, go_live: date | None
) -> tuple[PhaseRow | None, PhaseRow | None]:
    """What holds of one customer, and of its wave."""
    columns = phase_dates.c
    own = _rows(connection, _newest().where(columns.customer_id == customer_id))
    wave = _rows(connection, _newest().where(columns.go_live == go_live)) if go_live else []
    return next(iter(own), None), next(iter(wave), None)


def said_of(connection: Connection, customer_id: str) -> list[PhaseRow]:
    """All that was ever said of one customer, the oldest first; what its waves have is not among it."""
    columns = phase_dates.c
    return _rows(connection, select(phase_dates).where(columns.customer_id == customer_id).order_by(columns.id))


def all_phases(connection: Connection) -> list[PhaseRow]:
    """What holds of each wave and of each customer that has anything."""
    return _rows(connection, _newest())


def _newest() -> Select[Any]:
    columns = phase_dates.c
    last = select(func.max(columns.id)).group_by(columns.customer_id, columns.go_live)
    return select(phase_dates).where(columns.id.in_(last))


def _rows(connection: Connection, query: Select[Any]) -> list[PhaseRow]:
    return [PhaseRow(*(getattr(row, name) for name in PhaseRow.__slots__)) for row in connection.execute(query).all()]
