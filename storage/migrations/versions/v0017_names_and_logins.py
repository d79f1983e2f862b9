"""People who are only named stand in a table of their own, where a name can be forgotten; and the logins that go on.

Names that were typed before are moved there, out of the rows that are never changed else. A link of its own says so
(`storage.links.MOVED`), and the chain is sealed anew after it. The digests are made here as they were when this was
written, whatever `storage.facts` becomes later.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from hashlib import sha256
from secrets import token_hex
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

from storage.migrations.guards import refuse_changes, refuse_removal

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

HASH = sa.String(64)
ID = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
# Table -> the column with the name; `changes` is JSON with it in.
NAMED = {
    "action": "owner_name",
    "action_revision": "changes",
    "waiver": "owner",
    "assignment": "assignee_name",
    "assignment_event": "assignee_name",
}
HISTORIES = ("action_revision", "assignment_event")
Names = dict[tuple[str, str], str]


def upgrade() -> None:
    connection = op.get_bind()
    _make_tables()
    _move_names(connection)
    refuse_removal(connection, "named_person")


def _make_tables() -> None:
    op.create_table(
        "named_person",
        sa.Column("id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("name", sa.String(200)),
        sa.Column("salt", HASH),
        sa.PrimaryKeyConstraint("id", name="pk_named_person"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_named_person_customer_id"),
    )
    op.create_index("ix_named_person_customer_id", "named_person", ["customer_id"])
    op.create_table(
        "open_login",
        sa.Column("login", HASH, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=False),
        sa.Column("device", sa.String(60), nullable=False),
        sa.PrimaryKeyConstraint("login", name="pk_open_login"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_open_login_member_id"),
    )
    op.create_index("ix_open_login_member_id", "open_login", ["member_id"])


def _move_names(connection: sa.Connection) -> None:
    tables = sa.MetaData()
    tables.reflect(connection, only=[*NAMED, "response", "named_person", "chain_entry", "chain_head"])
    names: Names = {}
    with _open_histories(connection):
        said = [line for name in NAMED for line in _moved(connection, tables, name, names)]
    if not said:
        return
    people = [
        {"id": id_, "customer_id": customer, "name": name, "salt": token_hex(16)}
        for (customer, name), id_ in names.items()
    ]
    connection.execute(sa.insert(tables.tables["named_person"]), people)
    said += [_line(tables.tables["named_person"], row) for row in people]
    _link(connection, tables, said)


@contextmanager
def _open_histories(connection: sa.Connection) -> Iterator[None]:
    """Let the histories be changed, this once."""
    for table in HISTORIES:
        if connection.dialect.name == "sqlite":
            for change in ("update", "delete"):
                connection.exec_driver_sql(f"DROP TRIGGER {table}_no_{change}")
        else:
            connection.exec_driver_sql(f"DROP TRIGGER {table}_no_change ON {table}")
    yield
    refuse_changes(connection, *HISTORIES)


def _moved(connection: sa.Connection, tables: sa.MetaData, name: str, names: Names) -> list[list[Any]]:
    """Put marks for the names of one table; what its changed rows say now."""
    table, said = tables.tables[name], []
    customers = _customers(tables, table)
    keys = list(table.primary_key.columns)
    for row in connection.execute(customers.order_by(*keys)).mappings().all():
        held = row[NAMED[name]]
        marked = _marked(held, row["of_customer"], names) if name != "action_revision" else _inside(held, row, names)
        if marked == held:
            continue
        here = [key == row[key.name] for key in keys]
        connection.execute(sa.update(table).where(*here).values({NAMED[name]: marked}))
        said.append(_line(table, {**row, NAMED[name]: marked}))
    return said


def _customers(tables: sa.MetaData, table: sa.Table) -> sa.Select[Any]:
    """The rows with their customer; a revision of an action is of its action's."""
    response, action = tables.tables["response"], tables.tables["action"]
    joined = table.join(action, table.c.action_id == action.c.id) if table.name == "action_revision" else table
    of = action if table.name == "action_revision" else table
    rows = joined.join(response, of.c.response_id == response.c.id)
    return sa.select(table, response.c.customer_id.label("of_customer")).select_from(rows)


def _marked(name: str | None, customer_id: str, names: Names) -> str | None:
    if name is None:
        return None
    return f"@{names.setdefault((customer_id, name), uuid4().hex)}"


def _inside(changes: str, row: sa.RowMapping, names: Names) -> str:
    said = json.loads(changes)
    if said.get("owner_name") is None:
        return changes
    said["owner_name"] = _marked(said["owner_name"], row["of_customer"], names)
    return json.dumps(said, ensure_ascii=False)


def _link(connection: sa.Connection, tables: sa.MetaData, said: list[list[Any]]) -> None:
    entry, head = tables.tables["chain_entry"], tables.tables["chain_head"]
    end = connection.execute(sa.select(head)).one()
    number = end.number + 1
    content = json.dumps([["@moved", datetime.now(UTC).isoformat(), ""], *said], separators=(",", ":"))
    own = sha256(json.dumps([number, end.hash, content], separators=(",", ":")).encode()).hexdigest()
    connection.execute(sa.insert(entry).values(number=number, content=content, hash=own))
    # Without a seal: the one who opens the database with the key seals it again. A broken one stays broken.
    broken = {} if end.seal == "broken" else {"key_id": "", "seal": ""}
    connection.execute(sa.update(head).values(number=number, hash=own, **broken))


def _line(table: sa.Table, row: Any) -> list[Any]:
    plain = {column.name: _plain(row[column.name]) for column in table.columns if row[column.name] is not None}
    text = json.dumps([table.name, plain], sort_keys=True, separators=(",", ":"))
    return [table.name, [row[key.name] for key in table.primary_key.columns], sha256(text.encode()).hexdigest()]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        # SQLite gives back a moment without its zone; it was stored in UTC.
        return (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value
