"""What a customer replies: values by kind, and what else an answer may carry. Silence is `None`, never a score.

Refuses a value that does not fit its question; an unfinished share (`done` typed, `all` not yet) is kept, and
counts as unanswered.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, Literal, assert_never

from scoring.names import name_key
from scoring.questionnaire import (
    DateQuestion,
    LevelQuestion,
    MatrixQuestion,
    NumberQuestion,
    Question,
    ShareQuestion,
    YesNoQuestion,
)
from scoring.vocabulary import WaitingOn

LARGEST = 1e9
LONGEST_ROW_NAME = 200
MOST_ROWS = 200
FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Share:
    """`done` of `all`; either may still be missing."""

    done: float | None
    all: float | None

    @property
    def complete(self) -> bool:
        """Whether both are there and can be a share: 24 of 3 is a slip, and counts as unanswered."""
        return self.done is not None and self.all is not None and not self.more_than_all

    @property
    def more_than_all(self) -> bool:
        return self.done is not None and self.all is not None and self.done > self.all

    @property
    def fraction(self) -> float | None:
        """The first of the two that is no whole number."""
        return next((each for each in (self.done, self.all) if each is not None and not float(each).is_integer()), None)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row of a matrix: `row` is the id of a fixed row or the name the customer gave.

    A row with `not_applicable` (the reason) takes no part.
    """

    row: str
    share: Share
    not_applicable: str | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    rows: tuple[MatrixRow, ...]


class NoneYet(Enum):
    """The answer that nothing has fallen due yet, where a question takes it."""

    NONE_YET = "none_yet"


NONE_YET = NoneYet.NONE_YET
Value = int | bool | float | date | Share | Matrix | NoneYet


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to one question. `not_applicable` is the reason why it does not apply, or `None`.

    not_known: said to be not known yet. It is no answer and no score; an answer takes its place.
    disagrees: why the customer does not take HPAS's answer, on a question that HPAS answers; `value` is then its own.
    confirmed_on: the day it was last given or stood by; `None` where that is not known. It says nothing else: two answers
    that differ in it alone are equal.
    """

    value: Value | None = None
    not_applicable: str | None = None
    waiting_on: WaitingOn | None = None
    comment: str | None = None
    evidence: str | None = None
    not_known: Literal[True] | None = None
    disagrees: str | None = None
    confirmed_on: date | None = field(default=None, compare=False)


Answers = Mapping[str, Answer]
NO_ANSWER = Answer()


class BadValue(ValueError):
    """A value that does not fit its question.

    `fault` is a stable id: wrong_type, not_a_level, out_of_range, all_not_positive, unknown_row, repeated_row,
    too_many_rows, row_without_name, day_out_of_range, not_none_yet, more_than_all, not_whole.
    """

    def __init__(self, fault: str, **context: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.context = context


def check_value(question: Question, value: Value) -> None:
    """Raise `BadValue` unless `value` can answer `question`."""
    if isinstance(value, NoneYet):
        if question.none_yet is None:
            raise BadValue("not_none_yet")
        return
    match question:
        case LevelQuestion():
            if not isinstance(value, int) or isinstance(value, bool):
                raise BadValue("wrong_type")
            if not 0 <= value <= 4:
                raise BadValue("not_a_level", found=value)
        case YesNoQuestion():
            if not isinstance(value, bool):
                raise BadValue("wrong_type")
        case NumberQuestion():
            _check_amount(value)
        case DateQuestion():
            if not isinstance(value, date):
                raise BadValue("wrong_type")
            if not FIRST_DAY <= value <= LAST_DAY:
                raise BadValue("day_out_of_range", found=value)
        case ShareQuestion():
            _check_share(value)
        case MatrixQuestion():
            _check_matrix(question, value)
        case _:
            assert_never(question)


# What a share is of when it is measured and not counted.
_MEASURED = re.compile(r"timer\b|årsverk|dagsverk|ukeverk|kroner|prosent", re.IGNORECASE)


def counts_things(question: Question) -> bool:
    """Of a share, and of each row of a matrix: whether it counts things, of which there are no halves."""
    if not isinstance(question, ShareQuestion | MatrixQuestion):
        return False
    return not _MEASURED.search(question.all.nb) if question.decimals is None else not question.decimals


def check_entry(question: Question, value: Value) -> None:
    """What `check_value` asks, and what is asked only of new answers: older ones are read as they were stored.

    Raises `BadValue`: what `check_value` finds, more_than_all, not_whole, repeated_row.
    """
    check_value(question, value)
    shares = {"": value} if isinstance(value, Share) else {}
    rows = value.rows if isinstance(value, Matrix) else ()
    for name, share in (*shares.items(), *((row.row, row.share) for row in rows)):
        if share.more_than_all:
            raise BadValue("more_than_all", row=name, done=share.done, all=share.all)
        if counts_things(question) and share.fraction is not None:
            raise BadValue("not_whole", row=name, found=share.fraction)
    seen: set[str] = set()
    for row in rows:
        if name_key(row.row) in seen:
            raise BadValue("repeated_row", row=row.row)
        seen.add(name_key(row.row))


def _check_amount(amount: object) -> None:
    if isinstance(amount, bool) or not isinstance(amount, (int, float)):
        raise BadValue("wrong_type")
    if not (math.isfinite(amount) and 0 <= amount <= LARGEST):
        raise BadValue("out_of_range", found=amount)


def _check_share(share: object) -> None:
    if not isinstance(share, Share):
        raise BadValue("wrong_type")
    if share.done is not None:
        _check_amount(share.done)
    if share.all is not None:
        _check_amount(share.all)
        if share.all <= 0:
            raise BadValue("all_not_positive", found=share.all)


def _check_matrix(question: MatrixQuestion, matrix: object) -> None:
    if not isinstance(matrix, Matrix):
        raise BadValue("wrong_type")
    if len(matrix.rows) > MOST_ROWS:
        raise BadValue("too_many_rows", most=MOST_ROWS)
    fixed = {row.id for row in question.fixed_rows}
    seen: set[str] = set()
    for row in matrix.rows:
        if not row.row.strip() or len(row.row) > LONGEST_ROW_NAME:
            raise BadValue("row_without_name", longest=LONGEST_ROW_NAME)
        if question.rows != "customer" and row.row not in fixed:
            raise BadValue("unknown_row", row=row.row)
        if row.row.casefold() in seen:
            raise BadValue("repeated_row", row=row.row)
        seen.add(row.row.casefold())
        _check_share(row.share)


def value_to_json(value: Value) -> Any:
    """The value as plain JSON data: number, truth value, ISO date, or lists and objects of these."""
    match value:
        case Share():
            return {"done": value.done, "all": value.all}
        case Matrix():
            return [
                {"row": row.row, "done": row.share.done, "all": row.share.all}
                | ({"not_applicable": row.not_applicable} if row.not_applicable else {})
                for row in value.rows
            ]
        case date():
            return value.isoformat()
        case NoneYet():
            return value.value
        case _:
            return value


def value_from_json(question: Question, data: Any) -> Value:
    """The value `encode` made, checked against its question. Raises `BadValue`."""
    try:
        value = _typed(question, data)
    except (KeyError, TypeError, ValueError):
        raise BadValue("wrong_type") from None
    check_value(question, value)
    return value


def _typed(question: Question, data: Any) -> Value:
    if data == NONE_YET.value:
        return NONE_YET
    match question:
        case DateQuestion():
            return date.fromisoformat(data)
        case ShareQuestion():
            return _share(data)
        case MatrixQuestion():
            return Matrix(tuple(MatrixRow(str(row["row"]), _share(row), row.get("not_applicable")) for row in data))
        case NumberQuestion():
            return _amount(data)
        case _:
            return data  # type: ignore[no-any-return]


def _share(data: Any) -> Share:
    done, whole = data["done"], data["all"]
    return Share(None if done is None else _amount(done), None if whole is None else _amount(whole))


def _amount(data: Any) -> float:
    if isinstance(data, bool) or not isinstance(data, (int, float)):
        raise TypeError
    return float(data)
