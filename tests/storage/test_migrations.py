"""Upgrades: from every released schema on both engines, twice, by several at once, and never past the code."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, create_engine, select

from storage.answers import rows as answer_rows
from storage.engines import problems, schema
from storage.engines.database import Database, open_database
from storage.people import tables as people_tables
from storage.verification import verify
from tests.postgres import PostgresServer
from tests.storage.saving import RESPONSE, address_of, an_edit

RELEASED = Path(__file__).parent / "released"
RELEASES = sorted({path.name.split(".")[0] for path in RELEASED.iterdir()})
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(params=RELEASES)
def released(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> Iterator[str]:
    """The address of a database as a release left it."""
    script = (RELEASED / f"{request.param}.{engine}.sql").read_text(encoding="utf-8")
    if engine == "sqlite":
        path = tmp_path / "klarsjekk.db"
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(script)
        yield address_of(path)
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.new_database()
    with psycopg.connect(server.conninfo(name)) as there:
        there.execute(script.encode())
    yield server.address(name)
    server.drop(name)


def rows_as_they_are(address: str) -> Rows:
    """Table -> its rows, without our knowledge of the tables."""
    engine = create_engine(address, connect_args={} if "sqlite" in address else {"options": "-c timezone=UTC"})
    tables = MetaData()
    with engine.connect() as connection:
        tables.reflect(connection)
        rows = {
            table.name: [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]
            for table in tables.sorted_tables
            if table.name != "alembic_version"
        }
    engine.dispose()
    return rows


def _counts(rows: Rows) -> dict[str, int]:
    return {table: len(found) for table, found in rows.items()}


def test_there_is_a_released_schema_to_come_from() -> None:
    assert "0001" in RELEASES


def test_an_upgrade_keeps_every_row_as_it_was_and_the_second_does_nothing(released: str) -> None:
    before = rows_as_they_are(released)
    open_database(released).close()
    after = rows_as_they_are(released)
    open_database(released).close()
    assert rows_as_they_are(released) == after
    for table, rows in before.items():
        same = [{name: row[name] for name in rows[0]} for row in after[table]] if rows else []
        assert sorted(map(str, same)) == sorted(map(str, rows)), table
    assert (len(before["answer_revision"]), len(before["audit_event"])) == (48, 3)


def test_what_was_upgraded_is_whole_and_goes_on_where_it_was(released: str) -> None:
    with open_database(released) as database:
        found = verify(database)
        assert (found.findings, found.revisions) == ((), _counts(rows_as_they_are(released))["answer_revision"])
        _next_edit_follows(database)
        assert verify(database).findings == ()
        with database.reading() as connection:
            assert compare_metadata(MigrationContext.configure(connection), people_tables.member.metadata) == []


def _next_edit_follows(database: Database) -> None:
    with database.writing() as connection:
        last = max(row.id for row in answer_rows.revisions(connection, RESPONSE))
        answer_rows.write(connection, RESPONSE, an_edit("new", 1, "ny", question_id="Q-new"))
        newest = answer_rows.revisions(connection, RESPONSE)[-1]
    assert (newest.id, newest.content) == (last + 1, "ny")


def test_several_that_start_at_once_upgrade_once(released: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        opened = list(pool.map(lambda _: open_database(released), range(6)))
    for database in opened:
        assert verify(database).findings == ()
        database.close()


def test_a_copy_is_taken_before_an_sqlite_file_is_upgraded(released: str) -> None:
    if not released.startswith("sqlite"):
        # PostgreSQL's own tools take the copy there; see docs/backup.md.
        open_database(released).close()
        return
    folder = Path(released.removeprefix("sqlite:///")).parent
    before = rows_as_they_are(released)
    open_database(released).close()
    open_database(released).close()
    (copy,) = folder.glob("*.backup.db")
    assert rows_as_they_are(address_of(copy)) == before
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_newer_schema_is_refused_and_left_as_it_was(released: str) -> None:
    open_database(released).close()
    engine = create_engine(released)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    before = rows_as_they_are(released)
    with pytest.raises(problems.NewerSchema, match="9999"):
        open_database(released)
    with pytest.raises(problems.NewerSchema):
        open_database(released, read_only=True)
    assert rows_as_they_are(released) == before


def test_a_reader_does_not_upgrade(released: str) -> None:
    before = rows_as_they_are(released)
    with pytest.raises(problems.OlderSchema):
        open_database(released, read_only=True)
    assert rows_as_they_are(released) == before


def test_the_migrations_make_the_tables_of_the_code(address: str) -> None:
    with open_database(address, create=True) as database, database.reading() as connection:
        assert schema.revision_of(connection) == schema.newest_revision()
        assert compare_metadata(MigrationContext.configure(connection), people_tables.member.metadata) == []
