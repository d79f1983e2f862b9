"""Every row of the tables in docs/reading.md is what the code does."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from language import sentence
from reports.answers.csv_read import AnswersFile, Elsewhere, read_answers
from reports.answers.file_faults import FileRefused
from reports.answers.stamp import Stamp
from reports.answers.xlsx_read import SIGNATURE, read_answers_xlsx
from scoring.answers import Answer, Matrix, Share
from scoring.questionnaire import Questionnaire
from tests.builders import question, questionnaire, text
from tests.reports.answers.forms import FORM
from tests.reports.answers.test_xlsx_round_trip import made

PAGE = Path(__file__).parents[3] / "docs" / "reading.md"
_ROW = re.compile(r"^\| (?!What|---)(.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
ROWS = [row.groups() for row in _ROW.finditer(PAGE.read_text(encoding="utf-8"))]
ASKED = questionnaire(
    *FORM.questions, question("Q-PERCENT", "number", unit=text("prosent")), question("Q-COUNT", "share")
)
NUMBERED = questionnaire(question("KO-0101", "level"), question("KO-1001", "level"))
HEADINGS = "Spørsmål-id;Rad;Svar;Antall;Av i alt;Kommentar"


def _csv(*cells: str, headings: str = HEADINGS, separator: str = ";") -> bytes:
    line = [*cells, *[""] * (headings.count(separator) + 1 - len(cells))]
    return f"{headings}\n{separator.join(line)}\n".encode()


def _value(question_id: str, written: str) -> bytes:
    return _csv(question_id, "", written)


def _share(question_id: str) -> Callable[[str], bytes]:
    def file(written: str) -> bytes:
        done, whole = written.split(" av ")
        return _csv(question_id, "", "", done, whole)

    return file


def _for_programs(written: str) -> bytes:
    return _csv("Q-NUMBER", f'"{written}"', headings="question_id,value", separator=",")


def _shown(question_id: str, place: int) -> Callable[[str], bytes]:
    """A workbook with one cell as «`value` shown by `format`» says."""

    def book(written: str) -> bytes:
        value, number_format = re.findall(r"`([^`]+)`", written)
        made_of = Workbook()
        sheet = made_of.worksheets[0]
        sheet.append(HEADINGS.split(";"))
        sheet.cell(2, 1, question_id)
        sheet.cell(2, place).value = float(value)
        sheet.cell(2, place).number_format = number_format
        return _saved(made_of)

    return book


def _saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _package(name: str, content: bytes = b"x") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, content)
    return out.getvalue()


PLAIN = _csv("Q-LEVEL", "", "3", "", "", "på")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1"


def _ours() -> bytes:
    return made({"Q-LEVEL": Answer(3, comment="på")}, stamp=Stamp("a1", 3))


def _ours_as_csv() -> bytes:
    out = StringIO()
    for row in load_workbook(BytesIO(_ours()))["Svar"].iter_rows(values_only=True):
        out.write(";".join("" if cell is None else f'"{cell}"' for cell in row) + "\r\n")
    return out.getvalue().encode()


def _without_guide() -> bytes:
    book = load_workbook(BytesIO(_ours()))
    del book["Veiledning"]
    return _saved(book)


def _worked_in() -> bytes:
    book = load_workbook(BytesIO(_ours()))
    book["Svar"].insert_rows(1, 2)
    book["Svar"].insert_cols(2)
    book["Svar"]["A1"], book["Svar"]["B3"], book["Svar"]["B4"] = "Utkast", "Ansvarlig", "Kari"
    return _saved(book)


def _strict() -> bytes:
    main = b"schemas.openxmlformats.org/spreadsheetml/2006"
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(_ours())) as packed, zipfile.ZipFile(out, "w") as strict:
        for name in packed.namelist():
            strict.writestr(name, packed.read(name).replace(main, b"purl.oclc.org/ooxml/spreadsheetml"))
    return out.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "CSV in UTF-8": lambda: PLAIN,
    "CSV with tabs": lambda: PLAIN.replace(b";", b"\t"),
    "CSV in Windows-1252": lambda: PLAIN.replace("Spørsmål-id".encode(), b"question_id").decode().encode("cp1252"),
    "CSV in Windows-1252, confirmed": lambda: PLAIN.decode().encode("cp1252"),
    "CSV with every line in quotes": lambda: "".join(f'"{line}"\n' for line in PLAIN.decode().splitlines()).encode(),
    "our workbook": _ours,
    "our workbook saved as CSV": _ours_as_csv,
    "our workbook without its guide": _without_guide,
    "workbook with a title, a blank row and a column of theirs": _worked_in,
    "workbook in Strict Open XML": _strict,
    "workbook in the old format": lambda: OLE,
    "workbook with a password": lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
    "workbook in the binary format": lambda: _package("xl/workbook.bin"),
    "sheet of OpenDocument": lambda: _package("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
    "workbook that is made to be read": lambda: _csv("Q-LEVEL", headings="Spørsmål-id;Suksessfaktor;Svar;Rader;Status"),
    "PDF": lambda: b"%PDF-1.7\n",
}
# What a row is about -> the file in which it is written, and the form that asks.
WRITES: dict[str, tuple[Callable[[str], bytes], Questionnaire]] = {
    "number": (lambda written: _value("Q-NUMBER", written), ASKED),
    "number of per cent": (lambda written: _value("Q-PERCENT", written), ASKED),
    "number for programs": (_for_programs, ASKED),
    "share": (_share("Q-COUNT"), ASKED),
    "share of hours": (_share("Q-SHARE"), ASKED),
    "level": (lambda written: _value("Q-LEVEL", written), ASKED),
    "yes or no": (lambda written: _value("Q-YESNO", written), ASKED),
    "day": (lambda written: _value("Q-DATE", written), ASKED),
    "cell of a count": (_shown("Q-SHARE", 4), ASKED),
    "cell of a day": (_shown("Q-DATE", 3), ASKED),
    "cell of a comment": (_shown("Q-LEVEL", 6), ASKED),
    "id": (lambda written: _csv(written, "", "3") + b"KO-1001;;3;;;\n", NUMBERED),
    "id of an older edition": (lambda written: _csv(written, "", "3"), NUMBERED),
    "row": (lambda written: _csv("Q-FIXED", written, "", "1", "2"), ASKED),
    "file": (lambda written: FILES[written](), ASKED),
}


def _read(what: str, written: str) -> AnswersFile:
    write, form = WRITES[what]
    plain = written.strip("`") if written.count("`") == 2 else written
    data = write(plain.replace("\\u00a0", "\u00a0"))
    if data.startswith(SIGNATURE):
        return read_answers_xlsx(data, form)
    confirmed = "confirmed" in written
    return read_answers(data, form, encoding_confirmed=confirmed, elsewhere=Elsewhere(frozenset({"KO-0999"})))


def _said(what: str, file: AnswersFile) -> str:
    """What was read, as the table writes it."""
    answers = {question_id: answer for question_id, answer in file.answers.items() if answer != Answer()}
    if what == "id of an older edition":
        return file.notes[0].message
    if what == "id":
        return next(question_id for question_id in answers if question_id != "KO-1001")
    (answer,) = answers.values()
    if what == "file":
        return "read" if answer == Answer(3, comment="på") else repr(answer)
    return _words(answer.value if answer.value is not None else answer.comment)


def _words(value: Any) -> str:
    match value:
        case Matrix(rows):
            return rows[0].row
        case Share(done, None) if done is not None:
            return f"{done:g}"
        case Share(done, whole) if done is not None and whole is not None:
            return f"{done:g} av {whole:g}"
        case bool():
            return str(value).lower()
        case int() | float():
            return f"{value:.10g}"
        case _:
            return str(value)


@pytest.mark.parametrize(("what", "written", "read"), ROWS, ids=[" ".join(row[:2]) for row in ROWS])
def test_a_row_of_the_table_holds(what: str, written: str, read: str) -> None:
    try:
        said = _said(what, _read(what, written))
    except FileRefused as refused:
        (found,) = refused.faults
        said = sentence(f"{found.message}. {found.remedy}")
    assert said.replace("\u00a0", " ") == read


def test_the_tables_are_read_whole() -> None:
    table = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert len(ROWS) == len([line for line in table if not line.startswith("| What")])
    assert {what for what, *_ in ROWS} == WRITES.keys()
    assert {written for what, written, _ in ROWS if what == "file"} == FILES.keys()
