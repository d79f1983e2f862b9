"""Rows of answers as bytes: one number per question of a form and whom it waits on, to be laid out by the thousand.

Little-endian 64-bit numbers in the order of the form, one byte per question, and 16 bits for the day it was last stood
by. What the judgement needs and no more: no texts, no names. It is made from the answers and can always be made again.
Rows of earlier editions have no days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from scoring.answers import NO_ANSWER, Answer, Answers
from scoring.encoding import DOES_NOT_APPLY, EncodedAnswers, number_of
from scoring.vocabulary import WaitingOn
from scoring.yardstick import Yardstick

# The place in this row is what is stored: add at the end, never move.
WAITED_ON = (
    None,
    WaitingOn.HPAS,
    WaitingOn.EPIC,
    WaitingOn.HEMIT,
    WaitingOn.HEALTH_TRUST,
    WaitingOn.MUNICIPALITY,
    WaitingOn.OTHER_SUPPLIER,
)
_CODE = {waiting: code for code, waiting in enumerate(WAITED_ON)}
_NUMBER, _BYTE, _DAY = np.dtype("<f8"), np.dtype("u1"), np.dtype("<u2")
# Days are kept as so many from here; 0 is a day that is not known.
_BEFORE_ALL = date(1999, 12, 31).toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class UnpackedRows:
    """Many rows of one form. waiting: (responses, questions), places in `WAITED_ON`."""

    encoded: EncodedAnswers
    waiting: NDArray[np.uint8]


def pack_row(yardstick: Yardstick, answers: Answers) -> bytes:
    """One response as bytes."""
    said = [answers.get(question.id, NO_ANSWER) for question in yardstick.questions]
    numbers = [number_of(question, answer) for question, answer in zip(yardstick.questions, said, strict=True)]
    days = [_day(answer) for answer in said]
    waiting = bytes(_CODE[answer.waiting_on] for answer in said)
    return np.array(numbers, _NUMBER).tobytes() + waiting + np.array(days, _DAY).tobytes()


def _day(answer: Answer) -> int:
    since = 0 if answer.confirmed_on is None else answer.confirmed_on.toordinal() - _BEFORE_ALL
    return since if 0 < since <= np.iinfo(_DAY).max else 0


def code_of_waiting(waiting_on: WaitingOn | None) -> int:
    """Its place in `WAITED_ON`."""
    return _CODE[waiting_on]


def size_of_row(questions: int) -> int:
    return _size_without_days(questions) + questions * _DAY.itemsize


def _size_without_days(questions: int) -> int:
    return questions * (_NUMBER.itemsize + _BYTE.itemsize)


def unpack_rows(questions: int, packed: Sequence[bytes]) -> UnpackedRows:
    """The rows in their order; an empty one is a response without answers. Raises ValueError when one does not fit."""
    size, before = size_of_row(questions), _size_without_days(questions)
    if any(len(row) not in (0, before, size) for row in packed):
        raise ValueError("a row that is not of this form")
    dayless = bytes(size - before)
    blank = np.full(questions, np.nan, _NUMBER).tobytes() + bytes(questions) + dayless
    whole = b"".join(row if len(row) == size else row + dayless if row else blank for row in packed)
    table = np.frombuffer(whole, _BYTE).reshape(len(packed), size)
    parting = questions * _NUMBER.itemsize
    numbers = np.ascontiguousarray(table[:, :parting]).view(_NUMBER).astype(np.float64)
    applicable = numbers != DOES_NOT_APPLY
    days = np.ascontiguousarray(table[:, before:]).view(_DAY).astype(np.float32)
    confirmed = np.where(days > 0, days + np.float32(_BEFORE_ALL), np.float32(np.nan))
    encoded = EncodedAnswers(np.where(applicable, numbers, np.nan), applicable, confirmed)
    return UnpackedRows(encoded, table[:, parting:before])
