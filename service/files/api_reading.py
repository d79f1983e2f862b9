"""What programs read with a key: which tables it is good for, and one of them as CSV or JSON.

Each reading and each refusal is told to the process's log. The audit log gets a line for a key, a table and an hour, since
a program that asks every minute would bury what else it says; what cannot be logged is not handed out.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from language.service.files import api_reading as words
from reports.dialect import Dialect, to_bytes
from reports.json_rows import rows_to_json
from reports.table_schema import resource
from scoring.portfolio.cuts import CUTS
from scoring.vocabulary import Basis
from service.faults import BadInput, DatabaseProblem, NotAllowed, Refused
from service.files.api_tokens import TokenState, found_by, reader_of, state_of, tables_for
from service.files.export import Export, Wanted, hand_out_rows, line_of
from service.people.access import event, plain_id
from service.people.actor import Actor, Role
from service.people.logins import Happening
from service.workspace import Workspace
from storage import records
from storage.files import rows as token_rows
from storage.files.rows import TokenRow, TokenUse
from storage.records import AuditRow

__all__ = [
    "PLACE", "AskedTable", "Ending", "NoSuchTable", "NoToken", "NotInToken", "TokenRow",
    "list_tables", "note_no_token", "note_too_often", "read_table", "who_asks",
]  # fmt: skip

PLACE = "/api/v1/"
_NOBODY = Actor("nobody", "nobody", Role.VIEWER)
_LONGEST_NAME = 40


class Ending(StrEnum):
    CSV = "csv"
    JSON = "json"


class NoToken(Refused):
    """No key, or one that is not good any more: nobody is told which, nor whether there ever was one.

    row, state: the key there was and what has become of it, for the log alone.
    """

    def __init__(self, row: TokenRow | None = None, state: TokenState | None = None) -> None:
        self.row, self.state = row, state
        super().__init__(words.NO_TOKEN())


class NotInToken(Refused):
    def __init__(self) -> None:
        super().__init__(words.NOT_IN_TOKEN(place=PLACE))


class NoSuchTable(Refused):
    def __init__(self) -> None:
        super().__init__(words.NO_SUCH_TABLE(place=PLACE))


@dataclass(frozen=True, slots=True)
class AskedTable:
    """A table, the form it is wanted in, and what stands behind the question mark."""

    name: str
    form: Ending
    said: Mapping[str, str]


def who_asks(ws: Workspace, secret: str, *, as_of: date) -> TokenRow:
    """The key, when it is good. Raises `NoToken` for anything else."""
    with ws.database.reading() as connection:
        row = found_by(connection, secret)
        state = None if row is None else state_of(connection, row, as_of)
    if row is None or state is not TokenState.OPEN:
        raise NoToken(row, state)
    return row


def note_no_token(ws: Workspace, refused: NoToken) -> None:
    """Log that someone came without a good key."""
    who, token_id = (_NOBODY, "") if refused.row is None else (reader_of(refused.row), refused.row.id)
    line = event(who, Happening.USE_TOKEN, "token", outcome="refused", detail=refused.state)
    _note_refusal(ws, token_id, line)


def note_too_often(ws: Workspace, row: TokenRow) -> None:
    """Log that a key is used too often, once an hour in the process's log too."""
    line = event(reader_of(row), Happening.USE_TOKEN, "token", outcome="refused", detail="often")
    _note_refusal(ws, row.id, line, each=False)


def list_tables(ws: Workspace, row: TokenRow) -> dict[str, Any]:
    """What the key is for, and the tables it is good for with their fields, plain enough for JSON."""
    records.tell_acts([event(reader_of(row), Happening.USE_TOKEN, "tables")])
    return {
        "purpose": row.purpose,
        "expires": row.expires.isoformat(),
        "customer_id": row.customer_id,
        "tables": [_described(ws, row, export) for export in _good_for(row).values()],
    }


def read_table(ws: Workspace, row: TokenRow, asked: AskedTable, *, as_of: date) -> bytes:
    """The table. Raises `NoSuchTable`, `NotInToken`, `NotAllowed` for a customer, or `BadInput` for what is asked of it."""
    try:
        wanted = _wanted(row, asked, as_of)
        _require_customer(ws, wanted)
    except Refused:
        name = asked.name if asked.name in tables_for(None) else None
        _note_refusal(ws, row.id, event(reader_of(row), Happening.USE_TOKEN, "tables", outcome="refused", detail=name))
        raise
    table = hand_out_rows(ws, wanted, members_only=False, logged=False)
    _note(ws, row.id, f"{wanted.export.id} {wanted.customer_id}".strip(), line_of(wanted))
    if asked.form is Ending.JSON:
        return rows_to_json(table.columns, table.rows)
    return to_bytes(table.columns, table.rows, Dialect.PROGRAM)


def _good_for(row: TokenRow) -> Mapping[str, Export[Any]]:
    offered = tables_for(row.customer_id)
    return offered if row.tables is None else {name: offered[name] for name in row.tables.split() if name in offered}


def _described(ws: Workspace, row: TokenRow, export: Export[Any]) -> dict[str, Any]:
    """The same description that lies beside the file, and what may stand behind the question mark."""
    columns = export.columns_of(ws.catalogue)
    path = f"{PLACE}{export.id}.csv"
    title, about = export.told
    told = resource(export.id, columns, path=path, title=title, about=about, key=export.key)
    needed = {"customer": "required"} if not export.of_all and row.customer_id is None else {}
    return told | {"json": f"{PLACE}{export.id}.json", "parameters": needed | _choices(export)}


def _choices(export: Export[Any]) -> dict[str, list[str]]:
    """What may be chosen of a table, as it stands in the address; the first of each is what it is without."""
    cuts = {"cut": ["today", *map(str, CUTS)]} if export.at_a_cut else {}
    return cuts | ({"basis": [basis.value for basis in Basis]} if export.on_a_basis else {})


def _wanted(row: TokenRow, asked: AskedTable, as_of: date) -> Wanted:
    if asked.name not in tables_for(None):
        raise NoSuchTable
    export = _good_for(row).get(asked.name)
    if export is None:
        raise NotInToken
    choices = _choices(export)
    _require_known(asked.said, {*choices, *(() if export.of_all else ("customer",))})
    said = {name: _chosen(name, asked.said.get(name, offered[0]), offered) for name, offered in choices.items()}
    cut = said.get("cut", "today")
    return Wanted(
        actor=reader_of(row),
        export=export,
        customer_id="" if export.of_all else _customer(row, asked),
        dialect=Dialect.PROGRAM,
        as_of=as_of,
        cut=None if cut == "today" else int(cut),
        basis=Basis(said.get("basis", Basis.CUSTOMER)),
    )


def _require_known(said: Mapping[str, str], known: set[str]) -> None:
    """Raise `BadInput` for a word nobody knows: a misspelt one would give other figures than were asked for."""
    if unknown := [name for name in said if name not in known]:
        raise BadInput(
            "unknown_parameter", name=unknown[0][:_LONGEST_NAME], known=", ".join(sorted(known)) or words.NOTHING()
        )


def _chosen(name: str, held: str, offered: list[str]) -> str:
    if held not in offered:
        raise BadInput("unknown_choice", name=name, known=", ".join(offered))
    return held


def _customer(row: TokenRow, asked: AskedTable) -> str:
    """The customer a table is of: the key's own, or the one that is named."""
    wanted = asked.said.get("customer", row.customer_id or "")
    if not wanted:
        raise BadInput("customer_needed")
    if row.customer_id not in (None, wanted):
        raise NotAllowed
    return plain_id(wanted)


def _require_customer(ws: Workspace, wanted: Wanted) -> None:
    """Raise `NotAllowed` for a customer that is not there, before the door that logs each refusal."""
    if wanted.export.of_all:
        return
    with ws.database.reading() as connection:
        if not records.customers(connection, wanted.customer_id):
            raise NotAllowed


def _note_refusal(ws: Workspace, token_id: str, line: AuditRow, *, each: bool = True) -> None:
    # A log that cannot be written must not turn a refusal into something else.
    with suppress(DatabaseProblem):
        _note(ws, token_id, f"{line.object} {line.detail or ''}".strip(), line, each=each)


def _note(ws: Workspace, token_id: str, thing: str, line: AuditRow, *, each: bool = True) -> None:
    """A line in the audit log, unless it has had one of the same this hour; `each` time one in the process's log."""
    use = TokenUse(token_id, thing, line.outcome)
    hour = line.at.replace(minute=0, second=0, microsecond=0)
    with ws.database.reading() as connection:
        noted = token_rows.noted_since(connection, use, hour)
    if not noted:
        with ws.database.writing() as connection:
            noted = not token_rows.note_once(connection, use, at=line.at, since=hour)
            if not noted:
                records.audit(connection, line)
    if noted and each:
        records.tell_acts([line])
