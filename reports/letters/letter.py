"""A letter, and its two forms: plain text and simple HTML that says the same.

What people have typed (names, actions) is one line of plain signs in it, whatever they typed.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from language import NO_BREAK, Language, speaking, spoken
from language.reports.letters import letter as words

LONGEST_LINE = 160


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A heading with lines under it; `left_out`: how many more there are than are told."""

    heading: str
    lines: tuple[str, ...]
    left_out: int = 0

    @property
    def told(self) -> tuple[str, ...]:
        return (*self.lines, words.AND_MORE(left=self.left_out)) if self.left_out else self.lines


@dataclass(frozen=True, slots=True)
class Letter:
    """link: an address and what it leads to. closing: small print. language: what it is written in."""

    subject: str
    to: str
    opening: tuple[str, ...]
    parts: tuple[LetterPart, ...] = ()
    link: tuple[str, str] | None = None
    closing: tuple[str, ...] = ()
    language: Language = field(default_factory=spoken)


def part(heading: str, lines: Iterable[str], *, most: int = 5) -> LetterPart:
    """The first lines under a heading, and how many there are beside them."""
    held = list(lines)
    return LetterPart(heading, tuple(held[:most]), max(0, len(held) - most))


def one_line(text: str, *, longest: int = LONGEST_LINE) -> str:
    """What someone typed, as one line: no breaks, no signs that cannot be seen or that turn the text."""
    seen = "".join(
        " " if _blank(sign) else sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cs", "Co", "Cn")
    )
    line = " ".join(seen.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _blank(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Zs", "Zl", "Zp")


def plain_text(letter: Letter) -> str:
    """The letter as text; empty parts are left out."""
    with speaking(letter.language):
        blocks = [_hello(letter), *letter.opening]
        blocks += ["\n".join([each.heading, *(f"- {line}" for line in each.told)]) for each in _said(letter)]
    if letter.link:
        address, what = letter.link
        blocks.append(f"{what}:\n{address}")
    if letter.closing:
        blocks.append("\n".join(["--", *letter.closing]))
    return "\n\n".join(blocks).replace(NO_BREAK, " ") + "\n"


def simple_html(letter: Letter) -> str:
    """The same as HTML: paragraphs, headings and lists, nothing that is fetched."""
    with speaking(letter.language):
        body = [f"<p>{escape(each)}</p>" for each in (_hello(letter), *letter.opening)]
        for each in _said(letter):
            items = "".join(f"<li>{escape(line)}</li>" for line in each.told)
            body.append(f'<h2 style="font-size:1.1em">{escape(each.heading)}</h2><ul>{items}</ul>')
    if letter.link:
        address, what = letter.link
        body.append(f'<p><a href="{escape(address)}">{escape(what)}</a></p>')
    if letter.closing:
        body.append("<hr><p><small>" + "<br>".join(escape(each) for each in letter.closing) + "</small></p>")
    head = f'<head><meta charset="utf-8"><title>{escape(letter.subject)}</title></head>'
    style = "font-family:sans-serif;max-width:40em;line-height:1.5"
    page = f'{head}<body style="{style}">{"".join(body)}</body>'
    return f'<!doctype html><html lang="{letter.language.value}">{page}</html>\n'


def _hello(letter: Letter) -> str:
    return words.HELLO_NAME(name=letter.to) if letter.to else words.HELLO()


def _said(letter: Letter) -> list[LetterPart]:
    return [each for each in letter.parts if each.lines]
