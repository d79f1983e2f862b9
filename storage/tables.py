"""The tables: facts only, judgements are derived. The migrations make them; a test says that the two agree.

Every table says in `info` what it is to the chain (`storage.facts`): FACT, STANDING or PASSING.
"""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class RevisionKind(StrEnum):
    """How a revision came about; `superseded` never became the current answer.

    form: a newer form changed it. profile: the whole of a share came from the customer's profile. confirm: someone stood by what was said;
    it says the same as the one before it.
    """

    EDIT = "edit"
    IMPORT = "import"
    RESTORE = "restore"
    CONFLICT = "conflict"
    SUPERSEDED = "superseded"
    FORM = "form"
    PROFILE = "profile"
    CONFIRM = "confirm"


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in, aware UTC out. Refuses one without a zone; SQLite would drop the offset silently."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Kept(StrEnum):
    """What a table is to the chain."""

    FACT = "fact"
    STANDING = "standing"
    PASSING = "passing"


# Rows are only ever added, and each is in the chain once.
FACT = {"kept": Kept.FACT}
# Rows change and are never taken away; the newest link of each is the row as it stands.
STANDING = {"kept": Kept.STANDING}
# Not in the chain: worked out from what is, or of the moment.
PASSING = {"kept": Kept.PASSING}
# A column of a row that stands, which changes without being a fact.
UNCHAINED = {"unchained": True}

IDENTIFIER = String(64)
HASH = String(64)
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

customer = Table(
    "customer",
    metadata,
    Column("id", IDENTIFIER, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("customer_type", String(32), nullable=False),
    Column("go_live", Date),
    Column("invented", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("org_number", String(9)),
    Column("region", String(200)),
    Column("group_name", String(200)),
    # A member of HPAS, by id.
    Column("reviewer", IDENTIFIER),
    Column("archived_at", UtcDateTime),
    # The day it truly started, when that is said (`storage.outcomes`).
    Column("started_on", Date),
    Column("beds", Integer),
    # nb or nn, where its lead has chosen.
    Column("language", String(2)),
    info=STANDING,
)

questionnaire_form = Table(
    "questionnaire_form",
    metadata,
    Column("fingerprint", IDENTIFIER, primary_key=True),
    Column("customer_type", String(32), nullable=False),
    Column("body", Text, nullable=False),
    info=FACT,
)

response = Table(
    "response",
    metadata,
    Column("id", IDENTIFIER, primary_key=True),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), nullable=False, index=True),
    Column("fingerprint", IDENTIFIER, ForeignKey("questionnaire_form.fingerprint"), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("created_by", String(200), nullable=False),
    # How long the chain of revisions is and where it ends: a missing end is seen.
    Column("revisions", Integer, nullable=False, default=0, server_default="0", info=UNCHAINED),
    Column("head", HASH, nullable=False, default="", server_default="", info=UNCHAINED),
    info=STANDING,
)

answer = Table(
    "answer",
    metadata,
    Column("response_id", IDENTIFIER, ForeignKey("response.id"), primary_key=True),
    Column("question_id", IDENTIFIER, primary_key=True),
    Column("field", String(32), primary_key=True),
    Column("content", Text),
    Column("version", Integer, nullable=False),
    Column("session", IDENTIFIER, nullable=False),
    Column("edit_no", Integer, nullable=False),
    Column("updated_by", String(200), nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("hash", HASH, nullable=False),
    info=PASSING,
)

answer_revision = Table(
    "answer_revision",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("response_id", IDENTIFIER, ForeignKey("response.id"), nullable=False),
    Column("question_id", IDENTIFIER, nullable=False),
    Column("field", String(32), nullable=False),
    Column("version", Integer),
    Column("content", Text),
    Column("actor", String(200), nullable=False),
    Column("session", IDENTIFIER, nullable=False),
    Column("edit_no", Integer, nullable=False),
    Column("base_version", Integer),
    Column("kind", String(32), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("prev_hash", HASH, nullable=False),
    Column("hash", HASH, nullable=False),
    # A superseded revision has no version; every other has its own, so a lost update cannot pass unseen.
    UniqueConstraint("response_id", "question_id", "field", "version"),
    sqlite_autoincrement=True,
    info=FACT,
)

audit_event = Table(
    "audit_event",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("operation", String(64), nullable=False),
    Column("object", String(200), nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("detail", Text),
    sqlite_autoincrement=True,
    info=FACT,
)

# One link for each transaction that said something: `content` is what it said, as JSON (`storage.links`).
chain_entry = Table(
    "chain_entry",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
    Column("hash", HASH, nullable=False),
    info=PASSING,
)

# One row: the last link, sealed with a key that is not in the database. It is locked last in every transaction.
chain_head = Table(
    "chain_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("hash", HASH, nullable=False),
    Column("key_id", String(16), nullable=False),
    Column("seal", HASH, nullable=False),
    info=PASSING,
)

Index("ix_audit_event_at", audit_event.c.at)
