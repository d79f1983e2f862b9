"""What the reader of the comparison has chosen: cut, basis, filters and order, and the customers that leaves."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

import language
from language import CUSTOMER_TYPES, DASH, VERDICTS, short_day
from scoring.basis import Basis
from scoring.portfolio.cuts import CUTS
from scoring.portfolio.portfolio import Compared
from scoring.vocabulary import Verdict
from service.portfolio.comparison import ComparedMember, Comparison
from ui import session

ALL = "Alle"
TODAY = "I dag"
BY_FACTOR, BY_AREA = "Suksessfaktorer", "Områder"
BASES = {language.sentence(word): basis for basis, word in language.BASES.items()}
DISTANCES: dict[str, Callable[[int], bool]] = {
    ALL: lambda _days: True,
    "under 60 dager": lambda days: 0 <= days < 60,
    "60 til 180 dager": lambda days: 60 <= days <= 180,
    "over 180 dager": lambda days: days > 180,
    "har startet": lambda days: days < 0,
}


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One customer with where it stands among `Everyone.members`, and how it is judged."""

    place: int
    member: ComparedMember
    compared: Compared

    @property
    def name(self) -> str:
        return self.member.name

    @property
    def kind(self) -> str:
        return CUSTOMER_TYPES[self.member.customer_type].capitalize()

    @property
    def readiness(self) -> float | None:
        return self.compared.overall.readiness if self.compared.ranked else None

    @property
    def distance(self) -> float | None:
        """Readiness less what is expected, in points."""
        expected = self.compared.overall.expected
        return None if self.readiness is None or expected is None else self.readiness - expected


ORDERS: dict[str, Callable[[ComparisonRow], tuple[object, ...]]] = {
    "Konklusjon": lambda row: (*_gravity(row), row.name),
    "Oppstart": lambda row: (row.compared.go_live is None, row.compared.go_live or date.max, row.name),
    "På plass": lambda row: (row.readiness is None, row.readiness or 0, row.name),
    "Avstand til forventet": lambda row: (row.distance is None, row.distance or 0, row.name),
    "Navn": lambda row: (row.name,),
}


def _gravity(row: ComparisonRow) -> tuple[bool, int, int, float]:
    """The gravest verdict first, then the most stops that fail, then the most days behind the plan; undecided last."""
    ahead = row.compared.overall.ahead_days
    rank = list(Verdict).index(row.compared.verdict) if row.compared.verdict else 0
    return (not row.compared.ranked, rank, -len(row.compared.failed_stops), 0.0 if ahead is None else ahead)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader wants to see. `cut`: days before the go-live, `None` for today."""

    cut: int | None
    basis: Basis
    kind: str
    verdict: str
    wave: str
    distance: str
    order: str
    by: str


def choice() -> Choice:
    """What is chosen in the controls below, as it stands before they are drawn."""
    held = {name: str(session.value(key(name)) or first) for name, first in _FIRST.items()}
    cut = next((days for days in CUTS if _cut(days) == held["cut"]), None)
    return Choice(
        cut=cut,
        basis=BASES.get(held["basis"], Basis.CUSTOMER),
        kind=held["kind"],
        verdict=held["verdict"],
        wave=held["wave"],
        distance=held["distance"],
        order=held["order"] if held["order"] in ORDERS else next(iter(ORDERS)),
        by=held["by"],
    )


_FIRST = {
    "cut": TODAY,
    "basis": next(iter(BASES)),
    "kind": ALL,
    "verdict": ALL,
    "wave": ALL,
    "distance": ALL,
    "order": next(iter(ORDERS)),
    "by": BY_FACTOR,
}


def key(name: str) -> str:
    return session.key("compare", name)


def _cut(days: int) -> str:
    return f"T−{days}"


def rows(customers: Comparison) -> list[ComparisonRow]:
    judged = customers.judged.rows()
    return [ComparisonRow(place, member, judged[place]) for place, member in enumerate(customers.members)]


def controls(held: Sequence[ComparisonRow]) -> None:
    """Cut and basis first, then the filters."""
    one, two = st.columns(2)
    one.selectbox("Tidspunkt", [TODAY, *(_cut(days) for days in CUTS)], key=key("cut"))
    two.selectbox("Grunnlag", list(BASES), key=key("basis"))
    one, two, three = st.columns(3)
    one.selectbox("Kundetype", [ALL, *dict.fromkeys(row.kind for row in held)], key=key("kind"))
    two.selectbox("Konklusjon", [ALL, *VERDICTS.values()], key=key("verdict"))
    three.selectbox("Innføringsbølge", [ALL, *_waves(held)], key=key("wave"))
    one, two = st.columns(2)
    one.selectbox("Avstand til oppstart", list(DISTANCES), key=key("distance"))
    two.selectbox("Rekkefølge", list(ORDERS), key=key("order"))


def _waves(held: Sequence[ComparisonRow]) -> list[str]:
    days = Counter(row.compared.go_live for row in held if row.compared.go_live)
    return [short_day(day) for day in sorted(days) if days[day] > 1]


def filtered(held: Sequence[ComparisonRow], choice: Choice) -> list[ComparisonRow]:
    """The customers the reader wants to see, in the order chosen; undecided ones last."""
    kept = sorted((row for row in held if _fits(row, choice)), key=ORDERS[choice.order])
    return [row for row in kept if row.compared.ranked] + [row for row in kept if not row.compared.ranked]


def _fits(row: ComparisonRow, choice: Choice) -> bool:
    go_live, days = row.compared.go_live, row.compared.days_left
    near = DISTANCES.get(choice.distance, DISTANCES[ALL])
    return (
        choice.kind in (ALL, row.kind)
        and choice.verdict in (ALL, verdict_of(row))
        and (choice.wave == ALL or (go_live is not None and short_day(go_live) == choice.wave))
        and (choice.distance == ALL or (days is not None and near(days)))
    )


def verdict_of(row: ComparisonRow) -> str:
    return DASH if row.compared.verdict is None else VERDICTS[row.compared.verdict]
