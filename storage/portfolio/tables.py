"""The table of shared roles: which role of HPAS's serves which customer or wave, in which weeks, with how much of its time."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from storage.tables import FACT, IDENTIFIER, UtcDateTime, metadata

# Each row is a booking as it was from then on: the newest of it counts, and `ended` takes it away. It is of a customer, or
# of all who start on `wave`. planned_for: the go-live its days were set towards, which they follow when it moves.
shared_role = Table(
    "shared_role",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("booking_id", IDENTIFIER, nullable=False),
    Column("role", String(200), nullable=False),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id")),
    Column("wave", Date),
    Column("planned_for", Date),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("share", Integer, nullable=False),
    Column("ended", Boolean, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
    info=FACT,
)

Index("ix_shared_role_booking_id", shared_role.c.booking_id)
