"""The plan: actions (tiltak) against gaps, and what can be seen of each without anyone saying it.

An action never changes an answer. One that is done asks for the question to be answered again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from scoring.gaps import Gap
from scoring.judgement import Judgement
from scoring.vocabulary import Status


class ActionStatus(StrEnum):
    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


OPEN = frozenset({ActionStatus.PLANNED, ActionStatus.STARTED})


@dataclass(frozen=True, slots=True)
class Action:
    """What to do about a question, or about none of them. `owner` is a name to show; `done_at` the moment it was set to done."""

    id: str
    question_id: str | None
    text: str
    owner: str | None
    due: date | None
    status: ActionStatus
    note: str | None
    version: int
    done_at: datetime | None
    updated_at: datetime

    @property
    def open(self) -> bool:
        return self.status in OPEN


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """An action as it stands on a day. `gap` is what it is to close, `None` when there is none, or none any more.

    must_be: the day the whole requirement must be in place; `None` without a go-live, and for one that belongs to no
    question: it is late when its own day has passed.
    overdue, unowned, undated, too_late: of an open action. too_late: due after `must_be`.
    answer_again: it was done after the question was last answered, and the question is still short.
    """

    action: Action
    gap: Gap | None
    must_be: date | None
    overdue: bool
    unowned: bool
    undated: bool
    too_late: bool
    answer_again: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The actions in the order given. `without_action`: open gaps that no open or finished action speaks of.

    next_without_action: the same of gaps that come later.
    """

    actions: tuple[PlannedAction, ...]
    without_action: tuple[Gap, ...]
    next_without_action: tuple[Gap, ...]

    def of(self, question_id: str) -> tuple[PlannedAction, ...]:
        return tuple(planned for planned in self.actions if planned.action.question_id == question_id)


def plan_of(
    judgement: Judgement, gaps: Iterable[Gap], actions: Iterable[Action], *, answered_at: Mapping[str, datetime]
) -> Plan:
    """The plan of one response. `answered_at`: question id -> when its value, or that it does not apply, was last saved."""
    held, by_question = list(actions), {gap.question.id: gap for gap in gaps}
    planned = tuple(
        _planned(action, judgement, by_question.get(action.question_id or ""), answered_at) for action in held
    )
    taken = {action.question_id for action in held if action.status is not ActionStatus.DROPPED}
    left = [gap for gap in by_question.values() if gap.question.id not in taken]
    return Plan(
        actions=planned,
        without_action=tuple(gap for gap in left if gap.open),
        next_without_action=tuple(gap for gap in left if not gap.open),
    )


def suggested_due(gap: Gap) -> date:
    """The day an action is proposed to be done: the step that comes, or what the usual work takes where it is late or haste.

    Never earlier than the usual work lets it, so that a proposal nobody has thought about moves no verdict.
    """
    return max(gap.judged.finish if gap.open else gap.by, gap.judged.as_of)


def _planned(
    action: Action, judgement: Judgement, gap: Gap | None, answered_at: Mapping[str, datetime]
) -> PlannedAction:
    judged = judgement.questions.get(action.question_id or "")
    must_be = judged.due if judged else None
    return PlannedAction(
        action=action,
        gap=gap,
        must_be=must_be,
        overdue=action.open and action.due is not None and action.due < judgement.as_of,
        unowned=action.open and action.owner is None,
        undated=action.open and action.due is None,
        too_late=action.open and None not in (action.due, must_be) and action.due > must_be,  # type: ignore[operator]
        answer_again=_answer_again(action, judgement, answered_at),
    )


def _answer_again(action: Action, judgement: Judgement, answered_at: Mapping[str, datetime]) -> bool:
    judged = judgement.questions.get(action.question_id or "")
    if judged is None or action.done_at is None or action.status is not ActionStatus.DONE:
        return False
    if judged.status in (Status.MET, Status.NOT_APPLICABLE):
        return False
    answered = answered_at.get(judged.question.id)
    return answered is None or answered < action.done_at


def to_answer_again(plan: Plan) -> tuple[str, ...]:
    """Ids of the questions that ask to be answered again, each once."""
    again = (planned.action.question_id for planned in plan.actions if planned.answer_again)
    return tuple(dict.fromkeys(question_id for question_id in again if question_id))


def plan_dates(actions: Iterable[Action], *, as_of: date) -> dict[str, date]:
    """Question id -> the last day of its open actions, for the clock of the judgement. What belongs to none moves none.

    A day that is past is no plan, and neither is an action without a day.
    """
    found: dict[str, date] = {}
    for action in actions:
        question_id = action.question_id
        if question_id and action.open and action.due is not None and action.due >= as_of:
            found[question_id] = max(action.due, found.get(question_id, action.due))
    return found
