"""How long what tells of people is kept, and letting go of what has lain longer: names and addresses, never what was done.

The acts stand for good, under a number that says nothing once the person is forgotten.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from language.service import retention as words
from service.people.access import allow, event, now
from service.people.actor import Actor
from service.people.members import Member, forget
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.letters import rows as letter_rows
from storage.people import rows as people_rows

SECTION = "klarsjekk.retention"
SHORTEST, LONGEST = 1, 36_500


class Overdue(StrEnum):
    """removed_people: lost their access. unused_invitations: never came. letters: what was told to whom, and when."""

    REMOVED_PEOPLE = "removed_people"
    UNUSED_INVITATIONS = "unused_invitations"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Retention:
    """Days of each kind."""

    removed_people: int = 365
    unused_invitations: int = 90
    letters: int = 365


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Something that has lain long enough: what, since when, and for letters how many (`id` is "")."""

    kind: Overdue
    id: str
    since: datetime
    many: int = 1


def read_retention(secrets: Mapping[str, Any]) -> Retention:
    """The days of `[klarsjekk.retention]`, only where `retention_faults` finds nothing wrong."""
    return Retention(**_section(secrets))


def retention_faults(secrets: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(key, what is wrong and what to do)."""
    held = _section(secrets)
    if not isinstance(held, Mapping):
        yield SECTION, words.NO_TABLE()
        return
    known = [each.name for each in fields(Retention)]
    for key, days in held.items():
        if key not in known:
            yield f"{SECTION}.{key}", words.UNKNOWN(known=", ".join(known))
        elif type(days) is not int or not SHORTEST <= days <= LONGEST:
            yield f"{SECTION}.{key}", words.NOT_DAYS(shortest=SHORTEST, longest=LONGEST)


def _section(secrets: Mapping[str, Any]) -> Any:
    section = secrets.get("klarsjekk")
    return section.get("retention", {}) if isinstance(section, Mapping) else {}


def lapsed(ws: Workspace, actor: Actor, retention: Retention) -> list[Lapsed]:
    """What has lain longer than it is kept, the oldest first of each kind. Changes nothing."""
    allow(ws, actor, Operation.RETAIN)
    at = now()
    with ws.database.reading() as connection:
        held = people_rows.members(connection, everyone=True)
        letters, oldest = letter_rows.older_than(connection, at - timedelta(days=retention.letters))
    known = [member for member in held if member.email is not None]
    found = [each for member in known if (each := _person(member, retention, at))]
    return found + ([Lapsed(Overdue.LETTERS, "", oldest, letters)] if oldest else [])


def let_go(ws: Workspace, actor: Actor, retention: Retention) -> list[Lapsed]:
    """Let go of it; what was let go of."""
    gone = lapsed(ws, actor, retention)
    for each in gone:
        # This row alone: the same person may have another that is in use.
        if each.kind is not Overdue.LETTERS:
            forget(ws, actor, each.id, others=False)
    with ws.database.writing() as connection:
        letter_rows.remove_older_than(connection, now() - timedelta(days=retention.letters))
        if gone:
            records.audit(connection, event(actor, Operation.RETAIN, "people", detail=f"{len(gone)}"))
    return gone


def _person(member: Member, retention: Retention, at: datetime) -> Lapsed | None:
    if member.removed_at is not None:
        kind, since, days = Overdue.REMOVED_PEOPLE, member.removed_at, retention.removed_people
    elif member.bound_at is None:
        kind, since, days = Overdue.UNUSED_INVITATIONS, member.invited_at, retention.unused_invitations
    else:
        return None
    return Lapsed(kind, member.id, since) if at - since > timedelta(days=days) else None
