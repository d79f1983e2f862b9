"""What leaves: how a file is described, and the one way out: authorise, read, log, make.

A module beside this one that says `Export(…)` is all a new file takes: tickets, buttons, the description for programs,
the Data Package, the command `export` and the tests know nothing of any file but what stands there.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from io import BytesIO
from typing import Any, Generic, NamedTuple, TypeVar
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from language import Both, Language, speaking
from reports.columns import Cell, Column, Table
from reports.dialect import Dialect, to_bytes
from reports.table_schema import resource_json
from scoring.basis import Basis
from scoring.questionnaire import Catalogue
from service.faults import NotAllowed
from service.files.identified import identified_columns, identified_rows
from service.people.access import allow, event, plain_id
from service.people.actor import Actor
from service.people.logins import confirm
from service.people.permissions import Operation
from service.people.spoken import language_of
from service.workspace import Workspace
from storage import records
from storage.records import AuditRow

T = TypeVar("T")


class ExportScope(StrEnum):
    """Whose data a file holds: one customer's response as it stands, what one has sent in, or all customers'."""

    RESPONSE = "response"
    SENT_IN = "sent_in"
    ALL = "all"


Rows = Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Export(Generic[T]):
    """One sort of file. `read` gets what it is made of, under the reader's own leave; `rows` are the cells of a table in
    the order of `columns`, `make` the bytes of what is no table, or of a table that is written in a way of its own.

    id: of its button and its description, and in the audit log where `logged_as` says nothing else. title, about: what it
    is, for people. named: the word its name begins with. columns: of a table; those of the comparison follow the factors
    that are asked. key: the columns that tell its rows apart. refers: a column of it -> the table whose key it is, beside
    those that mean the same everywhere (`catalogue.REFERS`). others_columns: another program has settled them. at_a_cut,
    on_a_basis: whether it can be had so. called: stands in its name for a customer. says_dialect: whether its name tells
    the dialects apart. packed_as: when it has more than `packed_over` bytes it leaves as a zip, with this one file in it.
    """

    id: str
    title: Both
    about: Both
    named: str
    operation: Operation
    scope: ExportScope
    read: Callable[[Workspace, "Wanted"], T]
    rows: Callable[[T, "Wanted"], Rows] | None = None
    make: Callable[[T, "Wanted"], bytes] | None = None
    columns: Iterable[Column] | Callable[[Catalogue], Iterable[Column]] = ()
    key: tuple[str, ...] = ()
    refers: Mapping[str, str] = field(default_factory=dict)
    others_columns: bool = False
    ending: str = "csv"
    called: str = ""
    logged_as: str = ""
    logged_on: str = "customers"
    at_a_cut: bool = False
    on_a_basis: bool = False
    says_dialect: bool = True
    packed_as: str = ""
    packed_over: int = 0

    @property
    def told(self) -> tuple[str, str]:
        """What it is called and what is in it, as programs read it: in bokmål, whoever it is of."""
        with speaking(Language.BOKMAL):
            return self.title(), self.about()

    @property
    def of_all(self) -> bool:
        return self.scope is ExportScope.ALL

    def columns_of(self, catalogue: Catalogue) -> tuple[Column, ...]:
        """As they stand in the file, with who the customer is; empty for what is no table."""
        own = self.own_columns(catalogue)
        return own if self.others_columns else identified_columns(own, of_one=not self.of_all)

    def own_columns(self, catalogue: Catalogue) -> tuple[Column, ...]:
        """Those that `rows` has the cells of."""
        return tuple(self.columns(catalogue) if callable(self.columns) else self.columns)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to hand out. `customer_id` is "" for what is about no one customer; `dialect` is of CSV only.

    cut: of a comparison, days before the go-live, `None` for today. basis: whose word, of what rests on one.
    described: not the file, but the description of it for programs. login: the one it was asked for with, "" where
    nobody logs in. part, part_title: whose questions alone, of the answers to fill in: the token of a portion, and what
    its file is called. read_before: what other files of the same moment have read, where several are made at once.
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
    read_before: dict[str, Any] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to hand out."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ExportedRows:
    """The rows of a table to hand out, for those who write them in a way of their own."""

    columns: tuple[Column, ...]
    rows: Rows


def rows_of(table: Table[T]) -> Callable[[Iterable[T], Wanted], Rows]:
    """`rows` of a file whose table says it all."""
    return lambda lines, _wanted: ([cell(line) for cell in table.values()] for line in lines)


def hand_out(ws: Workspace, wanted: Wanted, *, members_only: bool, logged: bool = True) -> Exported:
    """Make the file. Raises `NotAllowed` when the actor may not have it, or what reading it raises.

    members_only: False in local mode, where nobody is a member. logged: False for a database that is opened for reading,
    where the audit log cannot be written, and for those who log it themselves.
    """
    export = wanted.export
    whose = _let_through(ws, wanted, members_only=members_only)
    customer = whose.called
    if wanted.described:
        return _description(ws, wanted, customer)
    with speaking(whose.language):
        material = export.read(ws, wanted)
        if logged:
            _log(ws, wanted)
        made = written(ws, wanted, material)
    if export.packed_as and len(made) > export.packed_over:
        return Exported(f"{_name(wanted, customer).rsplit('.', 1)[0]}.zip", _packed(made, export.packed_as))
    return Exported(_name(wanted, customer), made)


def hand_out_rows(ws: Workspace, wanted: Wanted, *, members_only: bool, logged: bool = True) -> ExportedRows:
    """The same, of a table, before it is written. Raises `NotAllowed` also for what is no table."""
    _let_through(ws, wanted, members_only=members_only)
    if wanted.export.rows is None:
        raise NotAllowed
    material = wanted.export.read(ws, wanted)
    if logged:
        _log(ws, wanted)
    return _rows(ws, wanted, material)


def written(ws: Workspace, wanted: Wanted, material: Any) -> bytes:
    """The bytes of a file, of what its `read` has given."""
    if wanted.export.make is not None:
        return wanted.export.make(material, wanted)
    table = _rows(ws, wanted, material)
    return to_bytes(table.columns, table.rows, wanted.dialect)


def _rows(ws: Workspace, wanted: Wanted, material: Any) -> ExportedRows:
    export = wanted.export
    if export.rows is None:
        raise TypeError(f"{export.id} is no table")
    # What programs read is the same whoever it is of.
    with speaking(Language.BOKMAL):
        own, rows = export.own_columns(ws.catalogue), list(export.rows(material, wanted))
    if export.others_columns:
        return ExportedRows(own, rows)
    customer_id = None if export.of_all else wanted.customer_id
    return ExportedRows(export.columns_of(ws.catalogue), identified_rows(ws, own, rows, customer_id))


class _Whose(NamedTuple):
    """What the customer a file is about is called, "" for all, and the language it is written to in."""

    called: str
    language: Language


def _let_through(ws: Workspace, wanted: Wanted, *, members_only: bool) -> _Whose:
    """Raises `NotAllowed`."""
    if members_only:
        confirm(ws, wanted.actor, login=wanted.login)
    return _authorised(ws, wanted)


def _packed(data: bytes, name: str) -> bytes:
    """A zip of one file, the same bytes each time."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        packed.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return out.getvalue()


def _description(ws: Workspace, wanted: Wanted, customer: str) -> Exported:
    """The Table Schema with the dialect beside it, of the file for programs that is handed out under the name it says."""
    export = wanted.export
    columns = export.columns_of(ws.catalogue)
    if not columns:
        raise NotAllowed
    path = _name(replace(wanted, dialect=Dialect.PROGRAM), customer)
    title, about = export.told
    described = resource_json(export.id, columns, path=path, title=title, about=about, key=export.key)
    return Exported(f"{path.removesuffix('.csv')}.resource.json", described)


def _authorised(ws: Workspace, wanted: Wanted) -> _Whose:
    """Raises `NotAllowed`, and logs it."""
    export, actor = wanted.export, wanted.actor
    if export.of_all:
        allow(ws, actor, export.operation)
        return _Whose(export.called, language_of(None))
    customer_id = plain_id(wanted.customer_id)
    with ws.database.reading() as connection:
        found = records.customers(connection, customer_id)
    # Who may not even read the response is refused that.
    first = [Operation.READ] if export.scope is ExportScope.RESPONSE else []
    for operation in (*first, export.operation):
        allow(ws, actor, operation, customer_id if found else None, thing=f"customer:{customer_id}")
    return _Whose(found[0].name, language_of(found[0]))


def _log(ws: Workspace, wanted: Wanted) -> None:
    with ws.database.writing() as connection:
        records.audit(connection, line_of(wanted))


def line_of(wanted: Wanted) -> AuditRow:
    """What the audit log says of a file that is handed out now."""
    export = wanted.export
    thing = export.logged_on if export.of_all else f"customer:{wanted.customer_id}"
    part = [wanted.part] if wanted.part else []
    detail = " ".join([export.logged_as or export.id, *(_chosen(wanted) if export.of_all else ()), *part])
    return event(wanted.actor, export.operation, thing, detail=detail)


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
