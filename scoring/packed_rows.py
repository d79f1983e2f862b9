"""Rows of answers as bytes: one number per question of a form and whom it waits on, to be laid out by the thousand.

Little-endian 64-bit numbers in the order of the form, then one byte per question. What the judgement needs and no
more: no texts, no names. It is made from the answers and can always be made again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.answers import NO_ANSWER, Answers
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
_NUMBER, _BYTE = np.dtype("<f8"), np.dtype("u1")


@dataclass(frozen=True, slots=True, eq=False)
class UnpackedRows:
    """Many rows of one form. waiting: (responses, questions), places in `WAITED_ON`."""

    encoded: EncodedAnswers
    waiting: NDArray[np.uint8]


def pack_row(yardstick: Yardstick, answers: Answers) -> bytes:
    """One response as bytes."""
    said = [answers.get(question.id, NO_ANSWER) for question in yardstick.questions]
    numbers = [number_of(question, answer) for question, answer in zip(yardstick.questions, said, strict=True)]
    return np.array(numbers, _NUMBER).tobytes() + bytes(_CODE[answer.waiting_on] for answer in said)


def code_of_waiting(waiting_on: WaitingOn | None) -> int:
    """Its place in `WAITED_ON`."""
    return _CODE[waiting_on]


def size_of_row(questions: int) -> int:
    return questions * (_NUMBER.itemsize + _BYTE.itemsize)


def unpack_rows(questions: int, packed: Sequence[bytes]) -> UnpackedRows:
    """The rows in their order; an empty one is a response without answers. Raises ValueError when one does not fit."""
    size = size_of_row(questions)
    if any(len(row) not in (0, size) for row in packed):
        raise ValueError("a row that is not of this form")
    blank = np.full(questions, np.nan, _NUMBER).tobytes() + bytes(questions)
    table = np.frombuffer(b"".join(row or blank for row in packed), _BYTE).reshape(len(packed), size)
    parting = questions * _NUMBER.itemsize
    numbers = np.ascontiguousarray(table[:, :parting]).view(_NUMBER).astype(np.float64)
    applicable = numbers != DOES_NOT_APPLY
    return UnpackedRows(EncodedAnswers(np.where(applicable, numbers, np.nan), applicable), table[:, parting:])
