"""Actions and waivers as rows, with their histories: plain reading and writing, and what stands where edits meet.

Like an answer, an action takes the last word said, field by field; what it was written over is kept and told.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select, update

from storage import facts
from storage.answers.rows import Outcome
from storage.people.named import marked, named, names_of
from storage.plan.tables import action, action_revision, waiver, waiver_event
from storage.tables import RevisionKind, response

Plain = str | None


@dataclass(frozen=True, slots=True)
class ActionRow:
    id: str
    response_id: str
    question_id: str | None
    text: str
    owner_member: str | None
    owner_name: str | None
    due: date | None
    status: str
    note: str | None
    done_at: datetime | None
    version: int
    created_by: str
    created_at: datetime
    updated_by: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class OwnedDay:
    """That an action at a customer is due on a day, and whose it is: a member's, or someone's who is only named."""

    customer_id: str
    owner_member: str | None
    owner_name: str | None
    due: date


@dataclass(frozen=True, slots=True)
class ActionEdit:
    """Fields of an action as someone wants them, as text (a day in ISO). `base_version`: what they saw, None when nothing."""

    changes: Mapping[str, Plain]
    base_version: int | None
    session: str
    edit_no: int
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ActionRevisionRow:
    """One line of an action's history: the fields that were set. `version` None: it never became the current one."""

    id: int
    version: int | None
    changes: Mapping[str, Plain]
    actor: str
    session: str
    edit_no: int
    base_version: int | None
    kind: RevisionKind
    at: datetime


@dataclass(frozen=True, slots=True)
class ActionWritten:
    """`overwritten`: the fields that said something the writer had not seen, with the revisions that said it."""

    outcome: Outcome
    version: int
    overwritten: Mapping[str, ActionRevisionRow]


@dataclass(frozen=True, slots=True)
class WaiverRow:
    id: str
    response_id: str
    question_id: str
    state: str
    measure: str
    owner: str
    expires: date
    given_for: str | None
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class WaiverEventRow:
    state: str
    actor: str
    at: datetime
    reason: str | None


def add_action(connection: Connection, row: ActionRow, edit: ActionEdit) -> None:
    values = {name: getattr(row, name) for name in ActionRow.__slots__}
    facts.add(connection, action, _kept(connection, row.response_id, values))
    _append(connection, row, edit, version=row.version, kind=RevisionKind.EDIT)


def action_by_id(connection: Connection, action_id: str) -> ActionRow | None:
    return next(iter(_actions(connection, select(action).where(action.c.id == action_id))), None)


def all_actions(connection: Connection) -> list[ActionRow]:
    """Of every response, in the order they were made."""
    return _actions(connection, select(action))


def actions_of(connection: Connection, response_id: str) -> list[ActionRow]:
    """In the order they were made."""
    return _actions(connection, select(action).where(action.c.response_id == response_id))


def change_action(connection: Connection, now: ActionRow, edit: ActionEdit, *, again: bool = False) -> ActionWritten:
    """Save the fields of the edit. The response must be held, so that nobody writes in between.

    again: the edit may be in the history already, the word of it lost with the connection.
    """
    past = action_revisions(connection, now.id)
    if again and any((r.session, r.edit_no, r.at) == (edit.session, edit.edit_no, edit.at) for r in past):
        return ActionWritten(Outcome.SAVED, now.version, {})
    if any(r.session == edit.session and r.edit_no > edit.edit_no and r.changes.keys() & edit.changes for r in past):
        _append(connection, now, edit, version=None, kind=RevisionKind.SUPERSEDED)
        return ActionWritten(Outcome.SUPERSEDED, now.version, {})
    wanted = {name: said for name, said in edit.changes.items() if said != _plain(now, name)}
    if not wanted:
        return ActionWritten(Outcome.UNCHANGED, now.version, {})
    unseen = {name: row for name in wanted if (row := _unseen(past, name, edit))}
    version = now.version + 1
    values = {name: _typed(name, said) for name, said in wanted.items()} | _done_at(now, wanted, edit)
    values |= {"version": version, "updated_by": edit.actor, "updated_at": edit.at}
    stored = _kept(connection, now.response_id, values)
    connection.execute(update(action).where(action.c.id == now.id).values(stored))
    facts.changed(connection, action, now.id)
    _append(connection, now, edit, version=version, kind=RevisionKind.CONFLICT if unseen else RevisionKind.EDIT)
    return ActionWritten(Outcome.SAVED, version, unseen)


def action_revisions(connection: Connection, action_id: str) -> list[ActionRevisionRow]:
    """The history of one action, the oldest first."""
    query = select(action_revision).where(action_revision.c.action_id == action_id).order_by(action_revision.c.id)
    found = [(row, json.loads(row.changes)) for row in connection.execute(query)]
    names = names_of(connection, (changes.get("owner_name") for _, changes in found))
    return [_revision(row, changes, names) for row, changes in found]


def add_waiver(connection: Connection, row: WaiverRow) -> None:
    values = {name: getattr(row, name) for name in WaiverRow.__slots__}
    facts.add(connection, waiver, {**values, "owner": marked(connection, row.response_id, row.owner)})
    _add_event(connection, row.id, WaiverEventRow(row.state, row.proposed_by, row.proposed_at, None))


def decide_waiver(connection: Connection, waiver_id: str, event: WaiverEventRow) -> None:
    values = {"state": event.state, "decided_by": event.actor, "decided_at": event.at, "reason": event.reason}
    connection.execute(update(waiver).where(waiver.c.id == waiver_id).values(values))
    facts.changed(connection, waiver, waiver_id)
    _add_event(connection, waiver_id, event)


def waiver_by_id(connection: Connection, waiver_id: str) -> WaiverRow | None:
    return next(iter(_waivers(connection, select(waiver).where(waiver.c.id == waiver_id))), None)


def coming_days(connection: Connection, as_of: date) -> list[tuple[str, str, date]]:
    """(response, question, day) of every open action for a question whose day is not past."""
    open_now = action.c.status.in_(("planned", "started"))
    about = action.c.question_id.is_not(None)
    query = select(action.c.response_id, action.c.question_id, action.c.due)
    query = query.where(open_now, about, action.c.due >= as_of)
    return [(row[0], row[1], row[2]) for row in connection.execute(query).all()]


def owned_days(connection: Connection, *, since: date) -> list[OwnedDay]:
    """Every open action that someone owns and that is due from a day on, of all customers."""
    columns = (response.c.customer_id, action.c.owner_member, action.c.owner_name, action.c.due)
    owned = or_(action.c.owner_member.is_not(None), action.c.owner_name.is_not(None))
    query = select(*columns).join(response, response.c.id == action.c.response_id)
    query = query.where(action.c.status.in_(("planned", "started")), owned, action.c.due >= since)
    found = connection.execute(query).all()
    names = names_of(connection, {row.owner_name for row in found})
    return [OwnedDay(row.customer_id, row.owner_member, named(names, row.owner_name), row.due) for row in found]


def waivers_of(connection: Connection, response_id: str | None = None) -> list[WaiverRow]:
    """Those of a response, or all; in the order they were proposed."""
    query = select(waiver).order_by(waiver.c.proposed_at, waiver.c.id)
    query = query if response_id is None else query.where(waiver.c.response_id == response_id)
    return _waivers(connection, query)


def waiver_events(connection: Connection, waiver_id: str) -> list[WaiverEventRow]:
    query = select(waiver_event).where(waiver_event.c.waiver_id == waiver_id).order_by(waiver_event.c.id)
    return [WaiverEventRow(row.state, row.actor, row.at, row.reason) for row in connection.execute(query)]


def _actions(connection: Connection, query: Select[Any]) -> list[ActionRow]:
    found = connection.execute(query.order_by(action.c.created_at, action.c.id)).all()
    names = names_of(connection, (row.owner_name for row in found))
    return [ActionRow(**_with_name(row, ActionRow.__slots__, "owner_name", names)) for row in found]


def _waivers(connection: Connection, query: Select[Any]) -> list[WaiverRow]:
    found = connection.execute(query).all()
    names = names_of(connection, (row.owner for row in found))
    return [WaiverRow(**_with_name(row, WaiverRow.__slots__, "owner", names)) for row in found]


def _with_name(row: Row[Any], fields: Iterable[str], field: str, names: Mapping[str, str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in fields} | {field: named(names, getattr(row, field))}


def _kept(connection: Connection, response_id: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as they are stored: a name by its mark."""
    name = values.get("owner_name")
    return {**values} if name is None else {**values, "owner_name": marked(connection, response_id, name)}


def _unseen(past: Iterable[ActionRevisionRow], name: str, edit: ActionEdit) -> ActionRevisionRow | None:
    """What someone else has said of a field after the version the writer saw."""
    if edit.base_version is None:
        return None
    said = [row for row in past if row.version is not None and row.version > edit.base_version and name in row.changes]
    return said[-1] if said and said[-1].session != edit.session else None


def _done_at(now: ActionRow, wanted: Mapping[str, Plain], edit: ActionEdit) -> dict[str, datetime | None]:
    status = wanted.get("status", now.status)
    if status == now.status:
        return {}
    return {"done_at": edit.at if status == "done" else None}


def _plain(row: ActionRow, name: str) -> Plain:
    value = getattr(row, name)
    return value.isoformat() if isinstance(value, date) else value


def _typed(name: str, said: Plain) -> object:
    return date.fromisoformat(said) if name == "due" and said is not None else said


def _append(
    connection: Connection, of: ActionRow, edit: ActionEdit, *, version: int | None, kind: RevisionKind
) -> None:
    said = {name: getattr(edit, name) for name in ActionEdit.__slots__}
    changes = _kept(connection, of.response_id, edit.changes)
    said |= {"changes": json.dumps(changes, ensure_ascii=False), "kind": kind.value}
    facts.add(connection, action_revision, {"action_id": of.id, "version": version, **said})


def _add_event(connection: Connection, waiver_id: str, event: WaiverEventRow) -> None:
    values = {"state": event.state, "actor": event.actor, "at": event.at, "reason": event.reason}
    facts.add(connection, waiver_event, {"waiver_id": waiver_id, **values})


def _revision(row: Row[Any], said: Mapping[str, Plain], names: Mapping[str, str]) -> ActionRevisionRow:
    changes = {name: named(names, value) if name == "owner_name" else value for name, value in said.items()}
    kind = RevisionKind(row.kind)
    about = (row.actor, row.session, row.edit_no, row.base_version)
    return ActionRevisionRow(row.id, row.version, changes, *about, kind, row.at)
