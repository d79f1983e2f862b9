"""How customers have come along, as files: every point of the course, and how much has moved since last time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from language import BASES, CUSTOMER_TYPES, VERDICTS
from reports.dialect import Cell, Column, Dialect, Figure, Label, to_bytes
from scoring.basis import Basis
from scoring.moved import Moved
from scoring.trend import Point
from scoring.vocabulary import CustomerType

COURSE = (
    Column("customer", "Kunde"),
    Column("customer_type", "Kundetype"),
    Column("snapshot_id", "Innsending"),
    Column("as_of", "Dato"),
    Column("days_left", "Dager til oppstart"),
    Column("basis", "Grunnlag"),
    Column("readiness", "På plass"),
    Column("low", "Lavest mulig"),
    Column("high", "Høyest mulig"),
    Column("expected", "Forventet"),
    Column("verdict", "Konklusjon"),
    Column("ahead_days", "Dager foran planen"),
)
MOVED = (
    Column("customer", "Kunde"),
    Column("customer_type", "Kundetype"),
    Column("since", "Sendt inn sist"),
    Column("up", "Bedre"),
    Column("down", "Dårligere"),
    Column("new", "Nye svar"),
    Column("gone", "Svar som er borte"),
)


@dataclass(frozen=True, slots=True)
class CourseOf:
    """One customer: its points, and what has moved since it last sent in, where that is known."""

    name: str
    customer_type: CustomerType
    points: Sequence[Point] = ()
    since: date | None = None
    moved: Moved | None = None


def course_csv(customers: Iterable[CourseOf], basis: Basis, dialect: Dialect) -> bytes:
    """One line per point, customer by customer; today has no snapshot."""
    rows = (_point(each, point, basis) for each in customers for point in each.points)
    return to_bytes(COURSE, rows, dialect)


def _point(each: CourseOf, point: Point, basis: Basis) -> list[Cell]:
    return [
        *_customer(each),
        point.key or None,
        point.as_of,
        point.days_left,
        Label(basis.value, BASES[basis]),
        *(Figure(value) for value in (point.readiness, point.low, point.high, point.expected)),
        Label(point.verdict.value, VERDICTS[point.verdict]) if point.verdict else None,
        Figure(point.ahead_days),
    ]


def moved_csv(customers: Iterable[CourseOf], dialect: Dialect) -> bytes:
    """One line per customer; empty where nothing was sent in, or where the form has been changed since."""
    return to_bytes(MOVED, (_moved(each) for each in customers), dialect)


def _moved(each: CourseOf) -> list[Cell]:
    counts = each.moved
    return [
        *_customer(each),
        each.since,
        *((counts.up, counts.down, counts.new, counts.gone) if counts else [None] * 4),
    ]


def _customer(each: CourseOf) -> list[Cell]:
    return [each.name, Label(each.customer_type.value, CUSTOMER_TYPES[each.customer_type])]
