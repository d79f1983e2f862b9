"""All customers side by side as a file: one line per customer, or one line per customer and group of questions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from language import AREAS, BASES, CUSTOMER_TYPES, DECISIONS, VERDICTS
from reports.columns import Cell, Column, choice, day, number, text, whole
from reports.decision.decision_wording import DECISION_STANDINGS
from reports.judgement.result_files import FIGURES
from scoring.basis import Basis
from scoring.decision.standing import StandingDecision
from scoring.portfolio.portfolio import Compared
from scoring.vocabulary import Area, CustomerType
from scoring.yardstick import OVERALL

CUSTOMER = (
    text("customer_id", "Kunde-id"),
    text("customer", "Kunde"),
    choice("customer_type", "Kundetype", CUSTOMER_TYPES),
    day("as_of", "Dato"),
    day("go_live", "Oppstart"),
    whole("days_left", "Dager til oppstart"),
    choice("basis", "Grunnlag", BASES),
    choice("verdict", "Konklusjon", VERDICTS),
    whole("failing_stops", "Stoppkrav som ikke rekker"),
    day("earliest_go_live", "Tidligste oppstart"),
    text("decided_by", "Avgjøres av"),
    choice("decision", "Beslutning", DECISIONS),
    choice("decision_standing", "Beslutningens status", DECISION_STANDINGS),
    day("decision_day", "Besluttet oppstart"),
    whole("stale_answers", "Svar som må bekreftes"),
)
_GROUPS = {"overall": "alt", "factor": "suksessfaktor", "area": "område"}
GROUP = (
    text("group", "Gruppe", _GROUPS),
    text("id", "Navn", {OVERALL: "alt", **{area.value: AREAS[area] for area in Area}}),
)
LONG_COLUMNS = (*CUSTOMER, *GROUP, *FIGURES)


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """One customer as it is called, with its figures among the others, whose word they rest on, and what is decided."""

    name: str
    customer_type: CustomerType
    compared: Compared
    basis: Basis = Basis.CUSTOMER
    decision: StandingDecision | None = None


def columns(factors: Sequence[str]) -> tuple[Column, ...]:
    """The columns of `comparison_rows`."""
    return (*CUSTOMER, *FIGURES, *_group_columns(factors))


def comparison_rows(customers: Iterable[ComparisonLine], *, factors: Sequence[str]) -> Iterator[list[Cell]]:
    """One line per customer. `factors`: the ids that get columns, also when nobody is asked about them."""
    return (_wide_row(each, factors) for each in customers)


def comparison_long_rows(customers: Iterable[ComparisonLine]) -> Iterator[list[Cell]]:
    """One line per customer and group: everything, each factor, each area."""
    return (
        [*_customer(each), *_group(name), *astuple(figures)]
        for each in customers
        for name, figures in each.compared.groups.items()
    )


def _group_columns(factors: Sequence[str]) -> Iterator[Column]:
    for name, word in [*((factor, factor) for factor in factors), *((a.value, AREAS[a]) for a in Area)]:
        yield number(f"{name}_readiness", f"{word} på plass", 1)
        yield number(f"{name}_expected", f"{word} forventet", 1)
        yield number(f"{name}_ahead_days", f"{word} dager foran planen", 1)


def _wide_row(each: ComparisonLine, factors: Sequence[str]) -> list[Cell]:
    groups = each.compared.groups
    row = [*_customer(each), *astuple(each.compared.overall)]
    for figures in (groups.get(name) for name in [*factors, *(area.value for area in Area)]):
        row += [figures.readiness, figures.expected, figures.ahead_days] if figures else [None] * 3
    return row


def _customer(each: ComparisonLine) -> list[Cell]:
    held = each.decision
    compared, verdict, earliest = each.compared, each.compared.verdict, each.compared.earliest
    return [
        compared.key,
        each.name,
        each.customer_type,
        compared.as_of,
        compared.go_live,
        compared.days_left,
        each.basis,
        verdict,
        len(compared.failed_stops) if verdict else None,
        *((earliest.date, earliest.decided_by) if earliest and compared.enough else (None, None)),
        *((held.kind, held.standing, held.day) if held else (None, None, None)),
        compared.stale,
    ]


def _group(name: str) -> list[Cell]:
    areas = {area.value for area in Area}
    kind = "overall" if name == OVERALL else "area" if name in areas else "factor"
    return [kind, name]
