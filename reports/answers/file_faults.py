"""What may be wrong with an answers file, in the words of the one who must mend it: where, what, what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from language import sentence
from language.reports.answers import file_faults as words
from language.reports.answers.book_faults import BOOKS
from language.reports.answers.customer_faults import CUSTOMERS
from language.reports.answers.headings import HEADINGS
from language.reports.answers.line_faults import LINES
from scoring import names
from scoring.typed_values import NotUnderstood

LONGEST_SHOWN = 60
# Fault id -> what is wrong, what to do: of answers files, and of workbooks (`xlsx_read`).
WORDS = words.FILES | LINES
BOOK_WORDS = BOOKS


class FileRefused(Exception):
    """A file that cannot be used, with every fault in it at once. Nothing of it is stored.

    Exception
    └── FileRefused             `faults`, sorted by line; `file`, its name where there are several, else ""
    """

    def __init__(self, faults: Iterable["FileFault"], *, file: str = "") -> None:
        self.file = file
        self.faults = tuple(sorted(set(faults), key=lambda f: (f.line, f.question, f.column, f.fault)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True, slots=True)
class FileFault:
    """One fault. `line` is 0 when it concerns the whole file; `question` and `column` (its id) are "" when not known.

    `value` is what stood there, short and printable. heading: of the column, where it is none of the answers'.
    """

    line: int
    question: str
    column: str
    fault: str
    value: str
    message: str
    remedy: str
    heading: str = ""

    def __str__(self) -> str:
        where = words.LINE(line=self.line) if self.line else words.FILE()
        about = self._what(self.heading or HEADINGS.get(self.column, ""))
        return f"{' '.join(part for part in (where, self.question) if part)}: {about}"

    def in_file(self, name: str) -> str:
        """The fault as a line for a terminal."""
        place = f"{name}:{self.line}" if self.line else name
        return f"{' '.join(part for part in (place, self.question) if part)} · {self._what(self.column)}"

    def _what(self, column: str) -> str:
        return f"{f'{column}: ' if column else ''}{self.message}. {self.remedy}"


def fault(
    kind: str,
    line: int = 0,
    *,
    question: str = "",
    column: str = "",
    value: str = "",
    heading: str = "",
    context: Mapping[str, object] = MappingProxyType({}),
) -> FileFault:
    """The fault with its words. `near` in the context is what was probably meant; then that is the remedy."""
    shown = {name: safe(str(text), longest=400) for name, text in context.items()} | {"found": safe(value)}
    message, remedy = (each(**shown) for each in (WORDS | CUSTOMERS | BOOK_WORDS)[kind])
    remedy = words.DID_YOU_MEAN(near=near) if (near := shown.get("near")) else remedy
    return FileFault(line, safe(question), column, kind, safe(value), message, remedy, heading)


def fault_text(error: NotUnderstood, found: str) -> str:
    """What is wrong with something that was typed, and what to do, as sentences for the screen."""
    about = fault(error.fault, value=found, context=error.context)
    return sentence(f"{about.message}. {about.remedy}")


def safe(text: str, *, longest: int = LONGEST_SHOWN) -> str:
    """Text from a file, short, on one line and without what could move a cursor."""
    line = " ".join("".join(sign if sign.isprintable() or sign.isspace() else "?" for sign in text[:1_000]).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or ""."""
    return names.nearest(word, known, cutoff=0.7)


@dataclass(frozen=True, slots=True)
class FileNote:
    """Something of a file that was passed over, and does no harm. `line` is 0 when it concerns the whole file."""

    line: int
    note: str
    message: str


def note(kind: str, line: int, **context: object) -> FileNote:
    shown = {name: safe(str(text), longest=200) for name, text in context.items()}
    return FileNote(line, kind, words.NOTES[kind](line=line, **shown))
