"""Keys that programs read tables with: an administrator makes one for a purpose, sees it once, and ends it.

A key reads as a reviewer of HPAS does, or as a viewer of one customer; it writes nothing. Only the hash of it is kept.
It ends on its day, when it is ended, when the one who made it is no administrator any more, and when its customer is
archived: each is asked anew at every use, so it holds for every process at once.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection

from language.service.files import api_tokens as words
from service.faults import BadInput, NotAllowed
from service.files.catalogue import TABLES
from service.files.export import Export
from service.people.access import allow, event, now, plain_id
from service.people.actor import Actor, Role, is_local
from service.people.members import shown_as, shown_names
from service.people.permissions import PERMISSIONS, Operation
from service.workspace import Workspace
from storage import records
from storage.files import rows as token_rows
from storage.files.rows import TokenRow
from storage.people import rows as people_rows
from storage.plain_text import BadText, clean_name

USUAL, LONGEST = timedelta(days=90), timedelta(days=366)
# Whoever runs a command has the database itself in hand: what they make belongs to the installation.
OFFICE = Actor("cli", "cli", Role.ADMIN)
# So that whoever finds one lying about, or looks for them in code, sees what it is.
_BEGINS = "klarsjekk_"
_BYTES, _LONGEST_SECRET = 32, 100


class TokenState(StrEnum):
    """maker_gone: the one who made it is no administrator any more. archived: its customer is."""

    OPEN = "open"
    EXPIRED = "expired"
    ENDED = "ended"
    MAKER_GONE = "maker_gone"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class ApiToken:
    """A key as it is shown. tables: empty for all. customer: "" for HPAS's reading of all. used_at: to the hour."""

    id: str
    purpose: str
    tables: Sequence[str]
    customer: str
    made_by: str
    made_at: datetime
    expires: date
    used_at: datetime | None
    state: TokenState


def reader_of(row: TokenRow) -> Actor:
    """Whom a key reads as."""
    role = Role.REVIEWER if row.customer_id is None else Role.VIEWER
    return Actor(f"token:{row.id}", row.purpose, role, row.customer_id)


def tables_for(customer_id: str | None) -> Mapping[str, Export[Any]]:
    """The tables a key may have, by id. customer_id: `None` for HPAS's reading of all."""
    role = Role.REVIEWER if customer_id is None else Role.VIEWER
    return {id_: export for id_, export in TABLES.items() if role in PERMISSIONS[export.operation].roles}


def make_token(
    ws: Workspace,
    actor: Actor,
    *,
    purpose: str,
    tables: Iterable[str] = (),
    customer_id: str | None = None,
    expires: date,
    as_of: date,
) -> str:
    """A new key, told this once. tables: none for all. customer_id: `None` for HPAS's reading of all.

    Raises `NotAllowed`, also for a customer that is not there, and `BadInput`: purpose_missing, expires_passed,
    expires_too_late, unknown_table, or what is wrong with the purpose.
    """
    allow(ws, actor, Operation.MANAGE_TOKENS, thing="tokens")
    secret = f"{_BEGINS}{secrets.token_urlsafe(_BYTES)}"
    wanted = _checked_tables(tables, customer_id)
    until = _checked_day(expires, as_of)
    of = (uuid4().hex, _hash(secret), _checked_purpose(purpose), wanted, customer_id, actor.id, now(), until)
    with ws.database.writing() as connection:
        if customer_id is not None and not records.listed_customers(connection, plain_id(customer_id)):
            raise NotAllowed
        token_rows.add_token(connection, TokenRow(*of))
        records.audit(connection, event(actor, Operation.MANAGE_TOKENS, f"token:{of[0]}", detail="made"))
    return secret


def end_token(ws: Workspace, actor: Actor, token_id: str) -> None:
    """Make a key worthless, at once and in every process; one that is ended stays as it is. Raises `NotAllowed`."""
    allow(ws, actor, Operation.MANAGE_TOKENS, thing="tokens")
    token_id = plain_id(token_id)
    with ws.database.writing() as connection:
        if token_rows.end_token(connection, token_id, by=actor.id, at=now()):
            records.audit(connection, event(actor, Operation.MANAGE_TOKENS, f"token:{token_id}", detail="ended"))
        elif token_id not in token_rows.token_purposes(connection):
            raise NotAllowed


def list_tokens(ws: Workspace, actor: Actor, *, as_of: date) -> list[ApiToken]:
    """Every key there has been, the newest first. Raises `NotAllowed`."""
    allow(ws, actor, Operation.MANAGE_TOKENS, thing="tokens")
    with ws.database.reading() as connection:
        rows, used = token_rows.tokens(connection), token_rows.last_used(connection)
        customers = {each.id: each.name for each in records.customers(connection)}
        names = shown_names(connection, None) | {OFFICE.id: words.OFFICE()}
        return [
            ApiToken(
                id=row.id,
                purpose=row.purpose,
                tables=(row.tables or "").split(),
                customer=customers.get(row.customer_id or "", ""),
                made_by=shown_as(names, row.made_by),
                made_at=row.made_at,
                expires=row.expires,
                used_at=used.get(row.id),
                state=state_of(connection, row, as_of),
            )
            for row in rows
        ]


def found_by(connection: Connection, secret: str) -> TokenRow | None:
    """The key this is the secret of, whatever has become of it; `None` for what is none, whatever it looks like."""
    if not secret.isascii() or len(secret) > _LONGEST_SECRET:
        return None
    wanted = _hash(secret)
    found = token_rows.token_by_hash(connection, wanted)
    return found if found is not None and compare_digest(found.secret_hash, wanted) else None


def state_of(connection: Connection, row: TokenRow, as_of: date) -> TokenState:
    """What has become of a key; it reads only while it is open."""
    if row.ended_at is not None:
        return TokenState.ENDED
    if not _may_still(connection, row.made_by):
        return TokenState.MAKER_GONE
    if row.customer_id is not None and not records.listed_customers(connection, row.customer_id):
        return TokenState.ARCHIVED
    return TokenState.EXPIRED if row.expires < as_of else TokenState.OPEN


def _may_still(connection: Connection, maker: str) -> bool:
    """Whether who made a key may make one still; what the command line or a demo made belongs to the installation."""
    if maker == OFFICE.id or is_local(Actor(maker, "", Role.ADMIN)):
        return True
    member = people_rows.member_by_id(connection, maker)
    allowed = PERMISSIONS[Operation.MANAGE_TOKENS].roles
    return member is not None and member.removed_at is None and Role(member.role) in allowed


def _checked_tables(tables: Iterable[str], customer_id: str | None) -> str | None:
    wanted = sorted(set(tables))
    if unknown := [name for name in wanted if name not in tables_for(customer_id)]:
        raise BadInput("unknown_table", names=", ".join(unknown))
    return " ".join(wanted) or None


def _checked_day(expires: date, as_of: date) -> date:
    if expires < as_of:
        raise BadInput("expires_passed")
    if expires > as_of + LONGEST:
        raise BadInput("expires_too_late", days=LONGEST.days)
    return expires


def _checked_purpose(purpose: str) -> str:
    if not purpose.strip():
        raise BadInput("purpose_missing")
    try:
        return clean_name(purpose)
    except BadText as error:
        raise BadInput(error.fault, question_id=None, **error.context) from None


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
