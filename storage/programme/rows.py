"""HPAS's own answers by whom they are for, as rows: plain reading and writing."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from scoring.vocabulary import AnswerField, Programme, ReachKind
from storage import facts
from storage.programme.tables import programme_reach
from storage.records import FEW
from storage.tables import answer, customer, response


class ReachRow(NamedTuple):
    """A row that HPAS's answers are kept under, with its response. customer_id: where a customer's id stands."""

    kind: ReachKind
    target: str
    customer_id: str
    response_id: str
    fingerprint: str


class GivenField(NamedTuple):
    """One field of an answer of HPAS's, as it stands."""

    response_id: str
    question_id: str
    field: str
    content: str
    by: str
    at: datetime


class OwnField(NamedTuple):
    """One field of a customer's own answer, as it stands."""

    response_id: str
    question_id: str
    field: AnswerField
    content: str
    by: str
    at: datetime


DISAGREES, VALUE = AnswerField.DISAGREES.value, AnswerField.VALUE.value


def add_reach(connection: Connection, customer_id: str, kind: ReachKind, target: str) -> None:
    facts.add(connection, programme_reach, {"customer_id": customer_id, "kind": kind.value, "target": target})


def reaches(connection: Connection, wanted: Iterable[tuple[ReachKind, str]] | None = None) -> list[ReachRow]:
    """All there are, or those asked for by kind and target, the least particular first."""
    columns = programme_reach.c
    query = (
        select(columns.kind, columns.target, columns.customer_id, response.c.id, response.c.fingerprint)
        .join(response, response.c.customer_id == columns.customer_id)
        .order_by(columns.target, response.c.created_at, response.c.id)
    )
    if wanted is not None:
        query = query.where(or_(*(_is(kind, target) for kind, target in wanted)))
    found = {row[2]: ReachRow(ReachKind(row[0]), *row[1:]) for row in connection.execute(query).all()}
    return sorted(found.values(), key=lambda row: list(ReachKind).index(row.kind))


def reach_kept_in(connection: Connection, customer_id: str) -> tuple[ReachKind, str] | None:
    """The kind and target of the reach whose answers are kept there."""
    columns = programme_reach.c
    query = select(columns.kind, columns.target).where(columns.customer_id == customer_id)
    row = connection.execute(query).one_or_none()
    return None if row is None else (ReachKind(row[0]), row[1])


def go_lives(connection: Connection, customer_type: str | None = None) -> list[date]:
    """The days on which customers start, of one type or of all, each once, the first first."""
    day = customer.c.go_live
    query = select(day).where(day.is_not(None), customer.c.customer_type != Programme.PROGRAMME.value)
    if customer_type is not None:
        query = query.where(customer.c.customer_type == customer_type)
    return list(connection.execute(query.distinct().order_by(day)).scalars())


def given(connection: Connection, response_ids: Collection[str], questions: Collection[str]) -> list[GivenField]:
    """What these responses say to these questions, field by field."""
    columns = answer.c
    query = select(
        columns.response_id, columns.question_id, columns.field, columns.content, columns.updated_by, columns.updated_at
    ).where(
        columns.response_id.in_(list(response_ids)),
        columns.question_id.in_(list(questions)),
        columns.content.is_not(None),
    )
    return [GivenField(*row) for row in connection.execute(query).all()]


def disagreeing(connection: Connection) -> set[str]:
    """The responses that say of anything why they disagree with HPAS."""
    query = select(answer.c.response_id).where(answer.c.field == DISAGREES, answer.c.content.is_not(None))
    return set(connection.execute(query.distinct()).scalars())


def own_answers(connection: Connection, questions: Collection[str]) -> set[str]:
    """The responses with a value of their own to any of these questions."""
    query = select(answer.c.response_id).where(
        answer.c.question_id.in_(list(questions)), answer.c.field == VALUE, answer.c.content.is_not(None)
    )
    return set(connection.execute(query.distinct()).scalars())


def own_fields(connection: Connection, response_ids: Collection[str], questions: Collection[str]) -> list[OwnField]:
    """What these responses say themselves to these questions: values, and why they disagree."""
    columns = answer.c
    query = select(
        columns.response_id, columns.question_id, columns.field, columns.content, columns.updated_by, columns.updated_at
    ).where(
        columns.question_id.in_(list(questions)), columns.field.in_([DISAGREES, VALUE]), columns.content.is_not(None)
    )
    if len(response_ids) <= FEW:
        query = query.where(columns.response_id.in_(list(response_ids)))
    wanted = set(response_ids)
    rows = (row for row in connection.execute(query).all() if row[0] in wanted)
    return [OwnField(row[0], row[1], AnswerField(row[2]), *row[3:]) for row in rows]


def _is(kind: ReachKind, target: str) -> ColumnElement[bool]:
    return and_(programme_reach.c.kind == kind.value, programme_reach.c.target == target)
