"""When the app cannot start: a page that says which file and what to do, and no traceback; mended, it starts."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.new_files import copy_with_key
from tests.pages.house import ASSESSMENTS, ROOT, House, headings, visit, words
from ui import access

CANNOT = ["Klarsjekk kan ikke åpnes"]


def plainly(app: AppTest) -> str:
    """The words without the backslashes that keep them from being markup."""
    return words(app).replace("\\", "")


def missing(_path: Path) -> None:
    pass


def empty(path: Path) -> None:
    path.write_bytes(b"")


def something_else(path: Path) -> None:
    path.write_text("Dette er et brev. " * 100, encoding="utf-8")


def another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bilder (id INTEGER)")
        connection.commit()


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def a_folder(path: Path) -> None:
    path.mkdir()


STATES: list[tuple[Callable[[Path], None], bool, str]] = [
    (missing, False, "databasefilen finnes ikke"),
    (empty, False, "databasefilen er tom"),
    (something_else, False, "ikke en SQLite-database"),
    (another_program, False, "tilhører et annet program"),
    (a_folder, False, "databasen svarer ikke som den skal"),
    (truncated, True, "skadet eller avkortet"),
    (newer, True, "nyere utgave av Klarsjekk"),
]


@pytest.mark.parametrize(("damage", "furnish", "said"), STATES)
def test_a_database_that_cannot_be_used_is_named_with_its_cause(
    bare_app: Path, furnished: Path, damage: Callable[[Path], None], furnish: bool, said: str
) -> None:
    if furnish:
        copy_with_key(furnished, bare_app)
    damage(bare_app)
    app = visit()
    assert [error.message for error in app.exception] == []
    assert headings(app) == CANNOT
    assert said in plainly(app)
    assert "app.db" in plainly(app)
    assert "Traceback" not in words(app)


def test_a_database_that_is_put_back_opens_without_a_restart(bare_app: Path, furnished: Path) -> None:
    assert headings(visit()) == CANNOT
    copy_with_key(furnished, bare_app)
    assert headings(visit())[0] == "Oversikt"


HOLD = """import sys
from pathlib import Path
from storage.engines.database import open_database
with open_database(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.slow
def test_a_database_another_process_has_is_not_opened_until_it_lets_go(bare_app: Path, furnished: Path) -> None:
    copy_with_key(furnished, bare_app)
    command = [sys.executable, "-c", HOLD, f"sqlite:///{bare_app}"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        app = visit()
        assert headings(app) == CANNOT
        assert "i bruk av en annen prosess" in words(app)
        other.communicate()
    assert headings(visit())[0] == "Oversikt"


def test_an_error_in_the_questionnaire_is_named_with_file_and_line(
    bare_app: Path, furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_with_key(furnished, bare_app)
    shutil.copytree(ASSESSMENTS, tmp_path / "assessments")
    form = tmp_path / "assessments" / "municipality.yaml"
    good = form.read_text(encoding="utf-8")
    form.write_text(good.replace("    lead_days:", "    laed_days:", 1), encoding="utf-8")
    monkeypatch.setattr(access, "ROOT", tmp_path)

    app = visit()
    assert [error.message for error in app.exception] == []
    assert headings(app) == CANNOT
    assert "municipality.yaml" in plainly(app)
    assert "laed_days" in plainly(app)

    form.write_text(good, encoding="utf-8")
    assert headings(visit())[0] == "Oversikt"


def test_a_database_that_breaks_while_the_app_runs_is_told_on_the_page(house: House) -> None:
    app = house.open()
    house.path.rename(house.path.with_suffix(".gone"))
    # As when the pool of connections makes a new one.
    house.ws.database.engine.dispose()
    app.run()
    assert [error.message for error in app.exception] == []
    assert headings(app) == CANNOT
    house.path.with_suffix(".gone").rename(house.path)
    assert headings(app.run())[0] == "Oversikt"
