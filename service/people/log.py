"""The audit log, for reading on screen in words; `service.files.people` hands it out whole, as it stands.

One line is one act: what the same person did again to the same customer within an hour is told with how many times.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from language import DECISIONS, OPERATIONS, ROLES, STATES, count, day
from language.service.people.members import FORGOTTEN
from service.people.access import allow
from service.people.actor import Actor, Role, local_actor
from service.people.members import Member
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import audit_pages, records
from storage.audit_pages import LogQuestion
from storage.files.rows import token_purposes
from storage.people import rows as people_rows
from storage.records import AuditRow as LogLine

__all__ = ["LogAct", "LogLine", "LogPage", "LogQuestion", "read_log"]

ON_A_PAGE = 40
# However many times one act was done, so much of the log is looked through for a page, and no more.
MOST_LINES = 2_000
TOGETHER = timedelta(hours=1)
NAMED = 3
_ID = re.compile(r"\b[0-9a-f]{32}\b")


@dataclass(frozen=True, slots=True)
class LogAct:
    """One act, done `times` times from `first` to `last`. who, customer, detail: as they are called; "" where there is none."""

    last: datetime
    first: datetime
    who: str
    operation: str
    customer: str
    detail: str
    refused: bool
    times: int


@dataclass(frozen=True, slots=True)
class LogPage:
    """The newest acts first. older: what the next page is before, `None` on the last. people: id -> name, to filter by.

    operations: every kind of act there is a line of.
    """

    acts: Sequence[LogAct]
    older: int | None
    people: Mapping[str, str]
    operations: Sequence[str]


def read_log(ws: Workspace, actor: Actor, asked: LogQuestion = LogQuestion(), *, size: int = ON_A_PAGE) -> LogPage:  # noqa: B008
    """A page of the log. In a constant number of statements. Raises `NotAllowed`."""
    allow(ws, actor, Operation.READ_AUDIT_LOG)
    with ws.database.reading() as connection:
        lines = audit_pages.audit_piece(connection, asked, most=MOST_LINES + 1)
        owners = audit_pages.customers_of(connection, {line.object for _, line in lines[:MOST_LINES]})
        groups, older = _grouped(lines, owners, size)
        names = {each.id: each.name for each in records.customers(connection)}
        members = {each.id: each for each in people_rows.members(connection, everyone=True)}
        operations = audit_pages.operations_logged(connection)
        keys = {f"token:{id_}": f"Nøkkelen «{purpose}»" for id_, purpose in token_purposes(connection).items()}
    known = _Known(members, names, keys)
    acts = [_act(group, names.get(owners.get(group[0].object, ""), ""), known) for group in groups]
    offered = [each for each in members.values() if each.customer_id in (None, asked.customer_id)]
    people = {each.id: _called(each) for each in offered if each.email or each.name} | _LOCAL
    return LogPage(acts, older, people, sorted(operations, key=lambda each: OPERATIONS.get(each, each)))


def _grouped(
    lines: Sequence[tuple[int, LogLine]], owners: Mapping[str, str], size: int
) -> tuple[list[list[LogLine]], int | None]:
    """Acts of one or more lines, and what the next page is before."""
    groups: list[list[LogLine]] = []
    open_: dict[tuple[str, ...], list[LogLine]] = {}
    last = 0
    for number, line in lines[:MOST_LINES]:
        key = (line.actor, line.operation, line.outcome, owners.get(line.object, line.object))
        group = open_.get(key)
        if group is not None and group[-1].at - line.at <= TOGETHER:
            group.append(line)
        elif len(groups) == size:
            return groups, last
        else:
            open_[key] = [line]
            groups.append(open_[key])
        last = number
    return groups, last if len(lines) > MOST_LINES else None


class _Known(NamedTuple):
    """By id: people, customers, and the keys that programs read with."""

    members: Mapping[str, Member]
    customers: Mapping[str, str]
    keys: Mapping[str, str]


def _act(group: Sequence[LogLine], customer: str, known: _Known) -> LogAct:
    newest, members = group[0], known.members
    about = [found for line in group if (found := members.get(line.object.removeprefix("member:")))]
    others = list(dict.fromkeys(_called(each) for each in about if each.id != newest.actor))
    more = [f"og {len(others) - NAMED} til"] if len(others) > NAMED else []
    told = [_detail(newest, members)] if len(group) == 1 else []
    told[:0] = list(dict.fromkeys(known.keys[line.object] for line in group if line.object in known.keys))
    if not customer and about:
        customer = known.customers.get(about[0].customer_id or "", "HPAS")
    return LogAct(
        last=newest.at,
        first=group[-1].at,
        who=known.keys.get(newest.actor) or _who(newest.actor, members),
        operation=newest.operation,
        customer=customer,
        detail=", ".join(filter(None, [*others[:NAMED], *more, *told])),
        refused=newest.outcome != "done",
        times=len(group),
    )


_LOCAL = {local_actor(role).id: f"Lokal bruker ({ROLES[role]})" for role in Role}
_OTHERS = {
    "nobody": "Ukjent, ikke logget inn",
    "cli": "Kommandolinjen",
    "reminder": "Klarsjekk selv",
    "calendar": "En kalender",
}


def _who(actor: str, members: Mapping[str, Member]) -> str:
    """A name with a role; never an id."""
    member = members.get(actor)
    if member is not None:
        return f"{_called(member)} ({ROLES.get(member.role, member.role)})"
    return _LOCAL.get(actor) or _OTHERS.get(actor) or ("Ukjent" if _ID.fullmatch(actor) else actor)


def _called(member: Member) -> str:
    return member.name or member.email or FORGOTTEN()


def _detail(line: LogLine, members: Mapping[str, Member]) -> str:
    """What more there is to say, in words: days, states and roles; what only a machine reads is left out."""
    told = line.detail or ""
    if told.startswith("{"):
        return _changed(json.loads(told), members)
    if told.startswith("["):
        return count(len(json.loads(told)), "spørsmål", "spørsmål")
    words = [_word(word) for word in _ID.sub("", told).split() if word not in ("response:", "hpas")]
    return " ".join(words)


def _word(said: str) -> str:
    """A role, a state or an act of the log, in words; what is none of them as it stands."""
    for words in (ROLES, STATES, _WORDS):
        if said in words:
            return words[said]
    return said


_WORDS = {
    "bound": "for første gang",
    "on": "på",
    "off": "av",
    "made": "laget",
    "expired": "utløpt",
    "maker_gone": "den som laget den, har ikke tilgang lenger",
    "often": "for ofte",
    "ended": "stoppet",
    "archived": "arkivert",
    "taken": "tatt",
    "back": "tilbake",
    "file": "fra fil",
    "proposed": "foreslått",
    "signed": "skrevet under",
    "customer": "for kunden",
    **{kind.value: words.lower() for kind, words in DECISIONS.items()},
    "approved": "godkjent",
    "rejected": "avslått",
    "withdrawn": "trukket",
    "agrees": "enig",
    "disagrees": "uenig",
    "nb": "bokmål",
    "nn": "nynorsk",
}  # fmt: skip
_FIELDS = {
    "name": "navn",
    "org_number": "organisasjonsnummer",
    "region": "region",
    "group_name": "gruppe",
    "reviewer": "kvalitetssikrer",
    "beds": "senger",
}


def _changed(told: Mapping[str, object], members: Mapping[str, Member]) -> str:
    """From what to what."""
    if {"from", "to"} <= told.keys():
        why = f": {_ID.sub('', str(told['reason']))}" if told.get("reason") else ""
        return f"{_moved_by(told)}fra {_plain(told['from'], members)} til {_plain(told['to'], members)}{why}"
    if {"role", "share"} <= told.keys():
        return _booked(told, members)
    if told.keys() == {"condition", "done_on"}:
        done = f"oppfylt {_plain(told['done_on'], members)}" if told["done_on"] else "ikke oppfylt"
        return f"vilkår {told['condition']}: {done}"
    if told.keys() == {"question", "agreed"}:
        return f"{told['question']}: {'enig' if told['agreed'] else 'uenig'}"
    group = next((f" for «{told[name]}»" for name in ("region", "group_name") if isinstance(told.get(name), str)), "")
    pairs = [(name, held) for name, held in told.items() if isinstance(held, list) and len(held) == 2]
    said = [f"{_FIELDS.get(name, name)} fra {_plain(a, members)} til {_plain(b, members)}" for name, (a, b) in pairs]
    return ", ".join(said) + group


def _moved_by(told: Mapping[str, object]) -> str:
    """How many were moved together, where they were."""
    whom = told.get("customers")
    return f"{count(len(whom), 'kunde', 'kunder')} " if isinstance(whom, list) else ""


def _booked(told: Mapping[str, object], members: Mapping[str, Member]) -> str:
    """A shared role: how much of it, when, and for which wave; the customer stands in a column of its own."""
    weeks = f"{_plain(told['first'], members)} til {_plain(told['last'], members)}"
    wave = f", oppstart {_plain(told['wave'], members)}" if told.get("wave") else ""
    gone = "tatt bort " if told.get("what") == "taken away" else ""
    return f"{gone}{_plain(told['role'], members)} {told['share']} % fra {weeks}{wave}"


def _plain(held: object, members: Mapping[str, Member]) -> str:
    if held in (None, ""):
        return "ingenting"
    if str(held) in members:
        return _called(members[str(held)])
    try:
        return day(date.fromisoformat(str(held)))
    except ValueError:
        return _ID.sub("", f"«{held}»")
