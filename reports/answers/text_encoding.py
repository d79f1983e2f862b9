"""The bytes of a file as text, with what is wrong with its characters: UTF-8, or Windows-1252 once confirmed."""

import re

from reports.answers.file_faults import FileFault, fault, safe

LARGEST_MB = 5
MOST_BAD_LINES = 50

_SIGNATURES = (
    (b"PK\x03\x04", "is_xlsx"),
    (b"\xd0\xcf\x11\xe0", "is_xlsx"),
    (b"%PDF", "is_pdf"),
    (b"\xff\xfe", "utf16"),
    (b"\xfe\xff", "utf16"),
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# æøåÆØÅ and typographic signs in UTF-8, read as Windows-1252.
_MOJIBAKE = re.compile("Ã[¦¸¥†˜…]|â€[“”™œ˜¦¢]|Â[«»\u00a0]")
_NORWEGIAN = re.compile("[æøåÆØÅ]")


def text_of(data: bytes, *, encoding_confirmed: bool) -> tuple[str, list[FileFault]]:
    """The text, "" when it cannot be read at all, and the faults.

    encoding_confirmed: somebody has looked at the characters; then Windows-1252 and odd signs are accepted.
    """
    if refused := _not_text(data):
        return "", [refused]
    text, faults = _decoded(data, encoding_confirmed=encoding_confirmed)
    if not faults and not text.strip():
        return "", [fault("empty_file")]
    faults += _control_characters(text)
    if not encoding_confirmed and not any(found.fault == "not_utf8" for found in faults):
        faults += _broken_characters(text)
    return _CONTROL.sub("?", text), faults


def _not_text(data: bytes) -> FileFault | None:
    if len(data) > LARGEST_MB * 1_000_000:
        return fault("too_big", context={"most": LARGEST_MB})
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return fault(kind)
    if data[:1_000].count(0) > 10:
        return fault("is_binary")
    return None


def _decoded(data: bytes, *, encoding_confirmed: bool) -> tuple[str, list[FileFault]]:
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    if encoding_confirmed:
        # The five bytes that Windows-1252 leaves open become control characters, which are refused with their line.
        return "".join(_windows(byte) for byte in data), []
    lines = [number for number, line in enumerate(_lines(data), start=1) if not _is_utf8(line)]
    return data.decode("utf-8-sig", "replace"), [fault("not_utf8", number) for number in lines[:MOST_BAD_LINES]]


def _windows(byte: int) -> str:
    return bytes((byte,)).decode("cp1252", "ignore") or chr(byte)


def _lines(data: bytes) -> list[bytes]:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _control_characters(text: str) -> list[FileFault]:
    found = list(_CONTROL.finditer(text))[:MOST_BAD_LINES]
    return [
        fault("control_character", _line(text, m.start()), context={"code": f"U+{ord(m.group()):04X}"}) for m in found
    ]


def _broken_characters(text: str) -> list[FileFault]:
    """A text that speaks of «Ã¦» is no damage as long as the file has whole Norwegian letters too."""
    lost = text.find("\ufffd")
    faults = [fault("lost_character", _line(text, lost), value="\ufffd")] if lost >= 0 else []
    broken = _MOJIBAKE.search(text)
    if broken and not _NORWEGIAN.search(text):
        faults.append(fault("mojibake", _line(text, broken.start()), value=safe(broken.group())))
    return faults


def _line(text: str, position: int) -> int:
    before = text[:position]
    return 1 + before.replace("\r\n", "\n").replace("\r", "\n").count("\n")
