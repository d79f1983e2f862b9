"""The table of whom HPAS's own answers are for; the answers are kept as a customer's are."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from storage.tables import FACT, IDENTIFIER, answer, metadata

# `target`: "" for all, a customer type, the go-live of a wave as ISO, or a customer's id.
programme_reach = Table(
    "programme_reach",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("target", IDENTIFIER, primary_key=True),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), nullable=False),
    info=FACT,
)

# Few say so, among a million answers.
Index(
    "ix_answer_disagrees",
    answer.c.response_id,
    sqlite_where=answer.c.field == "disagrees",
    postgresql_where=answer.c.field == "disagrees",
)
