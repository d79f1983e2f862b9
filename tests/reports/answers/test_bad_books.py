"""Workbooks that must not get in, each with the fault it is told by."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook

from reports.answers.file_faults import BOOK_WORDS, FileRefused
from reports.answers.headings import TO_BE_READ, word
from reports.answers.xlsx_read import read_answers_xlsx
from reports.plan.workbook_columns import answers as to_be_read_only
from tests.reports.answers.forms import FORM
from tests.reports.answers.hostile import FILES
from tests.reports.answers.test_xlsx_round_trip import made

HEADINGS = ("Spørsmål-id", "Rad", "Svar", "Antall", "Av i alt")


def _book(*rows: tuple[str | int | None, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return _saved(book)


def _with_part(name: str, content: bytes) -> bytes:
    out = BytesIO(made({}))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()


def _zip(name: str, content: bytes = b"<x/>") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, content)
    return out.getvalue()


def _shown(value: float, number_format: str) -> bytes:
    """A workbook whose one count is shown in a format."""
    book = Workbook()
    book.worksheets[0].append(HEADINGS)
    book.worksheets[0].append(("Q-SHARE", None, None, value, 24))
    book.worksheets[0]["D2"].number_format = number_format
    return _saved(book)


ROWS = (HEADINGS, ("Q-LEVEL", None, 3), ("Q-YESNO", None, None))


def _merged(*ranges: str, rows: tuple[tuple[str | int | None, ...], ...] = ROWS) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    for each in ranges:
        book.worksheets[0].merge_cells(each)
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _changed(part: str, before: bytes, after: bytes, data: bytes) -> bytes:
    """A workbook with something in one of its parts written in another way."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as made:
        for name in packed.namelist():
            content = packed.read(name)
            assert name != part or before in content
            made.writestr(name, content.replace(before, after) if name == part else content)
    return out.getvalue()


MAIN, STRICT = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"  # fmt: skip
TO_READ = ("Spørsmål-id", "Spørsmål", "Suksessfaktor", "Svar", "Rader", "Status")
TWO_KEYS: list[tuple[str | int | None, ...]] = [
    ("Q-LEVEL", None, 3, None, None, "klarsjekk:a1:3"),
    ("Q-YESNO", None, "ja", None, None, "klarsjekk:b2:3"),
]


BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("a formula", lambda: _book(HEADINGS, ("Q-LEVEL", None, "=1+2")), "formula"),
    ("macros", lambda: _with_part("xl/vbaProject.bin", b"x"), "has_macros"),
    ("old macros", lambda: _with_part("xl/macrosheets/sheet1.xml", b"x"), "has_macros"),
    ("a bomb", lambda: _with_part("xl/media/big.xml", b"0" * 6_000_000), "unpacks_too_large"),
    ("more than 5 MB", lambda: b"PK\x03\x04" + b"x" * 5_000_000, "too_big"),
    ("more than 5,000 rows", lambda: _book(HEADINGS, *[("Q-LEVEL", None, 1)] * 5_001), "too_many_rows"),
    ("another sort of archive", lambda: _zip("word/document.xml"), "not_a_book"),
    ("a sheet of OpenDocument", lambda: _zip("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "is_ods"),
    ("a binary workbook", lambda: _zip("xl/workbook.bin"), "is_xlsb"),
    ("Strict Open XML", lambda: _changed("xl/workbook.xml", MAIN, STRICT, made({})), "is_strict"),
    (
        "the workbook that is made to be read",
        lambda: _book(TO_READ, ("Q-LEVEL", "x", "y", "nivå 3", None, "på plass")),
        "to_be_read",
    ),
    ("lines of two responses", lambda: _book((*HEADINGS, "Nøkkel"), *TWO_KEYS), "two_responses"),
    ("a count shown as per cent", lambda: _shown(0.75, "0%"), "per_cent"),
    ("a count shown as per cent with decimals", lambda: _shown(0.75, "0.0\\ %"), "per_cent"),
    ("a count with a per cent sign beside it", lambda: _shown(75, '0" %"'), "per_cent"),
    ("a count shown as a day", lambda: _shown(12, "d/m"), "became_a_day"),
    ("a count shown as a month", lambda: _shown(45000, "[$-414]mmm\\ yy;@"), "became_a_day"),
    ("a count shown as a time", lambda: _shown(0.0625, "h:mm"), "became_a_day"),
    ("a count in thousands", lambda: _shown(12_000, "#,##0,"), "scaled"),
    ("an error", lambda: _book(HEADINGS, ("Q-NUMBER", None, "#DIV/0!")), "error_cell"),
    ("merged answers", lambda: _merged("C2:C3"), "merged"),
    ("an answer merged across", lambda: _merged("C2:D2"), "merged"),
    ("an answer merged with the heading", lambda: _merged("C1:C3"), "merged"),
    (
        "an answer over the headings",
        lambda: _book(("Q-YESNO", "ja"), HEADINGS, ("Q-LEVEL", None, 1)),
        "line_above_headings",
    ),
    (
        "a column with something in it and no heading",
        lambda: _book(("Spørsmål-id", None, "Svar"), ("Q-LEVEL", "x", 1)),
        "column_without_heading",
    ),
    (
        "broken letters",
        lambda: _book((*HEADINGS, "Kommentar"), ("Q-LEVEL", None, 3, None, None, "PrÃ¸vd pÃ¥")),
        "mojibake",
    ),
    ("a text in place of a count", lambda: _book(HEADINGS, ("Q-SHARE", None, None, "ca 3", 24)), "not_a_number"),
    ("more done than there is", lambda: _book(HEADINGS, ("Q-SHARE", None, None, 24, 3)), "more_than_all"),
    ("no archive", lambda: b"PK\x03\x04rubbish", "damaged_book"),
    ("half a workbook", lambda: made({})[:3_000], "damaged_book"),
    ("nothing in it", lambda: _book(), "empty_file"),
    ("only headings", lambda: _book(HEADINGS), "no_lines"),
    ("no headings", lambda: _book(("a", "b"), ("c", "d")), "header_missing"),
    ("a column twice", lambda: _book((*HEADINGS, "Svar"), ("Q-LEVEL", None, 1)), "repeated_column"),
    ("a misspelt column", lambda: _book((*HEADINGS, "Komentar"), ("Q-LEVEL", None, 1)), "unknown_column"),
    ("no column for the question", lambda: _book(HEADINGS[1:], (None, 1)), "missing_column"),
    ("an unknown question", lambda: _book(HEADINGS, ("Q-LEVLE", None, 1)), "unknown_question"),
    ("a level there is none of", lambda: _book(HEADINGS, ("Q-LEVEL", None, 7)), "not_a_level"),
    ("a day in place of a level", lambda: _book(HEADINGS, ("Q-LEVEL", None, "1. mai")), "not_a_level"),
    (
        "the same question twice",
        lambda: _book(HEADINGS, ("Q-LEVEL", None, 1), ("Q-LEVEL", None, 2)),
        "repeated_question",
    ),
    ("a control character", lambda: _book(HEADINGS, ("Q-LEVEL", None, "_x0007_")), "control_character"),
]


@pytest.mark.parametrize(("says", "data", "fault"), BAD, ids=[case[0] for case in BAD])
def test_a_bad_workbook_is_refused(says: str, data: Callable[[], bytes], fault: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_answers_xlsx(data(), FORM)
    assert fault in {each.fault for each in refused.value.faults}, says


def test_every_fault_of_a_workbook_that_the_reader_tells_has_a_bad_one() -> None:
    # A workbook of another response is known only where responses are: tests/service/answers/test_offline_merge.py.
    told = {fault for *_, fault in BAD} | {fault for _, fault in FILES.values()} | {"takes_too_much"}
    assert BOOK_WORDS.keys() - told == {"other_response", "other_customer"}


HARMLESS: list[tuple[str, Callable[[], bytes]]] = [
    ("a title merged over the table", lambda: _merged("A1:E1", rows=(("Utkast",), *ROWS))),
    ("help merged beside what is read", lambda: _merged("F2:G3")),
    ("a merge over one cell that is read and others", lambda: _merged("E2:G2")),
]


@pytest.mark.parametrize(("says", "data"), HARMLESS, ids=[case[0] for case in HARMLESS])
def test_merged_cells_that_hide_no_answer_are_harmless(says: str, data: Callable[[], bytes]) -> None:
    assert read_answers_xlsx(data(), FORM).answers["Q-LEVEL"].value == 3, says


def test_the_workbook_that_is_made_to_be_read_has_the_headings_it_is_known_by() -> None:
    assert {word(column.heading) for column in to_be_read_only()} >= TO_BE_READ
