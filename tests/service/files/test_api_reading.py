"""What a key reads: every table as the file has it, and a table of refusals by key, address and parameter."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import NamedTuple

import pytest

from service.faults import BadInput, NotAllowed, Refused
from service.files.api_reading import (
    AskedTable,
    Ending,
    NoSuchTable,
    NotInToken,
    TokenRow,
    list_tables,
    read_table,
    who_asks,
)
from service.files.api_tokens import make_token, reader_of, tables_for
from service.files.catalogue import TABLES
from service.people.actor import Role
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, workspace
from tests.service.files.handing import handed
from tests.service.review.sending import new_lead, sent

TODAY = GO_LIVE - timedelta(days=60)


class Office(NamedTuple):
    """Two customers, and a key of each kind: of all, of the first alone, and of two tables."""

    ws: Workspace
    own: str
    foreign: str
    keys: dict[str, TokenRow]


@pytest.fixture(scope="module")
def office(address_of_module: str) -> Iterator[Office]:
    with workspace(address_of_module) as ws:
        own, foreign = (str(_customer(ws)) for _ in range(2))
        about: dict[str, dict[str, object]] = {
            "all": {},
            "one": {"customer_id": own},
            "two": {"tables": ["waves", "answers"]},
        }
        yield Office(ws, own, foreign, {name: _key(ws, **said) for name, said in about.items()})


def _customer(ws: Workspace) -> str | None:
    lead = new_lead(ws)
    sent(ws, lead, {"Q-LEVEL": 3, "Q-STOP": False})
    return lead.customer_id


def _key(ws: Workspace, **about: object) -> TokenRow:
    secret = make_token(ws, ADMIN, purpose="Power BI", expires=TODAY, as_of=TODAY, **about)  # type: ignore[arg-type]
    return who_asks(ws, secret, as_of=TODAY)


def read(office: Office, key: str, name: str, said: Mapping[str, str] = {}, ending: Ending = Ending.CSV) -> bytes:
    named = {"own": office.own, "foreign": office.foreign}
    told = {word: named.get(held, held) for word, held in said.items()}
    return read_table(office.ws, office.keys[key], AskedTable(name, ending, told), as_of=TODAY)


# Key, table, what stands behind the question mark, and what comes of it; nothing: it is read.
ASKED: list[tuple[str, str, dict[str, str], type[Refused] | str | None]] = [
    ("all", "comparison", {}, None),
    ("all", "comparison", {"cut": "today", "basis": "customer"}, None),
    ("all", "comparison", {"cut": "90", "basis": "hpas"}, None),
    ("all", "comparison", {"cut": "91"}, "unknown_choice"),
    ("all", "comparison", {"cut": "-90"}, "unknown_choice"),
    ("all", "comparison", {"basis": ""}, "unknown_choice"),
    ("all", "comparison", {"bassis": "hpas"}, "unknown_parameter"),
    ("all", "comparison", {"customer": "own"}, "unknown_parameter"),
    ("all", "customers", {"basis": "hpas"}, "unknown_parameter"),
    ("all", "answers", {}, "customer_needed"),
    ("all", "answers", {"customer": "own"}, None),
    ("all", "answers", {"customer": "foreign"}, None),
    ("all", "answers", {"customer": "missing"}, NotAllowed),
    ("all", "answers", {"customer": "\0" * 100}, NotAllowed),
    ("all", "working", {"customer": "own", "basis": "hpas"}, None),
    ("all", "log", {}, NoSuchTable),
    ("all", "access", {}, NoSuchTable),
    ("all", "nothing", {}, NoSuchTable),
    ("all", "data_package", {}, NoSuchTable),
    ("all", "calendar", {}, NoSuchTable),
    ("all", "", {}, NoSuchTable),
    ("one", "answers", {}, None),
    ("one", "answers", {"customer": "own"}, None),
    ("one", "answers", {"customer": "foreign"}, NotAllowed),
    ("one", "answers", {"customer": "missing"}, NotAllowed),
    ("one", "comparison", {}, NotInToken),
    ("one", "customers", {}, NotInToken),
    ("one", "log", {}, NoSuchTable),
    ("two", "waves", {}, None),
    ("two", "answers", {"customer": "own"}, None),
    ("two", "comparison", {}, NotInToken),
    ("two", "log", {}, NoSuchTable),
]


@pytest.mark.parametrize(("key", "name", "said", "comes"), ASKED)
def test_a_key_reads_what_it_is_for_and_nothing_else(
    office: Office, key: str, name: str, said: dict[str, str], comes: type[Refused] | str | None
) -> None:
    if comes is None:
        assert read(office, key, name, said).count(b"\n") > 0
        return
    with pytest.raises(BadInput if isinstance(comes, str) else comes) as refused:
        read(office, key, name, said)
    assert refused.value.message
    if isinstance(refused.value, BadInput):
        assert refused.value.fault == comes


def test_one_that_is_anothers_and_one_that_is_not_there_are_told_alike(office: Office) -> None:
    said = []
    for customer in ("foreign", "missing"):
        with pytest.raises(NotAllowed) as refused:
            read(office, "one", "answers", {"customer": customer})
        said.append(refused.value.message)
    assert said[0] == said[1]
    # Nor does the log get a line each time.
    with office.ws.database.reading() as connection:
        lines = [line for line in records.audit_log(connection) if line.outcome == "refused"]
    token = f"token:{office.keys['one'].id}"
    assert [line.operation for line in lines if (line.actor, line.detail) == (token, "answers")] == ["use_token"]
    assert not [line for line in lines if line.operation in ("read", "export_answers")]


@pytest.mark.parametrize("name", tables_for(None))
def test_every_table_is_what_the_file_for_programs_is_in_both_forms(office: Office, name: str) -> None:
    export = TABLES[name]
    of = {} if export.of_all else {"customer": "own"}
    made = read(office, "all", name, of)
    rows = list(csv.DictReader(io.StringIO(made.decode())))
    objects = json.loads(read(office, "all", name, of, Ending.JSON))
    columns = [column.id for column in export.columns_of(office.ws.catalogue)]
    assert [list(each) for each in objects] == [columns] * len(rows)
    file = handed(office.ws, ADMIN, export, office.own, as_of=TODAY).data
    if name != "work_items":
        assert made == file
    # A text that is empty in the file is nothing or "" in JSON, and says the same in both.
    for row, each in zip(rows, objects, strict=True):
        assert [row[id_] == "" for id_ in columns] == [each[id_] in (None, "") for id_ in columns]


@pytest.mark.parametrize("key", ["all", "one", "two"])
def test_the_list_has_the_tables_the_key_is_good_for_with_their_fields(office: Office, key: str) -> None:
    row = office.keys[key]
    told = list_tables(office.ws, row)
    wanted = row.tables.split() if row.tables else [*tables_for(row.customer_id)]
    assert [each["name"] for each in told["tables"]] == wanted
    assert (told["purpose"], told["customer_id"]) == ("Power BI", row.customer_id)
    for each in told["tables"]:
        columns = TABLES[each["name"]].columns_of(office.ws.catalogue)
        fields = each["schema"]["fields"]
        assert [field["name"] for field in fields] == [column.id for column in columns]
        assert all(field["type"] for field in fields)
        needs = not TABLES[each["name"]].of_all and row.customer_id is None
        assert ("customer" in each["parameters"]) is needs
        assert (each["path"], each["json"]) == (f"/api/v1/{each['name']}.csv", f"/api/v1/{each['name']}.json")


def test_a_key_of_one_reads_as_a_viewer_of_it_and_writes_nothing(office: Office) -> None:
    def stored() -> list[object]:
        with office.ws.database.reading() as connection:
            return [records.response_of(connection, each) for each in (office.own, office.foreign)]

    before, reader = stored(), reader_of(office.keys["one"])
    assert (reader.role, reader.customer_id) == (Role.VIEWER, office.own)
    for name in tables_for(office.own):
        read(office, "one", name)
    assert stored() == before
