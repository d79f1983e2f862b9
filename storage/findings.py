"""What may be amiss in a database, and where."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    FILE = "file"
    LINK = "link"
    UNREADABLE = "unreadable"
    NO_RESPONSE = "no_response"
    REVISION = "revision"
    CHAIN_END = "chain_end"
    VERSION = "version"
    SEAL = "seal"
    ANSWER = "answer"
    NO_ANSWER = "no_answer"
    ENTRY = "entry"
    HEAD = "head"
    HEAD_SEAL = "head_seal"
    NOT_SEALED = "not_sealed"
    ROW_CHANGED = "row_changed"
    ROW_GONE = "row_gone"
    ROW_UNKNOWN = "row_unknown"
    FORM = "form"
    NO_HISTORY = "no_history"
    HISTORY = "history"
    OTHER_CHAIN = "other_chain"


@dataclass(frozen=True, slots=True)
class LocatedFault:
    """A fault and where: a response, and the question and field, a row or a link by its number, or SQLite's own words."""

    fault: Fault
    response_id: str | None = None
    where: str = ""


def readable(look: Callable[[], Iterable[LocatedFault]], response_id: str | None = None, where: str = "") -> Iterator[LocatedFault]:  # fmt: skip
    """What is amiss, or that a row cannot even be read: a moment that is none, or text that is no text."""
    try:
        yield from look()
    except (ValueError, TypeError, OverflowError, LookupError):
        yield LocatedFault(Fault.UNREADABLE, response_id, where)
