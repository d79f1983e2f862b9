"""Whether someone will have letters: their own word, and nobody else's."""

from service.faults import NotAllowed
from service.people.access import allow, event, now
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.letters import rows as letter_rows
from storage.people import rows as people_rows

__all__ = ["has_letters", "set_letters"]


def has_letters(ws: Workspace, actor: Actor) -> bool | None:
    """Whether the actor gets letters; `None` for who is no member, and gets none anyway."""
    with ws.database.reading() as connection:
        if people_rows.member_by_id(connection, actor.id) is None:
            return None
        return actor.id not in letter_rows.have_said_no(connection)


def set_letters(ws: Workspace, actor: Actor, *, on: bool) -> None:
    """Raises `NotAllowed` for who is no member."""
    allow(ws, actor, Operation.CHOOSE_LETTERS)
    with ws.database.writing() as connection:
        if people_rows.member_by_id(connection, actor.id) is None:
            raise NotAllowed
        if on:
            letter_rows.say_yes(connection, actor.id)
        else:
            letter_rows.say_no(connection, actor.id, now())
        said = event(actor, Operation.CHOOSE_LETTERS, f"member:{actor.id}", detail="on" if on else "off")
        records.audit(connection, said)
