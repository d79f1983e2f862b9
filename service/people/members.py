"""Who may log in, and as what: invitations, the first login that binds one, the end of a login, removal, and forgetting a person.

Identity is (issuer, subject). An e-mail address is used once, to bind an invitation, and only when the provider has
verified it. Texts and revisions name a member by id, so forgetting a person changes nobody's history.
"""

import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import Connection

from service.faults import BadInput, DatabaseProblem, NotAllowed, Refused
from service.people.access import allow, event, now, plain_id
from service.people.actor import CUSTOMER_ROLES, Actor, Role
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows
from storage.people.rows import MemberRow as Member
from storage.plain_text import BadText, clean_name

__all__ = [
    "FORGOTTEN",
    "LONGEST_LOGIN",
    "Identity",
    "LoginEnded",
    "LoginTooOld",
    "Member",
    "NoMembership",
    "active_members",
    "confirm",
    "end_login",
    "forget",
    "has_administrator",
    "identify",
    "invite",
    "list_members",
    "rebind",
    "recognise",
    "remove",
    "shown_names",
]

FORGOTTEN = "tidligere medlem"
LONGEST_LOGIN = timedelta(hours=12)
CLOCKS_DIFFER = timedelta(minutes=5)
SEEN_AGAIN = timedelta(minutes=15)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class Happening(StrEnum):
    """What is logged though nobody asked leave to do it."""

    LOG_IN = "log_in"


class NoMembership(Refused):
    """Logged in, and belongs nowhere."""

    def __init__(self) -> None:
        super().__init__(
            "Du er logget inn, men ingen har gitt deg tilgang til Klarsjekk. Be prosjektlederen hos kunden eller HPAS "
            "om en invitasjon til e-postadressen du logger inn med."
        )


class LoginTooOld(Refused):
    def __init__(self) -> None:
        super().__init__("Innloggingen er mer enn tolv timer gammel. Logg inn på nytt.")


class LoginEnded(Refused):
    def __init__(self) -> None:
        super().__init__("Du er logget ut. Logg inn på nytt for å gå videre.")


@dataclass(frozen=True, slots=True)
class Identity:
    """What the provider says of the one who has logged in; `email` only counts when it is verified.

    login: what tells this login from all others, 64 characters at most.
    """

    login: str
    issuer: str
    subject: str
    email: str | None
    email_verified: bool
    name: str | None
    logged_in_at: datetime


def identify(ws: Workspace, identity: Identity, *, issuers: Collection[str]) -> Actor:
    """The actor for a login. Binds an invitation at the first one. Raises `NoMembership`, `LoginTooOld` or `LoginEnded`."""
    found = _member(ws, identity)
    if found is None:
        found = _bind(ws, identity, issuers)
    elif not _lately(found):
        # Who may come in is read; that they came cannot always be written, and reading goes on on a full disk.
        with suppress(DatabaseProblem):
            _seen(ws, found)
    return _actor(found)


def recognise(ws: Workspace, identity: Identity) -> Actor | None:
    """The same for those who have been here lately, as a reading; `None` where `identify` has something to write.

    Raises `LoginTooOld` or `LoginEnded`.
    """
    found = _member(ws, identity)
    return _actor(found) if found is not None and _lately(found) else None


def _member(ws: Workspace, identity: Identity) -> Member | None:
    if not -CLOCKS_DIFFER <= now() - identity.logged_in_at <= LONGEST_LOGIN:
        raise LoginTooOld
    with ws.database.reading() as connection:
        if people_rows.has_ended(connection, identity.login):
            raise LoginEnded
        return people_rows.member_by_identity(connection, identity.issuer, identity.subject)


def _lately(member: Member) -> bool:
    return member.last_seen_at is not None and now() - member.last_seen_at <= SEEN_AGAIN


def end_login(ws: Workspace, identity: Identity) -> None:
    """End a login for every process: the browser's cookie is deleted, but other tabs and copies of it would live on."""
    at = now()
    with ws.database.writing() as connection:
        people_rows.end_login(connection, identity.login, at, forget_before=at - LONGEST_LOGIN - CLOCKS_DIFFER)


def confirm(ws: Workspace, actor: Actor) -> None:
    """Raise `NoMembership` unless the one who was identified a while ago is still a member, in the same role."""
    with ws.database.reading() as connection:
        found = people_rows.member_by_id(connection, actor.id)
    if found is None or found.removed_at is not None or _actor(found) != actor:
        raise NoMembership


def has_administrator(ws: Workspace) -> bool:
    """Whether anyone may let people in; asked before the app starts, by nobody."""
    with ws.database.reading() as connection:
        held = people_rows.members(connection)
    return any(member.role == Role.ADMIN and member.removed_at is None for member in held)


def _actor(member: Member) -> Actor:
    return Actor(member.id, member.name or member.email or "Medlem", Role(member.role), member.customer_id)


def _bind(ws: Workspace, identity: Identity, issuers: Collection[str]) -> Member:
    """Tie an invitation to who has logged in: a verified address from a provider we know, and nothing else."""
    email = _address(identity.email) if identity.email and identity.email_verified else None
    with ws.database.writing() as connection:
        invited = people_rows.invited_by_email(connection, email) if email and identity.issuer in issuers else None
        if invited is None:
            records.audit(connection, event(_NOBODY, Happening.LOG_IN, "login", outcome="refused"))
        else:
            at = now()
            people_rows.change_member(
                connection,
                invited.id,
                issuer=identity.issuer,
                subject=identity.subject,
                name=invited.name or (identity.name or "")[:200] or None,
                bound_at=at,
                last_seen_at=at,
            )
            records.audit(connection, event(_actor(invited), Happening.LOG_IN, f"member:{invited.id}", detail="bound"))
    if invited is None:
        raise NoMembership
    return invited


_NOBODY = Actor("nobody", "Ukjent", Role.VIEWER, None)


def _seen(ws: Workspace, member: Member) -> None:
    with ws.database.writing() as connection:
        people_rows.change_member(connection, member.id, last_seen_at=now())
        records.audit(connection, event(_actor(member), Happening.LOG_IN, f"member:{member.id}"))


def list_members(ws: Workspace, actor: Actor, customer_id: str | None) -> list[Member]:
    """Those who have or had access to a customer; `None` for HPAS."""
    with ws.database.one_moment():
        _allow(ws, actor, Operation.LIST_MEMBERS, Operation.LIST_HPAS_MEMBERS, customer_id)
        with ws.database.reading() as connection:
            return people_rows.members(connection, customer_id)


def shown_names(connection: Connection, customer_id: str) -> dict[str, str]:
    """Member's id -> the name to show, also of those who have left; a forgotten one has none."""
    return {m.id: m.name or m.email or FORGOTTEN for m in people_rows.members(connection, customer_id)}


def active_members(connection: Connection, customer_id: str) -> set[str]:
    """The ids of those with access at the customer."""
    return {m.id for m in people_rows.members(connection, customer_id) if m.removed_at is None}


def invite(
    ws: Workspace, actor: Actor, customer_id: str | None, *, role: Role, email: str, name: str | None = None
) -> str:
    """Let someone in who logs in with this address; the member's id. `customer_id` None: into HPAS.

    Raises `BadInput`: role_does_not_fit, not_an_address, already_member, or what is wrong with the name.
    """
    _allow(ws, actor, Operation.INVITE_MEMBER, Operation.INVITE_HPAS_MEMBER, customer_id)
    if (role in CUSTOMER_ROLES) != (customer_id is not None):
        raise BadInput("role_does_not_fit")
    address = _address(email)
    if address is None:
        raise BadInput("not_an_address")
    called = _called(name)
    row = Member(uuid4().hex, customer_id, role.value, address, called, None, None, actor.id, now(), *[None] * 4)
    with ws.database.writing() as connection:
        if people_rows.active_by_email(connection, address) is not None:
            raise BadInput("already_member")
        people_rows.add_member(connection, row)
        detail = f"{role.value} {customer_id or 'hpas'}"
        records.audit(connection, event(actor, Operation.INVITE_MEMBER, f"member:{row.id}", detail=detail))
    return row.id


def remove(ws: Workspace, actor: Actor, member_id: str) -> None:
    """Take away someone's access, at once. What they wrote stays. Raises `BadInput`: not_yourself."""
    member = _of(ws, actor, Operation.REMOVE_MEMBER, Operation.REMOVE_HPAS_MEMBER, member_id)
    if member.id == actor.id:
        raise BadInput("not_yourself")
    with ws.database.writing() as connection:
        people_rows.change_member(connection, member.id, removed_by=actor.id, removed_at=now())
        records.audit(connection, event(actor, Operation.REMOVE_MEMBER, f"member:{member.id}"))


def forget(ws: Workspace, actor: Actor, member_id: str) -> None:
    """Remove someone and everything that tells who they are; what they wrote stands under their number.

    Also from every other row of the same person: invited twice, or with access to several customers.
    Raises `NotAllowed` when there is no such member, and `BadInput`: not_yourself.
    """
    member = _any(ws, actor, Operation.FORGET_MEMBER, member_id)
    if member.id == actor.id:
        raise BadInput("not_yourself")
    with ws.database.writing() as connection:
        for row in people_rows.same_person(connection, member):
            nothing = dict.fromkeys(("email", "name", "issuer", "subject"))
            removed = {"removed_by": row.removed_by or actor.id, "removed_at": row.removed_at or now()}
            people_rows.change_member(connection, row.id, **removed, **nothing)
            records.audit(connection, event(actor, Operation.FORGET_MEMBER, f"member:{row.id}"))


def rebind(ws: Workspace, actor: Actor, member_id: str) -> None:
    """Let someone's access be bound anew by their next login: the provider has come to call them something else.

    Raises `NotAllowed` when there is no such member, and `BadInput`: not_a_member, who has no address to know them by.
    """
    member = _any(ws, actor, Operation.REBIND_MEMBER, member_id)
    if member.removed_at is not None or member.email is None:
        raise BadInput("not_a_member")
    with ws.database.writing() as connection:
        people_rows.change_member(connection, member.id, issuer=None, subject=None, bound_at=None)
        records.audit(connection, event(actor, Operation.REBIND_MEMBER, f"member:{member.id}"))


def _any(ws: Workspace, actor: Actor, operation: Operation, member_id: str) -> Member:
    """The member, removed or not, of a customer or of HPAS, when the actor may do this."""
    with ws.database.reading() as connection:
        member = people_rows.member_by_id(connection, plain_id(member_id))
    of = (member.customer_id or "hpas") if member else None
    allow(ws, actor, operation, of, thing=f"member:{plain_id(member_id)}")
    if member is None:
        raise NotAllowed
    return member


def _of(ws: Workspace, actor: Actor, theirs: Operation, hpas: Operation, member_id: str) -> Member:
    """The member, when the actor may do this to them; a missing one and a foreign one are refused alike."""
    with ws.database.reading() as connection:
        found = people_rows.member_by_id(connection, plain_id(member_id))
    if found is None:
        allow(ws, actor, theirs, None, thing=f"member:{plain_id(member_id)}")
        raise NotAllowed
    _allow(ws, actor, theirs, hpas, found.customer_id)
    return found


def _allow(ws: Workspace, actor: Actor, theirs: Operation, hpas: Operation, customer_id: str | None) -> None:
    """Members of a customer and members of HPAS are different operations."""
    if customer_id is None:
        allow(ws, actor, hpas, thing="members:hpas")
        return
    with ws.database.reading() as connection:
        known = records.customers(connection, plain_id(customer_id))
    allow(ws, actor, theirs, customer_id if known else None, thing=f"members:{plain_id(customer_id)}")


def _address(email: str) -> str | None:
    address = email.strip().casefold()
    return address if len(address) <= 320 and _EMAIL.fullmatch(address) else None


def _called(name: str | None) -> str | None:
    if name is None or not name.strip():
        return None
    try:
        return clean_name(name)
    except BadText as error:
        raise BadInput(error.fault, question_id=None, **error.context) from None
