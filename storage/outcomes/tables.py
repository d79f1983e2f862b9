"""Tables of what was said after the go-live: that the customer has started, and what happened then."""

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, String, Table, Text

from storage.tables import FACT, IDENTIFIER, UtcDateTime, metadata

# started_on: none takes it back. The newest stands on the customer too (`customer.started_on`).
start_said = Table(
    "start_said",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), nullable=False),
    Column("started_on", Date),
    Column("reason", Text),
    Column("actor", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
    info=FACT,
)

# One figure of one measure, so many days after the start, by one side: "customer" or "hpas". The newest counts; one
# with neither figure, «vet ikke» nor remark takes it back.
outcome = Table(
    "outcome",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), nullable=False),
    Column("measure_id", IDENTIFIER, nullable=False),
    Column("days_after", Integer, nullable=False),
    Column("side", String(16), nullable=False),
    Column("figure", Float),
    Column("not_known", Boolean, nullable=False),
    Column("remark", Text),
    Column("actor", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
    info=FACT,
)

Index("ix_start_said_customer_id", start_said.c.customer_id)
Index("ix_outcome_customer_id", outcome.c.customer_id)
