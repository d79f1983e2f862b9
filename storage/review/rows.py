"""Snapshots, what became of them, and HPAS's ratings as rows: plain reading and adding. Nothing here is ever changed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Select, and_, func, select, union_all

from storage import facts
from storage.records import FEW, LISTED
from storage.review.tables import review_line, snapshot, snapshot_event
from storage.tables import RevisionKind, answer_revision, customer


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """A response as it was sent in; `state` is what the newest event says. Without its answers."""

    id: str
    response_id: str
    customer_id: str
    fingerprint: str
    as_of: date
    go_live: date
    days_left: int
    sent_at: datetime
    sent_by: str
    complete: bool
    marker: int
    state: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something that became of a snapshot."""

    state: str
    actor: str
    at: datetime
    comment: str | None


@dataclass(frozen=True, slots=True)
class RatingRow:
    """What HPAS said of one answer, as it stands: the newest word on the question. `manner`: see the table."""

    snapshot_id: str
    question_id: str
    agreed: bool
    value: str | None
    measure: float | None
    reason: str | None
    actor: str
    at: datetime
    manner: str | None = None


class AgreedRating(NamedTuple):
    """HPAS agrees with what was said of a question in a snapshot."""

    response_id: str
    snapshot_id: str
    question_id: str


def add_snapshot(connection: Connection, row: SnapshotRow, *, numbers: bytes, body: str) -> None:
    """Freeze a response. Its state is told by the event that is added with it."""
    values = {name: getattr(row, name) for name in SnapshotRow.__slots__ if name != "state"}
    facts.add(connection, snapshot, {**values, "numbers": numbers, "body": body})
    add_event(connection, row.id, EventRow(row.state, row.sent_by, row.sent_at, None))


def add_event(connection: Connection, snapshot_id: str, row: EventRow) -> None:
    values = {name: getattr(row, name) for name in EventRow.__slots__}
    facts.add(connection, snapshot_event, {"snapshot_id": snapshot_id, **values})


def add_rating(connection: Connection, row: RatingRow) -> None:
    facts.add(connection, review_line, {name: getattr(row, name) for name in RatingRow.__slots__})


def snapshot_by_id(connection: Connection, snapshot_id: str) -> SnapshotRow | None:
    row = connection.execute(_snapshots(snapshot.c.id == snapshot_id)).one_or_none()
    return None if row is None else _snapshot(row)


def snapshots(connection: Connection, *, customer_id: str | None = None) -> list[SnapshotRow]:
    """The snapshots of one customer, or of all that are listed, the oldest first."""
    query = _snapshots(LISTED if customer_id is None else snapshot.c.customer_id == customer_id)
    query = query.join(customer, customer.c.id == snapshot.c.customer_id)
    return [_snapshot(row) for row in connection.execute(_oldest_first(query))]


def snapshots_in(connection: Connection, states: Collection[str]) -> list[SnapshotRow]:
    """The snapshots of listed customers that are in one of these states, the oldest first."""
    query = _snapshots(snapshot_event.c.state.in_(list(states)), LISTED)
    query = query.join(customer, customer.c.id == snapshot.c.customer_id)
    return [_snapshot(row) for row in connection.execute(_oldest_first(query))]


def sent_at_distances(connection: Connection) -> list[tuple[str, int]]:
    """Customer and days before the go-live, of all that was ever sent in and not taken back."""
    query = _snapshots(snapshot_event.c.state != "reopened").with_only_columns(
        snapshot.c.customer_id, snapshot.c.days_left
    )
    return [(row[0], row[1]) for row in connection.execute(query).all()]


def snapshots_of(connection: Connection, customer_ids: Collection[str]) -> list[SnapshotRow]:
    """The snapshots of a few customers, the oldest first."""
    query = _snapshots(snapshot.c.customer_id.in_(list(customer_ids)))
    return [_snapshot(row) for row in connection.execute(_oldest_first(query))]


def of_response(connection: Connection, response_id: str) -> list[SnapshotRow]:
    """The snapshots of one response, the oldest first."""
    query = _snapshots(snapshot.c.response_id == response_id)
    return [_snapshot(row) for row in connection.execute(_oldest_first(query))]


def bodies(connection: Connection, snapshot_ids: Collection[str]) -> dict[str, str]:
    """Snapshot -> its answers as they were stored, as JSON."""
    query = select(snapshot.c.id, snapshot.c.body).where(snapshot.c.id.in_(list(snapshot_ids)))
    return {row[0]: row[1] for row in connection.execute(query)}


def events(connection: Connection, snapshot_id: str) -> list[EventRow]:
    """What became of it, the oldest first."""
    query = select(snapshot_event).where(snapshot_event.c.snapshot_id == snapshot_id).order_by(snapshot_event.c.id)
    return [EventRow(row.state, row.actor, row.at, row.comment) for row in connection.execute(query)]


def reviewers(connection: Connection, snapshot_ids: Collection[str]) -> list[tuple[str, str, datetime]]:
    """(snapshot, actor, when last) of those who have begun a review of these snapshots or said something in one."""
    ids = list(snapshot_ids)
    said = select(review_line.c.snapshot_id, review_line.c.actor, review_line.c.at).where(
        review_line.c.snapshot_id.in_(ids)
    )
    begun = select(snapshot_event.c.snapshot_id, snapshot_event.c.actor, snapshot_event.c.at).where(
        snapshot_event.c.snapshot_id.in_(ids), snapshot_event.c.state == "in_review"
    )
    both = union_all(said, begun).subquery()
    last = func.max(both.c.at, type_=both.c.at.type)
    query = select(both.c.snapshot_id, both.c.actor, last).group_by(both.c.snapshot_id, both.c.actor)
    return [(row[0], row[1], row[2]) for row in connection.execute(query.order_by(last.desc(), both.c.actor))]


def ratings(connection: Connection, snapshot_id: str | None = None) -> list[RatingRow]:
    """The ratings that stand, of one snapshot or of all: the newest per question."""
    newest = select(func.max(review_line.c.id)).group_by(review_line.c.snapshot_id, review_line.c.question_id)
    if snapshot_id is not None:
        newest = newest.where(review_line.c.snapshot_id == snapshot_id)
    query = select(review_line).where(review_line.c.id.in_(newest)).order_by(review_line.c.id)
    return [RatingRow(*(getattr(row, name) for name in RatingRow.__slots__)) for row in connection.execute(query)]


def agreed_ratings(
    connection: Connection, response_ids: Collection[str], states: Collection[str]
) -> list[AgreedRating]:
    """What HPAS agrees with, in the newest snapshot of each of these responses that has come to one of the states."""
    order = (snapshot.c.sent_at.desc(), snapshot.c.id.desc())
    place = func.row_number().over(partition_by=snapshot.c.response_id, order_by=order).label("place")
    handed_back = (
        select(snapshot.c.id, snapshot.c.response_id, place)
        .join(snapshot_event, snapshot_event.c.snapshot_id == snapshot.c.id)
        .where(snapshot_event.c.id == _newest_event(), snapshot_event.c.state.in_(list(states)))
    )
    last = handed_back.where(snapshot.c.response_id.in_(_looked_up(response_ids))).subquery()
    newest = select(func.max(review_line.c.id)).group_by(review_line.c.snapshot_id, review_line.c.question_id)
    query = (
        select(last.c.response_id, last.c.id, review_line.c.question_id)
        .join(review_line, and_(review_line.c.snapshot_id == last.c.id, last.c.place == 1))
        .where(review_line.c.id.in_(newest), review_line.c.agreed.is_(True))
    )
    wanted = set(response_ids)
    return [AgreedRating(row[0], row[1], row[2]) for row in connection.execute(query).all() if row[0] in wanted]


def _looked_up(response_ids: Collection[str]) -> Select[Any] | list[str]:
    """Few are named one by one; of many those alone in which HPAS agrees with anything, whoever they are.

    To put the snapshots of all in order takes longer than all else of a comparison.
    """
    if len(response_ids) <= FEW:
        return list(response_ids)
    lines = select(snapshot.c.response_id).join(review_line, review_line.c.snapshot_id == snapshot.c.id)
    return lines.where(review_line.c.agreed.is_(True))


def changed_questions(connection: Connection, response_id: str, since: int) -> int:
    """How many questions have been answered otherwise since the response had so many revisions."""
    later = (
        select(answer_revision.c.question_id, answer_revision.c.version, answer_revision.c.kind)
        .where(answer_revision.c.response_id == response_id)
        .order_by(answer_revision.c.id)
        .offset(since)
        .subquery()
    )
    otherwise = (later.c.version.is_not(None), later.c.kind != RevisionKind.CONFIRM)
    query = select(func.count(later.c.question_id.distinct())).where(*otherwise)
    return int(connection.execute(query).scalar_one())


def _snapshots(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Snapshots with the state of their newest event; the body is left where it lies."""
    columns = [column for column in snapshot.c if column.name not in ("numbers", "body")]
    return (
        select(*columns, snapshot_event.c.state)
        .join(snapshot_event, snapshot_event.c.snapshot_id == snapshot.c.id)
        .where(snapshot_event.c.id == _newest_event(), *conditions)
    )


def _newest_event() -> ScalarSelect[Any]:
    """Looked up for each snapshot, so that one is read as fast among thousands as alone."""
    later = snapshot_event.alias()
    return select(func.max(later.c.id)).where(later.c.snapshot_id == snapshot.c.id).scalar_subquery()


def _oldest_first(query: Select[Any]) -> Select[Any]:
    return query.order_by(snapshot.c.sent_at, snapshot.c.id)


def _snapshot(row: Row[Any]) -> SnapshotRow:
    return SnapshotRow(*(getattr(row, name) for name in SnapshotRow.__slots__))
