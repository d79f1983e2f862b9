"""A PostgreSQL database that a test is done with is as good as a new one, or is not used again."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select, text

from storage.engines.database import open_database
from storage.tables import metadata
from tests.builders import municipality, workspace
from tests.postgres import PostgresServer


@pytest.fixture
def used(postgres: PostgresServer, with_tables: str) -> Iterator[str]:
    """A database with a customer in it."""
    name = postgres.new_database(template=with_tables)
    with workspace(postgres.address(name)) as ws:
        municipality(ws)
    yield name
    postgres.drop(name)


def rows_and_numbers(server: PostgresServer, name: str) -> tuple[dict[str, int], list[tuple[object, ...]]]:
    with open_database(server.address(name)) as database, database.reading() as connection:
        rows = {table.name: len(connection.execute(select(table)).all()) for table in metadata.sorted_tables}
    return rows, server.execute("SELECT sequencename, last_value FROM pg_sequences ORDER BY 1", database=name)


def test_an_emptied_database_has_no_row_and_begins_its_numbers_anew(
    postgres: PostgresServer, with_tables: str, used: str
) -> None:
    new = rows_and_numbers(postgres, with_tables)
    assert rows_and_numbers(postgres, used) != new
    assert postgres.empty(used, like=with_tables)
    assert rows_and_numbers(postgres, used)[0] == new[0]
    with workspace(postgres.address(used)) as ws:
        municipality(ws)
        with ws.database.reading() as connection:
            numbers = [row.id for row in connection.execute(text("SELECT id FROM audit_event"))]
    assert numbers == [1]


CHANGES = [
    "ALTER TABLE answer ADD COLUMN more TEXT",
    "ALTER TABLE answer DROP COLUMN content",
    "DROP TABLE answer CASCADE",
    "ALTER TABLE answer_revision DISABLE TRIGGER ALL",
    "CREATE INDEX more ON answer (content)",
    "UPDATE alembic_version SET version_num = '0001'",
]


@pytest.mark.parametrize("change", CHANGES)
def test_one_that_is_built_otherwise_is_left_as_it_is(
    postgres: PostgresServer, with_tables: str, used: str, change: str
) -> None:
    postgres.execute(change, database=used)
    assert not postgres.empty(used, like=with_tables)
    assert postgres.execute("SELECT count(*) FROM customer", database=used) == [(1,)]


def test_one_that_is_set_otherwise_is_left_as_it_is(postgres: PostgresServer, with_tables: str, used: str) -> None:
    postgres.execute(f"ALTER DATABASE {used} SET default_transaction_read_only = on")
    assert not postgres.empty(used, like=with_tables)
