"""When someone was last here, as rows, and what a response said as so many things had been said in it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.answers.tables import visit
from storage.records import put
from storage.tables import answer_revision


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One person and one response. Of the last visit: read_at, and how many revisions there were (`seen`).

    since, since_at: the same of the visit before it; `None` when there was none.
    """

    response_id: str
    reader: str
    since: int | None
    since_at: datetime | None
    seen: int
    read_at: datetime


def visit_of(connection: Connection, response_id: str, reader: str) -> VisitRow | None:
    query = select(visit).where(visit.c.response_id == response_id, visit.c.reader == reader)
    row = connection.execute(query).one_or_none()
    return None if row is None else VisitRow(*(getattr(row, name) for name in VisitRow.__slots__))


def put_visit(connection: Connection, row: VisitRow) -> None:
    """In place of what stood of this person and this response."""
    put(connection, visit, {name: getattr(row, name) for name in VisitRow.__slots__})


def revisions_until(connection: Connection, response_id: str, *, by: str) -> int:
    """How many revisions there were when this person had said the last thing; 0 when they have said nothing."""
    columns = answer_revision.c
    last = select(func.max(columns.id)).where(columns.response_id == response_id, columns.actor == by).scalar_subquery()
    query = select(func.count()).where(columns.response_id == response_id, columns.id <= last)
    return int(connection.execute(query).scalar_one())


def revisions_at(connection: Connection, response_id: str, at: datetime) -> int:
    """How many there were at a moment."""
    columns = answer_revision.c
    query = select(func.count()).where(columns.response_id == response_id, columns.at <= at)
    return int(connection.execute(query).scalar_one())


def said_after(connection: Connection, response_id: str, revisions: int) -> list[tuple[str, str, str | None]]:
    """(question, field, content) of each field as it stood when so many revisions had been made."""
    columns = answer_revision.c
    ours = columns.response_id == response_id
    first = select(columns.id).where(ours).order_by(columns.id).limit(revisions).subquery()
    last = (
        select(func.max(columns.id))
        .where(ours, columns.version.is_not(None), columns.id.in_(select(first.c.id)))
        .group_by(columns.question_id, columns.field)
    )
    query = select(columns.question_id, columns.field, columns.content).where(columns.id.in_(last))
    return [(row.question_id, row.field, row.content) for row in connection.execute(query)]
