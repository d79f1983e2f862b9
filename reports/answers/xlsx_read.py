"""An answers workbook read back as the same records as the CSV reader makes, or everything that is wrong with it at once.

Takes only values, as they are shown: see `xlsx_cells`. What the package may be, see `xlsx_parts`. The size that a sheet
says it has is not believed: other programs write it wrong.
"""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from reports.answers.csv_read import NOWHERE, AnswersFile, Elsewhere, answers_in
from reports.answers.csv_write import COLUMNS
from reports.answers.file_faults import FileFault, FileRefused, fault
from reports.answers.headings import MOST_ABOVE, MOST_ROWS, Row, table_in
from reports.answers.text_encoding import broken_letters
from reports.answers.xlsx_cells import cell_fault, cell_text
from reports.answers.xlsx_parts import merged_faults, merged_ranges, not_a_book, with_escapes_kept
from reports.answers.xlsx_write import ANSWERS, GUIDE, TITLED
from scoring.questionnaire import Questionnaire

MOST_COLUMNS = 100
SIGNATURE = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """rows: those that say something. merged: groups of merged cells. guide: the texts of the other sheet."""

    rows: list[Row]
    faults: list[FileFault]
    merged: list[str]
    guide: frozenset[str]
    title: str


def read_answers_xlsx(
    data: bytes, questionnaire: Questionnaire, *, encoding_confirmed: bool = False, elsewhere: Elsewhere = NOWHERE
) -> AnswersFile:
    """The workbook, checked against the questionnaire. Raises `FileRefused` with every fault.

    encoding_confirmed: somebody has looked at the characters; then odd signs are accepted.
    """
    if refused := not_a_book(data):
        raise FileRefused([refused])
    try:
        sheet = _sheet(data)
    # A workbook that is damaged inside fails in any part of the library, with errors of every kind.
    except Exception:
        raise FileRefused([fault("damaged_book")]) from None
    faults = sheet.faults
    faults += [] if encoding_confirmed else broken_letters((row.line, row.cells) for row in sheet.rows)
    table, wrong = table_in(sheet.rows, COLUMNS, by_comma=False, ragged=True)
    if any(found.fault == "to_be_read" for found in wrong):
        raise FileRefused(wrong)
    faults += [*wrong, *merged_faults(sheet.merged, table.ids, table.start)]
    customer = sheet.title.removeprefix(TITLED) if sheet.title.startswith(TITLED) else ""
    return answers_in(table, questionnaire, faults, elsewhere=elsewhere, stamps=sheet.guide, customer=customer)


def _sheet(data: bytes) -> _Sheet:
    with warnings.catch_warnings():
        # The library warns of what it passes over (styles, validations, defined names): none of it is an answer.
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(with_escapes_kept(data)), read_only=True, data_only=False, keep_links=False)
        try:
            if not book.worksheets:
                raise InvalidFileException
            sheet = book[ANSWERS] if ANSWERS in book.sheetnames else book.worksheets[0]
            rows, faults = _rows(sheet)
            path = str(getattr(sheet, "_worksheet_path", ""))
            guide = _texts(book[GUIDE]) if GUIDE in book.sheetnames else frozenset()
            title = str(book.properties.title or "")
            return _Sheet(rows, faults, merged_ranges(data, path), guide, title)
        finally:
            book.close()


def _rows(sheet: Any) -> tuple[list[Row], list[FileFault]]:
    """The rows that say something, to one more than there may be; a format in row 6000 says nothing."""
    sheet.reset_dimensions()
    rows: list[Row] = []
    faults: list[FileFault] = []
    for line, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        filled = [cell for cell in cells if cell.value is not None]
        if not filled:
            continue
        faults += _told(filled, line)
        rows.append(Row(line, [cell_text(cell) for cell in cells]))
        if len(rows) > MOST_ROWS + MOST_ABOVE + 1:
            break
    return rows, faults


def _told(cells: Iterable[Any], line: int) -> list[FileFault]:
    return [found for cell in cells if (found := cell_fault(cell, line))]


def _texts(sheet: Any) -> frozenset[str]:
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=60, max_col=4, values_only=True)
    return frozenset(value for row in rows for value in row if isinstance(value, str))
