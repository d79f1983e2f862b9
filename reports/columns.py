"""What a column of a file holds: its names, its type, and how its cells are put into words. Refuses a cell of another type."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from language import Language, speaking


class CellType(StrEnum):
    """What the cells of a column are. `MIXED`: of several types, as the question of the line wants."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    DAY = "day"
    MOMENT = "moment"
    TRUTH = "truth"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Label:
    """A text with an id for programs and words for people, where the two are put together line by line."""

    id: str
    word: str


Cell = None | bool | int | float | date | str | Label
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """`id` is the heading for programs and never changes; `heading` is for people. Made by the functions below.

    words: a cell -> what people see in its place. choices: all it can hold, where that list is closed. decimals: of a
    number, as people see it; programs see it unrounded.
    """

    id: str
    heading: str
    type: CellType
    words: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    decimals: int | None = None


# Each column with what it holds of a line: all there is to say of a file with one line per thing.
Table = Mapping[Column, Callable[[T], Cell]]


def text(id_: str, heading: str, words: Mapping[str, str] | None = None) -> Column:
    """words: of cells that people see as something else; a cell that is not there stands as it is."""
    return Column(id_, heading, CellType.TEXT, _bokmal(words or {}))


def choice(id_: str, heading: str, words: Mapping[E, str]) -> Column:
    """One of a closed list, with the word for each."""
    return Column(id_, heading, CellType.TEXT, _bokmal(words), tuple(map(str, words)))


def _bokmal(words: Mapping[E, str] | Mapping[str, str]) -> dict[str, str]:
    """Tables are for programs, and are in bokmål whoever is here when the column is made."""
    with speaking(Language.BOKMAL):
        return {str(key): word for key, word in words.items()}


def number(id_: str, heading: str, decimals: int | None = None) -> Column:
    return Column(id_, heading, CellType.NUMBER, decimals=decimals)


def whole(id_: str, heading: str) -> Column:
    return Column(id_, heading, CellType.WHOLE)


def day(id_: str, heading: str) -> Column:
    return Column(id_, heading, CellType.DAY)


def moment(id_: str, heading: str) -> Column:
    return Column(id_, heading, CellType.MOMENT)


def truth(id_: str, heading: str) -> Column:
    return Column(id_, heading, CellType.TRUTH)


def mixed(id_: str, heading: str) -> Column:
    return Column(id_, heading, CellType.MIXED)


# The first that a cell is an instance of: a truth value is a whole number to Python, and a moment a day.
_MAY_STAND_IN: tuple[tuple[type, tuple[CellType, ...]], ...] = (
    (bool, (CellType.TRUTH,)),
    (int, (CellType.WHOLE, CellType.NUMBER)),
    (float, (CellType.NUMBER,)),
    (datetime, (CellType.MOMENT,)),
    (date, (CellType.DAY,)),
    (str, (CellType.TEXT,)),
    (Label, (CellType.TEXT,)),
)


def check(column: Column, cell: Cell) -> None:
    """Raise `TypeError` when the cell is not what the column says that it holds. An empty one may stand anywhere."""
    fitting = next((types for kind, types in _MAY_STAND_IN if isinstance(cell, kind)), ())
    typed = cell is None or column.type is CellType.MIXED or column.type in fitting
    if not typed or (column.choices and cell is not None and cell not in column.choices):
        raise TypeError(f"{column.id} ({column.type}) cannot hold {cell!r}")
