"""The way in: the first login binds an invitation, later ones are recognised, and a login ends for every process at once.

Identity is (issuer, subject). An e-mail address is used once, to bind an invitation, and only when a provider we trust
with it has verified it.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from language.service.people import logins as words
from service.faults import DatabaseProblem, Refused
from service.people.access import event, now
from service.people.actor import Actor, Role
from service.people.issuers import TrustedIssuers
from service.people.members import INVITED_FOR, Member, address_of, invitation_over
from service.workspace import Workspace
from storage import records
from storage.people import login_rows
from storage.people import rows as people_rows
from storage.people.login_rows import LoginRow

LONGEST_LOGIN = timedelta(hours=12)
CLOCKS_DIFFER = timedelta(minutes=5)
SEEN_AGAIN = timedelta(minutes=15)
# Written so often at most: each is a transaction. Nobody may set a login to end sooner than twice this.
USED_AGAIN = timedelta(minutes=2)
MOST_REMEMBERED = 20_000


class Happening(StrEnum):
    """What is logged though nobody asked leave to do it."""

    LOG_IN = "log_in"
    LOG_OUT = "log_out"
    USE_TOKEN = "use_token"


class NoMembership(Refused):
    """Logged in, and belongs nowhere."""

    def __init__(self) -> None:
        super().__init__(words.NO_MEMBERSHIP())


class InvitationOver(Refused):
    """Invited, and came too late."""

    def __init__(self) -> None:
        super().__init__(words.INVITATION_OVER(days=INVITED_FOR.days))


class LoginTooOld(Refused):
    def __init__(self) -> None:
        super().__init__(words.LOGIN_TOO_OLD())


class LoginUnused(Refused):
    def __init__(self, unused: timedelta) -> None:
        super().__init__(words.LOGIN_UNUSED(minutes=int(unused.total_seconds() // 60)))


class LoginTooWeak(Refused):
    def __init__(self) -> None:
        super().__init__(words.LOGIN_TOO_WEAK())


class LoginEnded(Refused):
    def __init__(self) -> None:
        super().__init__(words.LOGIN_ENDED())


@dataclass(frozen=True, slots=True)
class Identity:
    """What the provider says of the one who has logged in; `email` only counts when it is verified.

    login: what tells this login from all others, 64 characters at most. levels: how strong it was (`acr`). device: what it
    is used on, in a few words.
    """

    login: str
    issuer: str
    subject: str
    email: str | None
    email_verified: bool
    name: str | None
    logged_in_at: datetime
    levels: frozenset[str] = field(default_factory=frozenset)
    device: str = ""


def identify(ws: Workspace, identity: Identity, *, issuers: TrustedIssuers, customer_id: str | None = None) -> Actor:
    """The actor for a login. Binds the invitations of the one who has logged in.

    customer_id: at which customer, of one with access to several; at any other the first of their own.
    Raises `NoMembership`, `InvitationOver`, or what says that the login is over: `LoginTooOld`, `LoginUnused`,
    `LoginEnded`, `LoginTooWeak`.
    """
    bound, invited, held = _memberships(ws, identity, issuers)
    if invited or not bound:
        bound = _bind(ws, identity, issuers)
    found = _at(bound, customer_id)
    if not (_lately(found) and _in_use(held)):
        # Who may come in is read; that they came cannot always be written, and reading goes on on a full disk.
        with suppress(DatabaseProblem):
            _seen(ws, found, identity)
    return _actor(found)


def recognise(
    ws: Workspace, identity: Identity, *, issuers: TrustedIssuers, customer_id: str | None = None
) -> Actor | None:
    """The same for those who have been here lately, as a reading; `None` where `identify` has something to write.

    Raises `NoMembership`, or what says that the login is over.
    """
    bound, invited, held = _memberships(ws, identity, issuers)
    if invited or not bound:
        return None
    found = _at(bound, customer_id)
    return _actor(found) if _lately(found) and _in_use(held) else None


def places_of(ws: Workspace, identity: Identity, *, issuers: TrustedIssuers) -> list[Actor]:
    """The one who has logged in at each customer they have access to, the oldest access first."""
    return [_actor(each) for each in _memberships(ws, identity, issuers)[0]]


def _at(bound: Sequence[Member], customer_id: str | None) -> Member:
    return next((each for each in bound if each.customer_id == customer_id), bound[0])


def _memberships(
    ws: Workspace, identity: Identity, issuers: TrustedIssuers
) -> tuple[list[Member], list[Member], LoginRow | None]:
    """What the login is bound to and strong enough for, the invitations it may be bound to now, and when it was last used."""
    if not -CLOCKS_DIFFER <= now() - identity.logged_in_at <= LONGEST_LOGIN:
        raise LoginTooOld
    with ws.database.reading() as connection:
        if login_rows.has_ended(connection, identity.login):
            raise LoginEnded
        held = login_rows.login_in_use(connection, identity.login)
        bound, invited = _sorted_out(connection, identity, issuers)
    _require_use(ws, identity, held, issuers)
    enough = [each for each in bound if _strong_enough(each, identity, issuers)]
    if bound and not enough:
        raise LoginTooWeak
    return enough, invited, held


def _require_use(ws: Workspace, identity: Identity, held: LoginRow | None, issuers: TrustedIssuers) -> None:
    """Raise `LoginUnused` for a login nobody has used for a while.

    What cannot be written, on a full disk, this process remembers for itself.
    """
    at, last = now(), ws.used.get(identity.login)
    if held is not None:
        last = max(held.used_at, last or held.used_at)
    if last is not None and at - last > issuers.unused:
        raise LoginUnused(issuers.unused)
    if len(ws.used) > MOST_REMEMBERED:
        ws.used.clear()
    ws.used[identity.login] = at


def _strong_enough(member: Member, identity: Identity, issuers: TrustedIssuers) -> bool:
    return issuers.strong_enough(Role(member.role), identity.levels)


def _in_use(held: LoginRow | None) -> bool:
    return held is not None and now() - held.used_at <= USED_AGAIN


def _sorted_out(
    connection: Connection, identity: Identity, issuers: TrustedIssuers
) -> tuple[list[Member], list[Member]]:
    held = people_rows.memberships(connection, identity.issuer, identity.subject, _address(identity, issuers))
    open_ = [each for each in held if issuers.lets_in(identity.issuer, to_hpas=each.customer_id is None)]
    if any(each.subject for each in held) and not any(each.subject for each in open_):
        raise NoMembership
    bound = [each for each in open_ if each.subject is not None]
    invited = [each for each in open_ if each.subject is None]
    # Who is in already is not kept waiting for an invitation that cannot be used.
    return bound, [each for each in invited if not bound or _usable(each, identity, issuers)]


def _usable(invited: Member, identity: Identity, issuers: TrustedIssuers) -> bool:
    return not invitation_over(invited) and _strong_enough(invited, identity, issuers)


def _address(identity: Identity, issuers: TrustedIssuers) -> str | None:
    """The address the provider has verified, when we believe it of such addresses."""
    email = address_of(identity.email) if identity.email and identity.email_verified else None
    return email if email is not None and issuers.vouches(identity.issuer, email) else None


def _lately(member: Member) -> bool:
    return member.last_seen_at is not None and now() - member.last_seen_at <= SEEN_AGAIN


def end_login(ws: Workspace, identity: Identity) -> None:
    """End a login for every process: the browser's cookie is deleted, but other tabs and copies of it would live on."""
    at = now()
    with ws.database.writing() as connection:
        login_rows.end_login(connection, identity.login, at, forget_before=at - LONGEST_LOGIN - CLOCKS_DIFFER)
        held = people_rows.memberships(connection, identity.issuer, identity.subject, None)
        who, about = (_actor(held[0]), f"member:{held[0].id}") if held else (_NOBODY, "login")
        records.audit(connection, event(who, Happening.LOG_OUT, about))


def confirm(ws: Workspace, actor: Actor, *, login: str) -> None:
    """Raise `NoMembership` unless the one who was identified a while ago is still a member, in the same role.

    Raises `LoginEnded` when they have logged out since. login: as in `Identity`.
    """
    with ws.database.reading() as connection:
        if login_rows.has_ended(connection, login):
            raise LoginEnded
        found = people_rows.member_by_id(connection, actor.id)
    if found is None or found.removed_at is not None or _actor(found) != actor:
        raise NoMembership


def has_administrator(ws: Workspace) -> bool:
    """Whether anyone may let people in; asked before the app starts, by nobody."""
    with ws.database.reading() as connection:
        held = people_rows.members(connection)
    return any(member.role == Role.ADMIN and member.removed_at is None for member in held)


def _actor(member: Member) -> Actor:
    return Actor(member.id, member.name or member.email or words.MEMBER(), Role(member.role), member.customer_id)


def _bind(ws: Workspace, identity: Identity, issuers: TrustedIssuers) -> list[Member]:
    """Tie invitations to who has logged in: a verified address from a provider we know, and nothing else."""
    with ws.database.writing() as connection:
        bound, invited = _sorted_out(connection, identity, issuers)
        fresh = [each for each in invited if _usable(each, identity, issuers)]
        for each in fresh:
            _tie(connection, each, identity)
        if fresh:
            _use(connection, fresh[0], identity)
        if not bound and not fresh:
            refused = event(_NOBODY, Happening.LOG_IN, "login", outcome="refused", detail=_told(identity))
            records.audit(connection, refused)
    if not bound and not fresh:
        raise _why_not(invited)
    # What was bound just now has been seen just now.
    return [*bound, *(replace(each, last_seen_at=now()) for each in fresh)]


def _why_not(invited: Sequence[Member]) -> Refused:
    if not invited:
        return NoMembership()
    return InvitationOver() if all(invitation_over(each) for each in invited) else LoginTooWeak()


def _told(identity: Identity) -> str | None:
    """Who came, so that someone who knows them sees who it was, and nobody else learns an address."""
    name, _, domain = (identity.email or "").strip().casefold().partition("@")
    return f"{name[:2]}…@{domain}"[:200] if domain and domain.isascii() and domain.isprintable() else None


def _tie(connection: Connection, invited: Member, identity: Identity) -> None:
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


_NOBODY = Actor("nobody", "nobody", Role.VIEWER, None)


def _seen(ws: Workspace, member: Member, identity: Identity) -> None:
    with ws.database.writing() as connection:
        _use(connection, member, identity)
        if not _lately(member):
            people_rows.change_member(connection, member.id, last_seen_at=now())
            records.audit(connection, event(_actor(member), Happening.LOG_IN, f"member:{member.id}"))


def _use(connection: Connection, member: Member, identity: Identity) -> None:
    """Note that the login is in use now."""
    at = now()
    row = LoginRow(identity.login, member.id, identity.logged_in_at, at, identity.device[:60])
    login_rows.use_login(connection, row, forget_before=at - LONGEST_LOGIN - CLOCKS_DIFFER)
