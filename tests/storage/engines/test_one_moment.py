"""Many readings in one transaction, on either engine: of this thread alone, as of its first, and over with the block."""

import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import insert

from storage.engines.database import Database, open_database
from storage.tables import audit_event
from tests.counted import transactions
from tests.storage.saving import an_event, events


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    with open_database(address, create=True) as opened:
        yield opened


def log(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(insert(audit_event).values(**an_event()))


def elsewhere(database: Database) -> int:
    """What another thread sees."""
    seen: list[int] = []
    reader = threading.Thread(target=lambda: seen.append(events(database)))
    reader.start()
    reader.join(timeout=10)
    return seen[0]


def test_all_readings_of_a_moment_are_one_transaction(database: Database) -> None:
    with transactions(database.engine) as begun, database.one_moment():
        assert [events(database) for _ in range(3)] == [0, 0, 0]
        with database.one_moment():
            events(database)
        events(database)
    assert begun.number == 1


def test_what_is_written_meanwhile_is_seen_by_others_and_afterwards(database: Database) -> None:
    with database.one_moment():
        assert events(database) == 0
        log(database)
        assert (events(database), elsewhere(database)) == (0, 1)
        with database.one_moment():
            assert events(database) == 0
    assert events(database) == 1


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_moment_that_is_broken_off_is_over(database: Database, error: type[BaseException]) -> None:
    def broken_off() -> None:
        with database.one_moment(), database.one_moment():
            events(database)
            raise error

    with pytest.raises(error):
        broken_off()
    log(database)
    assert events(database) == 1
    assert database.engine.pool.checkedout() == 0  # type: ignore[attr-defined]


def test_a_moment_of_one_database_is_none_of_another(
    database: Database, tmp_path_factory: pytest.TempPathFactory
) -> None:
    address = f"sqlite:///{tmp_path_factory.mktemp('other') / 'klarsjekk.db'}"
    with open_database(address, create=True) as other, database.one_moment():
        log(other)
        assert (events(database), events(other)) == (0, 1)
