"""What was said after the go-live as rows: plain reading and adding."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from storage import facts, records
from storage.outcomes.tables import outcome, start_said
from storage.records import LISTED
from storage.tables import customer


@dataclass(frozen=True, slots=True)
class StartRow:
    """The day a customer truly started, as someone said; None takes it back. reason: of a correction."""

    started_on: date | None
    reason: str | None
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What one side said of a measure, so many days after the start. side: "customer" or "hpas"."""

    customer_id: str
    measure_id: str
    days_after: int
    side: str
    figure: float | None
    not_known: bool
    remark: str | None
    actor: str
    at: datetime

    @property
    def of(self) -> tuple[str, int, str]:
        return self.measure_id, self.days_after, self.side


def say_started(connection: Connection, customer_id: str, row: StartRow) -> None:
    """Add what was said, and let it stand on the customer."""
    values = {name: getattr(row, name) for name in StartRow.__slots__}
    facts.add(connection, start_said, {"customer_id": customer_id, **values})
    records.change_customer(connection, customer_id, started_on=row.started_on)


def starts(connection: Connection, customer_id: str) -> list[StartRow]:
    """All that was said of the customer's start, the oldest first."""
    query = select(start_said).where(start_said.c.customer_id == customer_id).order_by(start_said.c.id)
    return [StartRow(row.started_on, row.reason, row.actor, row.at) for row in connection.execute(query)]


def add_outcome(connection: Connection, row: OutcomeRow) -> None:
    facts.add(connection, outcome, {name: getattr(row, name) for name in OutcomeRow.__slots__})


def outcomes(connection: Connection, customer_id: str | None = None) -> list[OutcomeRow]:
    """All that was said of one customer, or of every listed one, the oldest first."""
    query = select(outcome).order_by(outcome.c.id)
    if customer_id is None:
        query = query.join(customer, customer.c.id == outcome.c.customer_id).where(LISTED)
    else:
        query = query.where(outcome.c.customer_id == customer_id)
    names = OutcomeRow.__slots__
    return [OutcomeRow(*(getattr(row, name) for name in names)) for row in connection.execute(query)]
