"""Tables of the plan: actions with every change that was made to them, and waivers with everything that happened to them."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from storage.tables import FACT, IDENTIFIER, STANDING, UtcDateTime, metadata

# The owner is a member, or someone who is only named. Without a question it is an action of the customer's own.
action = Table(
    "action",
    metadata,
    Column("id", IDENTIFIER, primary_key=True),
    Column("response_id", IDENTIFIER, ForeignKey("response.id"), nullable=False, index=True),
    Column("question_id", IDENTIFIER),
    Column("text", Text, nullable=False),
    Column("owner_member", IDENTIFIER, ForeignKey("member.id")),
    Column("owner_name", String(200)),
    Column("due", Date),
    Column("status", String(32), nullable=False),
    Column("note", Text),
    Column("done_at", UtcDateTime),
    Column("version", Integer, nullable=False),
    Column("created_by", String(200), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_by", String(200), nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    info=STANDING,
)

# `changes` is the fields that were set, as JSON; the first revision has them all. A superseded one has no version.
action_revision = Table(
    "action_revision",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("action_id", IDENTIFIER, ForeignKey("action.id"), nullable=False),
    Column("version", Integer),
    Column("changes", Text, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("session", IDENTIFIER, nullable=False),
    Column("edit_no", Integer, nullable=False),
    Column("base_version", Integer),
    Column("kind", String(32), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("action_id", "version"),
    sqlite_autoincrement=True,
    info=FACT,
)

# `given_for` is the value as the answer has it, None for silence.
waiver = Table(
    "waiver",
    metadata,
    Column("id", IDENTIFIER, primary_key=True),
    Column("response_id", IDENTIFIER, ForeignKey("response.id"), nullable=False, index=True),
    Column("question_id", IDENTIFIER, nullable=False),
    Column("state", String(32), nullable=False),
    Column("measure", Text, nullable=False),
    Column("owner", String(200), nullable=False),
    Column("expires", Date, nullable=False),
    Column("given_for", Text),
    Column("proposed_by", String(200), nullable=False),
    Column("proposed_at", UtcDateTime, nullable=False),
    Column("decided_by", String(200)),
    Column("decided_at", UtcDateTime),
    Column("reason", Text),
    info=STANDING,
)

waiver_event = Table(
    "waiver_event",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("waiver_id", IDENTIFIER, ForeignKey("waiver.id"), nullable=False, index=True),
    Column("state", String(32), nullable=False),
    Column("actor", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("reason", Text),
    sqlite_autoincrement=True,
    info=FACT,
)

# Of one customer, or of all who start on a day; the newest holds.
phase_dates = Table(
    "phase_dates",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id")),
    Column("go_live", Date),
    Column("build_stop", Date),
    Column("test_start", Date),
    Column("test_end", Date),
    Column("training_start", Date),
    Column("reason", Text),
    Column("actor", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
    info=FACT,
)
