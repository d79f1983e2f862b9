"""Keys of programs as rows: plain reading and writing."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Select, func, select, update

from storage import facts
from storage.files.tables import api_token, api_use
from storage.records import insert_once

DONE = "done"


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A key. tables: ids with a blank between, `None` for all. customer_id: `None` for HPAS's reading of all customers."""

    id: str
    secret_hash: str
    purpose: str
    tables: str | None
    customer_id: str | None
    made_by: str
    made_at: datetime
    expires: date
    ended_by: str | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TokenUse:
    """What is noted once an hour: who read or was refused what. token_id: "" for who has no key."""

    token_id: str
    thing: str
    outcome: str


def add_token(connection: Connection, row: TokenRow) -> None:
    facts.add(connection, api_token, {name: getattr(row, name) for name in TokenRow.__slots__})


def end_token(connection: Connection, token_id: str, *, by: str, at: datetime) -> bool:
    """Whether there was one that had not been ended."""
    open_ = (api_token.c.id == token_id, api_token.c.ended_at.is_(None))
    ended = bool(connection.execute(update(api_token).where(*open_).values(ended_by=by, ended_at=at)).rowcount)
    if ended:
        facts.changed(connection, api_token, token_id)
    return ended


def tokens(connection: Connection) -> list[TokenRow]:
    """Every key there has been, the newest first."""
    return _tokens(connection, select(api_token).order_by(api_token.c.made_at.desc(), api_token.c.id))


def token_by_hash(connection: Connection, secret_hash: str) -> TokenRow | None:
    found = _tokens(connection, select(api_token).where(api_token.c.secret_hash == secret_hash))
    return found[0] if found else None


def token_purposes(connection: Connection) -> dict[str, str]:
    """Id -> what it is for, of every key there has been."""
    rows = connection.execute(select(api_token.c.id, api_token.c.purpose))
    return {row.id: row.purpose for row in rows}


def last_used(connection: Connection) -> dict[str, datetime]:
    """Id -> when the log last got a line of something that was read with it."""
    query = select(api_use.c.token_id, func.max(api_use.c.used_at)).where(api_use.c.outcome == DONE)
    return {row[0]: row[1] for row in connection.execute(query.group_by(api_use.c.token_id))}


def noted_since(connection: Connection, use: TokenUse, at: datetime) -> bool:
    """Whether it has been noted at this moment or later."""
    return connection.execute(select(api_use.c.used_at).where(*_here(use), api_use.c.used_at >= at)).first() is not None


def note_once(connection: Connection, use: TokenUse, *, at: datetime, since: datetime) -> bool:
    """Note the use unless it is noted since then, also by another who does it just now; whether it was noted."""
    older = update(api_use).where(*_here(use), api_use.c.used_at < since).values(used_at=at)
    if connection.execute(older).rowcount:
        return True
    return insert_once(connection, api_use, {**_of(use), "used_at": at})


def _of(use: TokenUse) -> dict[str, str]:
    return {name: getattr(use, name) for name in TokenUse.__slots__}


def _here(use: TokenUse) -> list[ColumnElement[bool]]:
    return [api_use.c[name] == held for name, held in _of(use).items()]


def _tokens(connection: Connection, query: Select[tuple[object, ...]]) -> list[TokenRow]:
    return [TokenRow(*(getattr(row, name) for name in TokenRow.__slots__)) for row in connection.execute(query)]
