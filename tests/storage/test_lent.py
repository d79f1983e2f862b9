"""The database that tests are lent in turn: as good as new each time."""

from collections.abc import Iterator

import pytest
from sqlalchemy import insert, select
from sqlalchemy.engine import make_url

from storage.engines.database import Database, open_database
from storage.engines.problems import ConnectionLost
from storage.tables import audit_event
from tests.postgres import Lent, PostgresServer
from tests.storage.saving import add_response, an_event


@pytest.fixture
def own(postgres: PostgresServer, with_tables: str) -> Iterator[Lent]:
    made = Lent(postgres, with_tables)
    yield made
    made.take_back()


def test_what_one_test_has_put_in_is_gone_for_the_next_and_numbers_begin_anew(own: Lent) -> None:
    for _ in range(2):
        with open_database(own.address()) as database:
            add_response(database)
            with database.writing() as connection:
                connection.execute(insert(audit_event).values(**an_event()))
            with database.reading() as connection:
                assert connection.execute(select(audit_event.c.id)).scalars().all() == [1]
        own.take_back()


CHANGES = {
    "rows alone": ("DELETE FROM customer", True),
    "a column more": ("ALTER TABLE answer ADD COLUMN more integer", False),
    "a table gone": ("DROP TABLE audit_event CASCADE", False),
    "triggers off": ("ALTER TABLE answer_revision DISABLE TRIGGER ALL", False),
    "keys not looked at": ("ALTER TABLE answer DISABLE TRIGGER ALL", False),
}


@pytest.mark.parametrize(("change", "kept"), CHANGES.values(), ids=CHANGES.keys())
def test_one_that_was_taken_apart_is_made_anew(own: Lent, postgres: PostgresServer, change: str, kept: bool) -> None:
    before = own.address()
    postgres.execute(change, database=str(make_url(before).database))
    own.take_back()
    assert (own.address() == before) is kept


def test_one_who_still_holds_it_is_put_out(own: Lent) -> None:
    with open_database(own.address()) as held, pytest.raises(ConnectionLost):
        read_before_and_after(held, own)


def read_before_and_after(held: Database, own: Lent) -> None:
    with held.reading() as connection:
        connection.execute(select(audit_event.c.id))
        own.take_back()
        connection.execute(select(audit_event.c.id))
