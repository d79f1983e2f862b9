"""The conditions of a decision followed up: whether each is done, on which day, who said so, and what is overdue.

Those of the newest decision that both have signed are followed. Nothing is overwritten: what is said anew stands over
what was said, and a decision that a newer one has replaced takes its conditions with it.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from language import day as day_text
from language import local_day
from scoring.decision.conditions import ConditionState, condition_state
from scoring.decision.standing import DecisionStanding, StandingDecision
from service.decision.holding import BOTH
from service.faults import BadInput, NotAllowed
from service.people.access import allow, event, now, plain_id
from service.people.actor import Actor
from service.people.customers import checked_day
from service.people.members import shown_as, shown_names
from service.people.permissions import Operation
from service.review.submissions import cleaned
from service.workspace import Workspace
from storage import records
from storage.decision import mark_rows
from storage.decision import rows as decision_rows
from storage.decision.mark_rows import MarkRow, OverdueRow
from storage.decision.rows import ConditionRow, DecisionRow


@dataclass(frozen=True, slots=True)
class SaidOfCondition:
    """What someone said. done_on: `None` when it is not done. name: of who said so, of HPAS's too."""

    done_on: date | None
    note: str | None
    name: str
    role: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FollowedCondition:
    """A condition and how it goes with it. place: from 0. said: all that was said of it, the oldest first. left: days to its day."""

    decision_id: str
    place: int
    text: str
    owner: str
    due: date
    said: tuple[SaidOfCondition, ...]
    state: ConditionState
    left: int

    @property
    def newest(self) -> SaidOfCondition | None:
        return self.said[-1] if self.said else None

    @property
    def done_on(self) -> date | None:
        return self.said[-1].done_on if self.said else None

    @property
    def done(self) -> bool:
        return self.state is ConditionState.DONE


def followed(
    row: DecisionRow, marks: Sequence[MarkRow], names: Mapping[str, str], as_of: date
) -> tuple[FollowedCondition, ...]:
    """The conditions of one decision, in its order. marks: what was said of them, the oldest first. names: to show."""
    return tuple(
        _followed(row.id, each, [m for m in marks if m.place == each.place], names, as_of) for each in row.conditions
    )


def _followed(
    decision_id: str, row: ConditionRow, marks: Sequence[MarkRow], names: Mapping[str, str], as_of: date
) -> FollowedCondition:
    done_on = marks[-1].done_on if marks else None
    return FollowedCondition(
        decision_id=decision_id,
        place=row.place,
        text=row.text,
        owner=row.owner,
        due=row.due,
        said=tuple(SaidOfCondition(m.done_on, m.note, shown_as(names, m.actor), m.role, m.at) for m in marks),
        state=condition_state(due=row.due, done_on=done_on, as_of=as_of),
        left=(row.due - as_of).days,
    )


def newest_signed(rows: Sequence[DecisionRow]) -> DecisionRow | None:
    """Of one customer's decisions, the oldest first: the one whose conditions are followed."""
    return next((row for row in reversed(rows) if len(row.signatures) == BOTH), None)


def read_conditions(ws: Workspace, actor: Actor, customer_id: str, *, as_of: date) -> tuple[FollowedCondition, ...]:
    """The conditions a customer is followed up on; none where nothing is signed, or what is has none. Raises `NotAllowed`."""
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
        allow(ws, actor, Operation.READ, customer_id if known else None, thing=f"customer:{customer_id}")
        row = newest_signed(decision_rows.decisions_of(connection, customer_id))
        if row is None or not row.conditions:
            return ()
        marks = mark_rows.marks_of(connection, [row.id])[row.id]
        names = shown_names(connection, customer_id) | shown_names(connection, None)
    return followed(row, marks, names, as_of)


def overdue_of(
    connection: Connection, decisions: Mapping[str, StandingDecision], as_of: date
) -> Mapping[str, Sequence[OverdueRow]]:
    """Customer -> what is overdue of the decision that counts, where both have signed it; those longest over are first.

    In one statement. For who has authorised.
    """
    whose = {each.id: key for key, each in decisions.items() if each.standing is not DecisionStanding.WAITING}
    found: dict[str, list[OverdueRow]] = defaultdict(list)
    for row in mark_rows.overdue(connection, as_of):
        if row.decision_id in whose:
            found[whose[row.decision_id]].append(row)
    return found


def mark_condition(
    ws: Workspace,
    actor: Actor,
    decision_id: str,
    place: int,
    *,
    done_on: date | None,
    note: str | None = None,
    said_before: int,
    as_of: date,
) -> None:
    """Say that a condition is done, and on which day, or with no day that it is not. The same again says nothing.

    said_before: how many times something was said of it, as it stood on screen. Raises `NotAllowed`, and `BadInput`:
    no_such_condition, condition_done_ahead, condition_done_early, condition_not_followed, condition_said_since, or what
    is wrong with the day or the text.
    """
    decision_id = plain_id(decision_id)
    with ws.database.reading() as connection:
        row = decision_rows.decision_by_id(connection, decision_id)
    allow(ws, actor, Operation.MARK_CONDITION, row.customer_id if row else None, thing=f"decision:{decision_id}")
    if row is None:
        raise NotAllowed
    mark = MarkRow(
        row.id, place, _checked(row, place, done_on, as_of), cleaned(note), actor.id, actor.role.value, now()
    )

    def say(connection: Connection, _again: bool) -> None:
        # Held, so that two who say it at once are told of each other.
        records.response_by_id(connection, row.response_id, for_update=True)
        counts = newest_signed(decision_rows.decisions_of(connection, row.customer_id))
        if counts is None or counts.id != row.id:
            raise BadInput("condition_not_followed")
        before = [each for each in mark_rows.marks_of(connection, [row.id])[row.id] if each.place == place]
        # A second click, or one whose answer never came back, says what stands already.
        if _says(before[-1] if before else None) == _says(mark):
            return
        if len(before) != said_before:
            raise BadInput("condition_said_since", place=place + 1)
        mark_rows.add_mark(connection, mark)
        told = json.dumps({"condition": place + 1, "done_on": mark.done_on and mark.done_on.isoformat()})
        records.audit(connection, event(actor, Operation.MARK_CONDITION, f"decision:{row.id}", detail=told))

    ws.database.once(say)


def _checked(row: DecisionRow, place: int, done_on: date | None, as_of: date) -> date | None:
    if not isinstance(place, int) or isinstance(place, bool) or place not in {each.place for each in row.conditions}:
        raise BadInput("no_such_condition")
    day, made = checked_day(done_on), local_day(row.made_at)
    if day is not None and day > as_of:
        raise BadInput("condition_done_ahead")
    # The day may be set back for a demonstration; then what is made has a later day than today.
    if day is not None and day < min(made, as_of):
        raise BadInput("condition_done_early", made=day_text(made))
    return day


def _says(mark: MarkRow | None) -> tuple[date | None, str | None]:
    return (mark.done_on, mark.note) if mark else (None, None)
