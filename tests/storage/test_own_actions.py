"""Actions that were made while each belonged to a question, and their history, stay as they were; new ones need none."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, insert
from sqlalchemy.exc import IntegrityError

from storage.engines import schema
from storage.engines.database import open_database
from storage.engines.sqlite_database import make_tables
from storage.plan.rows import ActionEdit, ActionRow, action_revisions, actions_of, add_action
from storage.plan.tables import action, action_revision
from storage.verification import verify
from tests.postgres import PostgresServer
from tests.storage.saving import RESPONSE, add_rows_as_they_were

BEFORE = "0009"
AT = datetime(2027, 1, 1, 12, tzinfo=UTC)


def a_row(id_: str, question_id: str | None) -> ActionRow:
    said = ("Gjør det.", None, "Driftslederen", date(2027, 3, 1), "planned", None, None, 1)
    return ActionRow(id_, RESPONSE, question_id, *said, "a", AT, "a", AT)


def an_edit(text: str) -> ActionEdit:
    return ActionEdit({"text": text}, 0, "s", 1, "a", AT)


@pytest.fixture
def nothing(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> Iterator[str]:
    """Where there is no table yet."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'klarsjekk.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.new_database()
    yield server.address(name)
    server.drop(name)


@pytest.fixture
def earlier(nothing: str) -> str:
    """A database of the schema before, with two actions and a history of three lines."""
    if nothing.startswith("sqlite"):
        make_tables(Path(nothing.removeprefix("sqlite:///")), schema.MIGRATIONS, to=BEFORE)
    engine = create_engine(nothing)
    with engine.begin() as connection:
        if not nothing.startswith("sqlite"):
            schema.upgrade(connection, to=BEFORE)
        add_rows_as_they_were(connection)
        for row in (a_row("one", "Q-1"), a_row("two", "Q-2")):
            connection.execute(insert(action).values({name: getattr(row, name) for name in ActionRow.__slots__}))
            connection.execute(insert(action_revision).values(_line(row.id, 1)))
        connection.execute(insert(action_revision).values(_line("one", None)))
    engine.dispose()
    return nothing


def _line(action_id: str, version: int | None) -> dict[str, Any]:
    about = {"actor": "a", "session": "s", "edit_no": version or 2, "base_version": 1, "kind": "edit", "at": AT}
    return about | {"action_id": action_id, "version": version, "changes": "{}"}


def test_what_was_planned_stays_with_its_history_and_an_own_action_can_be_added(earlier: str) -> None:
    with open_database(earlier) as database:
        with database.reading() as connection:
            assert actions_of(connection, RESPONSE) == [a_row("one", "Q-1"), a_row("two", "Q-2")]
            assert [len(action_revisions(connection, each)) for each in ("one", "two")] == [2, 1]
        with database.writing() as connection:
            add_action(connection, a_row("own", None), an_edit("Gjør det."))
        with database.reading() as connection:
            assert actions_of(connection, RESPONSE)[1] == a_row("own", None)
        assert verify(database).findings == ()


def test_the_history_still_belongs_to_an_action_that_is_there(earlier: str) -> None:
    with open_database(earlier) as database, pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(insert(action_revision).values(_line("nobody", 1)))
