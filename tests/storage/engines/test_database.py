"""Opening a database: every state it can be in has its name, and none is papered over."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert

from storage.engines import problems, schema
from storage.engines.database import open_database
from storage.engines.problems import DatabaseProblem
from storage.engines.sqlite_file import check_owner
from storage.tables import audit_event
from tests.new_files import new_file
from tests.storage.saving import address_of, an_event, events

ROOT = Path(__file__).parents[3]


NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "klarsjekk.db"


def make(path: Path) -> None:
    """A whole database with a few pages in it."""
    with open_database(address_of(path), create=True) as database, database.writing() as connection:
        for _ in range(200):
            connection.execute(insert(audit_event).values(**an_event()))


def _other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (id INTEGER)")
        connection.commit()


def _text_file(path: Path) -> None:
    path.write_text("dette er ikke en database\n" * 100)


def _short_text(path: Path) -> None:
    path.write_text("hei")


def _truncated(path: Path) -> None:
    make(path)
    os.truncate(path, path.stat().st_size // 2)


def _truncated_in_the_header(path: Path) -> None:
    make(path)
    os.truncate(path, 700)


def _only_the_first_bytes(path: Path) -> None:
    make(path)
    os.truncate(path, 50)


def _pages_zeroed(path: Path) -> None:
    make(path)
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(bytes(4096 * 4))


def _newer(path: Path) -> None:
    make(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def _stray_journal(path: Path) -> None:
    path.with_name(path.name + "-wal").write_bytes(b"x")


def _folder(path: Path) -> None:
    path.mkdir()


STATES: list[tuple[Callable[[Path], object], type[DatabaseProblem]]] = [
    (lambda path: path.parent.rmdir(), problems.FolderMissing),
    (lambda _path: None, problems.FileMissing),
    (Path.touch, problems.FileEmpty),
    (_other_program, problems.NotOurs),
    (_text_file, problems.NotADatabase),
    (_truncated, problems.Damaged),
    (_truncated_in_the_header, problems.Damaged),
    (_only_the_first_bytes, problems.NotADatabase),
    (_short_text, problems.NotADatabase),
    (_pages_zeroed, problems.Damaged),
    (_newer, problems.NewerSchema),
    (_stray_journal, problems.StrayJournal),
    (_folder, problems.Unavailable),
]


@pytest.mark.parametrize(
    ("prepare", "problem"), STATES, ids=[f"{p.__name__}-{number}" for number, (_, p) in enumerate(STATES)]
)
def test_a_state_is_named_with_its_path_and_the_file_is_left_as_it_was(
    path: Path, prepare: Callable[[Path], object], problem: type[DatabaseProblem]
) -> None:
    prepare(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(problem) as raised:
        open_database(address_of(path))
    assert str(path) in str(raised.value)
    assert raised.value.remedy in str(raised.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("prepare", [Path.touch, _other_program, _text_file, _truncated, _newer, _stray_journal])
def test_asking_for_a_new_database_never_replaces_what_is_there(path: Path, prepare: Callable[[Path], object]) -> None:
    prepare(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(DatabaseProblem):
        open_database(address_of(path), create=True)
    assert (path.read_bytes() if path.exists() else None) == before


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://u:hemmelig@h/d", "bare tull", ""])
def test_an_address_we_cannot_use_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(problems.UnsupportedDatabase) as raised:
        open_database(url, create=True)
    assert "hemmelig" not in str(raised.value)


def test_a_new_database_gets_its_folder_but_not_the_folder_above(tmp_path: Path) -> None:
    open_database(address_of(tmp_path / "data" / "demo.db"), create=True).close()
    with pytest.raises(problems.FolderMissing):
        open_database(address_of(tmp_path / "feil" / "data" / "demo.db"), create=True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data"]


def test_a_start_killed_while_making_the_database_leaves_nothing_in_the_way(path: Path) -> None:
    path.with_name(path.name + ".new").write_bytes(b"half made")
    open_database(address_of(path), create=True).close()
    assert sorted(p.name for p in path.parent.iterdir()) == ["klarsjekk.db", "klarsjekk.db.key", "klarsjekk.db.lock"]


def test_a_database_from_before_is_upgraded_after_a_backup_and_only_once(path: Path, tmp_path: Path) -> None:
    make(path)
    later = _with_another_migration(tmp_path)
    with open_database(address_of(path), migrations=later) as database:
        assert events(database) == 200
        with database.reading() as connection:
            assert schema.revision_of(connection) == "9000"
    open_database(address_of(path), migrations=later).close()
    (backup,) = path.parent.glob("*.backup.db")
    assert f"schema-{schema.newest_revision()}" in backup.name
    with open_database(address_of(backup)) as old:
        assert events(old) == 200


def test_an_upgrade_that_fails_changes_nothing(path: Path, tmp_path: Path) -> None:
    make(path)
    broken = _with_another_migration(tmp_path, then="raise RuntimeError('stop')")
    with pytest.raises(RuntimeError, match="stop"):
        open_database(address_of(path), migrations=broken)
    with open_database(address_of(path)) as database:
        assert events(database) == 200


def _with_another_migration(folder: Path, *, then: str = "pass") -> Path:
    copy = folder / "migrations"
    shutil.copytree(schema.MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions" / "v9000_more.py").write_text(
        "from alembic import op\nimport sqlalchemy as sa\n"
        f"revision = '9000'\ndown_revision = '{schema.newest_revision()}'\nbranch_labels = depends_on = None\n"
        f"def upgrade():\n    op.add_column('customer', sa.Column('more', sa.Text()))\n    {then}\n"
    )
    return copy


@pytest.mark.slow
def test_the_same_process_may_open_the_file_again(path: Path) -> None:
    with open_database(address_of(path), create=True) as first:
        open_database(address_of(path)).close()
        with first.writing() as connection:
            connection.execute(insert(audit_event).values(**an_event()))
        assert _elsewhere(path) == "LockedByAnother"
    assert _elsewhere(path) == "opened"


@pytest.mark.slow
def test_another_process_is_refused_but_may_read(path: Path) -> None:
    with open_database(address_of(path), create=True) as database:
        with database.writing() as connection:
            connection.execute(insert(audit_event).values(**an_event()))
        assert _elsewhere(path) == "LockedByAnother"
        assert _elsewhere(path, options="read_only=True") == "opened"


def test_what_is_opened_for_reading_is_not_written(path: Path) -> None:
    make(path)
    with open_database(address_of(path), read_only=True) as database:
        assert events(database) == 200
        with pytest.raises(problems.ReadOnly), database.writing():
            pass


def test_a_file_and_a_folder_one_may_not_write_to_are_named() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "klarsjekk.db")
        (folder / "klarsjekk.db.lock").unlink()
        folder.chmod(0o555)
        assert _as_nobody(folder / "klarsjekk.db") == "ReadOnly"
        assert _as_nobody(folder / "new.db", create=True) == "ReadOnly"
        folder.chmod(0o777)
        (folder / "klarsjekk.db").chmod(0o444)
        assert _as_nobody(folder / "klarsjekk.db") == "ReadOnly"


def _as_nobody(path: Path, *, create: bool = False) -> str:
    """How opening goes for a user without rights. Root may write anywhere, so a child gives its rights up first."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(NOBODY)
            os.write(writing, _opening(path, create=create).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as answer:
        return answer.read()


def _opening(path: Path, *, create: bool) -> str:
    try:
        open_database(address_of(path), create=create).close()
    except DatabaseProblem as problem:
        return type(problem).__name__
    return "opened"


def _elsewhere(path: Path, *, options: str = "") -> str:
    """How opening goes in another process: "opened" or the name of the problem."""
    script = (
        "from storage.engines.database import open_database\n"
        "from storage.engines.problems import DatabaseProblem\n"
        f"try:\n    open_database({address_of(path)!r}, {options})\n    print('opened')\n"
        "except DatabaseProblem as problem:\n    print(type(problem).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


def test_a_new_file_is_readable_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "klarsjekk.db"
    open_database(f"sqlite:///{file}", create=True).close()
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_another_is_writing_is_known_by_its_head_alone(tmp_path: Path) -> None:
    """The head may name pages that are not there yet: SQLite, which reads it without a lock, calls that damaged."""
    path = tmp_path / "written.db"
    new_file(path)
    with path.open("r+b") as file:
        file.seek(28)
        file.write((path.stat().st_size // 512).to_bytes(4, "big"))
    check_owner(path)
