"""The letter to someone who is invited: sent at once, or as a text to copy."""

from collections.abc import Sequence
from dataclasses import dataclass

from language import ROLES, local_day, speaking
from reports.letters.letter import Letter
from reports.letters.wording import invitation
from service.faults import NotAllowed
from service.letters.mail_settings import MailSettings
from service.letters.mailbox import Mailbox, MailFault
from service.letters.sending import Fate, letter_id_of, post
from service.people.access import allow, now, plain_id
from service.people.actor import Actor
from service.people.members import Member
from service.people.permissions import Operation
from service.people.spoken import language_of
from service.workspace import Workspace
from storage import records
from storage.letters import rows as letter_rows
from storage.letters.rows import LetterKey
from storage.people import rows as people_rows

__all__ = ["INVITATION", "Invited", "await_invitations", "invitation_key", "invitation_of", "send_invitation"]

INVITATION = "invitation"
# Someone sits and waits.
SECONDS = 8


@dataclass(frozen=True, slots=True)
class Invited:
    """The letter, to copy. fate: what became of sending it, `None` when no mail server is set. why: when it was not sent."""

    letter: Letter
    fate: Fate | None = None
    why: str = ""


def send_invitation(ws: Workspace, actor: Actor, member_id: str, *, mail: MailSettings | None, app: str) -> Invited:
    """Tell someone that they are invited, by mail when it is set. Raises `NotAllowed`.

    What was not sent is tried again by the next `cli.py remind`.
    """
    with ws.database.reading() as connection:
        member = people_rows.member_by_id(connection, plain_id(member_id))
    operation = Operation.INVITE_MEMBER if member is None or member.customer_id else Operation.INVITE_HPAS_MEMBER
    allow(ws, actor, operation, member.customer_id if member else None, thing=f"member:{plain_id(member_id)}")
    if member is None or member.email is None or member.removed_at is not None:
        raise NotAllowed
    letter = invitation_of(ws, member, app=app)
    if mail is None:
        return Invited(letter)
    try:
        with Mailbox(mail, tries=1, seconds=SECONDS) as box:
            fate = post(ws, box, mail, to=member, keys=[invitation_key(member)], make=lambda _keys: letter)
    except MailFault as fault:
        return Invited(letter, Fate.FAILED, str(fault))
    return Invited(letter, fate)


def await_invitations(ws: Workspace, actor: Actor, member_ids: Sequence[str]) -> int:
    """Let the next `cli.py remind` send the invitations of many; how many. Raises `NotAllowed`."""
    allow(ws, actor, Operation.SEND_LETTERS)
    with ws.database.writing() as connection:
        wanted = set(member_ids)
        held = [each for each in people_rows.members(connection, everyone=True) if each.id in wanted]
        for member in held:
            letter_rows.put_off(connection, invitation_key(member), letter_id_of([invitation_key(member)]), now())
    return len(held)


def invitation_key(member: Member) -> LetterKey:
    return LetterKey(INVITATION, member.id, member.id, local_day(member.invited_at))


def invitation_of(ws: Workspace, member: Member, *, app: str) -> Letter:
    """What the letter says."""
    with ws.database.reading() as connection:
        inviter = people_rows.member_by_id(connection, member.invited_by)
        customers = records.customers(connection, member.customer_id) if member.customer_id else []
    customer = customers[0] if customers else None
    with speaking(language_of(customer)):
        return invitation(
            to=member.name or "",
            customer=customer.name if customer else "",
            role=ROLES[member.role],
            address=member.email or "",
            by=(inviter.name or inviter.email or "") if inviter else "",
            app=app,
        )
