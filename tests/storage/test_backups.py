"""Backups: whole while others save, put back on either engine, and never over anything."""

import json
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cli import main
from scoring.vocabulary import AnswerField
from service.answers.responses import FieldChange, history, open_response, record_many
from service.workspace import Workspace
from storage import backups, records
from storage.answers import rows as answer_rows
from storage.chain_keys import KEY
from storage.engines import problems
from storage.engines.database import open_database
from storage.engines.problems import DatabaseProblem
from storage.people.tables import member
from storage.verification import verify
from tests.builders import catalogue, municipality, record, workspace
from tests.conftest import ENGINES
from tests.postgres import PostgresServer
from tests.storage.keep_release import fill
from tests.storage.saving import RESPONSE, address_of, an_edit, new_database
from tests.storage.test_migrations import RELEASED, rows_as_they_are
from tests.tell import Tell

NOW = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
assert member.metadata  # the tables of all modules must be known before one is compared with another


@pytest.fixture(params=ENGINES)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a backup may be put back: no file, or a database without tables."""
    if request.param == "sqlite":
        yield address_of(tmp_path / "new" / "klarsjekk.db")
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.new_database()
    yield server.address(name)
    server.drop(name)


def test_a_backup_put_back_is_the_same_service(address: str, empty: str, tmp_path: Path) -> None:
    """From start to a working service, from either engine to either."""
    with workspace(address) as ws:
        lead, response_id = municipality(ws, "Kommune Å")
        changes = [
            FieldChange("Q-LEVEL", AnswerField.VALUE, 2),
            FieldChange("Q-LEVEL", AnswerField.COMMENT, "blåbær\n🫐"),
            FieldChange("Q-YESNO", AnswerField.NOT_APPLICABLE, "Har det ikke"),
        ]
        record_many(ws, lead, response_id, changes, session="s", edit_no=1)
        before = open_response(ws, lead, str(lead.customer_id))
        told = history(ws, lead, response_id, "Q-LEVEL")
        with backups.open_as_it_is(address) as database:
            backups.backup(database, tmp_path / "copy.db")
    backups.restore(tmp_path / "copy.db", empty, actor="cli", at=NOW)
    with Workspace(open_database(empty), catalogue()) as ws:
        assert open_response(ws, lead, str(lead.customer_id)) == before
        assert history(ws, lead, response_id, "Q-LEVEL") == told
        record(ws, lead, response_id, "Q-DATE", AnswerField.COMMENT, "ny", base_version=0, session="t", edit_no=1)
        municipality(ws, "Kommune B")
        assert verify(ws.database).findings == ()
        with ws.database.reading() as connection:
            noted = [row for row in records.audit_log(connection) if row.operation == "restore"]
    assert [(row.at, row.actor, json.loads(row.detail or "")) for row in noted] == [(NOW, "cli", {"from": "copy.db"})]


def test_every_row_comes_back_and_nothing_else(address: str, empty: str, tmp_path: Path) -> None:
    with open_database(address, create=True) as database:
        with database.writing() as connection:
            fill(connection)
        backups.backup(database, tmp_path / "copy.db")
    backups.restore(tmp_path / "copy.db", empty, actor="cli", at=NOW)
    with open_database(empty) as there:
        backups.backup(there, tmp_path / "again.db")
    first, second = (rows_as_they_are(address_of(tmp_path / name)) for name in ("copy.db", "again.db"))
    assert second.pop("audit_event")[:-1] == first.pop("audit_event")
    links = first.pop("chain_entry")
    # What comes after: sealed with the key of the new place, and put back.
    assert second.pop("chain_entry")[: len(links)] == links
    del first["chain_head"], second["chain_head"]
    assert second == first


def test_backups_are_whole_while_others_save(address: str, tmp_path: Path, tell: Tell) -> None:
    with new_database(address) as database:
        stop, failed, told = threading.Event(), [], []

        def person(number: int) -> None:
            turn = 0
            while not stop.is_set():
                turn += 1
                try:
                    with database.writing() as connection:
                        edit = an_edit(f"S{number}", turn, f"{number}/{turn}", question_id=f"Q-{turn % 5}")
                        answer_rows.write(connection, RESPONSE, edit)
                    told.append(f"{number}/{turn}")
                except Exception as error:
                    failed.append(error)

        people = [threading.Thread(target=person, args=(number,)) for number in range(4)]
        for thread in people:
            thread.start()
        whole = [_whole_copy(address, tmp_path / f"{number}.db", told) for number in range(10)]
        stop.set()
        for thread in people:
            thread.join()
    engine = database.engine.dialect.name
    tell(f"{engine}: {sum(whole)} of 10 backups whole among {len(told)} saves, {len(failed)} failed")
    assert (whole, failed) == ([True] * 10, [])


def _whole_copy(address: str, target: Path, told: list[str]) -> bool:
    """Take a backup; whether it has everything that was told as saved before it began."""
    before = set(told)
    with backups.open_as_it_is(address) as database:
        made = backups.backup(database, target)
    with closing(sqlite3.connect(target)) as copy:
        kept = {row[0] for row in copy.execute("SELECT content FROM answer_revision")}
    return made.verification is not None and made.findings == () and before <= kept


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A backup with a little of everything in it."""
    with open_database(address_of(tmp_path / "first.db"), create=True) as database:
        with database.writing() as connection:
            fill(connection)
        return backups.backup(database, tmp_path / "copy.db").path


def test_a_backup_is_one_file_for_the_owner_alone(copy: Path) -> None:
    assert copy.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in copy.parent.glob("copy*")) == ["copy.db"]
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_backup_never_goes_over_a_file_that_is_there(copy: Path) -> None:
    before = copy.read_bytes()
    with open_database(address_of(copy.with_name("first.db"))) as database, pytest.raises(problems.FileExists):
        backups.backup(database, copy)
    assert copy.read_bytes() == before


def test_a_backup_is_never_put_back_over_a_database(copy: Path, address: str) -> None:
    open_database(address, create=True).close()
    before = rows_as_they_are(address)
    with pytest.raises(problems.NotEmpty):
        backups.restore(copy, address, actor="cli", at=NOW)
    assert rows_as_they_are(address) == before


def _change_a_letter(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE answer SET content = content || '.' WHERE content IS NOT NULL")
        connection.commit()


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


SPOILT: list[tuple[Callable[[Path], object], type[DatabaseProblem]]] = [
    (Path.unlink, problems.FileMissing),
    (_change_a_letter, problems.Damaged),
    (_cut, problems.Damaged),
    (_newer, problems.NewerSchema),
    (lambda path: path.write_bytes(b""), problems.FileEmpty),
    (lambda path: path.write_text("hei" * 1000), problems.NotADatabase),
]


@pytest.mark.parametrize(("spoil", "problem"), SPOILT, ids=[problem.__name__ for _, problem in SPOILT])
def test_what_is_no_good_backup_is_refused_and_leaves_nothing(
    copy: Path, empty: str, spoil: Callable[[Path], object], problem: type[DatabaseProblem]
) -> None:
    spoil(copy)
    with pytest.raises(problem):
        backups.restore(copy, empty, actor="cli", at=NOW)
    with pytest.raises((problems.FolderMissing, problems.FileMissing, problems.NoTables)):
        open_database(empty)


def test_a_backup_of_an_older_release_is_brought_up_to_date(empty: str, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript((RELEASED / "0001.sqlite.sql").read_text(encoding="utf-8"))
    with backups.open_as_it_is(address_of(old)) as database:
        assert backups.backup(database, tmp_path / "copy.db").verification is None
    backups.restore(tmp_path / "copy.db", empty, actor="cli", at=NOW)
    with open_database(empty) as database:
        found = verify(database)
    assert (found.findings, found.revisions, found.audit_events) == ((), 48, 4)


def test_turns_keep_the_newest_and_touch_no_other_file(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for name in ("klarsjekk-notes.txt", "other.db", "klarsjekk-20200101.db"):
        (folder / name).write_text("mine")
    with new_database(address) as database:
        removed = [
            backups.backup_in_turn(database, folder, keep=3, at=NOW + timedelta(days=day))[1] for day in range(5)
        ]
    assert [len(paths) for paths in removed] == [0, 0, 0, 1, 1]
    days = [path.name[10:18] for path in sorted(folder.glob("klarsjekk-*Z.db"))]
    assert days == ["20270104", "20270105", "20270106"]
    assert len(list(folder.iterdir())) == 6


def test_turns_remove_nothing_when_the_new_backup_is_amiss(tmp_path: Path) -> None:
    with new_database(address_of(tmp_path / "first.db")) as database:
        with database.writing() as connection:
            answer_rows.write(connection, RESPONSE, an_edit("A", 1, "x"))
        backups.backup_in_turn(database, tmp_path, keep=1, at=NOW)
        _change_a_letter(tmp_path / "first.db")
        made, old = backups.backup_in_turn(database, tmp_path, keep=1, at=NOW + timedelta(days=1))
    assert (len(made.findings) > 0, old, len(list(tmp_path.glob("klarsjekk-*Z.db")))) == (True, [], 2)


def test_the_commands_from_a_backup_to_a_working_database(
    address: str, empty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, "key" * 20)
    file = str(tmp_path / "copy.db")
    with new_database(address) as database:
        with database.writing() as connection:
            answer_rows.write(connection, RESPONSE, an_edit("A", 1, "x"))
        # The app has the database meanwhile.
        assert main(["backup", file, "--database", address]) == 0
        assert main(["backup", "--keep", "2", str(tmp_path), "--database", address]) == 0
        assert main(["verify", "--database", address]) == 0
    assert main(["restore", file, "--database", empty]) == 0
    assert main(["verify", "--database", empty]) == 0
    out = capsys.readouterr()
    assert out.out.count("Alt står som det ble skrevet.") == 5
    assert main(["restore", file, "--database", empty]) == 1
    assert "her er det en database fra før" in capsys.readouterr().err


def test_the_commands_tell_what_is_amiss(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "first.db"
    with new_database(address_of(path)) as database, database.writing() as connection:
        answer_rows.write(connection, RESPONSE, an_edit("A", 1, "x"))
    _change_a_letter(path)
    assert main(["verify", "--database", str(path)]) == 1
    said = capsys.readouterr().err
    assert "svaret er endret utenom appen" in said
    assert f"{RESPONSE} · Q-1/value" in said
    assert main(["backup", str(tmp_path / "copy.db"), "--database", str(path)]) == 1
    assert main(["restore", str(tmp_path / "copy.db"), "--database", str(tmp_path / "new.db")]) == 1
    assert not (tmp_path / "new.db").exists()
