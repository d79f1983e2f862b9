"""A workbook as the package it is: what sort of file, whether it may be unpacked, and what the library does not tell.

Refuses what is too large, unpacks to far more than it is, has macros, or is in another format than .xlsx, each by name.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

from openpyxl.utils.cell import range_boundaries

from reports.answers.file_faults import FileFault, fault
from reports.answers.xlsx_cells import ESCAPE, UNDERSCORE

LARGEST_MB = 5
MOST_RATIO = 100
MOST_UNPACKED_MB = 10
# Five thousand rows of a hundred columns do not fill it; formats that nobody sees may.
MOST_CELLS = 300_000
MOST_STYLES_MB = 2
_STRICT = b"http://purl.oclc.org/ooxml/"
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})\"")
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)[\s/>]")
_CHUNK, _OVERLAP = 1_000_000, 300


def not_a_book(data: bytes) -> FileFault | None:
    """What can be seen without unpacking more than the list of parts."""
    if len(data) > LARGEST_MB * 1_000_000:
        return fault("too_big", context={"most": LARGEST_MB})
    try:
        with ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            if sum(part.file_size for part in parts) > min(MOST_RATIO * len(data), MOST_UNPACKED_MB * 1_000_000):
                return fault("unpacks_too_large")
            kind = _kind(packed) or _too_much(packed)
    # A damaged package fails in any part of the library, with errors of every kind.
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError, KeyError, zlib_error):
        return fault("damaged_book")
    return fault(kind) if kind else None


def _kind(packed: ZipFile) -> str:
    """The fault that names what the package is, "" when it is a workbook that can be read."""
    names = {name.casefold(): name for name in packed.namelist()}
    if any("vbaproject" in name or "/macrosheets/" in name for name in names):
        return "has_macros"
    if "mimetype" in names and packed.read(names["mimetype"]).startswith(b"application/vnd.oasis.opendocument"):
        return "is_ods"
    if "xl/workbook.bin" in names:
        return "is_xlsb"
    if "xl/workbook.xml" not in names:
        return "not_a_book"
    return "is_strict" if _STRICT in packed.read(names["xl/workbook.xml"]) else ""


def _too_much(packed: ZipFile) -> str:
    """The fault of a package that takes far longer to read than it takes to unpack, "" when it does not."""
    for part in packed.infolist():
        name = part.filename.casefold()
        if name == "xl/styles.xml" and part.file_size > MOST_STYLES_MB * 1_000_000:
            return "too_many_formats"
        if name.startswith("xl/worksheets/") and len(_CELL.findall(packed.read(part))) > MOST_CELLS:
            return "too_many_cells_in_book"
    return ""


def with_escapes_kept(data: bytes) -> bytes:
    """The workbook with the escape of an escape as a sign of its own: the library would take away «x005F_» wherever it is."""
    with ZipFile(BytesIO(data)) as packed:
        strings = next((name for name in packed.namelist() if name.casefold() == "xl/sharedstrings.xml"), "")
        if not strings or b"x005F_" not in packed.read(strings):
            return data
        parts = {part.filename: packed.read(part) for part in packed.infolist()}
    parts[strings] = parts[strings].replace(b"_x005F_", UNDERSCORE.encode()).replace(b"x005F_", ESCAPE.encode())
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def merged_ranges(data: bytes, sheet: str) -> list[str]:
    """«E6:E8» for each group of merged cells. `sheet`: the path of its part. Read in pieces: it may be large."""
    with ZipFile(BytesIO(data)) as packed, packed.open(sheet.lstrip("/")) as part:
        found: dict[str, None] = {}
        held = b""
        while piece := part.read(_CHUNK):
            held = held[-_OVERLAP:] + piece
            found |= {match[1].decode(): None for match in _MERGED.finditer(held)}
    return list(found)


def merged_faults(ranges: Iterable[str], ids: tuple[str, ...], start: int) -> Iterator[FileFault]:
    """Merged cells that hide an answer: below the headings, over more than one cell that is read.

    ids: the column id of each place, "" for one that is passed over. start: the line of the headings.
    """
    for each in ranges:
        left, top, right, bottom = range_boundaries(each)
        if None in (left, top, right, bottom):
            continue
        read = sum(bool(name) for name in ids[int(left or 1) - 1 : int(right or 1)])
        rows = int(bottom or 1) - max(int(top or 1), start + 1) + 1
        if rows > 0 and read * rows > 1:
            yield fault("merged", max(int(top or 1), start + 1), value=each)
