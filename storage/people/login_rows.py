"""Logins as rows: those that go on, and those that have been ended."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from storage.people.tables import ended_login, open_login
from storage.records import put


@dataclass(frozen=True, slots=True)
class LoginRow:
    """A login that goes on. `device`: what it is used on, in a few words."""

    login: str
    member_id: str
    began_at: datetime
    used_at: datetime
    device: str


def use_login(connection: Connection, row: LoginRow, *, forget_before: datetime) -> None:
    """Note that a login is in use, and let go of those not used since a time."""
    connection.execute(delete(open_login).where(open_login.c.used_at < forget_before))
    put(connection, open_login, {name: getattr(row, name) for name in LoginRow.__slots__})


def login_in_use(connection: Connection, login: str) -> LoginRow | None:
    row = connection.execute(select(open_login).where(open_login.c.login == login)).one_or_none()
    return None if row is None else LoginRow(*row)


def logins_of(connection: Connection, member_ids: Collection[str], *, since: datetime) -> list[LoginRow]:
    """Those of some members that have been used since a time, the one last used first."""
    query = select(open_login).where(open_login.c.member_id.in_(member_ids), open_login.c.used_at >= since)
    return [LoginRow(*row) for row in connection.execute(query.order_by(open_login.c.used_at.desc()))]


def end_login(connection: Connection, login: str, at: datetime, *, forget_before: datetime) -> None:
    """Remember that a login has been ended, and let go of those ended before a time."""
    connection.execute(delete(open_login).where(open_login.c.login == login))
    put(connection, ended_login, {"login": login, "ended_at": at})
    connection.execute(delete(ended_login).where(ended_login.c.ended_at < forget_before))


def has_ended(connection: Connection, login: str) -> bool:
    return connection.execute(select(ended_login.c.login).where(ended_login.c.login == login)).first() is not None


def forget_logins(connection: Connection, member_id: str) -> None:
    """Let go of where someone is logged in."""
    connection.execute(delete(open_login).where(open_login.c.member_id == member_id))
