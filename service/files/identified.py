"""Who a customer is, in every file that has rows about customers: its id, its organisation number and its name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reports.columns import Cell, Column, text
from service.workspace import Workspace
from storage import records

CUSTOMER_ID = text("customer_id", "Kunde-id")
ORG_NUMBER = text("org_number", "Organisasjonsnummer")
_OF_ONE = (CUSTOMER_ID, ORG_NUMBER, text("customer", "Kunde"))


def identified_columns(own: Sequence[Column], *, of_one: bool) -> tuple[Column, ...]:
    """The columns with the organisation number behind the id; where a file of one customer has no id, all three first."""
    ids = [column.id for column in own]
    if ORG_NUMBER.id in ids or (CUSTOMER_ID.id not in ids and not of_one):
        return tuple(own)
    if CUSTOMER_ID.id not in ids:
        return (*_OF_ONE, *own)
    behind = ids.index(CUSTOMER_ID.id) + 1
    return (*own[:behind], ORG_NUMBER, *own[behind:])


def identified_rows(
    ws: Workspace, own: Sequence[Column], rows: Iterable[Sequence[Cell]], customer_id: str | None
) -> Iterable[Sequence[Cell]]:
    """The rows to go with them. `customer_id`: of a file of one customer."""
    ids = [column.id for column in own]
    if ORG_NUMBER.id in ids or (CUSTOMER_ID.id not in ids and customer_id is None):
        return rows
    if CUSTOMER_ID.id in ids:
        return _behind(rows, ids.index(CUSTOMER_ID.id), org_numbers(ws))
    with ws.database.reading() as connection:
        (one,) = records.customers(connection, customer_id)
    return ((one.id, one.org_number, one.name, *row) for row in rows)


def org_numbers(ws: Workspace) -> Mapping[Cell, str | None]:
    """Customer -> its organisation number, of all there are; for who has authorised."""
    with ws.database.reading() as connection:
        return {customer.id: customer.org_number for customer in records.customers(connection)}


def _behind(rows: Iterable[Sequence[Cell]], place: int, numbers: Mapping[Cell, str | None]) -> Iterator[Sequence[Cell]]:
    return ((*row[: place + 1], numbers.get(row[place]), *row[place + 1 :]) for row in rows)
