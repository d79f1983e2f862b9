"""What the reader of the comparison has chosen: cut, basis, filters and order, and the customers that leaves."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import language
from language import CUSTOMER_TYPES, DASH, VERDICTS, short_day
from language.ui.portfolio import alike
from language.ui.portfolio import comparison_choice as words
from scoring.basis import Basis
from scoring.portfolio.cuts import CUTS
from scoring.rules import NONE
from scoring.rules import VERDICTS as IN_ORDER
from scoring.vocabulary import UNRANKED, CustomerType, Verdict
from scoring.yardstick import OVERALL
from service.portfolio.comparison import ComparedMember, Comparison
from ui import session

PAGE = "compare"
ALL = ""
BY_FACTOR, BY_AREA = "faktor", "omrade"
# So many rows fit a screen; the rest are on the next pages.
AT_ONCE = 25
NEAR = {"under-60": (0, 59), "60-180": (60, 180), "over-180": (181, 100_000)}
# Name in the address -> what it is while nothing is chosen.
FIRST = {
    "tid": ALL,
    "grunnlag": Basis.CUSTOMER.value,
    "sok": ALL,
    "startet": ALL,
    "type": ALL,
    "konklusjon": ALL,
    "oppstart": ALL,
    "avstand": ALL,
    "rekke": ALL,
    "kolonner": BY_FACTOR,
    "side": "1",
    "del": ALL,
}


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One customer among all: where it stands among the members, and its figures. Points 0..100, days, shares 0..1."""

    place: int
    member: ComparedMember
    verdict: Verdict | None
    stops: int
    stale: int
    days_left: int | None
    started: bool
    ahead: float | None
    readiness: float | None
    expected: float | None

    @property
    def name(self) -> str:
        return self.member.name

    @property
    def ranked(self) -> bool:
        """What is undecided is shown, never ranked, and neither is who has started."""
        return self.verdict is not None and self.verdict not in UNRANKED


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader wants to see. `cut`: days before the go-live, `None` for today. held: all of it, by name."""

    cut: int | None
    basis: Basis
    held: Mapping[str, str]

    @property
    def by_area(self) -> bool:
        return self.held["kolonner"] == BY_AREA


def key(name: str) -> str:
    return session.key(PAGE, name)


def choice() -> Choice:
    """What is chosen in the controls, as it stands before they are drawn; what there is no such thing as is let go of."""
    held = {name: session.kept(PAGE, name, first) for name, first in FIRST.items()}
    offered = {
        "tid": [ALL, *map(str, CUTS)],
        "grunnlag": list(map(str, Basis)),
        "startet": list(words.STARTED),
        "type": [ALL, *CustomerType],
        "konklusjon": [ALL, *Verdict],
        "avstand": [ALL, *NEAR],
        "rekke": list(words.ORDERS),
        "kolonner": [BY_FACTOR, BY_AREA],
        "del": list(words.SECTIONS),
    }
    held |= {name: FIRST[name] for name, options in offered.items() if held[name] not in options}
    held["oppstart"] = held["oppstart"] if _is_day(held["oppstart"]) else ALL
    return Choice(int(held["tid"]) if held["tid"] else None, Basis(held["grunnlag"]), held)


def keep(chosen: Choice, page: int) -> None:
    """What is chosen stands in the boxes and in the address."""
    session.keep(PAGE, {**chosen.held, "side": str(page)}, FIRST)


def _is_day(said: str) -> bool:
    try:
        date.fromisoformat(said)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Listed:
    """Every customer of a comparison as it is on a day, and those that readers have chosen of them, in their order."""

    day: date
    rows: Sequence[ComparisonRow]
    chosen: dict[tuple[str, ...], Sequence[ComparisonRow]] = field(default_factory=dict)

    def shown(self, choice: Choice) -> Sequence[ComparisonRow]:
        """The customers the reader wants to see, in the order chosen; undecided ones last, by name."""
        wanted = tuple(choice.held[name] for name in _CHOOSES)
        # Others look at the same meanwhile, and may let go of what was kept.
        found = self.chosen.get(wanted)
        if found is None:
            if len(self.chosen) >= CHOICES_KEPT:
                self.chosen.clear()
            found = self.chosen[wanted] = filtered(self.rows, choice)
        return found


# Of a comparison that several look at, the rows are made and put in order once.
_LISTED: WeakKeyDictionary[Comparison, Listed] = WeakKeyDictionary()
_CHOOSES = ("sok", "startet", "type", "konklusjon", "oppstart", "avstand", "rekke")
CHOICES_KEPT = 20


def listed(customers: Comparison, *, today: date) -> Listed:
    """Every customer, from the arrays: words are made of those alone that are looked at."""
    held = _LISTED.get(customers)
    if held is None or held.day != today:
        held = _LISTED[customers] = Listed(today, _rows(customers, today))
    return held


def _rows(customers: Comparison, today: date) -> Sequence[ComparisonRow]:
    judged = customers.judged
    figures = (judged.ahead_overall, judged.readiness(OVERALL), judged.expected(OVERALL), judged.days_left)
    columns = [
        judged.verdict.tolist(),
        judged.failing.tolist(),
        judged.stale.tolist(),
        *(held.tolist() for held in figures),
    ]
    return tuple(
        ComparisonRow(
            place=place,
            member=member,
            verdict=None if verdict == NONE else IN_ORDER[verdict],
            stops=stops,
            stale=stale,
            days_left=None if left != left else int(left),
            started=member.started_on is not None and member.started_on <= today,
            ahead=_known(ahead),
            readiness=_known(readiness),
            expected=_known(expected),
        )
        for place, (member, verdict, stops, stale, ahead, readiness, expected, left) in enumerate(
            zip(customers.members, *columns, strict=True)
        )
    )


def _known(figure: float) -> float | None:
    return None if figure != figure else figure


def controls(held: Sequence[ComparisonRow], chosen: Choice) -> None:
    """Search first, then what is chosen in one line that unfolds. Whatever is chosen, the first page comes."""
    st.text_input(words.SEARCH(), key=key("sok"), placeholder=words.NAME())
    with st.expander(words.FILTERS(chosen=summed_up(chosen)), icon=":material/tune:", key="compare-filters"):
        one, two, three = st.columns(3)
        _box(one, words.CUT(), "tid", [ALL, *map(str, CUTS)], _cut)
        _box(two, words.BASIS(), "grunnlag", list(map(str, Basis)), _basis)
        _box(three, words.ORDER(), "rekke", list(words.ORDERS), words.ORDERS.__getitem__)
        one, two, three, four = st.columns(4)
        types = [ALL, *dict.fromkeys(row.member.customer_type.value for row in held)]
        _box(one, alike.CUSTOMER_TYPE(), "type", _with(types, chosen.held["type"]), _kind)
        _box(two, alike.VERDICT(), "konklusjon", [ALL, *map(str, Verdict)], _verdict)
        _box(three, words.WAVE(), "oppstart", _with(_waves(held), chosen.held["oppstart"]), _day)
        _box(four, words.DISTANCE(), "avstand", [ALL, *NEAR], words.DISTANCES.__getitem__)


def _box(where: DeltaGenerator, label: str, name: str, options: Sequence[str], said: Callable[[str], str]) -> None:
    where.selectbox(label, options, format_func=said, key=key(name), on_change=_first_page)


def summed_up(chosen: Choice) -> str:
    """When and on whose word, then each filter that leaves anyone out, and the order where it is another than the first."""
    held = chosen.held
    said = [_cut(held["tid"]), _basis(held["grunnlag"])]
    filters = {
        "type": _kind,
        "konklusjon": _verdict,
        "oppstart": _wave,
        "avstand": words.DISTANCES.__getitem__,
        "rekke": words.ORDERS.__getitem__,
    }
    said += [called(held[name]) for name, called in filters.items() if held[name] != FIRST[name]]
    return " · ".join(said)


def _cut(held: str) -> str:
    return f"T−{held}" if held else words.TODAY()


def _wave(held: str) -> str:
    return words.OF_WAVE(day=_day(held))


def _first_page() -> None:
    session.put(key("side"), "1")


def _with(options: Sequence[str], chosen: str) -> list[str]:
    """What is chosen is offered, also when no customer has it any more."""
    return [*options, *({chosen} - set(options))]


def _basis(held: str) -> str:
    return language.sentence(language.BASES[Basis(held)])


def _kind(held: str) -> str:
    return language.sentence(CUSTOMER_TYPES[CustomerType(held)]) if held else alike.ALL()


def _verdict(held: str) -> str:
    return VERDICTS[Verdict(held)] if held else alike.ALL()


def _day(held: str) -> str:
    return short_day(date.fromisoformat(held)) if held else alike.ALL()


def _waves(held: Sequence[ComparisonRow]) -> list[str]:
    days = Counter(row.member.go_live for row in held if row.member.go_live)
    return [ALL, *(day.isoformat() for day in sorted(days) if days[day] > 1)]


def filtered(held: Sequence[ComparisonRow], chosen: Choice) -> Sequence[ComparisonRow]:
    """The customers the reader wants to see, in the order chosen; undecided ones last, by name."""
    kept = [row for row in held if _fits(row, chosen.held)]
    ranked = sorted((row for row in kept if row.ranked), key=_ORDER[chosen.held["rekke"]])
    return ranked + sorted((row for row in kept if not row.ranked), key=_by_name)


def _fits(row: ComparisonRow, held: Mapping[str, str]) -> bool:
    low, high = NEAR.get(held["avstand"], (0, 0))
    go_live = row.member.go_live
    return (
        held["sok"].strip().casefold() in row.name.casefold()
        and held["startet"] in ("alle", "ja" if row.started else ALL)
        and held["type"] in (ALL, row.member.customer_type)
        and held["konklusjon"] in (ALL, row.verdict)
        and (not held["oppstart"] or (go_live is not None and go_live.isoformat() == held["oppstart"]))
        and (not held["avstand"] or (row.days_left is not None and low <= row.days_left <= high))
    )


def _by_name(row: ComparisonRow) -> tuple[object, ...]:
    return (row.name.casefold(),)


_ORDER: dict[str, Callable[[ComparisonRow], tuple[object, ...]]] = {
    ALL: lambda row: (_rank(row), -row.stops, _last(row.ahead), *_by_name(row)),
    "dager": lambda row: (_last(row.ahead), *_by_name(row)),
    "stoppkrav": lambda row: (-row.stops, _last(row.ahead), *_by_name(row)),
    "oppstart": lambda row: (row.member.go_live or date.max, *_by_name(row)),
    "gamle": lambda row: (-row.stale, *_by_name(row)),
    "prosent": lambda row: (_last(row.readiness), *_by_name(row)),
    "navn": _by_name,
}


def _rank(row: ComparisonRow) -> int:
    """The gravest verdict first."""
    return _GRAVEST_FIRST[row.verdict] if row.verdict else 0


_GRAVEST_FIRST = {verdict: place for place, verdict in enumerate(Verdict)}


def _last(figure: float | None) -> tuple[bool, float]:
    return (figure is None, figure or 0.0)


def page_of(shown: Sequence[ComparisonRow], chosen: Choice) -> tuple[int, Sequence[ComparisonRow]]:
    """The page that is chosen, 1 when there is no such page, and the rows on it."""
    pages, said = pages_of(shown), chosen.held["side"]
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 6 and 1 <= int(said) <= pages else 1
    return number, shown[(number - 1) * AT_ONCE :][:AT_ONCE]


def pages_of(shown: Sequence[ComparisonRow]) -> int:
    return max(1, -(-len(shown) // AT_ONCE))


def verdict_of(row: ComparisonRow) -> str:
    return DASH if row.verdict is None else VERDICTS[row.verdict]
