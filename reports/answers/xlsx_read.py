"""An answers workbook read back as the same records as the CSV reader makes, or everything that is wrong with it at once.

Takes only values: a workbook with formulas or macros, one that is too large, or one that unpacks to far more than it
is, is refused. Columns that only explain are passed over.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from reports.answers.csv_lines import MOST_ROWS, CsvTable, Record
from reports.answers.csv_read import AnswersFile, answers_in
from reports.answers.csv_write import COLUMNS
from reports.answers.file_faults import FileFault, FileRefused, fault, nearest
from reports.answers.xlsx_write import ANSWERS, GUIDE, TITLE, WANTED, Stamp
from reports.dialect import exact
from scoring.questionnaire import MatrixQuestion, Questionnaire

LARGEST_MB = 5
MOST_RATIO = 100
MOST_UNPACKED_MB = 100
MOST_COLUMNS = 40
SIGNATURE = b"PK\x03\x04"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Two signs that no text has (noncharacters).
_UNDERSCORE, _ESCAPE = "\ufdd0", "\ufdd1"
_STAMP = re.compile(r"klarsjekk:([A-Za-z0-9_-]{1,64}):([0-9]{1,9})")
_EXPLAINS = frozenset((TITLE.casefold(), WANTED.casefold()))


@dataclass(frozen=True, slots=True)
class AnswersBook:
    """What the workbook says, and its stamp when it has one."""

    file: AnswersFile
    stamp: Stamp | None


def read_answers_xlsx(data: bytes, questionnaire: Questionnaire) -> AnswersBook:
    """The workbook, checked against the questionnaire. Raises `FileRefused` with every fault."""
    if refused := _not_a_book(data):
        raise FileRefused([refused])
    try:
        book = load_workbook(BytesIO(_with_escapes_kept(data)), read_only=True, data_only=False, keep_links=False)
        try:
            sheet = book[ANSWERS] if ANSWERS in book.sheetnames else book.worksheets[0]
            rows = [list(row) for row in islice(sheet.iter_rows(max_col=MOST_COLUMNS), MOST_ROWS + 2)]
            stamp = _stamp(book[GUIDE]) if GUIDE in book.sheetnames else None
        finally:
            book.close()
    # A workbook that is damaged inside fails in any part of the library, with errors of every kind.
    except Exception:
        raise FileRefused([fault("damaged_book")]) from None
    table, faults = _table(rows, questionnaire)
    return AnswersBook(answers_in(table, questionnaire, faults), stamp)


def _not_a_book(data: bytes) -> FileFault | None:
    """What can be seen without unpacking."""
    if len(data) > LARGEST_MB * 1_000_000:
        return fault("too_big", context={"most": LARGEST_MB})
    try:
        with ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            names = {part.filename.casefold() for part in parts}
    except (BadZipFile, ValueError, NotImplementedError):
        return fault("damaged_book")
    if any("vbaproject" in name or "/macrosheets/" in name for name in names):
        return fault("has_macros")
    if sum(part.file_size for part in parts) > min(MOST_RATIO * len(data), MOST_UNPACKED_MB * 1_000_000):
        return fault("unpacks_too_large")
    return None if "xl/workbook.xml" in names else fault("not_a_book")


def _with_escapes_kept(data: bytes) -> bytes:
    """The workbook with the escape of an escape as a sign of its own: the library would take away «x005F_» wherever it is."""
    with ZipFile(BytesIO(data)) as packed:
        strings = next((name for name in packed.namelist() if name.casefold() == "xl/sharedstrings.xml"), "")
        if not strings or b"x005F_" not in packed.read(strings):
            return data
        parts = {part.filename: packed.read(part) for part in packed.infolist()}
    parts[strings] = parts[strings].replace(b"_x005F_", _UNDERSCORE.encode()).replace(b"x005F_", _ESCAPE.encode())
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def _stamp(sheet: Any) -> Stamp | None:
    for row in sheet.iter_rows(max_row=60, max_col=4, values_only=True):
        for value in row:
            if isinstance(value, str) and (found := _STAMP.fullmatch(value.strip())):
                return Stamp(found[1], int(found[2]))
    return None


def _table(rows: Sequence[Sequence[Any]], questionnaire: Questionnaire) -> tuple[CsvTable, list[FileFault]]:
    empty = CsvTable((), False, ())
    if len(rows) > MOST_ROWS + 1:
        return empty, [fault("too_many_rows", context={"most": MOST_ROWS})]
    texts, faults = _texts(rows)
    if not texts or not any(texts[0]):
        return empty, [*faults, fault("empty_file")]
    ids, wrong = _header(texts[0])
    faults += wrong
    records = [
        Record(line, {name: cell for name, cell in zip(ids, cells, strict=False) if name})
        for line, cells in enumerate(texts[1:], start=2)
        if any(cell.strip() for name, cell in zip(ids, cells, strict=False) if name)
    ]
    kept = _without_spare(records, questionnaire) if "question_id" in ids else []
    if not kept and not faults:
        faults.append(fault("no_lines"))
    return CsvTable(tuple(name for name in ids if name), False, tuple(kept)), faults


def _texts(rows: Sequence[Sequence[Any]]) -> tuple[list[list[str]], list[FileFault]]:
    """Every cell as the text a CSV file would have; formulas and control characters are told with their line."""
    faults: list[FileFault] = []
    texts = []
    for line, row in enumerate(rows, start=1):
        texts.append([_text(cell.value) for cell in row])
        if any(cell.data_type == "f" for cell in row):
            faults.append(fault("formula", line))
        if found := next((m for text in texts[-1] if (m := _FORBIDDEN.search(text))), None):
            faults.append(fault("control_character", line, context={"code": f"U+{ord(found.group()):04X}"}))
    return texts, faults


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return exact(value).replace(".", ",") if value == value and abs(value) < 1e300 else str(value)
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return _as_typed(str(value))


def _as_typed(text: str) -> str:
    """Newlines as LF, composed letters, and the file format's own escapes undone."""
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    plain = plain.replace(_UNDERSCORE, "_").replace(_ESCAPE, "x005F_")
    lines = plain.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines.encode("utf-8", "replace").decode())


def _header(cells: Sequence[str]) -> tuple[list[str], list[FileFault]]:
    """The column id of each heading; "" for one that only explains or is at fault."""
    by_word = {_word(name): column.id for column in COLUMNS for name in (column.id, column.heading)}
    last = max((number for number, cell in enumerate(cells) if cell.strip()), default=-1)
    if not any(_word(cell) in by_word for cell in cells):
        return [], [fault("header_missing", 1, context={"expected": ", ".join(c.heading for c in COLUMNS)})]
    ids: list[str] = []
    faults: list[FileFault] = []
    for cell in cells[: last + 1]:
        found = by_word.get(_word(cell), "")
        if found and found in ids:
            faults.append(fault("repeated_column", 1, column=found))
        elif not found and cell.strip() and _word(cell) not in _EXPLAINS:
            faults.append(_unknown_heading(cell))
        ids.append("" if found in ids else found)
    return ids, faults


def _unknown_heading(cell: str) -> FileFault:
    names = [column.heading for column in COLUMNS]
    context = {"near": nearest(cell.strip(), names), "allowed": ", ".join(names)}
    return fault("unknown_column", 1, value=cell, context=context)


def _word(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _without_spare(records: Iterable[Record], questionnaire: Questionnaire) -> list[Record]:
    """Without the lines of a matrix that nobody has filled in; of a question with none filled in, the first is kept."""
    by_question: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_question[record.cells.get("question_id", "").strip()].append(record)
    kept: list[Record] = []
    for question_id, lines in by_question.items():
        question = questionnaire.by_id.get(question_id)
        fixed = isinstance(question, MatrixQuestion) and question.rows != "customer"
        told = [line for line in lines if _says(line.cells, with_row=not fixed)]
        matrix = isinstance(question, MatrixQuestion)
        kept += (told or lines[:1]) if matrix else lines
    return sorted(kept, key=lambda record: record.line)


def _says(cells: Mapping[str, str], *, with_row: bool) -> bool:
    silent = {"question_id"} if with_row else {"question_id", "row"}
    return any(cell.strip() for name, cell in cells.items() if name not in silent)
