"""Om virksomheten: the facts of a customer as they stand, giving one, and all that was ever given.

A fact that is given becomes the whole of every share that takes it, in the same transaction, as a revision of its own
kind: the answers, the judgement and what is sent in after it rest on it, and what was sent in before stands as it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection

from scoring.profile.facts import Fact, FactRule
from scoring.profile.sense import clashes, fault_in
from scoring.profile.wholes import wholes
from scoring.vocabulary import CustomerType
from service.answers.responses import ResponseView, open_response, with_encoding
from service.answers.wholes import store_facts
from service.faults import BadInput, NotAllowed
from service.people.access import now, plain_id, refusals_logged
from service.people.actor import Actor
from service.people.members import shown_as, shown_names
from service.people.permissions import Operation, require
from service.workspace import Workspace
from storage import records
from storage.profile import rows as profile_rows
from storage.profile.rows import EntryRow
from storage.records import ResponseRow


@dataclass(frozen=True, slots=True)
class GivenFact:
    """A fact as it was given. value: None where it was taken away. number: of the line, which tells it from others."""

    fact_id: str
    value: float | None
    name: str
    at: datetime
    number: int


@dataclass(frozen=True, slots=True)
class ProfileView:
    """The profile of one customer. given: fact -> how it stands. history: all that was given, the newest first.

    clashes: rules that do not hold. used_by: fact -> the questions whose whole it is.
    """

    view: ResponseView
    facts: Sequence[Fact]
    given: Mapping[str, GivenFact]
    history: Sequence[GivenFact]
    clashes: Sequence[FactRule]
    used_by: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class FactSaved:
    """What became of a fact. overwritten: what another had given meanwhile. answers: how many got another whole."""

    overwritten: GivenFact | None
    answers: int


def read_profile(ws: Workspace, actor: Actor, customer_id: str) -> ProfileView:
    """What the customer has said of itself, and what rests on it. Raises `NotAllowed`."""
    with ws.database.one_moment():
        view = open_response(ws, actor, customer_id)
        with ws.database.reading() as connection:
            rows = profile_rows.entries(connection, view.customer.id)
            names = shown_names(connection, view.customer.id)
    asked = ws.catalogue.profile.of(_type(view))
    history = [GivenFact(row.fact_id, row.value, shown_as(names, row.actor), row.at, row.id) for row in rows]
    given = {each.fact_id: each for each in history if each.fact_id in asked}
    standing = {fact_id: each.value for fact_id, each in given.items() if each.value is not None}
    used: dict[str, list[str]] = {fact_id: [] for fact_id in asked}
    for question_id, fact_id in wholes(view.form.questionnaire).items():
        used.setdefault(fact_id, []).append(question_id)
    return ProfileView(
        view=view,
        facts=tuple(asked.values()),
        given=given,
        history=history[::-1],
        clashes=clashes(ws.catalogue.profile, standing),
        used_by=used,
    )


def give_fact(
    ws: Workspace, actor: Actor, customer_id: str, fact_id: str, value: float | None, *, seen: int | None = None
) -> FactSaved:
    """Let a fact be this number, or take it away with None. seen: the line the page showed, 0 for none.

    Raises `NotAllowed`, and `BadInput`: unknown_fact, or why the number cannot be this fact.
    """
    return give_facts(ws, actor, customer_id, {fact_id: value}, seen=seen)


def give_facts(
    ws: Workspace, actor: Actor, customer_id: str, changes: Mapping[str, float | None], *, seen: int | None = None
) -> FactSaved:
    """The same for several, all of them or none; what stands so already is left. Raises as `give_fact`."""
    customer_id, at, values = plain_id(customer_id), now(), dict(changes)
    session = f"profile-{uuid4().hex}"

    def save(connection: Connection, _again: bool) -> FactSaved:
        row = _held(connection, actor, customer_id)
        _check(ws, row, values)
        before = {each.fact_id: each for each in profile_rows.entries(connection, customer_id)}
        held = {fact_id: before[fact_id].value if fact_id in before else None for fact_id in values}
        given = {fact_id: value for fact_id, value in values.items() if value != held[fact_id]}
        changed = store_facts(connection, row, given, by=actor.id, at=at, session=session)
        with_encoding(ws, connection, row)
        unseen = (before[each] for each in given if each in before and _is_news(before[each], actor, seen))
        return FactSaved(_given(connection, customer_id, next(unseen, None)), changed)

    with refusals_logged(ws, actor, Operation.ANSWER, f"customer:{customer_id}"):
        return ws.database.once(save)


def _is_news(last: EntryRow, actor: Actor, seen: int | None) -> bool:
    return seen is not None and last.id != seen and last.actor != actor.id


def _check(ws: Workspace, row: ResponseRow, values: Mapping[str, float | None]) -> None:
    kind = row.customer.customer_type
    asked = ws.catalogue.profile.of(kind) if isinstance(kind, CustomerType) else {}
    for fact_id, value in values.items():
        fact = asked.get(fact_id)
        if fact is None:
            raise BadInput("unknown_fact")
        if value is not None and (fault := fault_in(fact, value)):
            raise BadInput(fault, found=value, least=fact.least, most=fact.most)


def _type(view: ResponseView) -> CustomerType:
    """Raises `BadInput` for HPAS's own answers, which are of no customer."""
    kind = view.customer.customer_type
    if not isinstance(kind, CustomerType):
        raise BadInput("unknown_fact")
    return kind


def _held(connection: Connection, actor: Actor, customer_id: str) -> ResponseRow:
    found = records.response_of(connection, customer_id)
    require(actor, Operation.ANSWER, found.customer.id if found else None)
    row = records.response_by_id(connection, found.id, for_update=True) if found else None
    if row is None:
        raise NotAllowed
    return row


def _given(connection: Connection, customer_id: str, row: EntryRow | None) -> GivenFact | None:
    if row is None:
        return None
    names = shown_names(connection, customer_id)
    return GivenFact(row.fact_id, row.value, shown_as(names, row.actor), row.at, row.id)
