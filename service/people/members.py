"""Who may log in, and as what: invitations, removal, another login for the same person, and forgetting one.

Texts and revisions name a member by id, so forgetting a person changes nobody's history.
"""

import re
from collections.abc import Mapping
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import Connection

from language.service.people.members import FORGOTTEN
from service.faults import BadInput, NotAllowed
from service.people.access import allow, event, now, plain_id
from service.people.actor import CUSTOMER_ROLES, Actor, Role, is_hpas, local_actor
from service.people.permissions import PERMISSIONS, Operation
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows
from storage.people.login_rows import forget_logins
from storage.people.named import forget_named, named_like
from storage.plain_text import BadText, clean_name

Member = people_rows.MemberRow
INVITED_FOR = timedelta(days=14)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def invitation_over(member: Member) -> bool:
    """Whether the invitation is too old for its first login."""
    return member.bound_at is None and now() - member.invited_at > INVITED_FOR


def list_members(ws: Workspace, actor: Actor, customer_id: str | None) -> list[Member]:
    """Those who have or had access to a customer; `None` for HPAS."""
    with ws.database.one_moment():
        _allow(ws, actor, Operation.LIST_MEMBERS, Operation.LIST_HPAS_MEMBERS, customer_id)
        with ws.database.reading() as connection:
            return people_rows.members(connection, customer_id)


def shown_names(connection: Connection, customer_id: str | None) -> dict[str, str]:
    """Member's id -> the name to show, also of those who have left; a forgotten one has none. `None`: HPAS's."""
    return {m.id: m.name or m.email or FORGOTTEN() for m in _members_of(connection, customer_id)}


def shown_as(names: Mapping[str, str], actor_id: str) -> str:
    """The name of who did something; names: as `shown_names`. Whoever is not the customer's is HPAS.

    Nobody logs in on one's own machine.
    """
    local = next((role for role in Role if local_actor(role).id == actor_id), None)
    return names.get(actor_id) or (local_actor(local).name if local else "HPAS")


def active_members(connection: Connection, customer_id: str) -> set[str]:
    """The ids of those with access at the customer; of HPAS's own answers those who answer for it."""
    held = {m for m in _members_of(connection, customer_id) if m.removed_at is None}
    answers = {role.value for role in PERMISSIONS[Operation.ANSWER].on_hpas}
    return {m.id for m in held if m.customer_id is not None or m.role in answers}


def _members_of(connection: Connection, customer_id: str | None) -> list[Member]:
    return people_rows.members(connection, None if customer_id is None or is_hpas(customer_id) else customer_id)


def invite(
    ws: Workspace, actor: Actor, customer_id: str | None, *, role: Role, email: str, name: str | None = None
) -> str:
    """Let someone in who logs in with this address; the member's id. `customer_id` None: into HPAS.

    One address may have access to several customers, but not to a customer and to HPAS. Raises `BadInput`: role_does_not_fit, not_an_address, already_member, or what is wrong with the name.
    """
    _allow(ws, actor, Operation.INVITE_MEMBER, Operation.INVITE_HPAS_MEMBER, customer_id)
    if (role in CUSTOMER_ROLES) != (customer_id is not None):
        raise BadInput("role_does_not_fit")
    address = address_of(email)
    if address is None:
        raise BadInput("not_an_address")
    called = _called(name)
    row = Member(uuid4().hex, customer_id, role.value, address, called, None, None, actor.id, now(), *[None] * 4)
    with ws.database.writing() as connection:
        for held in people_rows.active_at_address(connection, address):
            if customer_id is None or held.customer_id in (None, customer_id):
                if not invitation_over(held):
                    raise BadInput("already_member")
                people_rows.change_member(connection, held.id, removed_by=actor.id, removed_at=now())
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


def forget(ws: Workspace, actor: Actor, member_id: str, *, others: bool = True) -> None:
    """Remove someone and everything that tells who they are; what they wrote stands under their number.

    Also from every other row of the same person (invited twice, or with access to several customers), and where the name was
    typed as that of an owner at the same customer. others: False for this row alone, whatever else the person has.
    Raises `NotAllowed` when there is no such member, and `BadInput`: not_yourself.
    """
    member = _any(ws, actor, Operation.FORGET_MEMBER, member_id)
    if member.id == actor.id:
        raise BadInput("not_yourself")
    with ws.database.writing() as connection:
        for row in people_rows.same_person(connection, member) if others else [member]:
            if others and row.customer_id and row.name:
                _forget_named(connection, row.name, row.customer_id)
            nothing = dict.fromkeys(("email", "name", "issuer", "subject", "salt"))
            removed = {"removed_by": row.removed_by or actor.id, "removed_at": row.removed_at or now()}
            people_rows.change_member(connection, row.id, **removed, **nothing)
            forget_logins(connection, row.id)
            records.audit(connection, event(actor, Operation.FORGET_MEMBER, f"member:{row.id}"))


def forget_name(ws: Workspace, actor: Actor, name: str) -> int:
    """Take a name that was typed as an owner away, at every customer and at HPAS; how many there were (capitals or not).

    What was given to them, and what they were to do, stands. Raises `NotAllowed`.
    """
    allow(ws, actor, Operation.RETAIN, thing="people")
    with ws.database.writing() as connection:
        gone = _forget_named(connection, name, None)
        if gone:
            records.audit(connection, event(actor, Operation.RETAIN, "people", detail=f"{gone}"))
    return gone


def _forget_named(connection: Connection, name: str, customer_id: str | None) -> int:
    found = named_like(connection, name, customer_id)
    for named_id, _ in found:
        forget_named(connection, named_id)
    return len(found)


def rebind(ws: Workspace, actor: Actor, member_id: str) -> None:
    """Let someone's access be bound anew by their next login, everywhere they have any: the provider has come to call
    them something else.

    Raises `NotAllowed` when there is no such member, and `BadInput`: not_a_member, who has no address to know them by.
    """
    member = _any(ws, actor, Operation.REBIND_MEMBER, member_id)
    if member.removed_at is not None or member.email is None:
        raise BadInput("not_a_member")
    with ws.database.writing() as connection:
        nobody = dict.fromkeys(("issuer", "subject", "bound_at"))
        for row in people_rows.same_person(connection, member):
            if row.removed_at is None and row.email is not None:
                people_rows.change_member(connection, row.id, invited_at=now(), **nobody)
                records.audit(connection, event(actor, Operation.REBIND_MEMBER, f"member:{row.id}"))


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


def address_of(email: str) -> str | None:
    address = email.strip().casefold()
    return address if len(address) <= 320 and _EMAIL.fullmatch(address) else None


def _called(name: str | None) -> str | None:
    if name is None or not name.strip():
        return None
    try:
        return clean_name(name)
    except BadText as error:
        raise BadInput(error.fault, question_id=None, **error.context) from None
