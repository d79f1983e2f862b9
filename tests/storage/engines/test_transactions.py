"""A database in use: safe settings, whole transactions, moments in UTC, and a full disk."""

import sqlite3
import threading
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError, StatementError

from storage.answers import rows as answer_rows
from storage.engines import problems
from storage.engines.database import Database, open_database
from storage.tables import audit_event
from tests.storage.saving import RESPONSE, address_of, an_edit, an_event, events, new_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "klarsjekk.db"


def test_every_connection_of_the_pool_has_the_safe_settings(path: Path) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}
    with open_database(address_of(path), create=True) as database, ExitStack() as stack:
        pooled = [stack.enter_context(database.engine.connect()) for _ in range(25)]
        found = [
            {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
            for connection in pooled
        ]
    assert found == [wanted] * 25


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2027, 3, 28, 2, 30, tzinfo=timezone(timedelta(hours=2))),
        datetime(2027, 1, 1, 0, 0, 0, 1, tzinfo=UTC),
        datetime(1999, 12, 31, 23, 59, tzinfo=timezone(-timedelta(hours=11))),
    ],
)
def test_a_moment_comes_back_as_the_same_moment_in_utc(path: Path, moment: datetime) -> None:
    with open_database(address_of(path), create=True) as database:
        with database.writing() as connection:
            connection.execute(insert(audit_event).values(**an_event(moment)))
        with database.reading() as connection:
            found = connection.execute(select(audit_event.c.at)).scalar_one()
    assert (found, found.tzinfo) == (moment, UTC)


def test_a_moment_without_a_zone_is_refused(path: Path) -> None:
    with (
        open_database(address_of(path), create=True) as database,
        pytest.raises(StatementError, match="without a zone"),
        database.writing() as connection,
    ):
        connection.execute(insert(audit_event).values(**an_event(datetime(2027, 1, 1))))


@pytest.mark.parametrize("table", ["answer_revision", "audit_event"])
@pytest.mark.parametrize("change", ["UPDATE {} SET actor = 'b'", "DELETE FROM {}", "DELETE FROM {} WHERE id = 1"])
def test_what_is_append_only_cannot_be_changed(address: str, table: str, change: str) -> None:
    with new_database(address) as database:
        with database.writing() as connection:
            connection.execute(insert(audit_event).values(**an_event()))
            answer_rows.write(connection, RESPONSE, an_edit("A", 1, "x"))
        with pytest.raises(IntegrityError, match="append-only"), database.writing() as connection:
            connection.exec_driver_sql(change.format(table))


def test_a_full_disk_is_named_and_what_was_saved_is_still_there(path: Path) -> None:
    with open_database(address_of(path), create=True) as database:
        with database.writing() as connection:
            connection.execute(insert(audit_event).values(**an_event()))
        with pytest.raises(problems.DiskFull):
            _write_until_full(database)
        assert events(database) == 1
        with database.writing() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1000000")
            connection.execute(insert(audit_event).values(**an_event()))
        assert events(database) == 2


def _write_until_full(database: Database) -> None:
    with database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        for _ in range(1000):
            connection.execute(insert(audit_event).values(**an_event()))


def test_a_file_taken_away_while_in_use_is_not_made_anew(path: Path) -> None:
    with open_database(address_of(path), create=True) as database:
        database.engine.dispose()
        path.rename(path.with_name("moved.db"))
        with pytest.raises(problems.FileMissing), database.writing():
            pass
        assert not path.exists()


class Stop(BaseException):
    """As Streamlit stops a script: not an Exception."""


@pytest.mark.parametrize("error", [Stop, ValueError])
def test_a_write_that_is_broken_off_leaves_nothing_and_gives_the_turn_back(
    path: Path, error: type[BaseException]
) -> None:
    with open_database(address_of(path), create=True) as database:
        with pytest.raises(error):
            _write_and_stop(database, error)
        assert events(database) == 0
        with database.writing() as connection:
            connection.execute(insert(audit_event).values(**an_event()))


def _write_and_stop(database: Database, error: type[BaseException]) -> None:
    with database.writing() as connection:
        connection.execute(insert(audit_event).values(**an_event()))
        raise error


def test_a_reader_does_not_wait_for_a_writer_and_sees_one_moment(path: Path) -> None:
    with open_database(address_of(path), create=True) as database, database.writing() as connection:
        connection.execute(insert(audit_event).values(**an_event()))
        seen: list[int] = []
        reader = threading.Thread(target=lambda: seen.append(events(database)))
        reader.start()
        reader.join(timeout=5)
        assert seen == [0]


def test_writing_inside_writing_is_a_fault_and_not_a_deadlock(path: Path) -> None:
    with (
        open_database(address_of(path), create=True) as database,
        database.writing(),
        pytest.raises(RuntimeError, match="inside"),
        database.writing(),
    ):
        pass


def test_an_error_does_not_show_what_people_wrote(path: Path) -> None:
    with open_database(address_of(path), create=True) as database:
        with pytest.raises(IntegrityError) as raised, database.writing() as connection:
            connection.execute(insert(audit_event).values(an_event() | {"actor": None, "detail": "hemmelig"}))
        assert "hemmelig" not in str(raised.value)


def test_a_writer_has_the_turn_before_it_has_written(path: Path) -> None:
    with (
        open_database(address_of(path), create=True) as database,
        database.writing(),
        closing(sqlite3.connect(path, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")
