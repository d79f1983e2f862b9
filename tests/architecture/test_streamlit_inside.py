"""docs/streamlit.md names the places that rely on Streamlit's inside as they are, and nothing else reaches in there."""

import re

import pytest

from tests.architecture.agreements import ROOT, imports, python_files

PAGE = (ROOT / "docs" / "streamlit.md").read_text(encoding="utf-8")
# What Streamlit documents for those who use it; all else of it is its inside.
PROMISED = re.compile(r"streamlit(\.testing\.v1)?(\.delta_generator)?")
# They look whether the rest is there.
GUARDS = ("web/inside.py", "tests/web/")
EXPIRY = "tests/web/test_expiry.py"


def rows() -> list[list[str]]:
    lines = [line for line in PAGE.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def paths(cell: str) -> list[str]:
    return re.findall(r"`([\w./-]+\.(?:py|js|css|toml))`", cell)


def test_every_place_and_every_test_that_is_named_exists() -> None:
    named = [path for row in rows() for cell in (row[0], row[4], row[5]) for path in paths(cell)]
    assert len(named) > 30
    assert [path for path in named if not (ROOT / path).is_file()] == []


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_a_place_says_what_guards_it_until_when_and_whose_matter_it_is_upstream(row: list[str]) -> None:
    assert len(row) == 8
    assert all(row)
    assert paths(row[4])
    assert paths(row[5]) or row[5].startswith(("none: ", "not a workaround"))
    assert re.search(r"#\d+|^none", row[6])


def test_what_is_said_to_expire_is_what_the_tests_of_expiry_look_at() -> None:
    tests = (ROOT / EXPIRY).read_text(encoding="utf-8")
    looked_at = set(re.findall(r"\"\"\"`([\w./]+)`", tests))
    assert looked_at == {paths(row[0])[0] for row in rows() if EXPIRY in row[5]}


def test_every_module_that_reaches_into_streamlit_stands_there() -> None:
    reaching = {
        source.path
        for source in python_files()
        if not source.path.startswith(GUARDS)
        for _, name in imports(source)
        if name.split(".")[0] == "streamlit" and not PROMISED.fullmatch(name)
    }
    assert {path for path in reaching if f"`{path}`" not in PAGE} == set()


def test_the_scripts_and_styles_of_ours_stand_there() -> None:
    ours = [*(ROOT / "web").glob("*.js"), *(ROOT / "ui").rglob("*.css")]
    listed = {paths(row[0])[0] for row in rows()}
    assert {path.relative_to(ROOT).as_posix() for path in ours} <= listed
