"""The table of what was said to findings: that someone has looked at one, and why it stands."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from storage.tables import FACT, HASH, IDENTIFIER, UtcDateTime, metadata

# basis: what the answers behind the finding said then; when they say something else, the word on it is no longer about them.
finding_answer = Table(
    "finding_answer",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("response_id", IDENTIFIER, ForeignKey("response.id"), nullable=False),
    Column("rule_id", IDENTIFIER, nullable=False),
    Column("basis", HASH, nullable=False),
    Column("reason", Text, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
    info=FACT,
)

Index("ix_finding_answer_response_id", finding_answer.c.response_id)
