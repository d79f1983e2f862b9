"""The documents can be read: lines that fit a screen, and the first ones on one screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.agreements import ROOT
from tests.architecture.test_agreements import DOCUMENTS

WIDEST = 120
# What a newcomer opens first: one screen each.
LONGEST = {"README.md": 70, "CONTRIBUTING.md": 40, "SECURITY.md": 40}


def wide(text: str) -> Iterator[int]:
    """The numbers of lines with more than 120 signs. A table is wider than that, a line of code or a link cannot be broken."""
    code = False
    for number, line in enumerate(text.splitlines(), 1):
        code ^= line.lstrip().startswith("```")
        if len(line) > WIDEST and not code and not line.startswith("|") and " " in line.strip()[:WIDEST]:
            yield number


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_lines_have_at_most_120_signs(document: Path) -> None:
    assert list(wide(document.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(("name", "lines"), LONGEST.items())
def test_what_is_opened_first_is_one_screen(name: str, lines: int) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= lines


WORD = "word "
LINES = {
    "a sentence": (WORD * 25, [1]),
    "a sentence that fits": ((WORD * 24)[:120], []),
    "a row of a table": ("| " + WORD * 30 + "|", []),
    "code": ("```\n" + WORD * 30 + "\n```\n" + WORD * 30, [4]),
    "an address": ("https://" + "x" * 130, []),
}


@pytest.mark.parametrize(("text", "found"), LINES.values(), ids=LINES.keys())
def test_a_wide_line_is_found_where_it_could_be_broken(text: str, found: list[int]) -> None:
    assert list(wide(text)) == found
