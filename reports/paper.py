"""Papers as tagged PDF (PDF/UA-1, PDF/A-2a) set by Typst: what they all begin with, and the data they are handed.

A template is handed data, never markup, so nothing that people typed is ever read as Typst. Only the fonts that come with
Typst are used.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

from language import spoken
from language.reports import paper as words
from scoring.vocabulary import Verdict

HEAD = Path(__file__).with_name("paper.typ")
# The colours of a conclusion, by their names in the template.
TONES = {
    Verdict.NOT_READY: "bad",
    Verdict.UNDECIDED: "open",
    Verdict.BEHIND: "fair",
    Verdict.CONDITIONAL: "fair",
    Verdict.ON_TRACK: "good",
    Verdict.READY: "good",
    Verdict.IN_USE: "good",
    None: "open",
}


def set_paper(template: Path, data: Mapping[str, Any], *, made: date) -> bytes:
    """The paper as it stands on a day. data: all its texts, "lang" and "pages" («Side», «av») where they are not those of the moment."""
    spoken_now = {"lang": spoken().value, "pages": [words.PAGE(), words.OF()]}
    pdf = typst.compile(
        HEAD.read_bytes() + template.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(shown(spoken_now | dict(data)), ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
    )
    return bytes(pdf)


def shown(data: Any) -> Any:
    """The data as the fonts can show it: other signs as «□», without those that only turn or hide text."""
    match data:
        case str():
            return _breakable("".join(_sign(sign) for sign in unicodedata.normalize("NFC", data)))
        case dict():
            return {name: shown(value) for name, value in data.items()}
        case list() | tuple():
            return [shown(value) for value in data]
        case _:
            return data


_SHOWN = ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x203A), (0x20AC, 0x20AC), (0x2190, 0x2193), (0x2264, 0x2265))  # fmt: skip
_MORE = frozenset("\n\u2212\u00d7\u2260\u2248\u221e\u25a1")


def _sign(sign: str) -> str:
    if sign in _MORE or any(first <= ord(sign) <= last for first, last in _SHOWN):
        return sign
    return "" if unicodedata.category(sign) in ("Cf", "Cc", "Mn") else "\u25a1"


def _breakable(text: str) -> str:
    """The text with places to break a word that is longer than a narrow column."""
    return _LONG_WORD.sub(lambda found: "\u200b".join(_TWENTY.findall(found[0])), text)


_LONG_WORD, _TWENTY = re.compile(r"\S{28,}"), re.compile(r"\S{1,20}")
