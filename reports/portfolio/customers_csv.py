"""The list of customers on the pages of HPAS as a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from language import CUSTOMER_TYPES
from reports.dialect import Cell, Column, Dialect, Label, to_bytes
from scoring.vocabulary import CustomerType

CUSTOMERS = (
    Column("customer_id", "Kunde-id"),
    Column("customer", "Kunde"),
    Column("customer_type", "Kundetype"),
    Column("go_live", "Oppstart"),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One customer on the list."""

    id: str
    name: str
    customer_type: CustomerType
    go_live: date | None


def customers_csv(customers: Iterable[Listed], dialect: Dialect) -> bytes:
    """One line per customer, in the order given."""
    return to_bytes(CUSTOMERS, (_listed(each) for each in customers), dialect)


def _listed(each: Listed) -> list[Cell]:
    kind = each.customer_type
    return [each.id, each.name, Label(kind.value, CUSTOMER_TYPES[kind]), each.go_live]
