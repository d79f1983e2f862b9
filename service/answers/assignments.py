"""Who is to answer what: questions given to a member or to someone who is only named, and taken back.

An answer does not depend on it: whoever may answer may answer everything.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from scoring.questionnaire import Questionnaire
from service.faults import BadInput, NotAllowed
from service.forms import kept_forms
from service.people.access import allow, event, now, plain_id, refusals_logged
from service.people.actor import Actor
from service.people.members import active_members, shown_as, shown_names
from service.people.permissions import Operation, require
from service.workspace import Workspace
from storage import records
from storage.answers import assignment_rows
from storage.answers.assignment_rows import AssignmentRow
from storage.plain_text import BadText, clean_name
from storage.records import ResponseRow

__all__ = ["Assignee", "Given", "assign", "assignment_history", "list_assignments", "possible_assignees"]


@dataclass(frozen=True, slots=True)
class Assignee:
    """Who is to answer: a member by id, or someone without login, who is the name. `name` is as it is shown."""

    member_id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Given:
    """One line of the history of a question: to whom (None: taken back), by whom (an actor's id, and the name) and when."""

    question_id: str
    to: Assignee | None
    by: str
    name: str
    at: datetime


def assign(ws: Workspace, actor: Actor, customer_id: str, question_ids: Collection[str], to: Assignee | None) -> None:
    """Give all the questions to one, or take them back with None: all of them or none.

    What stands so already is left, and is no event. Raises `NotAllowed`, and `BadInput`: unknown_question,
    unknown_owner, or what is wrong with the name.
    """
    customer_id, at = plain_id(customer_id), now()

    def save(connection: Connection, _again: bool) -> None:
        response = _held(connection, actor, customer_id)
        asked = kept_forms(connection, [response.fingerprint])[response.fingerprint].questionnaire
        if any(question_id not in asked.by_id for question_id in question_ids):
            raise BadInput("unknown_question")
        if asked.carried.keys() & question_ids:
            raise BadInput("hpas_answers")
        before = _by_question(asked, assignment_rows.assignments_of(connection, response.id))
        member, name = _checked(connection, customer_id, to, before.values())
        new = [AssignmentRow(each, member, name, actor.id, at) for each in dict.fromkeys(question_ids)]
        changed = [row for row in new if _said(row) != _said(before.get(row.question_id))]
        if changed:
            assignment_rows.give(connection, response.id, changed)
            ids = ", ".join(row.question_id for row in changed)
            records.audit(connection, event(actor, Operation.ASSIGN, f"customer:{customer_id}", detail=ids))

    with refusals_logged(ws, actor, Operation.ASSIGN, f"customer:{customer_id}"):
        ws.database.once(save)


def list_assignments(ws: Workspace, actor: Actor, customer_id: str) -> Mapping[str, Assignee]:
    """Question -> who is to answer it, of those the customer is asked that are given to someone. Raises `NotAllowed`."""
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        response = _read(ws, actor, connection, Operation.READ, customer_id)
        asked = kept_forms(connection, [response.fingerprint])[response.fingerprint].questionnaire
        rows = assignment_rows.assignments_of(connection, response.id)
        names = shown_names(connection, customer_id) if any(row.assignee_member for row in rows) else {}
    given = {
        question_id: _assignee(row, names)
        for question_id, row in _by_question(asked, rows).items()
        if question_id in asked.by_id.keys() - asked.carried.keys()
    }
    return {question_id: to for question_id, to in given.items() if to is not None}


def _by_question(asked: Questionnaire, rows: Iterable[AssignmentRow]) -> dict[str, AssignmentRow]:
    """What was last said of each question; of one that nothing was said of, what was said of the one it replaces."""
    said = {row.question_id: row for row in rows}
    given = {id_ for id_, row in said.items() if row.assignee_member or row.assignee_name}
    inherited = {new: said[old] for old, new in reversed(asked.heirs.items()) if old in given}
    return inherited | said


def assignment_history(ws: Workspace, actor: Actor, customer_id: str) -> list[Given]:
    """All that was ever given and taken back, the oldest first. Raises `NotAllowed`."""
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        response = _read(ws, actor, connection, Operation.SEE_HISTORY, customer_id)
        names = shown_names(connection, customer_id)
        rows = assignment_rows.assignment_events(connection, response.id)
    return [
        Given(row.question_id, _assignee(row, names), row.given_by, shown_as(names, row.given_by), row.given_at)
        for row in rows
    ]


def possible_assignees(ws: Workspace, actor: Actor, customer_id: str) -> list[Assignee]:
    """The members a question can be given to, and those without login who have one already, by name."""
    customer_id = plain_id(customer_id)
    with ws.database.one_moment():
        given = set(list_assignments(ws, actor, customer_id).values())
        with ws.database.reading() as connection:
            names = shown_names(connection, customer_id)
            members = {Assignee(each, names[each]) for each in active_members(connection, customer_id)}
    known = members | {to for to in given if to.member_id is None}
    return sorted(known, key=lambda one: (one.name.casefold(), one.member_id or ""))


def _read(ws: Workspace, actor: Actor, connection: Connection, operation: Operation, customer_id: str) -> ResponseRow:
    row = records.response_of(connection, customer_id)
    allow(ws, actor, operation, row.customer.id if row else None, thing=f"customer:{customer_id}")
    if row is None:
        raise NotAllowed
    return row


def _held(connection: Connection, actor: Actor, customer_id: str) -> ResponseRow:
    """The customer's response, kept from others until the transaction ends, when the actor may hand it out."""
    row = records.response_of(connection, customer_id)
    require(actor, Operation.ASSIGN, row.customer.id if row else None)
    held = records.response_by_id(connection, row.id, for_update=True) if row else None
    if held is None:
        raise NotAllowed
    return held


def _checked(
    connection: Connection, customer_id: str, to: Assignee | None, before: Collection[AssignmentRow]
) -> tuple[str | None, str | None]:
    """Member's id and name as they are stored; a name that differs in capitals alone is the one that was said first."""
    if to is None:
        return None, None
    if to.member_id is not None:
        if to.member_id not in active_members(connection, customer_id):
            raise BadInput("unknown_owner")
        return to.member_id, None
    try:
        name = clean_name(to.name)
    except BadText as error:
        raise BadInput(error.fault, question_id=None, **error.context) from None
    known = {row.assignee_name.casefold(): row.assignee_name for row in before if row.assignee_name}
    return None, known.get(name.casefold(), name)


def _said(row: AssignmentRow | None) -> tuple[str | None, str | None]:
    return (row.assignee_member, row.assignee_name) if row else (None, None)


def _assignee(row: AssignmentRow, names: Mapping[str, str]) -> Assignee | None:
    if row.assignee_member:
        return Assignee(row.assignee_member, names[row.assignee_member])
    return Assignee(None, row.assignee_name) if row.assignee_name else None
