"""The bytes of a file as text, with what is wrong with its characters: UTF-8, or Windows-1252 once confirmed."""

import re
from collections.abc import Iterable, Sequence

from language.reports.answers import text_encoding as words
from reports.answers.file_faults import FileFault, fault, safe

LARGEST_MB = 5
MOST_BAD_LINES = 50

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SIGNATURES = (
    (b"PK\x03\x04", "is_xlsx"),
    (b"%PDF", "is_pdf"),
    (b"\xff\xfe", "utf16"),
    (b"\xfe\xff", "utf16"),
)
# Vertical tab and page break are how Word and Excel break a line inside a cell: they become newlines.
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# What UTF-8 becomes when it is read as Windows-1252: a leading sign and one of those that follow it.
_FOLLOWS = "".join(sorted({bytes((byte,)).decode("cp1252", "ignore") for byte in range(0x80, 0xC0)}))
_MOJIBAKE = re.compile(f"[ÂÃ][{re.escape(_FOLLOWS)}]|â€[{re.escape(_FOLLOWS)}]|ðŸ[{re.escape(_FOLLOWS)}]")
_NORWEGIAN = re.compile("[æøåÆØÅ]")
_QUOTES = {"«": "»", '"': '"', "'": "'", "“": "”", "‘": "’"}


def text_of(data: bytes, *, encoding_confirmed: bool) -> tuple[str, list[FileFault]]:
    """The text, "" when it cannot be read at all, and the faults.

    encoding_confirmed: somebody has looked at the characters; then Windows-1252 is accepted.
    """
    if refused := _not_text(data):
        return "", [refused]
    text, faults = _decoded(data, encoding_confirmed=encoding_confirmed)
    if not faults and not text.strip():
        return "", [fault("empty_file")]
    controls = _control_characters(text)
    if faults and controls:
        return "", faults
    return CONTROL.sub("?", text), faults + controls


def _not_text(data: bytes) -> FileFault | None:
    if len(data) > LARGEST_MB * 1_000_000:
        return fault("too_big", context={"most": LARGEST_MB})
    if data.startswith(_OLE):
        return fault("has_password" if _ENCRYPTED in data else "is_xls")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return fault(kind)
    if data[:1_000].count(0) > 10:
        return fault("is_binary")
    return None


def _decoded(data: bytes, *, encoding_confirmed: bool) -> tuple[str, list[FileFault]]:
    """UTF-8; else as Windows-1252, so that whatever else is wrong is told as well, with the one fault that it is so."""
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        # The five bytes that Windows-1252 leaves open become control characters, which are refused with their line.
        text = _windows(data.removeprefix(b"\xef\xbb\xbf"))
    if encoding_confirmed:
        return text, []
    bad = [(number, line) for number, line in enumerate(_lines(data), start=1) if not _is_utf8(line)]
    shown = _windows_text(bad[0][1]) if bad else ""
    return text, [fault("not_utf8", bad[0][0] if bad else 0, value=shown, context={"count": words.LINES(len(bad))})]


_WINDOWS = tuple(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(256))


def _windows(data: bytes) -> str:
    return "".join(map(_WINDOWS.__getitem__, data))


def _windows_text(line: bytes) -> str:
    """A word of the line that shows what the letters would be."""
    found = re.split(r"[\s;,\"]+", _windows(line))
    return next((word for word in found if not word.isascii()), "")


def _lines(data: bytes) -> list[bytes]:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _control_characters(text: str) -> list[FileFault]:
    found = list(CONTROL.finditer(text))[:MOST_BAD_LINES]
    return [
        fault("control_character", _line(text, m.start()), context={"code": f"U+{ord(m.group()):04X}"}) for m in found
    ]


def broken_letters(rows: Iterable[tuple[int, Sequence[str]]]) -> list[FileFault]:
    """One fault for the first cell in which letters were lost, and one for the first in which they became others."""
    cells = [(line, cell) for line, row in rows for cell in row]
    lost = next(((line, "\ufffd") for line, cell in cells if "\ufffd" in cell), None)
    spoilt = [(line, found) for line, cell in cells if (found := mojibake(cell))]
    faults = [fault("lost_character", lost[0], value=lost[1])] if lost else []
    if spoilt:
        faults.append(
            fault(
                "mojibake",
                spoilt[0][0],
                value=safe(spoilt[0][1]),
                context={"count": words.CELLS(len(spoilt))},
            )
        )
    return faults


def mojibake(cell: str) -> str:
    """What æ, ø or å has become in a cell, "" when they are whole.

    A cell that speaks of «Ã¦», in quotes and beside whole letters, is no damage.
    """
    for found in _MOJIBAKE.finditer(cell):
        before, after = cell[: found.start()][-1:], cell[found.end() :][:1]
        quoted = before in _QUOTES and _QUOTES[before] == after
        if not (quoted and _NORWEGIAN.search(cell)):
            return found.group()
    return ""


def _line(text: str, position: int) -> int:
    before = text[:position]
    return 1 + before.replace("\r\n", "\n").replace("\r", "\n").count("\n")
