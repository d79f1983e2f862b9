"""What has changed between two sets of answers, question by question, measured by the later form at the later day.

So a question has moved only when what is answered has: neither a new requirement nor the passing of time moves it.
"""

from dataclasses import dataclass
from datetime import date
from math import nan

import numpy as np

from scoring.answers import NO_ANSWER, Answer, Answers, BadValue, check_value
from scoring.batch import judge_many
from scoring.encoding import EncodedAnswers, encode_answers
from scoring.formulas import TOLERANCE, Floats
from scoring.questionnaire import Question
from scoring.rules import Codes
from scoring.vocabulary import Direction
from scoring.yardstick import Yardstick

__all__ = ["BIG", "AnswerChange", "ChangeCounts", "Direction", "answer_changes", "change_counts", "source_of"]

# A quarter of the way from nothing to the requirement: one level of four, or one row of four.
BIG = 0.25
# In the order of `ChangeCounts`.
COUNTED = (Direction.UP, Direction.DOWN, Direction.NEW, Direction.GONE)
_DIRECTIONS = tuple(Direction)
_CODE = {direction: code for code, direction in enumerate(_DIRECTIONS)}


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One question. `question`: `None` when only the earlier form asks it. Attainments by the later form, 0..1."""

    question_id: str
    question: Question | None
    direction: Direction
    before: Answer
    after: Answer
    before_attainment: float | None
    after_attainment: float | None

    @property
    def big(self) -> bool:
        """Whether a reviewer should look at it early: it has moved far, is new, or is gone."""
        if self.before_attainment is None or self.after_attainment is None:
            return self.direction is not Direction.SAME
        return abs(self.after_attainment - self.before_attainment) >= BIG - TOLERANCE


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """How many questions are better, worse, newly answered, and no longer answered."""

    up: int = 0
    down: int = 0
    new: int = 0
    gone: int = 0

    def of(self, direction: Direction) -> int:
        counts = {Direction.UP: self.up, Direction.DOWN: self.down, Direction.NEW: self.new, Direction.GONE: self.gone}
        return counts.get(direction, 0)


def answer_changes(
    yardstick: Yardstick, before: Answers, after: Answers, *, go_live: date | None, as_of: date
) -> list[AnswerChange]:
    """Every question of the later form in its order, then those that were answered and are asked no more."""
    questions = yardstick.questions
    came_from = {question.id: source_of(question, before) for question in questions}
    earlier = {q.id: _fitting(q, before.get(came_from[q.id] or "", NO_ANSWER)) for q in questions}
    moves, was, now = _moves(
        yardstick,
        encode_answers(yardstick, [earlier]),
        encode_answers(yardstick, [after]),
        go_live=np.array([nan if go_live is None else float(go_live.toordinal())]),
        as_of=np.array([float(as_of.toordinal())]),
    )
    found = [
        AnswerChange(
            question_id=question.id,
            question=question,
            direction=_DIRECTIONS[moves[0, column]],
            before=earlier[question.id],
            after=after.get(question.id, NO_ANSWER),
            before_attainment=_known(was[0, column]),
            after_attainment=_known(now[0, column]),
        )
        for column, question in enumerate(questions)
    ]
    asked = {*came_from, *came_from.values()}
    dropped = sorted(
        question_id for question_id, answer in before.items() if question_id not in asked and _said(answer)
    )
    return found + [AnswerChange(each, None, Direction.GONE, before[each], NO_ANSWER, None, None) for each in dropped]


def source_of(question: Question, before: Answers) -> str | None:
    """Whose answer of an earlier form is the answer to this question: its own, or the first it replaces that has one."""
    own = question.id in before and _said(before[question.id])
    held = [old for old in question.replaces if old in before and _said(_fitting(question, before[old]))]
    return held[0] if held and not own else question.id if question.id in before else None


def change_counts(
    yardstick: Yardstick, before: EncodedAnswers, after: EncodedAnswers, *, go_live: Floats, as_of: Floats
) -> list[ChangeCounts]:
    """The same counted for many responses to one form, row by row. go_live, as_of: (responses,) day numbers, the later ones."""
    moves, _, _ = _moves(yardstick, before, after, go_live=go_live, as_of=as_of)
    counted = ((moves == _CODE[direction]).sum(axis=1).tolist() for direction in COUNTED)
    return [ChangeCounts(*row) for row in zip(*counted, strict=True)]


def _moves(
    yardstick: Yardstick, before: EncodedAnswers, after: EncodedAnswers, *, go_live: Floats, as_of: Floats
) -> tuple[Codes, Floats, Floats]:
    """(responses, questions) each: place in `_DIRECTIONS`, and the attainment before and after, nan where there is none."""
    was, now = (judge_many(yardstick, each, go_live=go_live, as_of=as_of).attainment for each in (before, after))
    measured_before, measured_now = ~np.isnan(was) & before.applicable, ~np.isnan(now) & after.applicable
    said_before, said_now = measured_before | ~before.applicable, measured_now | ~after.applicable
    step = np.where(measured_before & measured_now, np.nan_to_num(now) - np.nan_to_num(was), 0.0)
    moves = np.full(was.shape, _CODE[Direction.SAME], np.int8)
    moves[step > TOLERANCE] = _CODE[Direction.UP]
    moves[step < -TOLERANCE] = _CODE[Direction.DOWN]
    # What was not applicable and is answered now is new; what is not applicable now is no longer answered.
    moves[said_now & ~said_before | measured_now & ~before.applicable] = _CODE[Direction.NEW]
    moves[said_before & ~said_now | measured_before & ~after.applicable] = _CODE[Direction.GONE]
    return moves, was, now


def _known(attainment: float) -> float | None:
    return None if attainment != attainment else float(attainment)


def _fitting(question: Question, answer: Answer) -> Answer:
    """The answer, without a value that the later form cannot take."""
    try:
        if answer.value is not None:
            check_value(question, answer.value)
    except BadValue:
        return NO_ANSWER
    return answer


def _said(answer: Answer) -> bool:
    return answer.value is not None or answer.not_applicable is not None
