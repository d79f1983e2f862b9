"""The calendar of a customer at a secret address: made and ended by the lead, fetched by a calendar without login.

Whoever has the address reads what a viewer of the customer may, and nothing else. Only its hash is kept, so it is shown
once; a new one ends the old.
"""

import secrets
from datetime import date, datetime
from hashlib import sha256
from hmac import compare_digest

from reports.dialect import Dialect
from service.faults import NotAllowed
from service.files.export import Exported, Wanted, hand_out
from service.files.plan import CALENDAR
from service.people.access import allow, event, now, plain_id
from service.people.actor import Actor, Role
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.letters import rows as letter_rows
from storage.letters.rows import FeedRow

__all__ = ["end_feed", "feed_made_at", "fetch_feed", "make_feed"]

BYTES = 32
LONGEST = 100


def make_feed(ws: Workspace, actor: Actor, customer_id: str) -> str:
    """A new secret for the customer's calendar, in place of the one it had; told this once."""
    customer_id = _allowed(ws, actor, customer_id)
    secret = secrets.token_urlsafe(BYTES)
    with ws.database.writing() as connection:
        letter_rows.put_feed(connection, FeedRow(customer_id, _hash(secret), actor.id, now()))
        made = event(actor, Operation.MAKE_CALENDAR, f"customer:{customer_id}", detail="made")
        records.audit(connection, made)
    return secret


def end_feed(ws: Workspace, actor: Actor, customer_id: str) -> None:
    """Make the address worthless, at once."""
    customer_id = _allowed(ws, actor, customer_id)
    with ws.database.writing() as connection:
        if letter_rows.end_feed(connection, customer_id):
            ended = event(actor, Operation.MAKE_CALENDAR, f"customer:{customer_id}", detail="ended")
            records.audit(connection, ended)


def feed_made_at(ws: Workspace, actor: Actor, customer_id: str) -> datetime | None:
    """When the address was made, `None` when there is none."""
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
        allow(ws, actor, Operation.READ, customer_id if known else None, thing=f"customer:{customer_id}")
        found = letter_rows.feed_of(connection, customer_id)
    return None if found is None else found.made_at


def fetch_feed(ws: Workspace, secret: str, *, as_of: date) -> Exported:
    """The calendar behind a secret. Raises `NotAllowed` for one that is not there, whatever it looks like.

    A calendar asks several times a day, and nobody has chosen to: it is not logged, while making the address is.
    """
    if not secret.isascii() or len(secret) > LONGEST:
        raise NotAllowed
    wanted = _hash(secret)
    with ws.database.reading() as connection:
        found = letter_rows.feed_by_hash(connection, wanted)
    if found is None or not compare_digest(found.secret_hash, wanted):
        raise NotAllowed
    viewer = Actor("calendar", "Kalender", Role.VIEWER, found.customer_id)
    asked = Wanted(viewer, CALENDAR, found.customer_id, Dialect.NORWEGIAN, as_of)
    return hand_out(ws, asked, members_only=False, logged=False)


def _allowed(ws: Workspace, actor: Actor, customer_id: str) -> str:
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
    allow(ws, actor, Operation.MAKE_CALENDAR, customer_id if known else None, thing=f"customer:{customer_id}")
    return customer_id


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
