"""Tables of decisions: what is proposed on a snapshot, its conditions one by one with what was said of them, and who has signed.

All of them are only ever added to; triggers refuse every change. What a decision amounts to today is derived
(`scoring.decision`).
"""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from storage.tables import FACT, HASH, IDENTIFIER, UtcDateTime, metadata

# go_live: the day it was made for; new_go_live: of a postponement. earliest: the earliest defensible day then.
# marker, head: how many revisions the response had, and the hash of the last one. waivers: question -> waiver, as JSON,
# of those it leans on. fingerprint, numbers: of the snapshot, here too, so that whether ten thousand of them hold is read
# in one go. stood: how it stood then, verdict and hard stops one by one, as JSON; last, so that the rest is read without it.
decision = Table(
    "decision",
    metadata,
    Column("id", IDENTIFIER, primary_key=True),
    Column("response_id", IDENTIFIER, ForeignKey("response.id"), nullable=False),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), nullable=False),
    Column("snapshot_id", IDENTIFIER, ForeignKey("snapshot.id"), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("go_live", Date, nullable=False),
    Column("new_go_live", Date),
    Column("earliest", Date),
    Column("reason", Text),
    Column("marker", Integer, nullable=False),
    Column("head", HASH, nullable=False),
    Column("waivers", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("fingerprint", IDENTIFIER, ForeignKey("questionnaire_form.fingerprint"), nullable=False),
    Column("numbers", LargeBinary, nullable=False),
    Column("stood", Text, nullable=False),
    info=FACT,
)

# The owner is a mark (`storage.people.named`): the name can be forgotten.
decision_condition = Table(
    "decision_condition",
    metadata,
    Column("decision_id", IDENTIFIER, ForeignKey("decision.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("owner", String(200), nullable=False),
    Column("due", Date, nullable=False),
    info=FACT,
)

# unseen: how many answers the one who signed said they knew that HPAS has not looked at.
decision_signature = Table(
    "decision_signature",
    metadata,
    Column("decision_id", IDENTIFIER, ForeignKey("decision.id"), primary_key=True),
    Column("side", String(16), primary_key=True),
    Column("unseen", Integer, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("role", String(32), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    info=FACT,
)

# What someone said of a condition: done_on is none where it is not done. The newest counts.
condition_mark = Table(
    "condition_mark",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("decision_id", IDENTIFIER, nullable=False),
    Column("place", Integer, nullable=False),
    Column("done_on", Date),
    Column("note", Text),
    Column("actor", String(200), nullable=False),
    Column("role", String(32), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    ForeignKeyConstraint(["decision_id", "place"], ["decision_condition.decision_id", "decision_condition.place"]),
    sqlite_autoincrement=True,
    info=FACT,
)

Index("ix_decision_customer_id", decision.c.customer_id)
Index("ix_condition_mark_decision_id", condition_mark.c.decision_id, condition_mark.c.place)
