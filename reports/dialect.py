"""How a table becomes a CSV file: separator, decimal sign, byte-order mark, dates, truth values and guarded text.

Nothing else in Klarsjekk decides any of these; the readers ask here what a cell may look like.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

SEPARATORS = (";", ",", "\t")


class Dialect(StrEnum):
    """`norwegian` opens in Norwegian Excel; `program` is for everything that reads files."""

    NORWEGIAN = "norwegian"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Column:
    """`id` is the heading for programs and never changes; `heading` is for people."""

    id: str
    heading: str


@dataclass(frozen=True, slots=True)
class Label:
    """One of a closed list: its id for programs, its word for people."""

    id: str
    word: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is for programs, rounded for people."""

    value: float | None
    decimals: int = 1


Cell = None | bool | int | float | date | str | Label | Figure


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
    """The table as the bytes of a file, the headings first."""
    shape = shape_of(dialect)
    out = io.StringIO(newline="")
    writer = _writer(out, shape)
    writer.writerow([guarded(column.heading if shape.people else column.id) for column in columns])
    writer.writerows([_text(cell, people=shape.people) for cell in row] for row in rows)
    return shape.mark + out.getvalue().encode()


def quoted(cells: Iterable[Cell], dialect: Dialect) -> list[str]:
    """Cells as they stand in a line of several, guarded and quoted: for those who put lines together themselves."""
    shape = shape_of(dialect)
    special = re.compile(rf'["\r\n{shape.separator}]')
    edge = '"' if shape.quote_all else ""
    texts = (_text(cell, people=shape.people) for cell in cells)
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


def _text(cell: Cell, *, people: bool) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return ("ja" if cell else "nei") if people else str(cell).lower()
        case date():
            return f"{cell.day:02d}.{cell.month:02d}.{cell.year:04d}" if people else cell.isoformat()
        case int() | float():
            return exact(cell).replace(".", ",") if people else exact(cell)
        case Figure():
            value = round(cell.value, cell.decimals) if people and cell.value is not None else cell.value
            return _text(value, people=people)
        case Label():
            return guarded(cell.word if people else cell.id)
        case str():
            return guarded(cell)


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


class BadCell(ValueError):
    """A cell that does not hold what its column wants. `fault` is an id of `csv_faults.WORDS`."""

    def __init__(self, fault: str, **context: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.context = context


_TRUE = frozenset(("ja", "true", "sann", "sant"))
_FALSE = frozenset(("nei", "false", "usann", "usant"))


def read_truth(text: str) -> bool:
    """ja, nei, true, false, sann, usann, sant, usant, in small or capital letters. Raises `BadCell`."""
    word = text.casefold()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise BadCell("not_yes_or_no")


_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NORWEGIAN_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}")


def read_day(text: str) -> date:
    """2027-02-01 or 1.2.2027. Raises `BadCell`."""
    if found := _DAY.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _NORWEGIAN_DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif _SHORT_YEAR.fullmatch(text):
        raise BadCell("short_year")
    elif re.fullmatch(r"[0-9]{5}", text):
        raise BadCell("day_number")
    else:
        raise BadCell("not_a_day")
    try:
        return date(year, month, day)
    except ValueError:
        raise BadCell("no_such_day") from None


_GROUPED = re.compile(r"[+-]?[0-9]{1,3}([ \u00a0\u2009\u202f][0-9]{3})+([.,][0-9]+)?")


def read_number(text: str, *, decimal_comma: bool) -> float:
    """3,5 · 3.5 · 12 000. The sign that is not this file's decimal sign is refused where it may part thousands."""
    if "%" in text:
        raise BadCell("per_cent")
    if re.fullmatch(r"[+-]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+", text):
        raise BadCell("exponent")
    if not _PLAIN_NUMBER.fullmatch(text) and not _GROUPED.fullmatch(text):
        raise BadCell("not_a_number")
    foreign = "." if decimal_comma else ","
    if re.search(rf"{re.escape(foreign)}[0-9]{{3}}$", text):
        raise BadCell("thousands_or_decimals")
    return float(re.sub(r"[ \u00a0\u2009\u202f]", "", text).replace(",", "."))
