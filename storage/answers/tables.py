"""Tables of who is to answer what: the current word on each question, and every one before it; and who was last here when."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from storage.tables import FACT, IDENTIFIER, PASSING, STANDING, UtcDateTime, metadata

# A member, or someone who is only named; neither is a question that was taken back.
assignment = Table(
    "assignment",
    metadata,
    Column("response_id", IDENTIFIER, ForeignKey("response.id"), primary_key=True),
    Column("question_id", IDENTIFIER, primary_key=True),
    Column("assignee_member", IDENTIFIER, ForeignKey("member.id")),
    Column("assignee_name", String(200)),
    Column("given_by", String(200), nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    info=STANDING,
)

assignment_event = Table(
    "assignment_event",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("response_id", IDENTIFIER, ForeignKey("response.id"), nullable=False),
    Column("question_id", IDENTIFIER, nullable=False),
    Column("assignee_member", IDENTIFIER, ForeignKey("member.id")),
    Column("assignee_name", String(200)),
    Column("given_by", String(200), nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
    info=FACT,
)

Index("ix_assignment_event_response_id", assignment_event.c.response_id)

# Of each person who has read a response: how much was said in it when they were last here, and when they left before that.
visit = Table(
    "visit",
    metadata,
    Column("response_id", IDENTIFIER, ForeignKey("response.id"), primary_key=True),
    Column("reader", String(200), primary_key=True),
    Column("since", Integer),
    Column("since_at", UtcDateTime),
    Column("seen", Integer, nullable=False),
    Column("read_at", UtcDateTime, nullable=False),
    info=PASSING,
)
