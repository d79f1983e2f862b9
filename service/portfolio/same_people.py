"""People whom several customers count on in the same week: who owns actions that are due there at two of them or more.

One e-mail address is one person. A name that was typed is told apart only by how it is written: it is a name when all of
its words begin with a capital, and «Leder for hjemmetjenesten» is none.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scoring.names import name_key
from scoring.portfolio.shared_roles import monday_of_week
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows
from storage.people.rows import MemberRow
from storage.plan import rows as plan_rows


@dataclass(frozen=True, slots=True)
class SamePersonWeek:
    """One person in the week that begins on `monday`. due: customer's name -> how many actions; by_address: known by it."""

    name: str
    by_address: bool
    monday: date
    due: Sequence[tuple[str, int]]


def same_people(ws: Workspace, actor: Actor, *, as_of: date) -> list[SamePersonWeek]:
    """Every such week from that of `as_of` on, the nearest first. In a constant number of statements. Raises `NotAllowed`."""
    allow(ws, actor, Operation.COMPARE)
    with ws.database.reading() as connection:
        owned = plan_rows.owned_days(connection, since=monday_of_week(as_of))
        members = {each.id: each for each in people_rows.members(connection, everyone=True)} if owned else {}
        customers = {each.id: each.name for each in records.listed_customers(connection)} if owned else {}
    called: dict[str, str] = {}
    weeks: dict[tuple[str, date], Counter[str]] = defaultdict(Counter)
    for each in owned:
        known = _person(members.get(each.owner_member or ""), each.owner_name)
        if known is not None and each.customer_id in customers:
            called.setdefault(*known)
            weeks[known[0], monday_of_week(each.due)][customers[each.customer_id]] += 1
    found = [
        SamePersonWeek(called[key], key.startswith(_ADDRESS), monday, due.most_common())
        for (key, monday), due in weeks.items()
        if len(due) > 1
    ]
    return sorted(found, key=lambda each: (each.monday, not each.by_address, each.name.casefold()))


# No name begins so.
_ADDRESS = "@"


def _person(member: MemberRow | None, typed: str | None) -> tuple[str, str] | None:
    """What tells a person from others, and what they are called; nothing for who cannot be told apart."""
    if member is not None and member.email:
        return f"{_ADDRESS}{member.email.casefold()}", member.name or member.email
    words = (typed or "").split()
    named = len(words) > 1 and all(word[0].isupper() for word in words)
    return (name_key(typed or ""), " ".join(words)) if named else None
