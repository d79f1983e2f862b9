"""A workbook in which text is text: nothing that people typed becomes a formula, a link or a number, and nothing is cut.

Every return code of XlsxWriter is looked at: it drops what does not fit without a word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from math import ceil
from typing import Any

from xlsxwriter import Workbook

from language.reports import workbook as words
from reports.dialect import exact

A4 = 9
INK, HEAD, QUIET = "#1c2b2e", "#1d5b63", "#f0eee6"
DAY_FORMAT = "dd.mm.yyyy"
# So many characters stand side by side on A4 across and can still be read.
WIDE_AS_A_PAGE = 215
MOST_LINES = 25


@dataclass(frozen=True, slots=True)
class Width:
    """A column: its heading and how wide it is, in characters. `wrap`: long text goes over several lines."""

    heading: str
    width: float
    wrap: bool = False


Value = None | bool | int | float | date | str


class Book:
    """A workbook under way. `made` is the day it says it was made."""

    def __init__(self, title: str, made: date) -> None:
        self._out = BytesIO()
        self.workbook: Any = Workbook(
            self._out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self.workbook.set_properties({"title": title, "created": datetime(made.year, made.month, made.day)})
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def style(self, **how: Any) -> Any:
        """A cell format; the same one for the same wishes."""
        whole = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top", **how}
        key = tuple(sorted(whole.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(whole)
        return self._formats[key]

    def sheet(self, name: str, *, footer: str) -> "Sheet":
        return Sheet(self, self.workbook.add_worksheet(name), footer)

    def data(self) -> bytes:
        self.workbook.close()
        return self._out.getvalue()


class Sheet:
    """One sheet, set up for A4 across with the customer and page number at the foot."""

    def __init__(self, book: Book, worksheet: Any, footer: str) -> None:
        self.book, self.worksheet = book, worksheet
        worksheet.set_paper(A4)
        worksheet.set_landscape()
        worksheet.fit_to_pages(1, 0)
        worksheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        pages = words.PAGES(page="&P", pages="&N")
        worksheet.set_footer(f"&L{footer[:100].replace('&', '&&')}&R{pages}")

    def put(self, row: int, column: int, value: Value, **how: Any) -> None:
        """Write by the type of the value: text never becomes anything else."""
        match value:
            case None | "":
                code = self.worksheet.write_blank(row, column, None, self.book.style(**how))
            case bool():
                code = self._text(row, column, words.YES() if value else words.NO(), how)
            case date():
                code = self._day(row, column, value, how)
            case int() | float():
                code = self._number(row, column, value, how)
            case str():
                code = self._text(row, column, value, how)
        if code:
            raise ValueError(f"cell {row},{column} was not written: {code}")

    def _text(self, row: int, column: int, text: str, how: dict[str, Any]) -> int:
        return int(self.worksheet.write_string(row, column, text, self.book.style(quote_prefix=True, **how)))

    def _day(self, row: int, column: int, day: date, how: dict[str, Any]) -> int:
        style = self.book.style(**{"num_format": DAY_FORMAT, "align": "left", **how})
        return int(self.worksheet.write_datetime(row, column, datetime(day.year, day.month, day.day), style))

    def _number(self, row: int, column: int, number: float, how: dict[str, Any]) -> int:
        # The format writes 16 digits; the few numbers that have 17 are kept as text.
        if float(f"{number:.16G}") != number:
            return self._text(row, column, exact(number).replace(".", ","), how)
        return int(self.worksheet.write_number(row, column, number, self.book.style(**how)))

    def table(self, columns: Sequence[Width], rows: Sequence[Sequence[Value]]) -> int:
        """Headings and rows, frozen and filtered, the headings and first column on every page; the first row after them."""
        self.heading(0, columns)
        for row, cells in enumerate(rows, start=1):
            self.height(row, columns, cells)
            for number, (column, value) in enumerate(zip(columns, cells, strict=True)):
                self.put(row, number, value, text_wrap=column.wrap)
        self.worksheet.autofilter(0, 0, len(rows), len(columns) - 1)
        self.worksheet.freeze_panes(1, 1)
        self.worksheet.repeat_columns(0)
        self.worksheet.fit_to_pages(ceil(sum(column.width for column in columns) / WIDE_AS_A_PAGE), 0)
        return 1 + len(rows)

    def wide(self, row: int, first: int, last: int, value: Value, *, width: float) -> None:
        """One cell over several columns, `width` characters in all, as high as its text needs."""
        style = self.book.style(text_wrap=True)
        if self.worksheet.merge_range(row, first, row, last, "", style):
            raise ValueError(f"cells {row},{first}-{last} were not merged")
        self.put(row, first, value, text_wrap=True, align="left")
        self.height(row, [Width("", width, wrap=True)], [value])

    def heading(self, row: int, columns: Sequence[Width]) -> None:
        for number, column in enumerate(columns):
            self.worksheet.set_column(number, number, column.width)
            self.put(row, number, column.heading, bold=True, font_color="#ffffff", bg_color=HEAD, text_wrap=True)
        self.height(row, [Width("", column.width, wrap=True) for column in columns], [c.heading for c in columns])
        self.worksheet.repeat_rows(row)

    def height(self, row: int, columns: Sequence[Width], cells: Sequence[Value]) -> None:
        """As high as the text needs: not every program works that out by itself."""
        wrapped = [(column.width, cell) for column, cell in zip(columns, cells, strict=True) if column.wrap]
        lines = max([_lines(cell, width) for width, cell in wrapped if isinstance(cell, str)], default=1)
        self.worksheet.set_row(row, min(lines, MOST_LINES) * 15.0)


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) * 1.1 / width)) for line in text.split("\n"))
