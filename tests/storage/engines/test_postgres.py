"""PostgreSQL: every state it can be in has its name, a lost word of a save makes no second save, and waiting ends."""

import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, insert

from scoring.vocabulary import AnswerField
from service.answers.responses import FieldChange, Outcome, Recorded, RevisionKind, record_many
from storage.answers import rows as answer_rows
from storage.engines import problems
from storage.engines.address import address_in
from storage.engines.database import Database, open_database
from storage.engines.problems import DatabaseProblem
from storage.tables import audit_event
from storage.verification import verify
from tests.builders import municipality, record, workspace
from tests.postgres import PostgresServer
from tests.storage.saving import RESPONSE, an_edit, an_event, events, new_database

PASSWORD = "p@ss:w/o?r#d æ'\"% "


@pytest.fixture
def database_name(postgres: PostgresServer, with_tables: str) -> Iterator[str]:
    name = postgres.new_database(template=with_tables)
    yield name
    postgres.drop(name)


@pytest.fixture
def empty_name(postgres: PostgresServer) -> Iterator[str]:
    name = postgres.new_database()
    yield name
    postgres.drop(name)


@pytest.fixture(scope="module")
def with_password(postgres: PostgresServer) -> str:
    """A user of the server who must give a password, `PASSWORD`."""
    rules = postgres.data / "pg_hba.conf"
    rules.write_text("local all guarded scram-sha-256\n" + rules.read_text())
    with psycopg.connect(postgres.conninfo("postgres"), autocommit=True) as connection:
        connection.execute(psycopg.sql.SQL("CREATE USER guarded PASSWORD {}").format(psycopg.sql.Literal(PASSWORD)))
    postgres.execute("SELECT pg_reload_conf()")
    time.sleep(0.2)
    return "guarded"


def _settings(postgres: PostgresServer, name: str, user: str, password: str) -> str:
    given = {"HOST": str(postgres.folder), "NAME": name, "USER": user, "PASSWORD": password}
    return address_in({f"KLARSJEKK_DB_{part}": value for part, value in given.items()}, default="")


def test_separate_settings_reach_the_database_with_any_password(
    postgres: PostgresServer, database_name: str, with_password: str
) -> None:
    postgres.execute(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {with_password}", database=database_name)
    with open_database(_settings(postgres, database_name, with_password, PASSWORD)) as database:
        assert events(database) == 0


def test_a_wrong_password_is_named_and_not_shown(
    postgres: PostgresServer, database_name: str, with_password: str
) -> None:
    wrong = "hemmelig"[::-1]
    with pytest.raises(problems.LoginRefused) as raised:
        open_database(_settings(postgres, database_name, with_password, wrong))
    told = "".join(traceback.format_exception(raised.value))
    assert wrong not in told
    assert f"guarded@/{database_name}" in str(raised.value)


def _away(postgres: PostgresServer, _name: str) -> str:
    return f"postgresql://u@/d?host={postgres.folder / 'nowhere'}"


def _refused(_postgres: PostgresServer, _name: str) -> str:
    return "postgresql://u:hemmelig@127.0.0.1:1/d"


def _no_such_host(_postgres: PostgresServer, _name: str) -> str:
    return "postgresql://u:hemmelig@database.invalid/d"


def _unknown_user(postgres: PostgresServer, name: str) -> str:
    return postgres.address(name, user="nobody_we_know")


def _unknown_database(postgres: PostgresServer, _name: str) -> str:
    return postgres.address("not_there")


def _without_rights(postgres: PostgresServer, name: str) -> str:
    postgres.execute(f"DROP ROLE IF EXISTS poor_{name}")
    postgres.execute(f"CREATE USER poor_{name}")
    return postgres.address(name, user=f"poor_{name}")


def _read_only(postgres: PostgresServer, name: str) -> str:
    postgres.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    return postgres.address(name)


def _newer(postgres: PostgresServer, name: str) -> str:
    postgres.execute("UPDATE alembic_version SET version_num = '9999'", database=name)
    return postgres.address(name)


def _other_program(postgres: PostgresServer, name: str) -> str:
    postgres.execute("DROP SCHEMA public CASCADE", database=name)
    postgres.execute("CREATE SCHEMA public CREATE TABLE bookmark (id int)", database=name)
    return postgres.address(name)


def _other_program_with_alembic(postgres: PostgresServer, name: str) -> str:
    postgres.execute("UPDATE alembic_version SET version_num = 'ae1027a6acf'", database=name)
    return postgres.address(name)


STATES: list[tuple[Callable[[PostgresServer, str], str], type[DatabaseProblem]]] = [
    (_away, problems.ServerAway),
    (_refused, problems.ServerAway),
    (_no_such_host, problems.ServerAway),
    (_unknown_user, problems.LoginRefused),
    (_unknown_database, problems.DatabaseMissing),
    (_without_rights, problems.NoRights),
    (_read_only, problems.ReadOnly),
    (_newer, problems.NewerSchema),
    (_other_program, problems.NotOurs),
    (_other_program_with_alembic, problems.NotOurs),
]


@pytest.mark.parametrize(("prepare", "problem"), STATES, ids=[prepare.__name__[1:] for prepare, _ in STATES])
@pytest.mark.parametrize("create", [False, True])
def test_a_state_is_named_without_a_password(
    postgres: PostgresServer,
    database_name: str,
    prepare: Callable[[PostgresServer, str], str],
    problem: type[DatabaseProblem],
    create: bool,
) -> None:
    address = prepare(postgres, database_name)
    with pytest.raises(problem) as raised:
        open_database(address, create=create)
    assert raised.value.remedy in str(raised.value)
    assert "hemmelig" not in "".join(traceback.format_exception(raised.value))
    assert "host=" not in str(raised.value)


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
def test_a_database_that_cannot_hold_every_letter_is_refused(postgres: PostgresServer, encoding: str) -> None:
    name = f"enc_{encoding.lower()}"
    postgres.execute(f"CREATE DATABASE {name} ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(problems.WrongEncoding, match=encoding):
        open_database(postgres.address(name), create=True)
    postgres.drop(name)


def test_an_empty_database_gets_tables_only_when_asked(postgres: PostgresServer, empty_name: str) -> None:
    for read_only, create in ((False, False), (True, False), (True, True)):
        with pytest.raises(problems.NoTables):
            open_database(postgres.address(empty_name), read_only=read_only, create=create)
    open_database(postgres.address(empty_name), create=True).close()
    open_database(postgres.address(empty_name)).close()


def test_what_is_opened_for_reading_is_not_written(postgres: PostgresServer, database_name: str) -> None:
    with open_database(postgres.address(database_name), read_only=True) as database:
        assert events(database) == 0
        with pytest.raises(problems.ReadOnly), database.writing():
            pass


def test_a_read_transaction_cannot_write_and_sees_one_moment(postgres: PostgresServer, database_name: str) -> None:
    with open_database(postgres.address(database_name)) as database, database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM audit_event").scalar_one() == 0
        with database.writing() as other:
            other.execute(insert(audit_event).values(**an_event()))
        assert connection.exec_driver_sql("SELECT count(*) FROM audit_event").scalar_one() == 0
        with pytest.raises(problems.ReadOnly), database.naming_problems():
            connection.execute(insert(audit_event).values(**an_event()))


@pytest.mark.slow
def test_a_server_on_its_way_down_and_one_that_is_gone_are_told_apart() -> None:
    server = PostgresServer()
    address = server.address(server.new_database())
    with open_database(address, create=True) as database:
        with psycopg.connect(server.conninfo("postgres")):
            assert server.pid
            os.kill(server.pid, signal.SIGTERM)
            _wait_until(lambda: _problem(address) is problems.ServerStarting)
        server.stop()
        assert _problem(address) is problems.ServerAway
        with pytest.raises(problems.ServerAway):
            events(database)
        server.start()
        assert events(database) == 0
    server.close()


def _problem(address: str) -> type[DatabaseProblem] | None:
    try:
        open_database(address).close()
    except DatabaseProblem as problem:
        return type(problem)
    return None


def _wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize("setting", ["lock_timeout", "statement_timeout"])
def test_waiting_for_another_ends_and_is_named(postgres: PostgresServer, database_name: str, setting: str) -> None:
    address = f"{postgres.address(database_name)}&options=-c%20{setting}%3D200ms"
    with (
        new_database(postgres.address(database_name)) as first,
        open_database(address) as second,
        first.writing() as connection,
    ):
        answer_rows.write(connection, RESPONSE, an_edit("A", 1, "x"))
        with pytest.raises(problems.Busy), second.writing() as other:
            answer_rows.write(other, RESPONSE, an_edit("B", 1, "y"))


def test_every_connection_has_the_settings(postgres: PostgresServer, database_name: str) -> None:
    wanted = {
        "statement_timeout": "15s",
        "lock_timeout": "10s",
        "idle_in_transaction_session_timeout": "1min",
        "TimeZone": "UTC",
        "client_encoding": "UTF8",
        "transaction_isolation": "read committed",
        "synchronous_commit": "off",
    }
    with open_database(postgres.address(database_name)) as database, database.writing() as connection:
        found = {name: connection.exec_driver_sql(f"SHOW {name}").scalar_one() for name in wanted}
    assert found == wanted


class Cable:
    """Cuts the connection of whoever runs statement number `at`, before it or after it; 0 is after the commit."""

    def __init__(self, database: Database, postgres: PostgresServer, name: str, *, at: int, after: bool) -> None:
        self.database, self.postgres, self.name = database, postgres, name
        self.left, self.at, self.cuts = at, at, 0
        event.listen(database.engine, "after_cursor_execute" if after else "before_cursor_execute", self._statement)
        self._commit = database.engine.dialect.do_commit
        database.engine.dialect.do_commit = self._committed  # type: ignore[method-assign,assignment]

    def _statement(self, *_: Any) -> None:
        self.left -= 1
        if self.left == 0 and self.at:
            self._cut()

    def _committed(self, connection: Any) -> None:
        self._commit(connection)
        if self.at == 0 and self.cuts == 0 and connection.read_only is None:
            self._cut()
            # The word of the commit does not arrive: the client finds the line dead.
            connection.cursor().execute("SELECT 1")

    def _cut(self) -> None:
        self.cuts += 1
        self.postgres.disconnect_all(self.name)


@pytest.mark.parametrize("after", [False, True])
def test_a_save_goes_through_once_wherever_the_connection_is_cut(
    postgres: PostgresServer, database_name: str, after: bool
) -> None:
    with workspace(postgres.address(database_name)) as ws:
        lead, response_id = municipality(ws)
        for at in range(40):
            cable = Cable(ws.database, postgres, database_name, at=at, after=after)
            said = _try_to_save(ws, lead, response_id, at)
            event.remove(
                ws.database.engine, "after_cursor_execute" if after else "before_cursor_execute", cable._statement
            )
            ws.database.engine.dialect.do_commit = cable._commit  # type: ignore[method-assign]
            assert said or at
            if said is not None:
                assert [(one.outcome, one.version) for one in said] == [(Outcome.SAVED, at + 1)] * 2
            else:
                # Cut while it was looked up who asks: nothing was tried, and the error had its name.
                assert _try_to_save(ws, lead, response_id, at) is not None
            if at and not cable.cuts:
                break
        assert 8 < at < 39
        with ws.database.reading() as connection:
            rows = answer_rows.revisions(connection, response_id, "Q-LEVEL")
        assert [row.content for row in rows] == [f"{number}" for number in range(at + 1)]
        assert verify(ws.database).findings == ()


def _try_to_save(ws: Any, lead: Any, response_id: str, number: int) -> list[Recorded] | None:
    changes = [FieldChange(q, AnswerField.COMMENT, f"{number}", number) for q in ("Q-LEVEL", "Q-YESNO")]
    try:
        return record_many(ws, lead, response_id, changes, session="s", edit_no=number, kind=RevisionKind.IMPORT)
    except problems.ConnectionLost:
        return None


def test_a_conflict_is_told_also_when_the_first_word_was_lost(postgres: PostgresServer, database_name: str) -> None:
    with workspace(postgres.address(database_name)) as ws:
        lead, response_id = municipality(ws)
        comment = AnswerField.COMMENT
        record(ws, lead, response_id, "Q-LEVEL", comment, "first", base_version=0, session="A", edit_no=1)
        cable = Cable(ws.database, postgres, database_name, at=0, after=False)
        said = record(ws, lead, response_id, "Q-LEVEL", comment, "second", base_version=0, session="B", edit_no=1)
        assert cable.cuts == 1
    assert said.conflict
    assert (said.outcome, said.version, said.conflict.content) == (Outcome.SAVED, 2, "first")
