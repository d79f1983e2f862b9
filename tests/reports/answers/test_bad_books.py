"""Workbooks that must not get in, each with the fault it is told by."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook

from reports.answers.file_faults import BOOK_WORDS, FileRefused
from reports.answers.xlsx_read import read_answers_xlsx
from tests.reports.answers.forms import FORM
from tests.reports.answers.test_xlsx_round_trip import made

HEADINGS = ("Spørsmål-id", "Rad", "Svar", "Antall", "Av i alt")


def _book(*rows: tuple[str | int | None, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _with_part(name: str, content: bytes) -> bytes:
    out = BytesIO(made({}))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()


def _zip(name: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, b"<x/>")
    return out.getvalue()


BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("a formula", lambda: _book(HEADINGS, ("Q-LEVEL", None, "=1+2")), "formula"),
    ("macros", lambda: _with_part("xl/vbaProject.bin", b"x"), "has_macros"),
    ("old macros", lambda: _with_part("xl/macrosheets/sheet1.xml", b"x"), "has_macros"),
    ("a bomb", lambda: _with_part("xl/media/big.xml", b"0" * 6_000_000), "unpacks_too_large"),
    ("more than 5 MB", lambda: b"PK\x03\x04" + b"x" * 5_000_000, "too_big"),
    ("more than 5,000 rows", lambda: _book(HEADINGS, *[("Q-LEVEL", None, 1)] * 5_001), "too_many_rows"),
    ("another sort of archive", lambda: _zip("word/document.xml"), "not_a_book"),
    ("no archive", lambda: b"PK\x03\x04rubbish", "damaged_book"),
    ("half a workbook", lambda: made({})[:3_000], "damaged_book"),
    ("nothing in it", lambda: _book(), "empty_file"),
    ("only headings", lambda: _book(HEADINGS), "no_lines"),
    ("no headings", lambda: _book(("a", "b"), ("c", "d")), "header_missing"),
    ("a column twice", lambda: _book((*HEADINGS, "Svar"), ("Q-LEVEL", None, 1)), "repeated_column"),
    ("an unknown column", lambda: _book((*HEADINGS, "Farge"), ("Q-LEVEL", None, 1)), "unknown_column"),
    ("no column for the question", lambda: _book(HEADINGS[1:], (None, 1)), "missing_column"),
    ("an unknown question", lambda: _book(HEADINGS, ("Q-LEVLE", None, 1)), "unknown_question"),
    ("a level there is none of", lambda: _book(HEADINGS, ("Q-LEVEL", None, 7)), "not_a_level"),
    ("a day in place of a level", lambda: _book(HEADINGS, ("Q-LEVEL", None, "1. mai")), "not_a_level"),
    ("the same question twice", lambda: _book(HEADINGS, *[("Q-LEVEL", None, 1)] * 2), "repeated_question"),
    ("a control character", lambda: _book(HEADINGS, ("Q-LEVEL", None, "_x0007_")), "control_character"),
]


@pytest.mark.parametrize(("says", "data", "fault"), BAD, ids=[case[0] for case in BAD])
def test_a_bad_workbook_is_refused(says: str, data: Callable[[], bytes], fault: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_answers_xlsx(data(), FORM)
    assert fault in {each.fault for each in refused.value.faults}, says


def test_every_fault_of_a_workbook_that_the_reader_tells_has_a_bad_one() -> None:
    # A workbook of another response is known only where responses are: tests/service/answers/test_offline_merge.py.
    assert BOOK_WORDS.keys() - {fault for *_, fault in BAD} == {"other_response"}
