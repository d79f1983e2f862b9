"""How a table becomes a CSV file: separator, decimal sign, byte-order mark, dates, truth values and guarded text.

Nothing else in Klarsjekk decides any of these. What a cell says is read by `scoring.typed_values`.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from language import OSLO
from reports.columns import Cell, Column, Label, check

SEPARATORS = (";", ",", "\t")


class Dialect(StrEnum):
    """`norwegian` opens in Norwegian Excel; `program` is for everything that reads files."""

    NORWEGIAN = "norwegian"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a file of a dialect is made of. `mark`: the bytes it begins with; people: for them, not for programs."""

    people: bool
    separator: str
    line_end: str
    quote_all: bool
    mark: bytes


_SHAPES = {
    Dialect.NORWEGIAN: Shape(True, ";", "\r\n", True, b"\xef\xbb\xbf"),
    Dialect.PROGRAM: Shape(False, ",", "\n", False, b""),
}


def shape_of(dialect: Dialect) -> Shape:
    return _SHAPES[dialect]


def to_bytes(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], dialect: Dialect) -> bytes:
    """The table as the bytes of a file, the headings first. Raises `TypeError` for a cell its column cannot hold."""
    shape = shape_of(dialect)
    out = io.StringIO(newline="")
    writer = _writer(out, shape)
    writer.writerow(_headings(columns, shape))
    writer.writerows(
        [cell_text(column, cell, people=shape.people) for column, cell in zip(columns, row, strict=True)]
        for row in rows
    )
    return shape.mark + out.getvalue().encode()


def quoted_headings(columns: Iterable[Column], dialect: Dialect) -> list[str]:
    shape = shape_of(dialect)
    return _quoted(_headings(columns, shape), shape)


def quoted(column: Column, cells: Iterable[Cell], dialect: Dialect) -> list[str]:
    """Cells as they stand in a line of several, guarded and quoted: for those who put lines together themselves."""
    shape = shape_of(dialect)
    return _quoted((cell_text(column, cell, people=shape.people) for cell in cells), shape)


def _headings(columns: Iterable[Column], shape: Shape) -> list[str]:
    return [guarded(column.heading if shape.people else column.id) for column in columns]


def _quoted(texts: Iterable[str], shape: Shape) -> list[str]:
    special = re.compile(rf'["\r\n{shape.separator}]')
    edge = '"' if shape.quote_all else ""
    return [_by_writer(text, shape) if special.search(text) else f"{edge}{text}{edge}" for text in texts]


def _by_writer(text: str, shape: Shape) -> str:
    out = io.StringIO(newline="")
    # A line of one cell is written in a way of its own when the cell is empty, so there are two.
    _writer(out, shape).writerow([text, "x"])
    return (
        out.getvalue()
        .removesuffix(shape.line_end)
        .removesuffix('"x"' if shape.quote_all else "x")
        .removesuffix(shape.separator)
    )


def _writer(out: io.StringIO, shape: Shape) -> Any:
    return csv.writer(
        out,
        delimiter=shape.separator,
        quoting=csv.QUOTE_ALL if shape.quote_all else csv.QUOTE_MINIMAL,
        lineterminator=shape.line_end,
    )


def cell_text(column: Column, cell: Cell, *, people: bool) -> str:
    """A cell as it stands in the file, before quoting. Raises `TypeError` when the column cannot hold it."""
    check(column, cell)
    match cell:
        case None:
            return ""
        case bool():
            return ("ja" if cell else "nei") if people else str(cell).lower()
        case datetime():
            return f"{cell.astimezone(OSLO):%d.%m.%Y %H:%M:%S}" if people else cell.isoformat(timespec="seconds")
        case date():
            return f"{cell.day:02d}.{cell.month:02d}.{cell.year:04d}" if people else cell.isoformat()
        case int() | float():
            rounded = cell if column.decimals is None else round(cell, column.decimals)
            return exact(rounded).replace(".", ",") if people else exact(cell)
        case Label():
            return guarded(cell.word if people else cell.id)
        case str():
            return guarded(column.words.get(cell, cell) if people else cell)


def exact(number: float) -> str:
    """Every digit that matters and no exponent: 3.5 · 4 · 0.0000001"""
    text = format(Decimal(repr(float(number))), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


_DANGEROUS = frozenset("=+-@\t\r\n|%\u2212")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def guarded(text: str) -> str:
    """The text with one `'` before it when a spreadsheet could take it for a formula, or when it begins with `'`."""
    return f"'{text}" if _needs_guard(text) else text


def unguarded(text: str) -> str:
    """The text without the one `'` that `guarded` could have put there; anything else is left alone."""
    return text[1:] if text.startswith("'") and _needs_guard(text[1:]) else text


def _needs_guard(text: str) -> bool:
    if text.startswith("'"):
        return True
    first = next((sign for sign in text if sign in _DANGEROUS or not _unseen(sign)), "")
    return unicodedata.normalize("NFKC", first)[:1] in _DANGEROUS and not _PLAIN_NUMBER.fullmatch(text)


def _unseen(sign: str) -> bool:
    """Blanks, zero-width and direction marks: what a spreadsheet may skip before it looks for a formula."""
    return sign.isspace() or unicodedata.category(sign) in ("Cf", "Cc", "Zs")
