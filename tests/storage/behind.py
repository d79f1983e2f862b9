"""Writing to a database behind the app's back, as someone does who may do all to it but has not the key."""

import json
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Table, create_engine, insert, select, update

from storage import facts, links
from storage.tables import Kept, chain_entry, chain_head, metadata


class BehindOurBack:
    """A connection that keeps no rules: neither foreign keys nor triggers, and every statement stands at once."""

    def __init__(self, address: str) -> None:
        self.engine = create_engine(address, isolation_level="AUTOCOMMIT")

    def __enter__(self) -> Connection:
        self.connection = self.engine.connect()
        if self.engine.dialect.name == "sqlite":
            for (name,) in self.connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).all():
                self.connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            self.connection.exec_driver_sql("SET session_replication_role = replica")
        return self.connection

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.connection.close()
        self.engine.dispose()


def lift_guards(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
    else:
        connection.exec_driver_sql("SET session_replication_role = replica")


def work_out_anew(connection: Connection) -> None:
    """Make the chain fit the rows as they are now, those too that it has never heard of: all but the seal."""
    number, before = 0, ""
    for row in connection.execute(select(chain_entry).order_by(chain_entry.c.number)).all():
        said = [_now(connection, line) for line in json.loads(row.content)]
        number, content = number + 1, json.dumps([line for line in said if line], separators=(",", ":"))
        before = links.link_hash(number, before, content)
        connection.execute(
            update(chain_entry).where(chain_entry.c.number == number).values(content=content, hash=before)
        )
    contents = connection.execute(select(chain_entry.c.content)).scalars()
    heard = {json.dumps(line[:2]) for content in contents for line in json.loads(content)}
    strangers = [line for table in _chained() for line in _rows(connection, table) if json.dumps(line[:2]) not in heard]
    number, content = number + 1, json.dumps(strangers, separators=(",", ":"))
    before = links.link_hash(number, before, content)
    connection.execute(insert(chain_entry).values(number=number, content=content, hash=before))
    connection.execute(update(chain_head).values(number=number, hash=before))


def _chained() -> list[Table]:
    return [table for table in metadata.sorted_tables if not facts.is_a(table, Kept.PASSING)]


def _rows(connection: Connection, table: Table) -> list[list[Any]]:
    found = connection.execute(select(table)).mappings().all()
    return [[table.name, facts.key_of(table, row), facts.digest(table, row)] for row in found]


def _now(connection: Connection, line: list[Any]) -> list[Any] | None:
    table = metadata.tables.get(line[0])
    if table is None:
        return line
    here = [column == value for column, value in zip(table.primary_key.columns, line[1], strict=True)]
    row = connection.execute(select(table).where(*here)).mappings().one_or_none()
    return None if row is None else [line[0], line[1], facts.digest(table, row)]
