"""Files made to cost far more to read than to send; as a module it reads them all and says how they were refused, and what memory it took."""

import json
import random
import re
import sys
from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from openpyxl import Workbook

from reports.answers.csv_read import read_answers
from reports.answers.file_faults import FileRefused
from reports.answers.xlsx_apart import sheet_apart
from reports.answers.xlsx_read import SIGNATURE, read_answers_xlsx
from tests.reports.answers.forms import FORM

SHEET = "xl/worksheets/sheet1.xml"
_CELL = b"<c><v>1</v></c>"


def _sheet(rows: bytes) -> bytes:
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="' + main + b'"><sheetData>' + rows + b"</sheetData></worksheet>"


def book(parts: Mapping[str, bytes] = MappingProxyType({}), *, filling: int = 0) -> bytes:
    """A workbook with these parts in place of its own; the filling is noise, which hides how well the rest is packed."""
    plain = Workbook()
    plain.worksheets[0].append(("question_id", "value"))
    made, out = BytesIO(), BytesIO()
    plain.save(made)
    with ZipFile(made) as packed, ZipFile(out, "w", ZIP_DEFLATED) as written:
        for name in packed.namelist():
            written.writestr(name, parts.get(name) or packed.read(name))
        written.writestr("xl/media/noise.bin", random.Random(1).randbytes(filling), ZIP_STORED)
    return out.getvalue()


def _styles(count: int) -> bytes:
    with ZipFile(BytesIO(book())) as packed:
        held = packed.read("xl/styles.xml")
    return held.replace(b"</fonts>", b'<font><sz val="11"/></font>' * count + b"</fonts>")


# What it is -> how it is made, and the fault it is refused with.
FILES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "a row of four million cells": (
        lambda: book({SHEET: _sheet(b"<row>" + _CELL * 4_000_000 + b"</row>")}, filling=900_000),
        "unpacks_too_large",
    ),
    "a row of six hundred thousand": (
        lambda: book({SHEET: _sheet(b"<row>" + _CELL * 600_000 + b"</row>")}, filling=900_000),
        "too_many_cells_in_book",
    ),
    "a million empty rows": (
        lambda: book({SHEET: _sheet(b"<row/>" * 1_000_000)}, filling=900_000),
        "too_many_cells_in_book",
    ),
    "styles without end": (
        lambda: book({"xl/styles.xml": _styles(300_000)}, filling=900_000),
        "too_many_formats",
    ),
    "a line of five million cells": (lambda: b"question_id,value\nx" + b"," * 4_900_000, "too_many_cells_in_file"),
    "two million empty lines": (lambda: b"question_id;value\n" + b";\n" * 2_400_000, "no_lines"),
    "half a million lines": (lambda: b"question_id,value\n" + b"Q-LEVEL,1\n" * 480_000, "too_many_rows"),
    "letters of another set": (lambda: b"question_id,value\n" + b"\xe6 \n" * 1_600_000, "not_utf8"),
}


def faults(data: bytes) -> list[str]:
    """How a file is refused, read as one that was uploaded; nothing when it is not."""
    read = partial(read_answers_xlsx, unpack=sheet_apart) if data.startswith(SIGNATURE) else read_answers
    try:
        read(data, FORM)
    except FileRefused as refused:
        return [each.fault for each in refused.faults]
    return []


def main() -> None:
    files = {name: make() for name, (make, _) in FILES.items()}
    found = {name: faults(data) for name, data in files.items()}
    status = Path("/proc/self/status").read_text(encoding="ascii")
    # Not what the system tells of a process and its children: that counts what their parent had before they began.
    most = re.search(r"VmHWM:\s+(\d+) kB", status)
    json.dump({"faults": found, "most_mb": int(most[1]) // 1024 if most else None}, sys.stdout)


if __name__ == "__main__":
    main()
