"""Denne uken: what HPAS should look at, as lists over all customers that one can act on. The page and the letter say it.

A new list is one more line in `_LISTS`: what it is, and which of the customers stand on it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TypeVar

from language import DAYS, day, days_to, local_day
from language.service.portfolio import this_week as words
from reports.decision.decision_wording import briefly
from scoring.decision.standing import StandingDecision
from scoring.portfolio.cuts import CUTS, FARTHEST
from scoring.portfolio.portfolio import Portfolio
from scoring.rules import VERDICTS
from scoring.vocabulary import DecisionSide, Verdict
from service.decision.conditions import overdue_of
from service.outcomes.figures import OutcomeSheet, sheets_of
from service.people.access import allow
from service.people.actor import Actor
from service.people.customers import ALL, CustomerInfo
from service.people.members import Member
from service.people.permissions import Operation
from service.plan.waivers import CustomerWaiver, open_proposals
from service.portfolio.comparison import Comparison, read_all
from service.portfolio.shared_comparison import ALL_BUT_ANSWERS, read_shared
from service.review.submission_states import OPEN
from service.shared_readings import MANY, Reading
from service.workspace import Workspace
from storage import records
from storage.answers import encoded_rows
from storage.decision.mark_rows import OverdueRow
from storage.outcomes import rows as outcome_rows
from storage.people import rows as people_rows
from storage.review import rows as review_rows
from storage.review.rows import SnapshotRow

T = TypeVar("T")
SILENT_DAYS = 30
# So many days before a cut one can still answer what is due, and so long it is said.
SOON = 21


class WeekKind(StrEnum):
    REVIEWS = "reviews"
    WAIVERS = "waivers"
    NOT_CONFIRMED = "not-confirmed"
    OUTCOMES = "outcomes"
    CUTS = "cuts"
    FAILING = "failing"
    SILENT = "silent"
    NEVER_IN = "never-in"
    TO_SIGN = "to-sign"
    FALLEN = "fallen"
    CONDITIONS = "conditions"


@dataclass(frozen=True, slots=True)
class WeekItem:
    """One customer on a list. said: what there is to know, as a line without the name."""

    customer_id: str
    name: str
    said: str

    @property
    def line(self) -> str:
        return words.LINE(name=self.name, said=self.said)


@dataclass(frozen=True, slots=True)
class WeekList:
    """items: the most pressing first. to_remind: whether one reminds them of it."""

    kind: WeekKind
    heading: str
    about: str
    items: Sequence[WeekItem]
    to_remind: bool


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """All the lists are made of, read once. said: when each last saved an answer. sent: the distances each has sent in at.

    failing: how many hard stops fail at those whose date does not hold. waiting, proposals: the oldest first. people: those with access, by customer.
    decisions: those that count, by customer. overdue: conditions of them whose day has passed, by customer, the oldest first.
    after: what is asked of those that have started. ahead: those that have not, with the days they have left, the nearest
    first, those without a date last.
    """

    as_of: date
    customers: Mapping[str, CustomerInfo]
    failing: Mapping[str, int]
    said: Mapping[str, date]
    people: Mapping[str, Sequence[Member]]
    waiting: Sequence[SnapshotRow]
    sent: Mapping[str, Sequence[int]]
    proposals: Sequence[CustomerWaiver]
    decisions: Mapping[str, StandingDecision]
    overdue: Mapping[str, Sequence[OverdueRow]]
    after: Sequence[OutcomeSheet]
    ahead: Sequence[tuple[CustomerInfo, int | None]]

    def never_in(self, customer_id: str) -> bool:
        """Whether nobody there has been in, and nothing is said."""
        return customer_id not in self.said and all(each.bound_at is None for each in self.people.get(customer_id, ()))

    def silent(self, customer_id: str) -> bool:
        spoke = self.said.get(customer_id)
        return spoke is None or (self.as_of - spoke).days >= SILENT_DAYS


def this_week(ws: Workspace, actor: Actor, *, as_of: date) -> list[WeekList]:
    """Every list, the most pressing first, in a constant number of statements. Raises `NotAllowed`."""
    allow(ws, actor, Operation.COMPARE)
    with ws.database.one_moment():
        facts = replace(ws.shared.read(_shared(as_of)), proposals=open_proposals(ws, actor))
    return [
        WeekList(
            each.kind,
            words.HEADINGS[each.kind],
            words.ABOUT[each.kind](days=SILENT_DAYS),
            list(each.find(facts)),
            each.to_remind,
        )
        for each in _LISTS
    ]


def read_week_facts(ws: Workspace, actor: Actor, compared: Comparison, *, as_of: date) -> WeekFacts:
    """As of one moment. compared: all customers, as of that same one. Raises `NotAllowed`."""
    allow(ws, actor, Operation.COMPARE)
    with ws.database.one_moment():
        return replace(_facts(ws, compared, as_of), proposals=open_proposals(ws, actor))


def read_ahead(ws: Workspace, *, as_of: date) -> bool:
    """Read what HPAS looks at first, before anyone asks. Whether there are so many customers that it is of use."""
    with ws.database.reading() as connection:
        every, _ = records.how_many_customers(connection)
    if every >= MANY:
        ws.shared.read(ALL)
        read_shared(ws, as_of=as_of)
        ws.shared.read(_shared(as_of))
    return every >= MANY


def _shared(as_of: date) -> Reading[WeekFacts]:
    read = partial(_read_now, as_of=as_of)
    return Reading(("week", as_of), ALL_BUT_ANSWERS, read, lambda found: len(found.customers), apart=True)


def _read_now(ws: Workspace, *, as_of: date) -> WeekFacts:
    with ws.database.one_moment():
        return _facts(ws, read_all(ws, as_of=as_of), as_of)


def _facts(ws: Workspace, compared: Comparison, as_of: date) -> WeekFacts:
    """All but the proposals, which are told in the words of whoever asks."""
    with ws.database.reading() as connection:
        customers = {each.id: each for each in records.listed_customers(connection)}
        said = encoded_rows.last_said(connection)
        members = people_rows.members(connection, everyone=True)
        waiting = review_rows.snapshots_in(connection, [state.value for state in OPEN])
        sent = review_rows.sent_at_distances(connection)
        recorded = outcome_rows.outcomes(connection)
        overdue = overdue_of(connection, compared.decisions, as_of)
    return WeekFacts(
        as_of=as_of,
        customers=customers,
        failing=_failing_stops(compared.judged),
        said={key: local_day(at) for key, at in said.items()},
        people=_by_customer((each.customer_id, each) for each in members if each.removed_at is None),
        waiting=waiting,
        sent=_by_customer(sent),
        proposals=(),
        decisions=compared.decisions,
        overdue=overdue,
        after=list(sheets_of(ws.outcomes, customers.values(), recorded, as_of)),
        ahead=_ahead(customers.values(), as_of),
    )


def _ahead(customers: Iterable[CustomerInfo], as_of: date) -> list[tuple[CustomerInfo, int | None]]:
    found = [(each, _left(each, as_of)) for each in customers if each.started_on is None]
    coming = [(each, left) for each, left in found if left is None or left >= 0]
    return sorted(coming, key=lambda pair: (pair[1] is None, pair[1] or 0, pair[0].name.casefold()))


def _left(customer: CustomerInfo, as_of: date) -> int | None:
    return None if customer.go_live is None else (customer.go_live - as_of).days


def _failing_stops(judged: Portfolio) -> Mapping[str, int]:
    rows = zip(judged.keys, judged.verdict.tolist(), judged.failing.tolist(), strict=True)
    return {key: failing for key, verdict, failing in rows if verdict == _NOT_READY}


_NOT_READY = VERDICTS.index(Verdict.NOT_READY)


def _by_customer(pairs: Iterable[tuple[str | None, T]]) -> Mapping[str, Sequence[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for customer_id, each in pairs:
        found[customer_id or ""].append(each)
    return found


def _reviews(facts: WeekFacts) -> Iterator[WeekItem]:
    for row in facts.waiting:
        customer = facts.customers[row.customer_id]
        # What was sent in before a start that has been is settled by what came after it.
        if customer.started_on is None:
            yield WeekItem(customer.id, customer.name, words.SENT_IN(day=day(local_day(row.sent_at))))


def _waivers(facts: WeekFacts) -> Iterator[WeekItem]:
    for each in facts.proposals:
        asked = day(local_day(each.case.proposed_at))
        yield WeekItem(each.customer.id, each.customer.name, words.ASKED(day=asked, question=each.question))


def _to_sign(facts: WeekFacts) -> Iterator[WeekItem]:
    for customer, left in facts.ahead:
        held = facts.decisions.get(customer.id)
        if held and held.waits_for is DecisionSide.HPAS:
            yield WeekItem(customer.id, customer.name, words.SIGNED(away=_away(left)))


def _fallen(facts: WeekFacts) -> Iterator[WeekItem]:
    for customer, left in facts.ahead:
        held = facts.decisions.get(customer.id)
        if held and held.fallen:
            yield WeekItem(customer.id, customer.name, words.FALLEN(decision=briefly(held), away=_away(left)))


def _conditions(facts: WeekFacts) -> Iterator[WeekItem]:
    """Those with a condition that is overdue, before the start or after it, the longest ago first."""
    for customer_id, rows in facts.overdue.items():
        customer, late = facts.customers[customer_id], (facts.as_of - rows[0].due).days
        told = {"days": DAYS(late), "condition": " ".join(rows[0].text.split())}
        said = words.OVERDUE_AMONG(len(rows), **told) if len(rows) > 1 else words.OVERDUE(**told)
        yield WeekItem(customer.id, customer.name, said)


def _not_confirmed(facts: WeekFacts) -> Iterator[WeekItem]:
    """Those whose day is past without anyone saying that they started, the longest ago first."""
    past = [(each.go_live, each) for each in facts.customers.values() if each.go_live and each.started_on is None]
    for go_live, customer in sorted(past, key=lambda pair: (pair[0], pair[1].name.casefold())):
        if go_live < facts.as_of:
            said = words.NOT_CONFIRMED(day=day(go_live), ago=DAYS((facts.as_of - go_live).days))
            yield WeekItem(customer.id, customer.name, said)


def _outcomes(facts: WeekFacts) -> Iterator[WeekItem]:
    """Those that have figures to give of what happened, the most overdue first."""
    open_ = [(each, sheet) for sheet in facts.after for each in sheet.due[:1]]
    for each, sheet in sorted(open_, key=lambda pair: (-pair[0].late, pair[0].due, pair[1].customer.name.casefold())):
        told = {"after": each.days_after, "answered": each.answered, "asked": len(each.lines)}
        said = words.FIGURES_LATE(**told, late=DAYS(each.late)) if each.late else words.FIGURES(**told)
        yield WeekItem(sheet.customer.id, sheet.customer.name, said)


def _cuts(facts: WeekFacts) -> Iterator[WeekItem]:
    """Those that come to a cut in some days, and have sent in nothing that can stand for it; the nearest first."""
    found = []
    for customer, left in facts.ahead:
        cut = next((cut for cut in _ASKED if left is not None and 0 <= left - cut <= SOON), None)
        if cut is not None and not any(abs(at - cut) <= FARTHEST for at in facts.sent.get(customer.id, ())):
            found.append(((left or 0) - cut, cut, customer))
    for away, cut, customer in sorted(found, key=lambda each: (each[0], each[1], each[2].name.casefold())):
        said = words.CUT_SOON(cut=cut, days=DAYS(away)) if away else words.CUT_TODAY(cut=cut)
        yield WeekItem(customer.id, customer.name, said)


_ASKED = tuple(cut for cut in CUTS if cut != 120)


def _failing(facts: WeekFacts) -> Iterator[WeekItem]:
    for customer, left in facts.ahead:
        if left is not None and customer.id in facts.failing:
            yield WeekItem(customer.id, customer.name, words.FAILING(facts.failing[customer.id], away=days_to(left)))


def _silent(facts: WeekFacts) -> Iterator[WeekItem]:
    for customer, left in facts.ahead:
        if facts.silent(customer.id) and not facts.never_in(customer.id):
            spoke = facts.said.get(customer.id)
            away = _away(left)
            said = words.SILENT_SINCE(day=day(spoke), away=away) if spoke else words.SILENT(away=away)
            yield WeekItem(customer.id, customer.name, said)


def _never_in(facts: WeekFacts) -> Iterator[WeekItem]:
    for customer, left in facts.ahead:
        if facts.never_in(customer.id):
            invited = [each.invited_at for each in facts.people.get(customer.id, ())]
            away, asked = _away(left), day(local_day(min(invited))) if invited else ""
            said = words.INVITED(day=asked, away=away) if asked else words.NOBODY_INVITED(away=away)
            yield WeekItem(customer.id, customer.name, said)


def _away(left: int | None) -> str:
    return words.NO_DATE() if left is None else days_to(left)


@dataclass(frozen=True, slots=True)
class _ListOf:
    kind: WeekKind
    find: Callable[[WeekFacts], Iterator[WeekItem]]
    to_remind: bool = False


_LISTS = (
    _ListOf(WeekKind.REVIEWS, _reviews),
    _ListOf(WeekKind.WAIVERS, _waivers),
    _ListOf(WeekKind.TO_SIGN, _to_sign),
    _ListOf(WeekKind.FALLEN, _fallen),
    _ListOf(WeekKind.CONDITIONS, _conditions),
    _ListOf(WeekKind.NOT_CONFIRMED, _not_confirmed),
    _ListOf(WeekKind.OUTCOMES, _outcomes),
    _ListOf(WeekKind.CUTS, _cuts, to_remind=True),
    _ListOf(WeekKind.FAILING, _failing),
    _ListOf(WeekKind.SILENT, _silent, to_remind=True),
    _ListOf(WeekKind.NEVER_IN, _never_in, to_remind=True),
)
