"""One letter, at most once: claimed before it is sent, marked before it is handed over, and what became of it.

The order is: claimed (in a transaction of its own) → the server is ready for the text → handed → the text → sent.
A run that dies while something is only claimed loses nothing: after `STALE` another run takes it. One that dies between
handed and sent cannot know whether the server took it, and nobody can: it is not sent again. So of the two it errs on
the side of not sending twice, for the moment it takes to send one text, and says so (`Fate.UNSURE`).
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from reports.letters.letter import Letter
from service.letters.mail_settings import MailSettings
from service.letters.mailbox import MailAway, Mailbox, NotTaken, Unsure, envelope
from service.people.access import now
from service.people.members import Member
from service.workspace import Workspace
from storage.letters import rows as letter_rows
from storage.letters.rows import LetterKey, LetterState

# Longer than any run waits for a server.
STALE = timedelta(minutes=15)


class Fate(StrEnum):
    """taken: another run has it, or it was told before. unsure: handed over, and never answered."""

    SENT = "sent"
    TAKEN = "taken"
    FAILED = "failed"
    UNSURE = "unsure"


def letter_id_of(keys: Collection[LetterKey]) -> str:
    """The same for the same things told to the same person."""
    said = sorted(f"{key.kind} {key.about} {key.member_id} {key.day}" for key in keys)
    return sha256("\n".join(said).encode()).hexdigest()[:40]


def post(
    ws: Workspace,
    box: Mailbox,
    settings: MailSettings,
    *,
    to: Member,
    keys: Sequence[LetterKey],
    make: Callable[[Collection[LetterKey]], Letter],
) -> Fate:
    """Send one letter with what nobody has told of `keys`. Raises `MailAway` and `NotTaken`; it is tried at the next run."""
    letter_id, claimed_at = letter_id_of(keys), now()
    mine = [claimed_at]
    with ws.database.writing() as connection:
        taken = letter_rows.claim(connection, keys, letter_id, at=claimed_at, stale=claimed_at - STALE)
    if not taken:
        return Fate.TAKEN

    def handing_over() -> bool:
        mine.append(now())
        with ws.database.writing() as connection:
            return letter_rows.hand_over(connection, letter_id, held=mine[-2], at=mine[-1]) == len(taken)

    try:
        message = envelope(make(taken), to=to.email or "", settings=settings, letter_id=letter_id, at=claimed_at)
        handed = box.deliver(message, to.email or "", handing_over=handing_over)
    except (MailAway, NotTaken):
        _mark(ws, letter_id, LetterState.FAILED, mine[-1])
        raise
    except Unsure:
        _mark(ws, letter_id, LetterState.UNSURE, mine[-1])
        return Fate.UNSURE
    if handed:
        _mark(ws, letter_id, LetterState.SENT, mine[-1])
    return Fate.SENT if handed else Fate.TAKEN


def _mark(ws: Workspace, letter_id: str, state: LetterState, held: datetime) -> None:
    with ws.database.writing() as connection:
        letter_rows.set_state(connection, letter_id, state, held=held, at=now())
