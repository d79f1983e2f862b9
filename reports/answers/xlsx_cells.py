"""A cell of a workbook as the text a person sees in it: per cent as «75 %», days and times as Excel shows them.

A value that is shown as something else (a number in thousands, an error, a formula) is refused, and the cell named.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from reports.answers.csv_lines import newlines
from reports.answers.file_faults import FileFault, fault
from reports.answers.text_encoding import CONTROL
from reports.dialect import exact

# Two signs that no text has (noncharacters), in place of an underscore and of the escape of one.
UNDERSCORE, ESCAPE = "\ufdd0", "\ufdd1"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_SCALED = re.compile(r"[0#?],+(?![0#?.,])")


def cell_text(cell: Any) -> str:
    """What the cell says, as it would stand in a CSV file that Norwegian Excel had made of it."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _number(value, str(cell.number_format or ""))
        case datetime():
            midnight = value.time() == time()
            return f"{value:%d.%m.%Y}" if midnight else f"{value:%d.%m.%Y %H:%M:%S}"
        case date():
            return f"{value:%d.%m.%Y}"
        case time():
            return f"{value:%H:%M:%S}"
        case timedelta():
            return str(value)
        case _:
            return _as_typed(str(value))


def cell_fault(cell: Any, line: int) -> FileFault | None:
    """Why the cell cannot be read, if it cannot."""
    if cell.data_type == "f":
        return fault("formula", line, value=_place(cell))
    if cell.data_type == "e":
        return fault("error_cell", line, value=str(cell.value))
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and _SCALED.search(_plain(cell.number_format)):
        return fault("scaled", line, value=_place(cell))
    if found := CONTROL.search(cell_text(cell)):
        return fault("control_character", line, context={"code": f"U+{ord(found.group()):04X}"})
    return None


def _place(cell: Any) -> str:
    return str(getattr(cell, "coordinate", ""))


def _number(value: float, number_format: str) -> str:
    if value != value or abs(value) >= 1e300:
        return str(value)
    section = _section(value, number_format)
    if "%" in _plain(section):
        return f"{exact(float(Decimal(repr(float(value))) * 100)).replace('.', ',')} %"
    text = exact(value).replace(".", ",")
    return f"{text} %" if "%" in section else text


def _section(value: float, number_format: str) -> str:
    """The part of a format that this value is shown by: for what is above, below and at 0."""
    parts = re.split(r""";(?=(?:[^"]*"[^"]*")*[^"]*$)""", number_format)
    if value < 0 and len(parts) > 1:
        return parts[1]
    return parts[2] if value == 0 and len(parts) > 2 else parts[0]


def _plain(number_format: object) -> str:
    """A format without the texts it puts around the number."""
    return _LITERAL.sub("", str(number_format or ""))


def _as_typed(text: str) -> str:
    """Newlines as LF, composed letters, and the file format's own escapes undone."""
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    plain = plain.replace(UNDERSCORE, "_").replace(ESCAPE, "x005F_")
    return unicodedata.normalize("NFC", newlines(plain).encode("utf-8", "replace").decode())
