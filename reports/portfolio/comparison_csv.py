"""All customers side by side as a file: one line per customer, or one line per customer and group of questions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from language import AREAS, BASES, CUSTOMER_TYPES, VERDICTS
from reports.dialect import Cell, Column, Dialect, Figure, Label, to_bytes
from scoring.basis import Basis
from scoring.comparison import Compared
from scoring.judgement import Figures
from scoring.vocabulary import Area, CustomerType
from scoring.yardstick import OVERALL

CUSTOMER = (
    Column("customer", "Kunde"),
    Column("customer_type", "Kundetype"),
    Column("as_of", "Dato"),
    Column("go_live", "Oppstart"),
    Column("days_left", "Dager til oppstart"),
    Column("basis", "Grunnlag"),
    Column("verdict", "Konklusjon"),
    Column("failing_stops", "Stoppkrav som ikke rekker"),
    Column("earliest_go_live", "Tidligste oppstart"),
    Column("decided_by", "Avgjøres av"),
)
FIGURES = (
    Column("readiness", "På plass"),
    Column("low", "Lavest mulig"),
    Column("high", "Høyest mulig"),
    Column("expected", "Forventet"),
    Column("coverage", "Svargrad"),
    Column("answered", "Besvart"),
    Column("applicable", "Aktuelle"),
    Column("ahead_days", "Dager foran planen"),
)
GROUP = (Column("group", "Gruppe"), Column("id", "Navn"))
LONG_COLUMNS = (*CUSTOMER, *GROUP, *FIGURES)
_GROUPS = {"overall": "alt", "factor": "suksessfaktor", "area": "område"}


@dataclass(frozen=True, slots=True)
class ComparedCustomer:
    """One customer as it is called, with its figures among the others, and whose word they rest on."""

    name: str
    customer_type: CustomerType
    compared: Compared
    basis: Basis = Basis.CUSTOMER


def comparison_csv(customers: Sequence[ComparedCustomer], *, factors: Sequence[str], dialect: Dialect) -> bytes:
    """One line per customer. `factors`: the ids that get columns, also when nobody is asked about them."""
    return to_bytes(columns(factors), (_wide_row(each, factors) for each in customers), dialect)


def columns(factors: Sequence[str]) -> tuple[Column, ...]:
    """The columns of `comparison_csv`."""
    return (*CUSTOMER, *FIGURES, *_group_columns(factors))


def comparison_long_csv(customers: Iterable[ComparedCustomer], *, dialect: Dialect) -> bytes:
    """One line per customer and group: everything, each factor, each area."""
    rows = (
        [*_customer(each), *_group(name), *figure_cells(figures)]
        for each in customers
        for name, figures in each.compared.groups.items()
    )
    return to_bytes(LONG_COLUMNS, rows, dialect)


def _group_columns(factors: Sequence[str]) -> Iterator[Column]:
    for name, word in [*((factor, factor) for factor in factors), *((a.value, AREAS[a]) for a in Area)]:
        yield Column(f"{name}_readiness", f"{word} på plass")
        yield Column(f"{name}_expected", f"{word} forventet")
        yield Column(f"{name}_ahead_days", f"{word} dager foran planen")


def _wide_row(each: ComparedCustomer, factors: Sequence[str]) -> list[Cell]:
    groups = each.compared.groups
    row = [*_customer(each), *figure_cells(each.compared.overall)]
    for figures in (groups.get(name) for name in [*factors, *(area.value for area in Area)]):
        row += [Figure(f) for f in (figures.readiness, figures.expected, figures.ahead_days)] if figures else [None] * 3
    return row


def _customer(each: ComparedCustomer) -> list[Cell]:
    compared, kind = each.compared, each.customer_type
    verdict, earliest = compared.verdict, compared.earliest
    return [
        each.name,
        Label(kind.value, CUSTOMER_TYPES[kind]),
        compared.as_of,
        compared.go_live,
        compared.days_left,
        Label(each.basis.value, BASES[each.basis]),
        Label(verdict.value, VERDICTS[verdict]) if verdict else None,
        len(compared.failed_stops) if verdict else None,
        *((earliest.date, earliest.decided_by) if earliest and compared.enough else (None, None)),
    ]


def figure_cells(figures: Figures) -> list[Cell]:
    """The figures in the order of `FIGURES`."""
    *points, coverage, answered, applicable, ahead = astuple(figures)
    return [*(Figure(value) for value in points), Figure(coverage, decimals=3), answered, applicable, Figure(ahead)]


def _group(name: str) -> list[Cell]:
    areas = {area.value: AREAS[area] for area in Area}
    kind = "overall" if name == OVERALL else "area" if name in areas else "factor"
    return [Label(kind, _GROUPS[kind]), None if name == OVERALL else Label(name, areas.get(name, name))]
