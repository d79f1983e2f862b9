"""docs/streamlit.md names the places that rely on Streamlit's inside as they are, and nothing else reaches in there."""

import re
from pathlib import Path

from tests.architecture.agreements import ROOT, imports, python_files

PAGE = ROOT / "docs" / "streamlit.md"
# What Streamlit documents for those who use it; all else of it is its inside.
PROMISED = re.compile(r"streamlit(\.testing\.v1)?(\.delta_generator)?")


def rows() -> list[list[str]]:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_place_and_every_test_that_is_named_exists() -> None:
    named = [re.findall(r"`([\w/.]+)`", cell)[0] for row in rows() for cell in (row[0], row[4])]
    assert len(named) >= 14
    assert [path for path in named if not (ROOT / path).is_file()] == []


def test_every_module_that_reaches_into_streamlit_stands_there() -> None:
    listed = {re.findall(r"`([\w/.]+)`", row[0])[0] for row in rows()}
    reaching = {
        source.path
        for source in python_files()
        if source.layer not in ("tests", "benchmarks")
        for _, name in imports(source)
        if name.split(".")[0] == "streamlit" and not PROMISED.fullmatch(name)
    }
    assert {path for path in reaching if path not in listed} <= {"web/startup.py", "web/script_errors.py"}


def test_the_scripts_of_ours_stand_there() -> None:
    listed = {re.findall(r"`([\w/.]+)`", row[0])[0] for row in rows()}
    assert {path.relative_to(ROOT).as_posix() for path in Path(ROOT / "web").glob("*.js")} <= listed
