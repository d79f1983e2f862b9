"""The audit log, for reading on screen in words; `service.files.people` hands it out whole, as it stands.

One line is one act: what the same person did again to the same customer within an hour is told with how many times.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from language import DECISIONS, OPERATIONS, ROLES, STATES, day
from language.service.people import log as words
from service.people.access import allow
from service.people.actor import Actor, Role, local_actor
from service.people.members import FORGOTTEN, Member
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
        keys = {f"token:{id_}": words.KEY(purpose=purpose) for id_, purpose in token_purposes(connection).items()}
    known = _Known(members, names, keys)
    acts = [_act(group, names.get(owners.get(group[0].object, ""), ""), known) for group in groups]
    offered = [each for each in members.values() if each.customer_id in (None, asked.customer_id)]
    people = {each.id: _called(each) for each in offered if each.email or each.name} | _local()
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
    more = [words.AND_MORE(n=len(others) - NAMED)] if len(others) > NAMED else []
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


def _local() -> dict[str, str]:
    """Who works on this machine without login, by role."""
    return {local_actor(role).id: words.LOCAL_USER(role=ROLES[role]) for role in Role}


def _who(actor: str, members: Mapping[str, Member]) -> str:
    """A name with a role; never an id."""
    member = members.get(actor)
    if member is not None:
        return f"{_called(member)} ({ROLES.get(member.role, member.role)})"
    return _local().get(actor) or words.OTHERS.get(actor) or (words.UNKNOWN() if _ID.fullmatch(actor) else actor)


def _called(member: Member) -> str:
    return member.name or member.email or FORGOTTEN


def _detail(line: LogLine, members: Mapping[str, Member]) -> str:
    """What more there is to say, in words: days, states and roles; what only a machine reads is left out."""
    told = line.detail or ""
    if told.startswith("{"):
        return _changed(json.loads(told), members)
    if told.startswith("["):
        return words.QUESTIONS(len(json.loads(told)))
    return " ".join(_word(word) for word in _ID.sub("", told).split() if word not in ("response:", "hpas"))


def _word(said: str) -> str:
    """A role, a state or an act of the log, in words; what is none of them as it stands."""
    if said in _DECISIONS:
        return DECISIONS[_DECISIONS[said]].lower()
    for called in (ROLES, STATES, words.LOG_WORDS):
        if said in called:
            return called[said]
    return said


_DECISIONS = {kind.value: kind for kind in DECISIONS}


def _changed(told: Mapping[str, object], members: Mapping[str, Member]) -> str:
    """From what to what."""
    if {"from", "to"} <= told.keys():
        why = f": {_ID.sub('', str(told['reason']))}" if told.get("reason") else ""
        return f"{_moved(told, members)}{why}"
    if {"role", "share"} <= told.keys():
        return _booked(told, members)
    if told.keys() == {"condition", "done_on"}:
        if not told["done_on"]:
            return words.CONDITION_NOT_MET(condition=told["condition"])
        return words.CONDITION_MET(condition=told["condition"], day=_plain(told["done_on"], members))
    if told.keys() == {"question", "agreed"}:
        return f"{told['question']}: {words.LOG_WORDS['agrees' if told['agreed'] else 'disagrees']}"
    pairs = [(name, held) for name, held in told.items() if isinstance(held, list) and len(held) == 2]
    what = ", ".join(
        words.FIELD_FROM_TO(
            field=words.FIELDS.get(name, name), before=_plain(before, members), after=_plain(after, members)
        )
        for name, (before, after) in pairs
    )
    group = next((told[name] for name in ("region", "group_name") if isinstance(told.get(name), str)), None)
    return what if group is None else words.FOR_GROUP(what=what, group=group)


def _moved(told: Mapping[str, object], members: Mapping[str, Member]) -> str:
    """From what to what, and how many were moved together, where they were."""
    before, after, whom = _plain(told["from"], members), _plain(told["to"], members), told.get("customers")
    if isinstance(whom, list):
        return words.MANY_FROM_TO(len(whom), before=before, after=after)
    return words.FROM_TO(before=before, after=after)


def _booked(told: Mapping[str, object], members: Mapping[str, Member]) -> str:
    """A shared role: how much of it, when, and for which wave; the customer stands in a column of its own."""
    booked = words.BOOKED_FOR_WAVE if told.get("wave") else words.BOOKED
    said = booked(
        **{name: _plain(told.get(name), members) for name in ("role", "first", "last", "wave")}, share=told["share"]
    )
    return words.TAKEN_AWAY(what=said) if told.get("what") == "taken away" else said


def _plain(held: object, members: Mapping[str, Member]) -> str:
    if held in (None, ""):
        return words.NOTHING()
    if str(held) in members:
        return _called(members[str(held)])
    try:
        return day(date.fromisoformat(str(held)))
    except ValueError:
        return _ID.sub("", words.QUOTED(text=held))
