"""The text of a CSV file as rows of cells, or what is wrong with its shape. Knows nothing of questions."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence

from reports.answers.file_faults import FileFault, fault
from reports.answers.headings import MOST_ABOVE, MOST_ROWS, Row, Table, known_words, table_in, word
from reports.answers.text_encoding import broken_letters
from reports.columns import Column
from reports.dialect import SEPARATORS, unguarded

# Far more than five thousand rows of a hundred columns, and what is read of a line to find its separator.
MOST_CELLS = 1_000_000
_LOOKED_AT = 1_000
_SEPARATOR_LINE = re.compile(r"\"?sep=.\"?", re.IGNORECASE)


def table_of(text: str, columns: Sequence[Column], *, encoding_confirmed: bool) -> tuple[Table, list[FileFault]]:
    """The table, and everything that is wrong with its shape. Lines at fault are left out."""
    skipped, body = _without_separator_line(text)
    separator = _separator(body, columns)
    rows, faults = _rows(body, separator, skipped)
    if inner := _wrapped_by(rows, columns):
        separator = inner
        rows, faults = _unwrapped(rows, inner)
    faults += [] if encoding_confirmed else broken_letters((row.line, row.cells) for row in rows)
    if any(found.fault == "mojibake" and found.line <= _heading_line(rows, columns) for found in faults):
        return Table(), faults
    if not rows and faults:
        return Table(), faults
    table, wrong = table_in(rows, columns, by_comma=separator == ",", ragged=False)
    known = [found.fault for found in faults]
    return table, faults + [found for found in wrong if not (known and found.fault == "no_lines")]


def _heading_line(rows: Sequence[Row], columns: Sequence[Column]) -> int:
    """The line the headings seem to stand on: the first with more than one of ours."""
    known = known_words(columns)
    return next((row.line for row in rows if sum(word(cell) in known for cell in row.cells) > 1), 0)


def _without_separator_line(text: str) -> tuple[int, str]:
    """`sep=;` on the first line is a note to Excel."""
    first, _, rest = text.partition("\n")
    return (1, rest) if _SEPARATOR_LINE.fullmatch(first.strip()) else (0, text)


def _separator(text: str, columns: Sequence[Column]) -> str:
    """The separator that finds the most headings in one of the first lines."""
    lines = re.split(r"[\r\n]+", text.lstrip("\r\n"), maxsplit=MOST_ABOVE)[:MOST_ABOVE]
    known = known_words(columns)

    def found(separator: str) -> tuple[int, int]:
        rows = [[word(cell.strip().strip('"')) for cell in line.split(separator, _LOOKED_AT)] for line in lines]
        return max((sum(cell in known for cell in cells), len(cells)) for cells in rows)

    return max(SEPARATORS, key=found)


def _rows(text: str, separator: str, skipped: int) -> tuple[list[Row], list[FileFault]]:
    """Each record that says something with the line it begins on, to one more than there may be.

    The first record that cannot be read ends it with a fault.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[Row] = []
    left = MOST_CELLS
    while True:
        line = skipped + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return rows, []
        except csv.Error as error:
            return rows, [fault(_quoting_fault(str(error)), line)]
        if any(cells):
            left -= len(cells)
            rows.append(Row(line, [_clean(cell) if cell else "" for cell in cells]))
        if left < 0:
            return [], [fault("too_many_cells_in_file", line)]
        if len(rows) > MOST_ROWS + MOST_ABOVE + 1:
            return rows, []


def _wrapped_by(rows: Sequence[Row], columns: Sequence[Column]) -> str:
    """The separator inside lines that were put in quotes whole, "" when they were not."""
    told = [[cell for cell in row.cells if cell.strip()] for row in rows]
    if any(len(cells) > 1 for cells in told):
        return ""
    known = known_words(columns)
    for cells in told[:MOST_ABOVE]:
        for separator in SEPARATORS:
            parts = cells[0].split(separator) if cells else []
            if len(parts) > 1 and sum(word(part.strip('"')) in known for part in parts) > 1:
                return separator
    return ""


def _unwrapped(rows: Sequence[Row], separator: str) -> tuple[list[Row], list[FileFault]]:
    """The lines that stood inside the quotes."""
    found: list[Row] = []
    for row, cells in zip(rows, _inner(rows, separator), strict=False):
        if isinstance(cells, str):
            return found, [fault(cells, row.line)]
        found.append(Row(row.line, cells))
    return found, []


def _inner(rows: Sequence[Row], separator: str) -> Iterator[list[str] | str]:
    for row in rows:
        whole = next((cell for cell in row.cells if cell.strip()), "")
        try:
            lines = list(csv.reader(io.StringIO(whole, newline=""), delimiter=separator, strict=True))
        except csv.Error as error:
            yield _quoting_fault(str(error))
            return
        yield [_clean(cell) for cell in lines[0]] if lines else []


def _quoting_fault(message: str) -> str:
    if "field larger" in message:
        return "cell_too_large"
    return "quote_not_closed" if "unexpected end" in message else "quote_inside"


def _clean(cell: str) -> str:
    """Newlines as LF, composed letters, and without the guard."""
    return unicodedata.normalize("NFC", newlines(unguarded(cell)))


def newlines(text: str) -> str:
    """Every way to break a line as one: Word and Excel also use a vertical tab, printers a page break."""
    return text.replace("\r\n", "\n").translate({0x0D: "\n", 0x0B: "\n", 0x0C: "\n"})
