"""Members, go-live moves and own machines as rows: plain reading and writing."""

from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_hex

from sqlalchemy import Connection, Row, Select, and_, case, func, or_, select, update

from storage import facts
from storage.people.tables import dossier_source, go_live_move, group_reviewer, member, own_machine
from storage.records import IS_CUSTOMER, LISTED, put
from storage.tables import customer


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Someone who may log in. `customer_id` None: works in HPAS. `email` None: forgotten on request."""

    id: str
    customer_id: str | None
    role: str
    email: str | None
    name: str | None
    issuer: str | None
    subject: str | None
    invited_by: str
    invited_at: datetime
    bound_at: datetime | None
    last_seen_at: datetime | None
    removed_by: str | None
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class MoveRow:
    """The go-live of a customer, from one day to another; None is no date. reason: why, where it was said."""

    moved_from: date | None
    moved_to: date | None
    actor: str
    at: datetime
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class GroupReviewerRow:
    """Who reviews the customers of a region or a group from then on, `None` nobody. kind: the field of a customer."""

    kind: str
    name: str
    reviewer: str | None
    actor: str
    at: datetime


def add_member(connection: Connection, row: MemberRow) -> None:
    values = {name: getattr(row, name) for name in MemberRow.__slots__}
    facts.add(connection, member, {**values, "salt": token_hex(16)})


def member_by_id(connection: Connection, member_id: str) -> MemberRow | None:
    return _one(connection, select(member).where(member.c.id == member_id))


def memberships(connection: Connection, issuer: str, subject: str, email: str | None) -> list[MemberRow]:
    """The rows of who logs in, the oldest first: bound to this login, or invited at this address and not bound yet.

    Only those with access; at an archived customer nobody has any.
    """
    mine = (member.c.issuer == issuer) & (member.c.subject == subject)
    if email is not None:
        mine |= (member.c.email == email) & member.c.issuer.is_(None)
    query = select(member).outerjoin(customer, customer.c.id == member.c.customer_id)
    # Whoever works in HPAS belongs to no customer.
    there = or_(member.c.customer_id.is_(None), LISTED)
    query = query.where(mine, member.c.removed_at.is_(None), there).order_by(member.c.invited_at, member.c.id)
    return [_member(row) for row in connection.execute(query)]


def active_at_address(connection: Connection, email: str) -> list[MemberRow]:
    """Everyone with access or an invitation at this address."""
    query = select(member).where(member.c.email == email, member.c.removed_at.is_(None))
    return [_member(row) for row in connection.execute(query)]


def same_person(connection: Connection, held: MemberRow) -> list[MemberRow]:
    """The rows of one person: this one, and those with the same address or the same login."""
    same = [member.c.id == held.id]
    same += [member.c.email == held.email] if held.email else []
    same += [(member.c.issuer == held.issuer) & (member.c.subject == held.subject)] if held.subject else []
    return [_member(row) for row in connection.execute(select(member).where(or_(*same)))]


def members(connection: Connection, customer_id: str | None = None, *, everyone: bool = False) -> list[MemberRow]:
    """The members of a customer (None: of HPAS), or of all; removed ones too."""
    query = select(member).order_by(member.c.invited_at)
    if not everyone:
        query = query.where(
            member.c.customer_id.is_(None) if customer_id is None else member.c.customer_id == customer_id
        )
    return [_member(row) for row in connection.execute(query)]


def change_member(connection: Connection, member_id: str, **values: object) -> None:
    connection.execute(update(member).where(member.c.id == member_id).values(**values))
    if values.keys() != {"last_seen_at"}:
        facts.changed(connection, member, member_id)


def add_move(connection: Connection, customer_id: str, row: MoveRow) -> None:
    values = {name: getattr(row, name) for name in MoveRow.__slots__}
    facts.add(connection, go_live_move, {"customer_id": customer_id, **values})


def moves(connection: Connection, customer_id: str) -> list[MoveRow]:
    """How the go-live has moved, the oldest first."""
    query = select(go_live_move).where(go_live_move.c.customer_id == customer_id).order_by(go_live_move.c.id)
    return [_move(row) for row in connection.execute(query)]


def plans_of_started(connection: Connection, *, invented: bool) -> list[tuple[datetime, date | None, date]]:
    """When the go-live of each customer that has started was first set, for which day, and the day it started.

    Who was added with a go-live has no row of that: it was set then, to what its first move left. Archived ones too.
    """
    first = select(func.min(go_live_move.c.id)).group_by(go_live_move.c.customer_id)
    had = go_live_move.c.moved_from
    query = select(
        case((or_(go_live_move.c.id.is_(None), had.is_not(None)), customer.c.created_at), else_=go_live_move.c.at),
        case((go_live_move.c.id.is_(None), customer.c.go_live), else_=func.coalesce(had, go_live_move.c.moved_to)),
        customer.c.started_on,
    )
    query = query.join(
        go_live_move, and_(go_live_move.c.customer_id == customer.c.id, go_live_move.c.id.in_(first)), isouter=True
    ).where(customer.c.started_on.is_not(None), customer.c.invented.is_(invented), IS_CUSTOMER)
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def add_group_reviewer(connection: Connection, row: GroupReviewerRow) -> None:
    facts.add(connection, group_reviewer, {name: getattr(row, name) for name in GroupReviewerRow.__slots__})


def group_reviewers(connection: Connection) -> dict[tuple[str, str], str]:
    """(kind, name) -> the member of HPAS who reviews there, as it was said last; nothing where nobody does."""
    rows = connection.execute(select(group_reviewer).order_by(group_reviewer.c.id))
    newest = {(row.kind, row.name): row.reviewer for row in rows}
    return {key: reviewer for key, reviewer in newest.items() if reviewer}


def moves_of_all(connection: Connection) -> list[tuple[str, MoveRow]]:
    """The same of everyone, each with its customer: one customer after the other."""
    query = select(go_live_move).order_by(go_live_move.c.customer_id, go_live_move.c.id)
    return [(row.customer_id, _move(row)) for row in connection.execute(query)]


def _move(row: Row[tuple[object, ...]]) -> MoveRow:
    return MoveRow(*(getattr(row, name) for name in MoveRow.__slots__))


def set_own_machine(connection: Connection, customer_id: str, at: datetime) -> None:
    """The database is on the machine of this customer from now on."""
    facts.add(connection, own_machine, {"customer_id": customer_id, "set_up_at": at})


def own_machine_of(connection: Connection) -> str | None:
    """The customer whose machine it is, if it is somebody's."""
    return connection.execute(select(own_machine.c.customer_id).limit(1)).scalar_one_or_none()


def know_as(connection: Connection, source_id: str, customer_id: str) -> None:
    """Remember under which id a customer's own machine has it."""
    row = {"source_id": source_id, "customer_id": customer_id}
    put(connection, dossier_source, row)
    facts.note(connection, dossier_source, row)


def known_as(connection: Connection, source_id: str) -> str | None:
    """The customer that another machine has under this id."""
    query = select(dossier_source.c.customer_id).where(dossier_source.c.source_id == source_id)
    return connection.execute(query).scalar_one_or_none()


def sources_of(connection: Connection, customer_id: str) -> list[str]:
    """The ids other machines have a customer under."""
    query = select(dossier_source.c.source_id).where(dossier_source.c.customer_id == customer_id)
    return list(connection.execute(query).scalars())


def _one(connection: Connection, query: Select[tuple[object, ...]]) -> MemberRow | None:
    row = connection.execute(query.limit(1)).first()
    return None if row is None else _member(row)


def _member(row: Row[tuple[object, ...]]) -> MemberRow:
    return MemberRow(*(getattr(row, name) for name in MemberRow.__slots__))
