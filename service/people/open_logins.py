"""Where someone is logged in, for that person alone, and ending one of those logins from another place."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from service.people.access import allow, event, now
from service.people.actor import Actor
from service.people.logins import CLOCKS_DIFFER, LONGEST_LOGIN
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.people import login_rows
from storage.people import rows as people_rows

# A login is shown and asked for by the beginning of its name, which opens nothing.
_SHOWN = 16


@dataclass(frozen=True, slots=True)
class OpenLogin:
    """A login that goes on. `here`: the one that asks."""

    id: str
    device: str
    began_at: datetime
    used_at: datetime
    here: bool


def own_logins(ws: Workspace, actor: Actor, *, login: str) -> list[OpenLogin]:
    """The actor's own logins of the last twelve hours, the one last used first. login: as in `logins.Identity`."""
    allow(ws, actor, Operation.END_LOGINS)
    with ws.database.reading() as connection:
        rows = login_rows.logins_of(connection, _own(connection, actor), since=now() - LONGEST_LOGIN)
    return [OpenLogin(r.login[:_SHOWN], r.device, r.began_at, r.used_at, r.login == login) for r in rows]


def end_own_login(ws: Workspace, actor: Actor, login_id: str) -> None:
    """End one of the actor's own logins, in every tab and process; one that is not theirs, or is over, is left."""
    allow(ws, actor, Operation.END_LOGINS)
    at = now()
    with ws.database.writing() as connection:
        for row in login_rows.logins_of(connection, _own(connection, actor), since=at - LONGEST_LOGIN):
            if row.login[:_SHOWN] == login_id:
                login_rows.end_login(connection, row.login, at, forget_before=at - LONGEST_LOGIN - CLOCKS_DIFFER)
                records.audit(connection, event(actor, Operation.END_LOGINS, f"member:{actor.id}"))


def _own(connection: Connection, actor: Actor) -> list[str]:
    """The ids of the person at every customer: those that are bound to the same login."""
    member = people_rows.member_by_id(connection, actor.id)
    if member is None or member.issuer is None or member.subject is None:
        return []
    return [each.id for each in people_rows.memberships(connection, member.issuer, member.subject, None)]
