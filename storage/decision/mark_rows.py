"""What was said of the conditions of decisions, as rows: plain reading and adding. Nothing here is ever changed."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, select

from storage import facts
from storage.decision.tables import condition_mark, decision, decision_condition
from storage.records import LISTED
from storage.tables import customer


@dataclass(frozen=True, slots=True)
class MarkRow:
    """What someone said of a condition, named by its decision and its place. done_on: `None` when it is not done."""

    decision_id: str
    place: int
    done_on: date | None
    note: str | None
    actor: str
    role: str
    at: datetime


class OverdueRow(NamedTuple):
    """A condition whose day has passed, and that nobody has said is done."""

    decision_id: str
    text: str
    due: date


Marks = defaultdict[str, list[MarkRow]]


def add_mark(connection: Connection, row: MarkRow) -> None:
    facts.add(connection, condition_mark, {name: getattr(row, name) for name in MarkRow.__slots__})


def marks_of(connection: Connection, decision_ids: Collection[str]) -> Marks:
    """Decision -> all that was said of its conditions, the oldest first."""
    return _marks(connection, condition_mark.c.decision_id.in_(list(decision_ids)))


def marks_of_all(connection: Connection) -> Marks:
    """The same of the decisions of all customers that are listed."""
    listed = select(decision.c.id).join(customer, customer.c.id == decision.c.customer_id).where(LISTED)
    return _marks(connection, condition_mark.c.decision_id.in_(listed))


def _marks(connection: Connection, which: ColumnElement[bool]) -> Marks:
    found: Marks = defaultdict(list)
    for row in connection.execute(select(condition_mark).where(which).order_by(condition_mark.c.id)):
        found[row.decision_id].append(MarkRow(*(getattr(row, name) for name in MarkRow.__slots__)))
    return found


def overdue(connection: Connection, as_of: date) -> list[OverdueRow]:
    """The overdue conditions of every decision there is, those that have waited longest first. In one statement."""
    held, said = decision_condition, condition_mark
    last = select(func.max(said.c.id)).group_by(said.c.decision_id, said.c.place)
    same = and_(said.c.decision_id == held.c.decision_id, said.c.place == held.c.place, said.c.id.in_(last))
    query = select(held.c.decision_id, held.c.text, held.c.due).outerjoin_from(held, said, same)
    query = query.where(held.c.due < as_of, said.c.done_on.is_(None))
    ordered = query.order_by(held.c.due, held.c.decision_id, held.c.place)
    return [OverdueRow._make(row) for row in connection.execute(ordered)]
