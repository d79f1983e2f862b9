"""When someone was last here, and what a response said then: a visit is over when nobody has read for some hours."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from scoring.answers import Answer
from service.answers.response_view import ResponseView
from service.answers.serialisation import answers_from, fits
from service.faults import DatabaseProblem
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace
from storage.answers import visit_rows
from storage.answers.visit_rows import VisitRow

__all__ = ["Visit", "answers_when", "came", "read_visit", "said_at", "visit_now"]

OVER_AFTER = timedelta(hours=4)
# A note is written at most so often.
NOTED_AGAIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Visit:
    """One person's reading of one response. since, since_at: how many revisions there were when they last left, and when.

    Both are `None` at the first visit. seen: how many there are now. read_at: when they were last here.
    """

    since: int | None
    since_at: datetime | None
    seen: int
    read_at: datetime


def read_visit(ws: Workspace, actor: Actor, view: ResponseView) -> tuple[Visit | None, int]:
    """The visit that is noted, and how many revisions there were when the actor last said something."""
    allow(ws, actor, Operation.READ, view.customer.id)
    with ws.database.reading() as connection:
        row = visit_rows.visit_of(connection, view.response_id, actor.id)
        own = visit_rows.revisions_until(connection, view.response_id, by=actor.id)
    return (None if row is None else Visit(row.since, row.since_at, row.seen, row.read_at)), own


def visit_now(before: Visit | None, *, seen: int, own: int, at: datetime) -> Visit:
    """The visit that goes on, or a new one. own: what was said until then the actor has seen, for they said the last of it."""
    if before is None:
        return Visit(None, None, seen, at)
    if at - before.read_at < OVER_AFTER:
        return Visit(before.since, before.since_at, seen, at)
    return Visit(max(before.seen, own), before.read_at, seen, at)


def came(ws: Workspace, actor: Actor, view: ResponseView, before: Visit | None, visit: Visit) -> None:
    """Note the visit, when there is something to note. What cannot be written keeps nobody from reading."""
    allow(ws, actor, Operation.READ, view.customer.id)
    if before is not None and before.seen == visit.seen and visit.read_at - before.read_at < NOTED_AGAIN:
        return
    row = VisitRow(view.response_id, actor.id, visit.since, visit.since_at, visit.seen, visit.read_at)
    with suppress(DatabaseProblem), ws.database.writing() as connection:
        visit_rows.put_visit(connection, row)


def answers_when(ws: Workspace, actor: Actor, view: ResponseView, revisions: int) -> Mapping[str, Answer]:
    """The answers as they stood when so many revisions had been made; what the form of today cannot say is left out."""
    allow(ws, actor, Operation.READ, view.customer.id)
    asked = view.form.questionnaire.by_id
    with ws.database.reading() as connection:
        rows = visit_rows.said_after(connection, view.response_id, revisions)
    held = [(id_, field, said) for id_, field, said in rows if id_ in asked and fits(asked[id_], field, said)]  # type: ignore[arg-type]
    return answers_from(view.form, held)


def said_at(ws: Workspace, actor: Actor, view: ResponseView, at: datetime) -> int:
    """How many revisions there were at a moment."""
    allow(ws, actor, Operation.READ, view.customer.id)
    with ws.database.reading() as connection:
        return visit_rows.revisions_at(connection, view.response_id, at)
