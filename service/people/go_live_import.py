"""Many go-live dates from a CSV file: which customers would move, and from when to when. Stores nothing itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reports.answers.file_faults import FileFault, FileRefused, fault
from reports.answers.headings import Record
from reports.columns import Column, text
from scoring.names import name_key
from scoring.typed_values import NotUnderstood, read_day, trimmed
from service.people.access import allow
from service.people.actor import Actor
from service.people.customer_import import COLUMNS, HEADINGS, table_from
from service.people.customers import CustomerInfo
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records

_COLUMNS: tuple[Column, ...] = (*COLUMNS, text("key", "Kunde-id"))


@dataclass(frozen=True, slots=True)
class ProposedMove:
    """A customer as it is, and the day it would start."""

    customer: CustomerInfo
    to: date


def propose_moves(
    ws: Workspace, actor: Actor, data: bytes, *, encoding_confirmed: bool = False
) -> tuple[Sequence[ProposedMove], Sequence[str]]:
    """Whom the file would move, and what of it was passed over. A customer that stays is not there.

    A line says whom it is of by our id, by organisation number or by name. Raises `NotAllowed`, and `FileRefused` with
    every fault.
    """
    allow(ws, actor, Operation.ADD_CUSTOMER)
    with ws.database.reading() as connection:
        held = records.listed_customers(connection)
    needed = {"go_live": HEADINGS["go_live"]}
    lines, notes = table_from(data, _COLUMNS, needed, encoding_confirmed=encoding_confirmed)
    known = {key: each for each in held for key in (each.id, each.org_number, name_key(each.name)) if key}
    faults: list[FileFault] = []
    moves = [move for line in lines if (move := _move(line, known, faults)) is not None]
    faults += _twice(moves, lines)
    if faults:
        raise FileRefused(faults)
    return [move for move in moves if move.customer.go_live != move.to], notes


def _move(line: Record, known: Mapping[str, CustomerInfo], faults: list[FileFault]) -> ProposedMove | None:
    cells = {name: trimmed(cell) for name, cell in line.cells.items()}
    keys = (cells.get("key", ""), cells.get("org_number", "").replace(" ", ""), name_key(cells.get("name", "")))
    customer = next((known[key] for key in keys if key in known), None)
    if customer is None:
        named = next(filter(None, (cells.get(name, "") for name in ("name", "org_number", "key"))), "")
        faults.append(fault("unknown_customer", line.line, column="name", heading=HEADINGS["name"], value=named))
        return None
    heading, said = HEADINGS["go_live"], cells["go_live"]
    if not said:
        faults.append(fault("go_live_missing", line.line, column="go_live", heading=heading))
        return None
    try:
        return ProposedMove(customer, read_day(said))
    except NotUnderstood as bad:
        wrong = fault(bad.fault, line.line, column="go_live", heading=heading, value=said, context=bad.context)
        faults.append(wrong)
        return None


def _twice(moves: Sequence[ProposedMove], lines: Sequence[Record]) -> list[FileFault]:
    """Of two lines for one customer nobody knows which counts."""
    if len(moves) != len(lines):
        return []
    first: dict[str, int] = {}
    found: list[FileFault] = []
    for move, line in zip(moves, lines, strict=True):
        if (earlier := first.setdefault(move.customer.id, line.line)) != line.line:
            context = {"first": earlier}
            found.append(fault("same_customer", line.line, column="name", heading=HEADINGS["name"], context=context))
    return found
