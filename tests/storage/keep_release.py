"""Keeps the schema of a release with data in it, for the tests of upgrades: run once, when a release is made.

    python -m tests.storage.keep_release

writes `released/<schema>.sqlite.sql` and `.postgresql.sql`, made by the migrations and the code as they are now.
"""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, MetaData, create_engine, event, insert, select

from scoring.vocabulary import AnswerField
from storage import records
from storage.answers import rows as answer_rows
from storage.chain_keys import NO_KEYS
from storage.engines import schema
from storage.engines.sqlite_file import APPLICATION_ID
from storage.links import linking
from storage.records import AuditRow
from tests.postgres import PostgresServer
from tests.storage.saving import AT, RESPONSE, add_rows, an_edit

RELEASED = Path(__file__).parent / "released"
TEXTS = ("blåbær på myra", "to\nlinjer", "'; DROP TABLE answer; --", "🫐", None, "3")


def main() -> None:
    release = schema.newest_revision()
    (RELEASED / f"{release}.sqlite.sql").write_text(_from_sqlite(), encoding="utf-8")
    (RELEASED / f"{release}.postgresql.sql").write_text(_from_postgresql(), encoding="utf-8")


def fill(connection: Connection) -> None:
    """A little of everything that can be stored: edits, conflicts, late ones, what was emptied and what was noted."""
    add_rows(connection)
    chance = Random(1)
    for turn in range(60):
        edit = an_edit(
            f"S{chance.randrange(3)}",
            max(0, turn - chance.choice((0, 0, 0, 20))),
            chance.choice(TEXTS),
            base_version=chance.choice((0, 1, None)),
            question_id=f"Q-{chance.randrange(4)}",
            field=chance.choice((AnswerField.VALUE, AnswerField.COMMENT)),
        )
        answer_rows.write(connection, RESPONSE, edit)
    for turn in range(3):
        moment = AT + timedelta(microseconds=turn)
        records.audit(connection, AuditRow(moment, "a", "set_go_live", "customer:c1", "done", '{"from": "æ"}'))


def _from_sqlite() -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "klarsjekk.db"
        with create_engine(f"sqlite:///{path}").begin() as connection:
            schema.upgrade(connection)
            with linking(connection, NO_KEYS):
                fill(connection)
        with closing(sqlite3.connect(path)) as connection:
            dump = "\n".join(connection.iterdump())
    return f"PRAGMA application_id={APPLICATION_ID};\n{dump}\n"


def _from_postgresql() -> str:
    server = PostgresServer()
    said: list[str] = []
    engine = create_engine(server.address(server.new_database()))
    with engine.begin() as connection:
        event.listen(connection, "before_cursor_execute", lambda *given: said.append(given[2]))
        schema.upgrade(connection)
        made = [text.replace("%%", "%") for text in said if text.lstrip().startswith(("CREATE", "ALTER", "INSERT"))]
        with linking(connection, NO_KEYS):
            fill(connection)
        rows = list(_rows(connection))
    engine.dispose()
    server.close()
    return ";\n".join((*made, *rows)) + ";\n"


def _rows(connection: Connection) -> Any:
    tables = MetaData()
    tables.reflect(connection)
    for table in tables.sorted_tables:
        if table.name != "alembic_version":
            for row in connection.execute(select(table)).mappings():
                words = insert(table).values(dict(row))
                yield str(words.compile(connection.engine, compile_kwargs={"literal_binds": True}))
    for name, last in connection.exec_driver_sql(
        "SELECT sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL"
    ):
        yield f"SELECT setval('{name}', {last})"


if __name__ == "__main__":
    main()
