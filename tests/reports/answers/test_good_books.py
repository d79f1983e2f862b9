"""Workbooks as people and other programs make them, and what they say: formats, sizes, dates and what is passed over."""

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from reports.answers.csv_read import Elsewhere, read_answers
from reports.answers.file_faults import FileRefused
from reports.answers.stamp import Stamp
from reports.answers.xlsx_read import read_answers_xlsx
from scoring.answers import Answer, Matrix, MatrixRow, Share
from tests.builders import question, questionnaire, text
from tests.reports.answers.forms import FORM, lines
from tests.reports.answers.test_xlsx_round_trip import made

HEADINGS = ["Spørsmål-id", "Rad", "Svar", "Antall", "Av i alt", "Kommentar"]
PERCENT = questionnaire(*FORM.questions, question("Q-PERCENT", "number", unit=text("prosent")))


def _data(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _book(*rows: list[Any], formats: dict[str, str] | None = None) -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    return book


SHOWN: list[tuple[str, Any, str, str, Any]] = [
    ("a plain number", 3.5, "General", "Q-NUMBER", 3.5),
    ("two decimals", 3, "0.00", "Q-NUMBER", 3.0),
    ("thousands parted by blanks", 12_000, "#,##0", "Q-NUMBER", 12_000.0),
    ("an amount of money", 12_000, '"kr" #,##0', "Q-NUMBER", 12_000.0),
    ("an accountant's number", 12, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "Q-NUMBER", 12.0),
    ("with an exponent", 12_345, "0.00E+00", "Q-NUMBER", 12_345.0),
    ("as a fraction", 0.75, "# ?/?", "Q-NUMBER", 0.75),
    ("red below 0", 3, "0;[Red]-0", "Q-NUMBER", 3.0),
    ("a text that is a number", "12,5", "@", "Q-NUMBER", 12.5),
    ("a text with a hard blank", "1\u00a0200", "@", "Q-NUMBER", 1200.0),
    ("per cent where per cent is counted", 0.07, "0%", "Q-PERCENT", 7.0),
    ("per cent with decimals", 0.755, "0.0\\ %", "Q-PERCENT", 75.5),
    ("a sign beside the number", 75, '0" %"', "Q-PERCENT", 75.0),
    ("per cent as text", "75 %", "General", "Q-PERCENT", 75.0),
    ("a day", datetime(2027, 2, 1), "dd.mm.yyyy", "Q-DATE", date(2027, 2, 1)),
    ("a day with a time", datetime(2027, 2, 1, 14, 30), "dd.mm.yyyy h:mm", "Q-DATE", date(2027, 2, 1)),
    ("a day in words", datetime(2027, 2, 1), "d. mmmm yyyy", "Q-DATE", date(2027, 2, 1)),
    ("a number that is shown as a day", 46419, "d/m/yyyy", "Q-DATE", date(2027, 2, 1)),
    ("a day as text", "1. februar 2027", "@", "Q-DATE", date(2027, 2, 1)),
    ("true", True, "General", "Q-YESNO", True),
    ("a level", 3, "0", "Q-LEVEL", 3),
]


@pytest.mark.parametrize(("says", "value", "number_format", "question_id", "meant"), SHOWN, ids=[c[0] for c in SHOWN])
def test_a_cell_is_read_as_it_is_shown(says: str, value: Any, number_format: str, question_id: str, meant: Any) -> None:
    book = _book(HEADINGS, [question_id, None, value], formats={"C2": number_format})
    assert read_answers_xlsx(_data(book), PERCENT).answers == {question_id: Answer(meant)}, says


def test_a_number_in_a_comment_is_the_text_that_is_shown() -> None:
    rows: list[list[Any]] = [
        ["Q-LEVEL", None, 3, None, None, 0.75],
        ["Q-YESNO", None, "ja", None, None, datetime(2027, 2, 1)],
    ]
    book = _book(HEADINGS, *rows, formats={"F2": "0%", "F3": "dd.mm.yyyy"})
    assert [answer.comment for answer in read_answers_xlsx(_data(book), FORM).answers.values()] == [
        "75 %",
        "01.02.2027",
    ]


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    book = _book(HEADINGS, ["Q-DATE", None, datetime(2027, 2, 1)])
    book.epoch = CALENDAR_MAC_1904
    assert read_answers_xlsx(_data(book), FORM).answers == {"Q-DATE": Answer(date(2027, 2, 1))}


def _with(part: str, change: Callable[[bytes], bytes], data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as written:
        for name in packed.namelist():
            content = packed.read(name)
            written.writestr(name, change(content) if name == part else content)
    return out.getvalue()


@pytest.mark.parametrize("size", [b"A1", b"A1:B2", b"A1:XFD1048576", b"C3:D4", b""])
def test_the_size_that_a_sheet_says_it_has_is_not_believed(size: bytes) -> None:
    response = {"Q-LEVEL": Answer(3, comment="blåbær"), "Q-DATE": Answer(date(2027, 2, 1)), "Q-STOP": Answer(False)}
    said = b'<dimension ref="' + size + b'"/>' if size else b""
    data = _with("xl/worksheets/sheet1.xml", lambda part: re.sub(rb"<dimension [^>]*/>", said, part), made(response))
    assert {k: a for k, a in read_answers_xlsx(data, FORM).answers.items() if a != Answer()} == response


@pytest.mark.parametrize("row", [6_000, 1_048_576])
def test_a_format_or_a_blank_far_down_says_nothing(row: int) -> None:
    book = load_workbook(BytesIO(made({"Q-LEVEL": Answer(3)})))
    book["Svar"].cell(row, 3).number_format = "0.00"
    book["Svar"].cell(row - 1, 3).value = " "
    assert read_answers_xlsx(_data(book), FORM).answers["Q-LEVEL"] == Answer(3)


PASSED: list[tuple[str, list[list[Any]], list[str]]] = [
    ("nothing", [HEADINGS, ["Q-LEVEL", None, 3]], []),
    ("a title", [["Utkast"], HEADINGS, ["Q-LEVEL", None, 3]], ["line_above"]),
    ("a title and a blank row", [["Utkast"], [], [None, "til møtet"], HEADINGS, ["Q-LEVEL", None, 3]], ["line_above"] * 2),
    ("a column of theirs", [[*HEADINGS, "Notat"], ["Q-LEVEL", None, 3, None, None, None, "ring Kari"]], ["column"]),
    ("two of theirs", [["Ansvarlig", *HEADINGS, "Notat"], ["Kari", "Q-LEVEL", None, 3, None, None, None, "x"]], ["columns"]),
    ("a comment of theirs beside ours", [[*HEADINGS, "Kommentar HPAS"], ["Q-LEVEL", None, 3, None, None, None, "x"]], ["column"]),
    ("a column of theirs with nothing in it", [[*HEADINGS, "Notat"], ["Q-LEVEL", None, 3]], []),
    ("a column without heading with nothing in it", [["Spørsmål-id", None, "Svar"], ["Q-LEVEL", None, 3]], []),
    ("something to the right of the table", [HEADINGS, ["Q-LEVEL", None, 3, None, None, None, None, "husk!"]], ["beside"]),
    ("headings over two lines", [["Spørsmål-\nid".replace("-\n", "-"), "Rad", "Svar\n"], ["Q-LEVEL", None, 3]], []),
    ("a line twice", [HEADINGS, ["Q-LEVEL", None, 3], ["Q-LEVEL", None, "3"]], ["same_line"]),
]  # fmt: skip


@pytest.mark.parametrize(("says", "rows", "notes"), PASSED, ids=[case[0] for case in PASSED])
def test_what_explains_itself_is_passed_over_and_said(says: str, rows: list[list[Any]], notes: list[str]) -> None:
    file = read_answers_xlsx(_data(_book(*rows)), FORM)
    assert file.answers == {"Q-LEVEL": Answer(3)}, says
    assert [each.note for each in file.notes] == notes


ROWS = ["Henvisning på papir", "henvisning  på papir", "Henvisning\u00a0på papir", "Henvisning på\u2009papir ", "Henvisning på\npapir", "\ufeffHenvisning på papir", "Henvis\u00adning på papir", "Henvisning pa\u030a papir"]  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_known_by_its_words_whatever_blanks_stand_between_them(name: str) -> None:
    expected = Answer(Matrix((MatrixRow("referral", Share(1, 2)),)))
    book = _book(HEADINGS, ["Q-FIXED", name, None, 1, 2])
    assert read_answers_xlsx(_data(book), FORM).answers == {"Q-FIXED": expected}
    assert read_answers(lines(f'Q-FIXED,"{name}",,1,2'), FORM).answers == {"Q-FIXED": expected}


def test_the_stamp_is_found_in_either_sheet_and_in_a_csv_file() -> None:
    stamp = Stamp("a1b2", 17)
    data = made({"Q-LEVEL": Answer(3)}, stamp=stamp)
    for removed in ("Svar!M", "Veiledning"):
        book = load_workbook(BytesIO(data))
        if removed == "Veiledning":
            del book["Veiledning"]
        else:
            book["Svar"].delete_cols(book["Svar"].max_column)
        assert read_answers_xlsx(_data(book), FORM).stamp == stamp, removed
    told = read_answers(
        "Spørsmål-id;Svar;Nøkkel\nQ-LEVEL;3;klarsjekk:a1b2:17\nQ-YESNO;ja;klarsjekk:a1b2:9\n".encode(), FORM
    )
    assert told.stamp == Stamp("a1b2", 9)


ONE, OTHER = "0123456789abcdef", "fedcba9876543210"


@pytest.mark.parametrize(("parts", "whose"), [((ONE, ONE), ONE), ((ONE, OTHER), ""), ((ONE, ""), "")])
def test_lines_of_one_person_are_theirs_and_those_of_several_nobodys(parts: tuple[str, str], whose: str) -> None:
    rows = [
        f"{question};{said};{Stamp('a1b2', 9 + place, part)}"
        for place, (question, said, part) in enumerate(zip(("Q-LEVEL", "Q-YESNO"), ("3", "ja"), parts, strict=True))
    ]
    told = read_answers("\n".join(["Spørsmål-id;Svar;Nøkkel", *rows, ""]).encode(), FORM)
    assert told.stamp == Stamp("a1b2", 9, whose)


def test_the_stamp_is_hidden_and_makes_no_line_higher() -> None:
    books = [load_workbook(BytesIO(made({}, stamp=stamp)))["Svar"] for stamp in (None, Stamp("a" * 32, 17))]
    heights = [[sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)] for sheet in books]
    assert heights[0] == heights[1]
    assert books[1].column_dimensions["R"].hidden
    assert books[1]["R2"].protection.locked


def test_a_question_of_another_edition_is_passed_over_by_name() -> None:
    elsewhere = Elsewhere(former=frozenset({"Q-GONE", "Q-OLD"}), newer=frozenset({"Q-NEW"}))
    file = read_answers(lines("Q-LEVEL,,3", "Q-GONE,,9", "Q-NEW,,ja", "Q-OLD,,1"), FORM, elsewhere=elsewhere)
    assert file.answers == {"Q-LEVEL": Answer(3)}
    assert [each.message for each in file.notes] == [
        "Q-GONE, Q-OLD er ikke lenger i skjemaet, og er ikke lest.",
        "Q-NEW er i en nyere utgave av skjemaet enn den dere svarer på, og er ikke lest.",
    ]


NUMBERED = questionnaire(*(question(f"KO-{number}", "level") for number in ("0101", "0102", "1001")))
IDS = [("KO-101", ""), ("KO-0103", ""), ("KO-1002", ""), ("KO-01011", ""), ("HO-0101", ""), ("ko-0101", "KO-0101"), ("KO 0101", "KO-0101"), ("KO–0101", "KO-0101")]  # fmt: skip


@pytest.mark.parametrize(("written", "near"), IDS)
def test_another_question_is_never_guessed(written: str, near: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_answers(lines(f"{written},,3", "KO-0102,,3"), NUMBERED)
    (found,) = refused.value.faults
    assert found.remedy == (f"Mente du «{near}»?" if near else "Bruk id-en slik den står i skjemaet.")
