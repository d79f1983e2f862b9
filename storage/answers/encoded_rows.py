"""Rows of numbers for comparing many: of the responses as they stand, and of snapshots at a distance from the go-live.

Plain tuples in the order of the fields told, for there may be tens of thousands of them.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, func, select

from scoring.vocabulary import AnswerField, CustomerType
from storage.records import FEW, LISTED, put
from storage.review.tables import response_sheet, review_line, snapshot, snapshot_event
from storage.tables import answer, customer, response

JUDGED = (AnswerField.VALUE, AnswerField.NOT_APPLICABLE, AnswerField.WAITING_ON, AnswerField.DISAGREES)


class EncodedResponse(NamedTuple):
    """A customer with its newest response. `numbers`: None when they are not of the chain's present head."""

    customer_id: str
    name: str
    customer_type: str
    go_live: date | None
    invented: bool
    beds: int | None
    response_id: str
    fingerprint: str
    revisions: int
    head: str
    started_on: date | None
    numbers: bytes | None


class EncodedSnapshot(NamedTuple):
    """A snapshot that stands for a customer at a cut, or one of many of it."""

    snapshot_id: str
    customer_id: str
    fingerprint: str
    as_of: date
    go_live: date
    days_left: int
    complete: bool
    numbers: bytes


def encoded_responses(
    connection: Connection, customer_type: CustomerType | None = None, *, with_numbers: bool = True
) -> list[EncodedResponse]:
    """Every listed customer (of one type) with its newest response, in the order they were added."""
    query = (
        select(
            customer.c.id,
            customer.c.name,
            customer.c.customer_type,
            customer.c.go_live,
            customer.c.invented,
            customer.c.beds,
            response.c.id,
            response.c.fingerprint,
            response.c.revisions,
            response.c.head,
            customer.c.started_on,
        )
        .join(response, response.c.customer_id == customer.c.id)
        .where(LISTED)
        .order_by(customer.c.created_at, customer.c.id, response.c.created_at.desc(), response.c.id)
    )
    if customer_type is not None:
        query = query.where(customer.c.customer_type == customer_type.value)
    newest: dict[str, Any] = {}
    for row in connection.execute(query).all():
        newest.setdefault(row[0], row)
    numbers = _numbers(connection) if with_numbers else {}
    return [EncodedResponse._make((*row, numbers.get((row[6], row[7], row[9])))) for row in newest.values()]


def _numbers(connection: Connection) -> dict[tuple[str, str, str], bytes]:
    """(response, fingerprint, head) -> its row of numbers. Read by itself: to sort rows this wide is slow."""
    columns = response_sheet.c
    rows = connection.execute(select(columns.response_id, columns.fingerprint, columns.head, columns.numbers)).all()
    return {(row[0], row[1], row[2]): row[3] for row in rows}


def _of_present_head() -> Any:
    return and_(
        response_sheet.c.response_id == response.c.id,
        response_sheet.c.head == response.c.head,
        response_sheet.c.fingerprint == response.c.fingerprint,
    )


def keep_encoding(connection: Connection, response_id: str, fingerprint: str, head: str, numbers: bytes) -> None:
    """Keep the row of numbers of a response. head: where its chain ends, as it stands in this transaction."""
    row = {"response_id": response_id, "fingerprint": fingerprint, "head": head, "numbers": numbers}
    put(connection, response_sheet, row)


def without_encoding(connection: Connection) -> list[str]:
    """Responses that say something and have no row of numbers of their present head."""
    query = select(response.c.id).join(response_sheet, _of_present_head(), isouter=True)
    query = query.where(response.c.revisions > 0, response_sheet.c.response_id.is_(None))
    return [row[0] for row in connection.execute(query).all()]


def said_by(connection: Connection, response_ids: Collection[str]) -> list[tuple[str, str, str, str, datetime]]:
    """(response, question, field, content, when) of what these responses say, without comments and evidence."""
    said = answer.c
    query = select(said.response_id, said.question_id, said.field, said.content, said.updated_at).where(
        said.content.is_not(None), said.field.in_([field.value for field in JUDGED])
    )
    if len(response_ids) <= FEW:
        query = query.where(answer.c.response_id.in_(list(response_ids)))
    wanted = set(response_ids)
    return [(row[0], row[1], row[2], row[3], row[4]) for row in connection.execute(query) if row[0] in wanted]


def last_said(connection: Connection) -> dict[str, datetime]:
    """Customer -> when anything was last saved among its answers; who has said nothing is not there."""
    at = func.max(answer.c.updated_at).label("at")
    last = select(answer.c.response_id, at).group_by(answer.c.response_id).subquery()
    query = select(response.c.customer_id, last.c.at).join(last, last.c.response_id == response.c.id)
    found: dict[str, datetime] = {}
    for customer_id, moment in connection.execute(query).all():
        found[customer_id] = max(moment, found.get(customer_id, moment))
    return found


def rated_snapshots(connection: Connection) -> list[EncodedSnapshot]:
    """The snapshots of listed customers that HPAS has said something of, the oldest first."""
    query = select(*_taken()).where(snapshot.c.id.in_(select(review_line.c.snapshot_id)))
    return _of_listed(connection, query.order_by(snapshot.c.sent_at, snapshot.c.id))


def snapshots_at_cut(
    connection: Connection,
    cut: int,
    *,
    farthest: int,
    customer_type: CustomerType | None = None,
) -> list[EncodedSnapshot]:
    """The snapshot of each customer that is nearest the cut; none where all are farther off (`scoring.portfolio.cuts`)."""
    distance = func.abs(snapshot.c.days_left - cut)
    order = (distance, snapshot.c.days_left.desc(), snapshot.c.sent_at.desc(), snapshot.c.id.desc())
    place = func.row_number().over(partition_by=snapshot.c.customer_id, order_by=order).label("place")
    near = snapshot.c.days_left.between(cut - farthest, cut + farthest)
    first = select(snapshot.c.id, place).where(near).subquery()
    query = select(*_taken()).join(first, and_(first.c.id == snapshot.c.id, first.c.place == 1))
    return _of_listed(connection, query, customer_type)


def all_snapshots(
    connection: Connection, customer_type: CustomerType | None = None, *, customer_id: str | None = None
) -> list[EncodedSnapshot]:
    """Every snapshot of the listed customers (or of one), the oldest first."""
    query = select(*_taken()).order_by(snapshot.c.sent_at, snapshot.c.id)
    if customer_id is not None:
        query = query.where(snapshot.c.customer_id == customer_id)
    return _of_listed(connection, query, customer_type)


def arrived_near(
    connection: Connection, cut: int, *, farthest: int, customer_type: CustomerType, invented: bool
) -> list[str]:
    """The first snapshot of each customer of a type that came from so near a cut, in the order they came here.

    Nothing takes one away or puts one before another: archived customers too, and one that is taken in comes last.
    """
    arrived = func.min(snapshot_event.c.id).label("arrived")
    query = (
        select(snapshot.c.customer_id, snapshot.c.id, arrived)
        .join(snapshot_event, snapshot_event.c.snapshot_id == snapshot.c.id)
        .join(customer, customer.c.id == snapshot.c.customer_id)
        .where(snapshot.c.days_left.between(cut - farthest, cut + farthest))
        .where(customer.c.customer_type == customer_type.value, customer.c.invented.is_(invented))
        .group_by(snapshot.c.customer_id, snapshot.c.id)
        .order_by(arrived)
    )
    first: dict[str, str] = {}
    for customer_id, snapshot_id, _ in connection.execute(query).all():
        first.setdefault(customer_id, snapshot_id)
    return list(first.values())


def snapshots_of(connection: Connection, ids: Collection[str]) -> list[EncodedSnapshot]:
    """These snapshots, in the order given."""
    rows = connection.execute(select(*_taken()).where(snapshot.c.id.in_(list(ids)))).all()
    found = {row[0]: EncodedSnapshot(*row) for row in rows}
    return [found[id_] for id_ in ids]


def _taken() -> list[Any]:
    columns = snapshot.c
    return [
        columns.id,
        columns.customer_id,
        columns.fingerprint,
        columns.as_of,
        columns.go_live,
        columns.days_left,
        columns.complete,
        columns.numbers,
    ]


def _of_listed(
    connection: Connection, query: Select[Any], customer_type: CustomerType | None = None
) -> list[EncodedSnapshot]:
    query = query.join(customer, customer.c.id == snapshot.c.customer_id).where(LISTED)
    if customer_type is not None:
        query = query.where(customer.c.customer_type == customer_type.value)
    return [EncodedSnapshot(*row) for row in connection.execute(query).all()]
