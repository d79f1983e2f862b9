"""One chain over everything that is kept, with its sealed end; triggers on every table of facts.

What was written before is taken into the chain as it is found, and the first link says so. The digests are made here
as they were when this was written, whatever `storage.facts` becomes later.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import islice
from secrets import token_hex
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.migrations.guards import refuse_changes, refuse_removal

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

HASH = sa.String(64)
STANDING = ("customer", "response", "member", "action", "waiver", "assignment", "dossier_source")
FACTS = (
    "questionnaire_form",
    "own_machine",
    "answer_revision",
    "action_revision",
    "waiver_event",
    "snapshot",
    "snapshot_event",
    "review_line",
    "go_live_move",
    "assignment_event",
    "audit_event",
)
NOT_CHAINED = {"response": ("revisions", "head"), "member": ("last_seen_at",)}
ROWS_IN_A_LINK = 1000


def upgrade() -> None:
    connection = op.get_bind()
    op.add_column("member", sa.Column("salt", HASH))
    _make_tables()
    _salt(connection)
    _link_what_is_there(connection)
    refuse_changes(connection, "go_live_move", "questionnaire_form", "own_machine", "chain_entry")
    refuse_removal(connection, *STANDING, "answer", "chain_head")


def _make_tables() -> None:
    op.create_table(
        "chain_entry",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("hash", HASH, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_chain_entry"),
    )
    op.create_table(
        "chain_head",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", HASH, nullable=False),
        sa.Column("key_id", sa.String(16), nullable=False),
        sa.Column("seal", HASH, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chain_head"),
    )


def _salt(connection: sa.Connection) -> None:
    """What tells nobody who a person was, once it is gone: one for each who is not forgotten."""
    for (member,) in connection.execute(sa.text("SELECT id FROM member WHERE email IS NOT NULL")).all():
        connection.execute(
            sa.text("UPDATE member SET salt = :salt WHERE id = :id"), {"salt": token_hex(16), "id": member}
        )


def _link_what_is_there(connection: sa.Connection) -> None:
    tables = sa.MetaData()
    tables.reflect(connection, only=[*STANDING, *FACTS])
    entry = sa.table("chain_entry", sa.column("number"), sa.column("content"), sa.column("hash"))
    number, head = 0, ""
    said = _said(connection, tables)
    while rows := list(islice(said, ROWS_IN_A_LINK)):
        found = [["@found", datetime.now(UTC).isoformat(), ""]] if not number else []
        number, content = number + 1, json.dumps([*found, *rows], separators=(",", ":"))
        head = sha256(json.dumps([number, head, content], separators=(",", ":")).encode()).hexdigest()
        connection.execute(sa.insert(entry).values(number=number, content=content, hash=head))
    if number:
        ends = sa.table("chain_head", *map(sa.column, ("id", "number", "hash", "key_id", "seal")))
        connection.execute(sa.insert(ends).values(id=1, number=number, hash=head, key_id="", seal=""))


def _said(connection: sa.Connection, tables: sa.MetaData) -> Iterator[list[Any]]:
    for name in (*STANDING, *FACTS):
        table = tables.tables[name]
        keys = list(table.primary_key.columns)
        columns = [column for column in table.columns if column.name not in NOT_CHAINED.get(name, ())]
        query = sa.select(table).order_by(*keys).execution_options(yield_per=1000)
        for row in connection.execute(query).mappings():
            plain = {column.name: _plain(row[column.name]) for column in columns if row[column.name] is not None}
            text = json.dumps([name, plain], sort_keys=True, separators=(",", ":"))
            yield [name, [row[key.name] for key in keys], sha256(text.encode()).hexdigest()]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        # SQLite gives back a moment without its zone; it was stored in UTC.
        return (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value
