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
    number, before, heard = 0, "", set()
    standing = {_name(line): line for table in _chained() for line in _rows(connection, table)}
    for row in connection.execute(select(chain_entry).order_by(chain_entry.c.number)).all():
        lines = json.loads(row.content)
        heard |= {_name(line) for line in lines}
        said = [standing.get(_name(line)) if line[0] in metadata.tables else line for line in lines]
        number, content = number + 1, json.dumps([line for line in said if line], separators=(",", ":"))
        before = links.link_hash(number, before, content)
        connection.execute(
            update(chain_entry).where(chain_entry.c.number == number).values(content=content, hash=before)
        )
    strangers = [line for name, line in standing.items() if name not in heard]
    number, content = number + 1, json.dumps(strangers, separators=(",", ":"))
    before = links.link_hash(number, before, content)
    connection.execute(insert(chain_entry).values(number=number, content=content, hash=before))
    connection.execute(update(chain_head).values(number=number, hash=before))


def _name(line: list[Any]) -> str:
    """The row a line of the chain speaks of."""
    return json.dumps(line[:2])


def _chained() -> list[Table]:
    return [table for table in metadata.sorted_tables if not facts.is_a(table, Kept.PASSING)]


def _rows(connection: Connection, table: Table) -> list[list[Any]]:
    found = connection.execute(select(table)).mappings().all()
    return [[table.name, facts.key_of(table, row), facts.digest(table, row)] for row in found]
