"""The customers as HPAS keeps them in order: who they are, when they start, who leads, and when they last did anything."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from language import local_day
from scoring.vocabulary import QuestionnaireType
from service.people.access import allow
from service.people.actor import Actor, Role
from service.people.customers import CustomerInfo
from service.people.group_reviewers import GroupKind, reviewer_of
from service.people.members import Member
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.answers import encoded_rows
from storage.people import rows as people_rows


@dataclass(frozen=True, slots=True)
class KeptCustomer:
    """leads: names or addresses, "" without any. last: when an answer was last saved. newer: whether a newer form waits.

    reviewer: the name of who reviews it, "" without one. through: where that is set, `None` on the customer itself.
    """

    customer: CustomerInfo
    leads: str
    last: date | None
    newer: bool
    reviewer: str
    through: GroupKind | None


def customer_table(ws: Workspace, actor: Actor, *, archived: bool = False) -> list[KeptCustomer]:
    """Every listed customer by name, or every archived one; in a constant number of statements. Raises `NotAllowed`."""
    allow(ws, actor, Operation.COMPARE)
    with ws.database.reading() as connection:
        held = [each for each in records.customers(connection) if (each.archived_at is not None) is archived]
        members = people_rows.members(connection, everyone=True)
        last = encoded_rows.last_said(connection)
        asked = records.fingerprints_asked(connection)
        set_to = people_rows.group_reviewers(connection)
    offered: dict[QuestionnaireType, str] = {kind: form.fingerprint for kind, form in ws.forms.items()}
    leads, hpas = _leads(members), {each.id: _called(each) for each in members if each.customer_id is None}
    found = [
        KeptCustomer(
            customer=each,
            leads=", ".join(leads.get(each.id, ())),
            last=local_day(last[each.id]) if each.id in last else None,
            newer=asked.get(each.id) != offered.get(each.customer_type),
            reviewer=hpas.get(reviewer or "", ""),
            through=through,
        )
        for each, (reviewer, through) in ((each, reviewer_of(each, set_to)) for each in held)
    ]
    return sorted(found, key=lambda each: each.customer.name.casefold())


def _leads(members: Sequence[Member]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for member in members:
        if member.removed_at is None and member.role == Role.LEAD and member.customer_id:
            found[member.customer_id].append(_called(member))
    return found


def _called(member: Member) -> str:
    return member.name or member.email or ""
