"""The text of a CSV file as lines of named cells, or what is wrong with its shape. Knows nothing of questions."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from reports.answers.file_faults import FileFault, fault, nearest
from reports.dialect import SEPARATORS, Column, unguarded

MOST_ROWS = 5_000
_SEPARATOR_LINE = re.compile(r"\"?sep=.\"?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the table. `line` is where it begins in the file; `cells` is by column id, "" where it is empty."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CsvTable:
    """`columns`: ids of the columns the file has. `decimal_point`: a program wrote it, for programs."""

    columns: tuple[str, ...]
    decimal_point: bool
    records: tuple[Record, ...]


def table_of(text: str, columns: Sequence[Column]) -> tuple[CsvTable, list[FileFault]]:
    """The table, and everything that is wrong with its shape. Lines at fault are left out."""
    skipped, body = _without_separator_line(text)
    separator = _separator(body, columns)
    lines = _lines(body, separator, skipped)
    header = next(lines, None)
    if header is None or isinstance(header, FileFault):
        return CsvTable((), False, ()), [header or fault("empty_file")]
    ids, faults = _header(header, columns)
    records, wrong = _records(list(islice(lines, MOST_ROWS + 1)), ids, filling=len(header[1]) - len(ids))
    faults += wrong
    if not records and not faults:
        faults.append(fault("no_lines"))
    norwegian = {_word(column.heading) for column in columns}
    people = sum(_word(cell) in norwegian for cell in header[1]) * 2 > len(ids)
    # Norwegian Excel writes semicolons, whoever wrote the headings.
    point = separator == "," and not people
    return CsvTable(tuple(name for name in ids if name), point, tuple(records)), faults


def _records(
    lines: Sequence["_Line | FileFault"], ids: Sequence[str], *, filling: int
) -> tuple[list[Record], list[FileFault]]:
    """`filling`: how many empty cells Excel has put at the end of the headings, and then of every line."""
    records: list[Record] = []
    faults: list[FileFault] = []
    if len(lines) > MOST_ROWS:
        return [], [fault("too_many_rows", context={"most": MOST_ROWS})]
    for line in lines:
        if isinstance(line, FileFault):
            faults.append(line)
        elif any(cell.strip() for cell in line[1]):
            cells, wrong = _cells(line, ids, filling)
            records += [] if wrong else [Record(line[0], cells)]
            faults += [wrong] if wrong else []
    return records, faults


_Line = tuple[int, list[str]]


def _without_separator_line(text: str) -> tuple[int, str]:
    """`sep=;` on the first line is a note to Excel."""
    first, _, rest = text.partition("\n")
    return (1, rest) if _SEPARATOR_LINE.fullmatch(first.strip()) else (0, text)


def _separator(text: str, columns: Sequence[Column]) -> str:
    """The separator that finds the most headings in the first line."""
    first = re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0]
    known = {_word(name) for column in columns for name in (column.id, column.heading)}

    def found(separator: str) -> tuple[int, int]:
        cells = [_word(cell.strip().strip('"')) for cell in first.split(separator)]
        return sum(cell in known for cell in cells), len(cells)

    return max(SEPARATORS, key=found)


def _lines(text: str, separator: str, skipped: int) -> Iterator[_Line | FileFault]:
    """Each record with the line it begins on; the first record that cannot be read ends it with a fault."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = skipped + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield fault(_quoting_fault(str(error)), line)
            return
        if cells:
            yield line, [_clean(cell) for cell in cells]


def _quoting_fault(message: str) -> str:
    if "field larger" in message:
        return "cell_too_large"
    return "quote_not_closed" if "unexpected end" in message else "quote_inside"


def _clean(cell: str) -> str:
    """Newlines as LF, composed letters, and without the guard."""
    return unicodedata.normalize("NFC", unguarded(cell.replace("\r\n", "\n").replace("\r", "\n")))


def _header(header: _Line, columns: Sequence[Column]) -> tuple[list[str], list[FileFault]]:
    """The column id of each heading, "" for one that is at fault; without empty cells at the end."""
    line, cells = header
    headings = cells[: 1 + max((n for n, cell in enumerate(cells) if cell.strip()), default=-1)]
    by_word = {_word(name): column.id for column in columns for name in (column.id, column.heading)}
    if not any(_word(heading) in by_word for heading in headings):
        return [""] * len(headings), [
            fault("header_missing", line, context={"expected": ", ".join(c.id for c in columns)})
        ]
    ids: list[str] = []
    faults: list[FileFault] = []
    for number, heading in enumerate(headings, start=1):
        found = by_word.get(_word(heading), "")
        if found and found in ids:
            faults.append(fault("repeated_column", line, column=found))
        elif not found:
            faults.append(_unknown_heading(heading, number, line, columns))
        ids.append("" if found in ids else found)
    return ids, faults


def _unknown_heading(heading: str, number: int, line: int, columns: Sequence[Column]) -> FileFault:
    if not heading.strip():
        return fault("column_without_heading", line, context={"number": number})
    names = [name for column in columns for name in (column.id, column.heading)]
    allowed = ", ".join(column.id for column in columns)
    context = {"near": nearest(heading.strip(), names), "allowed": allowed}
    return fault("unknown_column", line, value=heading, context=context)


def _word(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _cells(line: _Line, ids: Sequence[str], filling: int) -> tuple[dict[str, str], FileFault | None]:
    number, cells = line
    if len(cells) != len(ids) + filling or any(cell.strip() for cell in cells[len(ids) :]):
        kind = "too_few_cells" if len(cells) < len(ids) else "too_many_cells"
        return {}, fault(kind, number, value=str(len(cells)), context={"expected": len(ids)})
    return {name: cell for name, cell in zip(ids, cells, strict=False) if name}, None
