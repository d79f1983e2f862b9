"""Someone who is only named can be forgotten: nothing in the database tells the name any more, and nothing is amiss."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from language import FORGOTTEN_NAME
from storage.answers.assignment_rows import assignment_events, assignments_of
from storage.answers.tables import assignment, assignment_event
from storage.engines import schema
from storage.engines.database import Database, open_database
from storage.engines.sqlite_database import make_tables
from storage.people.named import forget_named, named_like
from storage.plan.rows import action_revisions, actions_of, waivers_of
from storage.plan.tables import action, action_revision, waiver, waiver_event
from storage.verification import verify
from tests.postgres import PostgresServer
from tests.storage.everything import DAY, fill_with_everything
from tests.storage.saving import RESPONSE, add_rows_as_they_were

BEFORE = "0010"
AT = datetime(2027, 1, 1, 12, tzinfo=UTC)


def told(connection: Connection) -> list[str | None]:
    """Every owner there is, as it is read, in what stands and in what was said before."""
    names = [row.owner_name for row in actions_of(connection, RESPONSE)]
    for row in actions_of(connection, RESPONSE):
        names += [line.changes["owner_name"] for line in action_revisions(connection, row.id) if line.version == 1]
    names += [row.owner for row in waivers_of(connection)]
    names += [row.assignee_name for row in assignment_events(connection, RESPONSE) if row.assignee_name]
    return names + [row.assignee_name for row in assignments_of(connection, RESPONSE) if row.assignee_name]


def everything_that_stands(database: Database) -> str:
    """All rows of all tables as text."""
    with database.reading() as connection:
        tables = inspect(connection).get_table_names()
        return str([connection.execute(text(f"SELECT * FROM {name}")).all() for name in tables])


def forget(database: Database, name: str) -> int:
    with database.writing() as connection:
        found = named_like(connection, name)
        for id_, _ in found:
            forget_named(connection, id_)
    return len(found)


def test_a_name_that_is_forgotten_is_nowhere_and_what_it_did_stands(address: str) -> None:
    with open_database(address, create=True) as database:
        fill_with_everything(database)
        with database.reading() as connection:
            assert set(told(connection)) == {"Ada"}
        assert "Ada" in everything_that_stands(database)
        assert forget(database, " ada ") == 1
        with database.reading() as connection:
            assert set(told(connection)) == {FORGOTTEN_NAME}
        assert "Ada" not in everything_that_stands(database)
        assert forget(database, "Ada") == 0
        assert verify(database).findings == ()


@pytest.fixture
def earlier(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> Iterator[str]:
    """A database of the schema before, where names stand in what is never changed."""
    if engine == "sqlite":
        path = tmp_path / "klarsjekk.db"
        make_tables(path, schema.MIGRATIONS, to=BEFORE)
        yield _filled(f"sqlite:///{path}")
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.new_database()
    there = create_engine(server.address(name))
    with there.begin() as connection:
        schema.upgrade(connection, to=BEFORE)
    there.dispose()
    yield _filled(server.address(name))
    server.drop(name)


def _filled(address: str) -> str:
    engine = create_engine(address)
    with engine.begin() as connection:
        add_rows_as_they_were(connection)
        for table, rows in _ROWS:
            connection.execute(insert(table), rows)
    engine.dispose()
    return address


_ROW = {"status": "planned", "created_by": "a", "created_at": AT, "updated_by": "a", "updated_at": AT}
_LINE = {"actor": "a", "session": "s", "edit_no": 1, "base_version": 0, "kind": "edit", "at": AT}
_GIVEN = {"response_id": RESPONSE, "question_id": "Q-1", "assignee_name": "Kari", "given_by": "a", "given_at": AT}
_ROWS: tuple[tuple[Any, Any], ...] = (
    (action, {"id": "one", "response_id": RESPONSE, "text": "Gjør", "owner_name": "Kari", "version": 1, **_ROW}),
    (action_revision, {"action_id": "one", "version": 1, "changes": '{"text": "Gjør", "owner_name": "Kari"}', **_LINE}),
    (assignment, _GIVEN),
    (assignment_event, _GIVEN),
    (waiver, {"id": "w", "response_id": RESPONSE, "question_id": "Q-1", "state": "proposed", "measure": "Papir", "owner": "Kari", "expires": DAY, "proposed_by": "a", "proposed_at": AT}),
    (waiver_event, {"waiver_id": "w", "state": "proposed", "actor": "a", "at": AT}),
)  # fmt: skip


def test_names_that_were_typed_before_can_be_forgotten_too(earlier: str) -> None:
    with open_database(earlier) as database:
        with database.reading() as connection:
            assert set(told(connection)) == {"Kari"}
            assert connection.execute(select(action.c.owner_name)).scalar_one() != "Kari"
        found = verify(database)
        assert (found.findings, found.chain.moved is not None) == ((), True)
        assert forget(database, "Kari") == 1
        assert "Kari" not in everything_that_stands(database)
        assert verify(database).findings == ()
    engine = create_engine(earlier)
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text("UPDATE action_revision SET actor = 'x'"))
    engine.dispose()
