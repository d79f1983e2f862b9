"""Tables of what was sent in: frozen snapshots, what became of them, HPAS's ratings, and rows of numbers for comparing.

Snapshots, events and review lines are only ever added; triggers refuse every change. The rows of numbers are no
facts: `response_sheet` may be emptied at any time and is made again.
"""

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from storage.tables import FACT, HASH, IDENTIFIER, PASSING, UtcDateTime, metadata

# `marker`: how many revisions the response had. `numbers`: the answers as `scoring.packed_rows` lays them out by the form.
# The body stands last, so that what is before it is read without it.
snapshot = Table(
    "snapshot",
    metadata,
    Column("id", IDENTIFIER, primary_key=True),
    Column("response_id", IDENTIFIER, ForeignKey("response.id"), nullable=False),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), nullable=False),
    Column("fingerprint", IDENTIFIER, ForeignKey("questionnaire_form.fingerprint"), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("go_live", Date, nullable=False),
    Column("days_left", Integer, nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
    Column("sent_by", String(200), nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("marker", Integer, nullable=False),
    Column("numbers", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
    info=FACT,
)

snapshot_event = Table(
    "snapshot_event",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("snapshot_id", IDENTIFIER, ForeignKey("snapshot.id"), nullable=False),
    Column("state", String(32), nullable=False),
    Column("actor", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("comment", Text),
    sqlite_autoincrement=True,
    info=FACT,
)

# A line that does not agree and has no value says that HPAS takes the question as unanswered.
# `manner`: empty when the answer was looked at in this review, else a `scoring.review.looked_at.Manner`.
review_line = Table(
    "review_line",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("snapshot_id", IDENTIFIER, ForeignKey("snapshot.id"), nullable=False),
    Column("question_id", IDENTIFIER, nullable=False),
    Column("agreed", Boolean, nullable=False),
    Column("value", Text),
    Column("measure", Float(53)),
    Column("reason", Text),
    Column("actor", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("manner", String(16)),
    sqlite_autoincrement=True,
    info=FACT,
)

# Counts only while `head` is the head of the response's chain, so it can never be out of date unseen.
response_sheet = Table(
    "response_sheet",
    metadata,
    Column("response_id", IDENTIFIER, ForeignKey("response.id"), primary_key=True),
    Column("fingerprint", IDENTIFIER, nullable=False),
    Column("head", HASH, nullable=False),
    Column("numbers", LargeBinary, nullable=False),
    info=PASSING,
)

Index("ix_snapshot_response_id", snapshot.c.response_id)
# Which snapshot stands at a cut is found in this alone, without going through the wide rows.
Index(
    "ix_snapshot_customer_id_days_left_sent_at_id",
    snapshot.c.customer_id,
    snapshot.c.days_left,
    snapshot.c.sent_at,
    snapshot.c.id,
)
Index("ix_snapshot_event_snapshot_id", snapshot_event.c.snapshot_id)
Index("ix_review_line_snapshot_id", review_line.c.snapshot_id)
