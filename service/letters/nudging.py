"""A reminder by hand, to the leads of customers that are silent: sent when mail is set, else a text to copy.

To a few it is sent at once, to more by the next `cli.py remind`: nobody waits for hundreds of letters.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from language import speaking
from reports.letters.letter import Letter
from reports.letters.wording import nudge
from service.letters.due import always, name_of
from service.letters.mail_settings import MailSettings
from service.letters.mailbox import MailAway, Mailbox, NotTaken
from service.letters.sending import Fate, letter_id_of, post
from service.people.access import allow, event, now, plain_id
from service.people.actor import Actor, Role
from service.people.members import Member
from service.people.permissions import Operation
from service.people.spoken import language_of
from service.workspace import Workspace
from storage import records
from storage.letters import rows as letter_rows
from storage.letters.rows import LetterKey
from storage.people import rows as people_rows
from storage.records import CustomerRow

__all__ = ["NUDGE", "Nudged", "nudge_customers", "nudge_of"]

NUDGE = "nudge"
# Of more customers than so many, the letters wait.
MOST_AT_ONCE = 3


@dataclass(slots=True)
class Nudged:
    """letter, addresses: to copy where nothing was sent. sent, queued: how many letters went, and how many wait for the
    next run. told: had one today already.

    nobody: names of customers without a lead one can write to. faults: what the mail server said.
    """

    letter: Letter
    addresses: list[str] = field(default_factory=list)
    sent: int = 0
    queued: int = 0
    told: int = 0
    nobody: list[str] = field(default_factory=list)
    faults: dict[str, None] = field(default_factory=dict)


def nudge_customers(
    ws: Workspace,
    actor: Actor,
    customer_ids: Collection[str],
    *,
    as_of: date,
    mail: MailSettings | None,
    app: str,
) -> Nudged:
    """Remind the leads of these customers, each at most once a day. Raises `NotAllowed` when one of them is not there."""
    ids = [plain_id(each) for each in dict.fromkeys(customer_ids)]
    with ws.database.reading() as connection:
        held = {each.id: each for each in records.listed_customers(connection)}
        members = people_rows.members(connection, everyone=True)
        no = letter_rows.have_said_no(connection)
    for each in ids or [""]:
        allow(ws, actor, Operation.REMIND_CUSTOMER, each if each in held else None, thing=f"customer:{each}")
    leads = _leads(members, ids, without=no)
    made = Nudged(_letter([held[each] for each in ids], app))
    made.nobody = [held[each].name for each in ids if not leads[each]]
    if mail is None:
        made.addresses = sorted({each.email or "" for held in leads.values() for each in held})
    elif len(ids) > MOST_AT_ONCE:
        _queue(ws, leads, as_of, made)
    else:
        _send(ws, leads, held, as_of, mail, made)
    _log(ws, actor, ids)
    return made


def _leads(members: Sequence[Member], ids: Sequence[str], *, without: Collection[str]) -> dict[str, list[Member]]:
    found: dict[str, list[Member]] = {each: [] for each in ids}
    for member in members:
        active = member.removed_at is None and member.email and member.id not in without
        if active and member.role == Role.LEAD and member.customer_id in found:
            found[member.customer_id].append(member)
    return found


def _letter(customers: Sequence[CustomerRow], app: str) -> Letter:
    """To copy: of one customer in its language, or to all of them alike."""
    alone = customers[0] if len(customers) == 1 else None
    with speaking(language_of(alone)):
        return nudge(customer=alone.name if alone else "", to="", app=app, page="")


def _send(
    ws: Workspace,
    leads: dict[str, list[Member]],
    customers: dict[str, CustomerRow],
    as_of: date,
    mail: MailSettings,
    made: Nudged,
) -> None:
    with Mailbox(mail) as box:
        for customer_id, of_one in leads.items():
            for member in of_one:
                said = nudge_of(member, customers[customer_id], app=mail.url)
                key = LetterKey(NUDGE, customer_id, member.id, as_of)
                try:
                    fate = post(ws, box, mail, to=member, keys=[key], make=always(said))
                except MailAway as fault:
                    made.faults[str(fault)] = None
                    return
                except NotTaken as fault:
                    made.faults[str(fault)] = None
                    continue
                made.sent += fate is Fate.SENT
                made.told += fate is Fate.TAKEN


def _queue(ws: Workspace, leads: dict[str, list[Member]], as_of: date, made: Nudged) -> None:
    with ws.database.writing() as connection:
        for customer_id, held in leads.items():
            for member in held:
                key = LetterKey(NUDGE, customer_id, member.id, as_of)
                put = letter_rows.put_off(connection, key, letter_id_of([key]), now())
                made.queued += put
                made.told += not put


def nudge_of(member: Member, customer: CustomerRow, *, app: str) -> Letter:
    """What the letter says, in the customer's language."""
    with speaking(language_of(customer)):
        return nudge(customer=customer.name, to=name_of(member), app=app, page=f"/?kunde={member.customer_id}")


def _log(ws: Workspace, actor: Actor, ids: Sequence[str]) -> None:
    with ws.database.writing() as connection:
        for each in ids:
            records.audit(connection, event(actor, Operation.REMIND_CUSTOMER, f"customer:{each}"))
