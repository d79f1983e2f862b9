"""`cli.py remind`: all the letters of a day, each once, and a line in the log for each kind."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from reports.letters.letter import Letter
from service.letters.due import DueLetter, always, due_letters
from service.letters.invitations import INVITATION, invitation_key, invitation_of
from service.letters.mail_settings import MailSettings
from service.letters.mailbox import MailAway, Mailbox, NotTaken
from service.letters.nudging import NUDGE, nudge_of
from service.letters.sending import STALE, Fate, post
from service.people.access import allow, event, now
from service.people.actor import Actor, Role
from service.people.members import Member
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.letters import rows as letter_rows
from storage.letters.rows import LetterKey, LetterState
from storage.people import rows as people_rows

__all__ = ["REMINDER", "ComingLetter", "Round", "remind", "upcoming"]

# Who sends letters when nobody has asked for it just now: whoever runs Klarsjekk has set it up.
REMINDER = Actor("reminder", "Klarsjekk", Role.ADMIN)
# Nothing that is due is told of an older day.
OLDEST = timedelta(days=60)
# A reminder by hand is of the days it was asked for.
NUDGED_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ComingLetter:
    """A letter that is due."""

    to: Member
    kind: str
    letter: Letter


@dataclass(slots=True)
class Round:
    """What a run came to. fates: (kind, fate) -> how many. faults: why some were not sent, each reason once.

    stopped: there was no server to talk to, and the rest waits for the next run. unsure_before: how many letters of
    earlier runs nobody knows the fate of.
    """

    fates: Counter[tuple[str, Fate]] = field(default_factory=Counter)
    faults: dict[str, None] = field(default_factory=dict)
    stopped: bool = False
    unsure_before: int = 0

    def of(self, fate: Fate) -> int:
        return sum(many for (_, found), many in self.fates.items() if found is fate)


def upcoming(ws: Workspace, actor: Actor, *, as_of: date, app: str) -> list[ComingLetter]:
    """What the next run would send, and nothing is sent. Raises `NotAllowed`."""
    allow(ws, actor, Operation.SEND_LETTERS)
    return [
        ComingLetter(due.to, due.kind, due.make(due.keys)) for due in _left(ws, actor, as_of, app, _told(ws, as_of))
    ]


def remind(ws: Workspace, actor: Actor, *, as_of: date, mail: MailSettings) -> Round:
    """Send all that is due and was not sent. What fails is told, and tried at the next run. Raises `NotAllowed`."""
    allow(ws, actor, Operation.SEND_LETTERS)
    told = _told(ws, as_of)
    made = Round(unsure_before=_unsure(told))
    with Mailbox(mail) as box:
        for due in _left(ws, actor, as_of, mail.url, told):
            if not _posted(ws, box, mail, due, made):
                break
    _log(ws, actor, made)
    return made


def _posted(ws: Workspace, box: Mailbox, mail: MailSettings, due: DueLetter, made: Round) -> bool:
    """Whether it is of any use to go on."""
    try:
        fate = post(ws, box, mail, to=due.to, keys=due.keys, make=due.make)
    except MailAway as fault:
        made.fates[due.kind, Fate.FAILED] += 1
        made.faults[str(fault)] = None
        made.stopped = True
        return False
    except NotTaken as fault:
        fate = Fate.FAILED
        made.faults[str(fault)] = None
    made.fates[due.kind, fate] += 1
    return True


Told = dict[LetterKey, tuple[LetterState, datetime]]


def _told(ws: Workspace, as_of: date) -> Told:
    """What needs no letter: it is sent, may have been, or another run has it."""
    with ws.database.reading() as connection:
        found = letter_rows.told(connection, since=as_of - OLDEST)
    fresh = now() - STALE
    open_ = (LetterState.FAILED, LetterState.CLAIMED)
    return {
        key: (state, at)
        for key, (state, at) in found.items()
        if state not in open_ or (state is LetterState.CLAIMED and at >= fresh)
    }


def _unsure(told: Told) -> int:
    fresh = now() - STALE
    return sum(
        state is LetterState.UNSURE or (state is LetterState.HANDED and at < fresh) for state, at in told.values()
    )


def _left(ws: Workspace, actor: Actor, as_of: date, app: str, told: Told) -> Iterator[DueLetter]:
    """The letters that are due, with what was told taken out of each."""
    with ws.database.reading() as connection:
        silent = letter_rows.have_said_no(connection)
    yield from _invitations(ws, as_of, app)
    yield from _nudges(ws, as_of, app, silent)
    for due in due_letters(ws, actor, as_of=as_of, app=app, silent=silent):
        keys = tuple(key for key in due.keys if key not in told)
        if keys:
            yield DueLetter(due.to, due.kind, keys, due.make)


def _invitations(ws: Workspace, as_of: date, app: str) -> Iterator[DueLetter]:
    """Those that could not be sent when they were made, to who has not come yet."""
    with ws.database.reading() as connection:
        found = letter_rows.told(connection, since=as_of - OLDEST)
        everyone = people_rows.members(connection, everyone=True)
        listed = {None, *(customer.id for customer in records.listed_customers(connection))}
    for member in everyone:
        if member.customer_id not in listed:
            continue
        key = invitation_key(member)
        state, at = found.get(key, (LetterState.SENT, now()))
        if _waits(state, at) and member.email and member.bound_at is None and member.removed_at is None:
            yield DueLetter(member, INVITATION, (key,), always(invitation_of(ws, member, app=app)))


def _nudges(ws: Workspace, as_of: date, app: str, silent: Collection[str]) -> Iterator[DueLetter]:
    """HPAS's reminders by hand that wait, or did not go, of the last days: to leads who still are."""
    with ws.database.reading() as connection:
        found = letter_rows.told(connection, since=as_of - NUDGED_FOR)
        leads = {each.id: each for each in people_rows.members(connection, everyone=True) if _leads_still(each)}
        customers = {customer.id: customer for customer in records.listed_customers(connection)}
    waiting = [key for key, (state, at) in found.items() if key.kind == NUDGE and _waits(state, at)]
    for key in waiting:
        member = leads.get(key.member_id)
        if member is not None and member.id not in silent and key.about in customers:
            yield DueLetter(member, NUDGE, (key,), always(nudge_of(member, customers[key.about], app=app)))


def _leads_still(member: Member) -> bool:
    return member.role == Role.LEAD and member.removed_at is None and bool(member.email)


def _waits(state: LetterState, at: datetime) -> bool:
    """Whether nobody has handed it over, or is about to."""
    return state is LetterState.FAILED or (state is LetterState.CLAIMED and at < now() - STALE)


def _log(ws: Workspace, actor: Actor, made: Round) -> None:
    """A line for each kind, with how many went how: one for each letter would bury the log, and `letter` has those."""
    kinds = dict.fromkeys(kind for kind, _ in made.fates)
    with ws.database.writing() as connection:
        for kind in kinds:
            counted = [f"{fate.value} {made.fates[kind, fate]}" for fate in Fate if made.fates[kind, fate]]
            told = event(actor, Operation.SEND_LETTERS, "letters", detail=" ".join([kind, *counted]))
            records.audit(connection, told)
