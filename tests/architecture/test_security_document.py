"""docs/security.md answers every requirement of ASVS 5.0.0 levels 1 and 2 once, and what it points to is there."""

import re
from collections import Counter
from collections.abc import Iterator

from tests.architecture.agreements import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ANSWERS = {"met", "partly", "not met", "yours", "none"}
# Section -> the numbers of its requirements of levels 1 and 2, from the table OWASP publishes with ASVS 5.0.0.
LAST = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4,
    "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5,
    "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4,
    "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4,
    "17.3": 2,
}  # fmt: skip
WANTED = {f"V{section}.{number}" for section, last in LAST.items() for number in range(1, last + 1)}


def rows() -> list[list[str]]:
    lines = [line for line in PAGE.splitlines() if line.startswith("|") and not line.startswith(("|---", "| Req"))]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def named(cell: str) -> Iterator[str]:
    """The requirements of a cell: one, or from one to another of the same section."""
    for part in cell.split(", "):
        first, _, last = part.partition("–")
        section, number = first.rsplit(".", 1)
        yield from (f"{section}.{each}" for each in range(int(number), int((last or first).rsplit(".", 1)[1]) + 1))


def test_every_requirement_is_answered_once() -> None:
    answered = Counter(each for row in rows() if re.match(r"V\d", row[0]) for each in named(row[0]))
    assert len(WANTED) == 253
    assert set(answered) == WANTED
    assert {each for each, times in answered.items() if times > 1} == set()


def test_an_answer_is_one_of_five_and_what_is_met_says_how() -> None:
    answers = [row for row in rows() if len(row) == 3 and row[0] != "Subject"]
    assert {row[1] for row in answers} == ANSWERS
    assert [row[0] for row in answers if row[1] != "yours" and not row[2]] == []


def test_what_it_points_to_is_there() -> None:
    paths = set(re.findall(r"`((?:tests|docs|deploy|service|web|reports)/[\w/.-]+\.\w+)`", PAGE))
    assert len(paths) > 40
    assert {path for path in paths if not (ROOT / path).is_file()} == set()
