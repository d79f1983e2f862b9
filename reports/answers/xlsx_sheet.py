"""The sheet of answers in a workbook as rows of text, with the library that unpacks it: the part that a hostile file works on.

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

from language.reports.answers import xlsx_write as words
from reports.answers.file_faults import FileFault, FileRefused, fault
from reports.answers.headings import MOST_ABOVE, MOST_ROWS, Row
from reports.answers.xlsx_cells import cell_fault, cell_text
from reports.answers.xlsx_parts import merged_ranges, not_a_book, with_escapes_kept
from reports.answers.xlsx_write import in_all

MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """rows: those that say something. merged: groups of merged cells. guide: the texts of the other sheet."""

    rows: list[Row]
    faults: list[FileFault]
    merged: list[str]
    guide: frozenset[str]
    title: str


def sheet_of(data: bytes) -> AnswerSheet:
    """The sheet, read in this process. Raises `FileRefused` when it cannot be read, or is too much to read."""
    if refused := not_a_book(data):
        raise FileRefused([refused])
    try:
        return _sheet(data)
    except MemoryError:
        raise FileRefused([fault("takes_too_much")]) from None
    # A workbook that is damaged inside fails in any part of the library, with errors of every kind.
    except Exception:
        raise FileRefused([fault("damaged_book")]) from None


def _sheet(data: bytes) -> AnswerSheet:
    with warnings.catch_warnings():
        # The library warns of what it passes over (styles, validations, defined names): none of it is an answer.
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(with_escapes_kept(data)), read_only=True, data_only=False, keep_links=False)
        try:
            if not book.worksheets:
                raise InvalidFileException
            sheet = next((book[name] for name in in_all(words.ANSWERS) if name in book.sheetnames), book.worksheets[0])
            rows, faults = _rows(sheet)
            path = str(getattr(sheet, "_worksheet_path", ""))
            guide = frozenset[str]().union(
                *(_texts(book[name]) for name in in_all(words.GUIDE) if name in book.sheetnames)
            )
            title = str(book.properties.title or "")
            return AnswerSheet(rows, faults, merged_ranges(data, path), guide, title)
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
