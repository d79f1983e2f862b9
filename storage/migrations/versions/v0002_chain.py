"""Every revision carries the hash of the one before it, every answer a seal; PostgreSQL forbids changes too.

What was written before gets its place in the chain as it is found. The hashes are made here as they were when this
was written, whatever `storage.answers.chain` becomes later.
"""

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPEND_ONLY = ("answer_revision", "audit_event")
HASH = sa.String(64)
SAID = ("question_id", "field", "version", "content", "actor", "session", "edit_no", "base_version", "kind", "at")
REVISION = ("id", "response_id", *SAID, "prev_hash")
ANSWER = (
    "response_id",
    "question_id",
    "field",
    "content",
    "version",
    "session",
    "edit_no",
    "updated_by",
    "updated_at",
)


def upgrade() -> None:
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    if on_sqlite:
        _allow_changes()
    op.add_column("response", sa.Column("revisions", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("response", sa.Column("head", HASH, nullable=False, server_default=""))
    op.add_column("answer", sa.Column("hash", HASH))
    op.add_column("answer_revision", sa.Column("prev_hash", HASH))
    op.add_column("answer_revision", sa.Column("hash", HASH))
    _chain_what_is_there()
    with op.batch_alter_table("answer") as answer:
        answer.alter_column("hash", existing_type=HASH, nullable=False)
    with op.batch_alter_table("answer_revision", table_kwargs={"sqlite_autoincrement": True}) as revisions:
        revisions.alter_column("prev_hash", existing_type=HASH, nullable=False)
        revisions.alter_column("hash", existing_type=HASH, nullable=False)
    if on_sqlite:
        _forbid_changes_on_sqlite()
    else:
        _forbid_changes_on_postgresql()


def _allow_changes() -> None:
    for table in APPEND_ONLY:
        for change in ("update", "delete"):
            op.execute(f"DROP TRIGGER {table}_no_{change}")


def _forbid_changes_on_sqlite() -> None:
    for table in APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _forbid_changes_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def _chain_what_is_there() -> None:
    connection = op.get_bind()
    tables = sa.MetaData()
    tables.reflect(connection, only=["response", "answer", "answer_revision"])
    for (response_id,) in connection.execute(sa.select(tables.tables["response"].c.id)).all():
        _chain(connection, tables.tables["answer_revision"], tables.tables["response"], response_id)
        _seal(connection, tables.tables["answer"], response_id)


def _chain(connection: sa.Connection, revisions: sa.Table, responses: sa.Table, response_id: str) -> None:
    found = connection.execute(
        sa.select(revisions).where(revisions.c.response_id == response_id).order_by(revisions.c.id)
    )
    head, rows = "", []
    for row in found.mappings():
        before, head = head, _hash("revision", [{**row, "prev_hash": head}[name] for name in REVISION])
        rows.append({"of": row["id"], "before": before, "own": head})
    if rows:
        chained = sa.update(revisions).where(revisions.c.id == sa.bindparam("of"))
        connection.execute(chained.values(prev_hash=sa.bindparam("before"), hash=sa.bindparam("own")), rows)
        ends = sa.update(responses).where(responses.c.id == response_id)
        connection.execute(ends.values(revisions=len(rows), head=head))


def _seal(connection: sa.Connection, answers: sa.Table, response_id: str) -> None:
    found = connection.execute(sa.select(answers).where(answers.c.response_id == response_id)).mappings()
    rows = [
        {"q": row["question_id"], "f": row["field"], "own": _hash("answer", [row[name] for name in ANSWER])}
        for row in found
    ]
    if rows:
        one = sa.update(answers).where(
            answers.c.response_id == response_id,
            answers.c.question_id == sa.bindparam("q"),
            answers.c.field == sa.bindparam("f"),
        )
        connection.execute(one.values(hash=sa.bindparam("own")), rows)


def _hash(kind: str, values: list[Any]) -> str:
    plain = [_moment(value) if isinstance(value, datetime) else value for value in values]
    return sha256(json.dumps([kind, *plain], separators=(",", ":")).encode()).hexdigest()


def _moment(value: datetime) -> str:
    # SQLite gives back a moment without its zone; it was stored in UTC.
    return (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)).isoformat()
