"""The table of facts about a customer: every one that was ever given, and taken away."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, String, Table

from storage.tables import FACT, IDENTIFIER, UtcDateTime, metadata

# What stands is the newest line of each fact. Without a value it was taken away.
profile_entry = Table(
    "profile_entry",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), nullable=False),
    Column("fact_id", IDENTIFIER, nullable=False),
    Column("value", Float),
    Column("actor", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
    info=FACT,
)

Index("ix_profile_entry_customer_id", profile_entry.c.customer_id)
