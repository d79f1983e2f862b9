"""What is kept of one person, as that person may ask for it: who they are to us, where they log in, and what they have done."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from service.faults import NotAllowed
from service.people.access import allow, event, plain_id
from service.people.actor import Actor
from service.people.members import Member
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.people import login_rows
from storage.people import rows as people_rows
from storage.people.named import named_like
from storage.records import AuditRow


def what_is_kept(ws: Workspace, actor: Actor, member_id: str) -> dict[str, Any]:
    """Everything of the person behind a member, plain enough for JSON: of all their rows, at all customers.

    Free text (comments, measures, notes) is the customer's, and is not looked through. Raises `NotAllowed`.
    """
    with ws.database.reading() as connection:
        member = people_rows.member_by_id(connection, plain_id(member_id))
    of = (member.customer_id or "hpas") if member else None
    allow(ws, actor, Operation.SEE_PERSON, of, thing=f"member:{plain_id(member_id)}")
    if member is None:
        raise NotAllowed
    with ws.database.writing() as connection:
        rows = people_rows.same_person(connection, member)
        log = records.audit_log(connection)
        told = {"tilganger": [_access(connection, row, log) for row in rows]}
        records.audit(connection, event(actor, Operation.SEE_PERSON, f"member:{member.id}"))
    return told


def _access(connection: Connection, row: Member, log: Iterable[AuditRow]) -> dict[str, Any]:
    """One row of the person: what we know, the logins that go on, and every line of the log by or about them."""
    fields = {name: _plain(getattr(row, name)) for name in Member.__slots__}
    logins = login_rows.logins_of(connection, [row.id], since=row.invited_at)
    own = [line for line in log if line.actor == row.id]
    about = [line for line in log if line.object == f"member:{row.id}" and line.actor != row.id]
    named = len(named_like(connection, row.name, row.customer_id)) if row.name and row.customer_id else 0
    return {
        "opplysninger": fields,
        "innlogginger": [
            {"enhet": each.device, "begynt": _plain(each.began_at), "sist_brukt": _plain(each.used_at)}
            for each in logins
        ],
        "skrevet_som_eier": bool(named),
        "handlinger_i_tall": dict(Counter(line.operation for line in own)),
        "handlinger": [_act(line) for line in own],
        "gjort_med_tilgangen_av_andre": [_act(line) for line in about],
    }


def _act(line: AuditRow) -> dict[str, Any]:
    return {"tid": _plain(line.at), "handling": line.operation, "gjelder": line.object, "utfall": line.outcome}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, (date, datetime)) else value
