"""What has changed between two sets of answers, question by question, measured by the later form at the later day.

So a question has moved only when what is answered has: neither a new requirement nor the passing of time moves it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import nan

import numpy as np

from scoring.answers import NO_ANSWER, Answer, Answers, BadValue, check_value
from scoring.batch import judge_many
from scoring.encoding import encode_answers
from scoring.formulas import TOLERANCE
from scoring.judgement import Judgement
from scoring.questionnaire import Question
from scoring.vocabulary import OPEN, Direction
from scoring.yardstick import Yardstick

__all__ = ["BIG", "Change", "Direction", "changes", "review_order"]

# A quarter of the way from nothing to the requirement: one level of four, or one row of four.
BIG = 0.25


@dataclass(frozen=True, slots=True)
class Change:
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


def changes(
    yardstick: Yardstick, before: Answers, after: Answers, *, go_live: date | None, as_of: date
) -> list[Change]:
    """Every question of the later form in its order, then those that were answered and are asked no more."""
    questions = yardstick.questions
    earlier = {question.id: _fitting(question, before.get(question.id, NO_ANSWER)) for question in questions}
    attained = _attainments(yardstick, [earlier, after], go_live, as_of)
    found = [
        _change(question, earlier[question.id], after.get(question.id, NO_ANSWER), was, now)
        for question, was, now in zip(questions, *attained, strict=True)
    ]
    asked = {question.id for question in questions}
    dropped = sorted(
        question_id for question_id, answer in before.items() if question_id not in asked and _said(answer)
    )
    return found + [Change(each, None, Direction.GONE, before[each], NO_ANSWER, None, None) for each in dropped]


def review_order(judgement: Judgement, moved: Iterable[Change]) -> list[str]:
    """Question ids as a reviewer goes through them: hard stops that fail, other hard stops, big changes, the rest."""
    big = {change.question_id for change in moved if change.big}

    def rank(question_id: str) -> tuple[bool, bool, bool]:
        judged = judgement.questions[question_id]
        failing = judged.status in OPEN
        stop = judged.question.hard_stop is not None
        return (not (stop and failing), not stop, question_id not in big)

    return sorted(judgement.questions, key=rank)


def _fitting(question: Question, answer: Answer) -> Answer:
    """The answer, without a value that the later form cannot take."""
    try:
        if answer.value is not None:
            check_value(question, answer.value)
    except BadValue:
        return NO_ANSWER
    return answer


def _attainments(
    yardstick: Yardstick, both: Sequence[Answers], go_live: date | None, as_of: date
) -> list[list[float | None]]:
    judged = judge_many(
        yardstick,
        encode_answers(yardstick, both),
        go_live=np.full(2, nan if go_live is None else float(go_live.toordinal())),
        as_of=np.full(2, float(as_of.toordinal())),
    )
    return [[None if value != value else value for value in row] for row in judged.attainment.tolist()]


def _change(question: Question, before: Answer, after: Answer, was: float | None, now: float | None) -> Change:
    return Change(question.id, question, _direction(_weight(before, was), _weight(after, now)), before, after, was, now)


def _weight(answer: Answer, attained: float | None) -> float | None:
    """The attainment; nan for what does not apply, which is said and cannot be measured; `None` for nothing said."""
    return nan if answer.not_applicable is not None else attained


def _direction(was: float | None, now: float | None) -> Direction:
    if was is None or now is None:
        return Direction.SAME if was is now else Direction.NEW if was is None else Direction.GONE
    if was != was or now != now:
        both = was != was and now != now
        return Direction.SAME if both else Direction.GONE if now != now else Direction.NEW
    if abs(now - was) <= TOLERANCE:
        return Direction.SAME
    return Direction.UP if now > was else Direction.DOWN


def _said(answer: Answer) -> bool:
    return answer.value is not None or answer.not_applicable is not None
