"""Customers from a CSV file: what it would add, and then all of that in one transaction, or nothing.

Those that are here already are told and left as they are. `FileRefused` (from reports) carries every fault of a file.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from hashlib import sha256
from typing import TypeVar
from uuid import uuid4

from sqlalchemy import Connection

from language import CUSTOMER_TYPES, Language, speaking
from language.service.people import customer_import as words
from reports.answers.csv_lines import table_of
from reports.answers.file_faults import FileFault, FileRefused, fault
from reports.answers.headings import Record
from reports.answers.text_encoding import text_of
from reports.columns import Column, day, text, whole
from scoring.names import name_key
from scoring.typed_values import NotUnderstood, read_day, trimmed
from scoring.vocabulary import CustomerType
from service.faults import BadInput, Refused
from service.forms import keep
from service.people.access import allow, event, now
from service.people.actor import Actor, Role, is_local
from service.people.customers import CustomerInfo, begin_customer, checked_beds, checked_name
from service.people.members import Member, address_of
from service.people.org_numbers import read_org_number
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows

T = TypeVar("T")
COLUMNS: tuple[Column, ...] = (
    text("name", "Navn"),
    text("customer_type", "Type"),
    text("org_number", "Organisasjonsnummer"),
    text("region", "Region"),
    text("group", "Gruppe"),
    day("go_live", "Oppstart"),
    text("lead_email", "E-post til prosjektleder"),
    whole("beds", "Senger"),
    # Other words for the same, as they stand in our own files and in lists people have.
    text("name", "Kunde"),
    text("customer_type", "Kundetype"),
    text("org_number", "Org.nr."),
)
HEADINGS = {column.id: column.heading for column in reversed(COLUMNS)}


def _types() -> Mapping[str, CustomerType]:
    """What a type may be called in a file: its id, or its name in either language."""
    found = {kind.value: kind for kind in CustomerType}
    for language in Language:
        with speaking(language):
            found |= {name_key(word): kind for kind, word in CUSTOMER_TYPES.items()}
    return found


_TYPES = _types()


class OutdatedList(Refused):
    """What would be added is no longer what was seen. Nothing was stored."""

    def __init__(self) -> None:
        super().__init__(words.OUTDATED())


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """One line of the file. lead_email: who is invited as its lead, if anyone."""

    line: int
    name: str
    customer_type: CustomerType
    org_number: str | None
    region: str | None
    group: str | None
    go_live: date | None
    lead_email: str | None
    beds: int | None


@dataclass(frozen=True, slots=True)
class ProposedCustomers:
    """added: what the file would add. known: lines of customers that are here already, with what they are called here.

    notes: what of the file was passed over, as sentences. seal: of all that is proposed.
    """

    added: Sequence[NewCustomer]
    known: Sequence[tuple[int, CustomerInfo]]
    notes: Sequence[str]

    @property
    def seal(self) -> str:
        said = json.dumps([astuple(each) for each in self.added], default=str)
        return sha256(said.encode()).hexdigest()


def propose_customers(
    ws: Workspace, actor: Actor, data: bytes, *, encoding_confirmed: bool = False
) -> ProposedCustomers:
    """What the file would add; nothing is stored. Raises `NotAllowed`, and `FileRefused` with every fault."""
    allow(ws, actor, Operation.ADD_CUSTOMER)
    with ws.database.reading() as connection:
        return _proposed(ws, connection, data, encoding_confirmed)


def add_customers(
    ws: Workspace,
    actor: Actor,
    data: bytes,
    *,
    seal: str,
    invented: bool,
    encoding_confirmed: bool = False,
    progress: Callable[[int, int], object] = lambda _done, _all: None,
) -> list[str]:
    """Add all that was seen, in one transaction, and invite the leads; the ids of the members that were invited.

    progress: told how many are added, and of how many. Raises `NotAllowed`, `FileRefused`, `OutdatedList`, and `BadInput`:
    real_without_login, own_machine, mixed_customers.
    """
    allow(ws, actor, Operation.ADD_CUSTOMER)
    if is_local(actor) and not invented:
        raise BadInput("real_without_login")
    with ws.database.writing() as connection:
        records.hold_customers(connection)
        if people_rows.own_machine_of(connection):
            raise BadInput("own_machine")
        if any(each.invented is not invented for each in records.customers(connection)):
            raise BadInput("mixed_customers")
        found = _proposed(ws, connection, data, encoding_confirmed)
        if found.seal != seal:
            raise OutdatedList
        # Once for all of a type: the questionnaire is the most there is to write of a customer.
        kept = {kind: keep(connection, ws.forms[kind]) for kind in {new.customer_type for new in found.added}}
        invited: list[str] = []
        for done, new in enumerate(found.added, start=1):
            invited += _add(ws, connection, actor, new, kept, invented)
            progress(done, len(found.added))
    return invited


def _add(
    ws: Workspace,
    connection: Connection,
    actor: Actor,
    new: NewCustomer,
    kept: Mapping[CustomerType, str],
    invented: bool,
) -> Iterator[str]:
    made = begin_customer(
        ws,
        connection,
        actor,
        name=new.name,
        customer_type=new.customer_type,
        go_live=new.go_live,
        invented=invented,
        about={"org_number": new.org_number, "region": new.region, "group_name": new.group, "beds": new.beds},
        fingerprint=kept[new.customer_type],
    )
    records.audit(connection, event(actor, Operation.ADD_CUSTOMER, f"customer:{made.id}", detail="file"))
    if new.lead_email:
        who = (new.lead_email, None, None, None, actor.id, now())
        row = Member(uuid4().hex, made.id, Role.LEAD.value, *who, *[None] * 4)
        people_rows.add_member(connection, row)
        told = event(actor, Operation.INVITE_MEMBER, f"member:{row.id}", detail=f"{row.role} {made.id}")
        records.audit(connection, told)
        yield row.id


def table_from(data: bytes, columns: Sequence[Column], needed: Mapping[str, str], *, encoding_confirmed: bool) -> tuple[Sequence[Record], Sequence[str]]:  # fmt: skip
    """The lines of a CSV file, and what was passed over, as sentences. needed: id -> heading of what must be there.

    Raises `FileRefused`.
    """
    text_, faults = text_of(data, encoding_confirmed=encoding_confirmed)
    if not text_:
        raise FileRefused(faults)
    table, wrong = table_of(text_, columns, encoding_confirmed=encoding_confirmed)
    faults = [*faults, *wrong]
    if table.columns:
        missing = [name for name in needed if name not in table.columns]
        faults += [fault("missing_column", table.start, column=name, heading=needed[name]) for name in missing]
    if faults:
        raise FileRefused(faults)
    return table.records, [note.message for note in table.notes]


def _proposed(ws: Workspace, connection: Connection, data: bytes, encoding_confirmed: bool) -> ProposedCustomers:
    needed = {name: HEADINGS[name] for name in ("name", "customer_type")}
    lines, notes = table_from(data, COLUMNS, needed, encoding_confirmed=encoding_confirmed)
    read = _Lines(ws, connection)
    added = [new for line in lines if (new := read.line(line)) is not None]
    if read.faults:
        raise FileRefused(read.faults)
    return ProposedCustomers(added, read.known, notes)


class _Lines:
    """The lines of a file against the customers there are; gathers faults, and who is here already."""

    def __init__(self, ws: Workspace, connection: Connection) -> None:
        held = records.customers(connection)
        self.offered = ws.forms.keys()
        self.by_name = {name_key(each.name): each for each in held}
        self.by_number = {each.org_number: each for each in held if each.org_number}
        self.hpas = {each.email for each in people_rows.members(connection) if each.removed_at is None}
        self.seen: dict[str, int] = {}
        self.faults: list[FileFault] = []
        self.known: list[tuple[int, CustomerInfo]] = []

    def line(self, line: Record) -> NewCustomer | None:
        """What the line adds; nothing when the customer is here already, or something is wrong with it."""
        before = len(self.faults)
        cells = {name: trimmed(cell) for name, cell in line.cells.items()}
        new = NewCustomer(
            line.line,
            self._name(line.line, cells.get("name", "")),
            self._type(line.line, cells.get("customer_type", "")),
            self._read(line.line, "org_number", cells, read_org_number),
            self._label(line.line, "region", cells),
            self._label(line.line, "group", cells),
            self._read(line.line, "go_live", cells, read_day),
            self._address(line.line, cells.get("lead_email", "")),
            self._beds(line.line, cells.get("beds", "")),
        )
        return None if len(self.faults) > before or self._is_known(new) else new

    def wrong(self, kind: str, line: int, column: str, value: str = "", **context: object) -> None:
        self.faults.append(fault(kind, line, column=column, heading=HEADINGS[column], value=value, context=context))

    def _name(self, line: int, cell: str) -> str:
        try:
            return checked_name(cell)
        except BadInput as bad:
            self.wrong("bad_name" if cell else "no_name", line, "name", cell, why=bad.message.rstrip("."))
            return ""

    def _label(self, line: int, column: str, cells: Mapping[str, str]) -> str | None:
        """A region or a group."""
        try:
            return checked_name(cells[column]) if cells.get(column) else None
        except BadInput as bad:
            self.wrong("bad_name", line, column, cells[column], why=bad.message.rstrip("."))
            return None

    def _type(self, line: int, cell: str) -> CustomerType:
        kind = _TYPES.get(name_key(cell))
        if kind is None or kind not in self.offered:
            allowed = _either([CUSTOMER_TYPES[each] for each in self.offered])
            self.wrong("unknown_type", line, "customer_type", cell, allowed=allowed)
        return kind or CustomerType.MUNICIPALITY

    def _read(self, line: int, column: str, cells: Mapping[str, str], reader: Callable[[str], T]) -> T | None:
        try:
            return reader(cells[column]) if cells.get(column) else None
        except NotUnderstood as wrong:
            self.wrong(wrong.fault, line, column, cells[column], **wrong.context)
            return None

    def _beds(self, line: int, cell: str) -> int | None:
        try:
            return checked_beds(cell)
        except BadInput as bad:
            self.wrong("bad_beds", line, "beds", cell, why=bad.message)
            return None

    def _address(self, line: int, cell: str) -> str | None:
        address = address_of(cell)
        if cell and address is None:
            self.wrong("not_an_address", line, "lead_email", cell)
        if address in self.hpas:
            self.wrong("hpas_address", line, "lead_email", cell)
        return address

    def _is_known(self, new: NewCustomer) -> bool:
        """Whether the line is of a customer that is here already. What cannot be, or stands twice, is a fault."""
        named, numbered = self.by_name.get(name_key(new.name)), self.by_number.get(new.org_number or "")
        known = numbered or (named if named and named.customer_type is new.customer_type else None)
        for key in filter(None, (name_key(new.name), new.org_number)):
            if (first := self.seen.setdefault(key, new.line)) != new.line:
                self.wrong("same_customer", new.line, "name", new.name, first=first)
                return True
        if known is not None:
            self.known.append((new.line, known))
        elif named is not None:
            self.wrong("name_of_another", new.line, "name", new.name)
        return known is not None or named is not None


def _either(named: Sequence[str]) -> str:
    """a, b eller c"""
    *others, last = named or [""]
    return words.EITHER(others=", ".join(others), last=last) if others else last
