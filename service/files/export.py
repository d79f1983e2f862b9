"""What leaves: how a file is described, and the one way out: authorise, read, log, make.

A module beside this one that says `Export(…)` is all a new file takes: tickets, buttons, the description for programs,
the command `export` and the tests know nothing of any file but what stands there.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO
from typing import Any, Generic, TypeVar
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reports.columns import Column, Table
from reports.dialect import Dialect, lines_to_bytes
from reports.table_schema import schema_json
from scoring.basis import Basis
from scoring.questionnaire import Catalogue
from service.faults import NotAllowed
from service.people.access import allow, event, plain_id
from service.people.actor import Actor
from service.people.logins import confirm
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records

T = TypeVar("T")


class ExportScope(StrEnum):
    """Whose data a file holds: one customer's response as it stands, what one has sent in, or all customers'."""

    RESPONSE = "response"
    SENT_IN = "sent_in"
    ALL = "all"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Export(Generic[T]):
    """One sort of file. `read` gets what it is made of, under the reader's own leave; `make` does the bytes.

    id: of its button and its description, and in the audit log where `logged_as` says nothing else. named: the word its
    name begins with. columns: of a table; those of the comparison follow the factors that are asked. described_as: the
    file whose description it shares. at_a_cut, on_a_basis: whether it can be had so. called: stands in its name for a
    customer. says_dialect: whether its name tells the dialects apart. by_command: whether `cli.py export` hands it out.
    packed_as: when it has more than `packed_over` bytes it leaves as a zip, with this one file in it.
    """

    id: str
    named: str
    operation: Operation
    scope: ExportScope
    read: Callable[[Workspace, "Wanted"], T]
    make: Callable[[T, "Wanted"], bytes]
    columns: Iterable[Column] | Callable[[Catalogue], Iterable[Column]] = ()
    ending: str = "csv"
    called: str = ""
    logged_as: str = ""
    logged_on: str = "customers"
    described_as: str = ""
    at_a_cut: bool = False
    on_a_basis: bool = False
    says_dialect: bool = True
    by_command: bool = False
    packed_as: str = ""
    packed_over: int = 0

    def columns_of(self, catalogue: Catalogue) -> tuple[Column, ...]:
        """Empty for what is no table."""
        return tuple(self.columns(catalogue) if callable(self.columns) else self.columns)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to hand out. `customer_id` is "" for what is about no one customer; `dialect` is of CSV only.

    cut: of a comparison, days before the go-live, `None` for today. basis: whose word, of what rests on one.
    described: not the file, but the description of it for programs. login: the one it was asked for with, "" where
    nobody logs in. part, part_title: whose questions alone, of the answers to fill in: the token of a portion, and what
    its file is called.
    """

    actor: Actor
    export: Export[Any]
    customer_id: str
    dialect: Dialect
    as_of: date
    cut: int | None = None
    basis: Basis = Basis.CUSTOMER
    described: bool = False
    login: str = ""
    part: str = ""
    part_title: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to hand out."""

    name: str
    data: bytes


def lines_of(table: Table[T]) -> Callable[[Iterable[T], Wanted], bytes]:
    """`make` of a file whose table says it all."""
    return lambda lines, wanted: lines_to_bytes(table, lines, wanted.dialect)


def hand_out(ws: Workspace, wanted: Wanted, *, members_only: bool, logged: bool = True) -> Exported:
    """Make the file. Raises `NotAllowed` when the actor may not have it, or what reading it raises.

    members_only: False in local mode, where nobody is a member. logged: False only for a database that is opened for
    reading; then the audit log cannot be written.
    """
    export = wanted.export
    if members_only:
        confirm(ws, wanted.actor, login=wanted.login)
    if wanted.described:
        return _description(ws, export)
    customer = _authorised(ws, wanted)
    material = export.read(ws, wanted)
    if logged:
        _log(ws, wanted)
    made = export.make(material, wanted)
    if export.packed_as and len(made) > export.packed_over:
        return Exported(f"{_name(wanted, customer).rsplit('.', 1)[0]}.zip", _packed(made, export.packed_as))
    return Exported(_name(wanted, customer), made)


def _packed(data: bytes, name: str) -> bytes:
    """A zip of one file, the same bytes each time."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        packed.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return out.getvalue()


def _description(ws: Workspace, export: Export[Any]) -> Exported:
    """The Table Schema with the dialect beside it. It is about no customer, so anyone may have it."""
    columns, name = export.columns_of(ws.catalogue), export.described_as or export.id
    if not columns:
        raise NotAllowed
    return Exported(f"klarsjekk-{name}.schema.json", schema_json(name, columns))


def _authorised(ws: Workspace, wanted: Wanted) -> str:
    """What the customer it is about is called, "" for all. Raises `NotAllowed`, and logs it."""
    export, actor = wanted.export, wanted.actor
    if export.scope is ExportScope.ALL:
        allow(ws, actor, export.operation)
        return export.called
    customer_id = plain_id(wanted.customer_id)
    with ws.database.reading() as connection:
        found = records.customers(connection, customer_id)
    # Who may not even read the response is refused that.
    first = [Operation.READ] if export.scope is ExportScope.RESPONSE else []
    for operation in (*first, export.operation):
        allow(ws, actor, operation, customer_id if found else None, thing=f"customer:{customer_id}")
    return found[0].name


def _log(ws: Workspace, wanted: Wanted) -> None:
    export = wanted.export
    of_all = export.scope is ExportScope.ALL
    thing = export.logged_on if of_all else f"customer:{wanted.customer_id}"
    part = [wanted.part] if wanted.part else []
    detail = " ".join([export.logged_as or export.id, *(_chosen(wanted) if of_all else ()), *part])
    with ws.database.writing() as connection:
        records.audit(connection, event(wanted.actor, export.operation, thing, detail=detail))


def _chosen(wanted: Wanted) -> list[str]:
    """The cut and the basis, where the file can be had so and they are not those of today and the customer."""
    export = wanted.export
    cut = [f"t-{wanted.cut}"] if export.at_a_cut and wanted.cut is not None else []
    return cut + (["hpas"] if export.on_a_basis and wanted.basis is Basis.HPAS else [])


_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


def _name(wanted: Wanted, customer: str) -> str:
    """klarsjekk-svar-demo-kommune-a-2027-02-01.csv: letters any system can keep."""
    export = wanted.export
    of = " ".join([customer, *_chosen(wanted), wanted.part_title])
    slug = re.sub(r"[^a-z0-9]+", "-", of.casefold().translate(_PLAIN)).strip("-")[:60]
    program = "program" if export.says_dialect and wanted.dialect is Dialect.PROGRAM else ""
    parts = ("klarsjekk", export.named, slug, wanted.as_of.isoformat(), program)
    return f"{'-'.join(part for part in parts if part)}.{export.ending}"
