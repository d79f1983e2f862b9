"""What `make dev` takes for a change."""

import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from deploy.dev import FOLDERS, SUFFIXES, changes, saved
from deploy.processes import ROOT


def add(root: Path) -> None:
    (root / "ui" / "new.py").touch()


def save(root: Path) -> None:
    os.utime(root / "app.py", ns=(1, 2))


def remove(root: Path) -> None:
    (root / "web" / "old.js").unlink()


def save_what_is_not_read(root: Path) -> None:
    (root / "ui" / "note.txt").touch()
    (root / "data").mkdir()
    (root / "data" / "x.py").touch()


STEPS: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "a new file": (add, ["ui/new.py"]),
    "a file saved again": (save, ["app.py"]),
    "a file that is gone": (remove, ["web/old.js"]),
    "nothing of the app": (save_what_is_not_read, []),
}


@pytest.mark.parametrize(("step", "told"), STEPS.values(), ids=STEPS.keys())
def test_what_is_new_gone_or_saved_again_is_told_once(
    step: Callable[[Path], None], told: list[str], tmp_path: Path
) -> None:
    for name in ("app.py", "ui/frame.py", "web/old.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    waits: Iterator[Callable[[], object]] = iter(
        [lambda: step(tmp_path), lambda: None, lambda: (tmp_path / "last.py").touch()]
    )
    found = islice(changes(lambda: saved(tmp_path), lambda: next(waits)()), 2 if told else 1)
    names = [[path.relative_to(tmp_path).as_posix() for path in each] for each in found]
    assert names == [each for each in (told, ["last.py"]) if each]


def test_everything_that_is_read_at_start_is_looked_at() -> None:
    looked_at = {path.relative_to(ROOT).as_posix() for path in saved()}
    assert {
        "server.py",
        "ui/assets/klarsjekk.css",
        "assessments/municipality.yaml",
        ".streamlit/config.toml",
    } <= looked_at
    assert {folder for folder in FOLDERS if not (ROOT / folder).is_dir()} == set()
    assert {path.suffix for path in saved()} == SUFFIXES
