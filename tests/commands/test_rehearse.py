"""The newest backup is put back for real, and whoever is asked at night is told when it is too old, amiss or not there."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cli import main
from tests.builders import municipality, workspace


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = tmp_path / "klarsjekk.db"
    with workspace(f"sqlite:///{file}") as ws:
        municipality(ws)
    return file


@pytest.fixture
def folder(database: Path, tmp_path: Path) -> Path:
    """A folder with one backup, made now."""
    made = tmp_path / "backup"
    made.mkdir()
    assert main(["backup", "--keep", "2", str(made), "--database", str(database)]) == 0
    return made


def rehearse(folder: Path, database: Path, *more: str) -> int:
    return main(["rehearse", str(folder), "--database", str(database), *more])


def test_a_young_and_whole_backup_can_be_put_back(
    folder: Path, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert rehearse(folder, database, "--verify") == 0
    told = capsys.readouterr().out
    assert "lar seg legge tilbake" in told
    assert told.count("Så gjennom") == 2
    assert [path.suffix for path in folder.iterdir()] == [".db"]


def test_one_that_is_too_old_is_told(folder: Path, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (made,) = folder.iterdir()
    made.rename(folder / "klarsjekk-20260101T021500000000Z.db")
    assert rehearse(folder, database) == 1
    assert "timer gammel" in capsys.readouterr().err


def test_one_that_was_changed_is_told(folder: Path, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (made,) = folder.iterdir()
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute("UPDATE customer SET name = 'En annen'")
    assert rehearse(folder, database) == 1
    assert "avvik" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("place", "said"), [("backup/empty", "ingen sikkerhetskopi"), ("not-there", "lar seg ikke lese")]
)
def test_a_folder_without_one_is_told(
    folder: Path, database: Path, capsys: pytest.CaptureFixture[str], place: str, said: str
) -> None:
    (folder / "empty").mkdir()
    assert rehearse(folder.parent / place, database) == 1
    assert said in capsys.readouterr().err
