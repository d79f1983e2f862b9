"""Text from people, made equal on every database: newlines as LF, composed letters, no control characters.

Refuses NUL, lone surrogates and every control character except newline and tab, and text that is too long:
PostgreSQL refuses some of these, SQLite none, spreadsheets others.
"""

import re
import unicodedata

LONGEST_TEXT = 10_000
LONGEST_NAME = 200
# They turn the text around them, so that a name in a sentence, a letter or a file's name reads as another.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class BadText(ValueError):
    """`fault`: control_character, text_too_long, direction_mark, line_break_in_name, name_missing or not_text."""

    def __init__(self, fault: str, **context: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.context = context


def clean_text(text: object, *, longest: int = LONGEST_TEXT) -> str | None:
    """The text as it is stored; None when it is blank. Raises `BadText`."""
    if not isinstance(text, str):
        raise BadText("not_text")
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _FORBIDDEN.search(lines):
        raise BadText("control_character", found=f"U+{ord(found.group()):04X}", position=found.start() + 1)
    composed = unicodedata.normalize("NFC", lines)
    if len(composed) > longest:
        raise BadText("text_too_long", length=len(composed), longest=longest)
    return composed if composed.strip() else None


def clean_name(text: object) -> str:
    """A name: one line of at most 200 characters, not blank, without blanks around it or signs that turn the text.

    Raises `BadText`.
    """
    name = clean_text(text, longest=LONGEST_NAME)
    if name is None:
        raise BadText("name_missing")
    name = name.strip()
    if "\n" in name or "\t" in name:
        raise BadText("line_break_in_name")
    if found := _TURNING.search(name):
        raise BadText("direction_mark", found=f"U+{ord(found.group()):04X}", position=found.start() + 1)
    return name
