"""Who is to answer what, as rows: the current word on each question beside every one that was said before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, select

from storage import facts
from storage.answers.tables import assignment, assignment_event
from storage.people.named import marked, named, names_of
from storage.records import put


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One question given to a member or to someone who is only named; to neither: it was taken back."""

    question_id: str
    assignee_member: str | None
    assignee_name: str | None
    given_by: str
    given_at: datetime


def give(connection: Connection, response_id: str, rows: Iterable[AssignmentRow]) -> None:
    """Write the rows as they stand now and add them to the history. The response must be held."""
    for row in rows:
        values = {"response_id": response_id, **{name: getattr(row, name) for name in AssignmentRow.__slots__}}
        if row.assignee_name is not None:
            values["assignee_name"] = marked(connection, response_id, row.assignee_name)
        put(connection, assignment, values)
        facts.note(connection, assignment, values)
        facts.add(connection, assignment_event, values)


def assignments_of(connection: Connection, response_id: str) -> list[AssignmentRow]:
    """Every question that was ever given to someone, as it stands."""
    return _rows(connection, assignment, response_id)


def assignment_events(connection: Connection, response_id: str) -> list[AssignmentRow]:
    """All that was ever given and taken back, the oldest first."""
    return _rows(connection, assignment_event, response_id)


def _rows(connection: Connection, table: Table, response_id: str) -> list[AssignmentRow]:
    order = table.c.id if "id" in table.c else table.c.question_id
    found = connection.execute(select(table).where(table.c.response_id == response_id).order_by(order)).all()
    names = names_of(connection, (row.assignee_name for row in found))
    return [
        AssignmentRow(row.question_id, row.assignee_member, named(names, row.assignee_name), row.given_by, row.given_at)
        for row in found
    ]
