"""Tables of what is sent: one row per thing that was told to someone, who has said no, and the calendars' addresses."""

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table, UniqueConstraint

from storage.tables import HASH, IDENTIFIER, PASSING, UtcDateTime, metadata

# A letter may tell several things: they share `letter_id`, and each is told to a person once.
letter = Table(
    "letter",
    metadata,
    Column("kind", String(32), primary_key=True),
    Column("about", String(130), primary_key=True),
    Column("member_id", IDENTIFIER, ForeignKey("member.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("letter_id", IDENTIFIER, nullable=False),
    Column("state", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    info=PASSING,
)

# Who has said no to letters; who is not here gets them.
letter_choice = Table(
    "letter_choice",
    metadata,
    Column("member_id", IDENTIFIER, ForeignKey("member.id"), primary_key=True),
    Column("off_at", UtcDateTime, nullable=False),
    info=PASSING,
)

# One secret address per customer, by its hash: what stands here opens nothing.
calendar_feed = Table(
    "calendar_feed",
    metadata,
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), primary_key=True),
    Column("secret_hash", HASH, nullable=False),
    Column("made_by", String(200), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    UniqueConstraint("secret_hash"),
    info=PASSING,
)

Index("ix_letter_letter_id", letter.c.letter_id)
