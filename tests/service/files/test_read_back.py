"""Every file for programs, read back by nothing but its published description, gives the values that were written."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from reports import dialect
from reports.columns import Cell, Column, Label, mixed
from reports.judgement import result_files
from reports.table_schema import resource_json
from service.files import catalogue
from service.files.catalogue import DATA_PACKAGE, EXPORTS
from service.files.export import Export
from service.judgement import judge_customer
from tests.builders import ADMIN
from tests.service.files.handing import handed
from tests.service.files.made import TODAY
from tests.service.files.said_by_all import World, said_by_all


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with said_by_all(tmp_path_factory.mktemp("read_back")) as found:
        yield found


# What leaves as a table; the judgement does by `cli.py score`, without a database.
NAMES = [*(export.id for export in EXPORTS.values() if export.columns), "judgement"]


def file_of(world: World, name: str) -> bytes:
    if name == "judgement":
        return result_files.judgement_csv(judge_customer(world.ws, ADMIN, world.decides, as_of=TODAY).judgement)
    return handed(world.ws, ADMIN, EXPORTS[name], world.of(name), as_of=TODAY).data


def description_of(world: World, name: str) -> dict[str, Any]:
    if name == "judgement":
        data = resource_json(name, result_files.COLUMNS, path="judgement.csv")
    else:
        data = handed(world.ws, ADMIN, EXPORTS[name], world.customer_id, as_of=TODAY, described=True).data
    found: dict[str, Any] = json.loads(data)
    return found


READ: Mapping[str, Callable[[str], object]] = {
    "string": dialect.unguarded,
    "number": float,
    "integer": int,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def read(data: bytes, resource: Mapping[str, Any]) -> list[dict[str, object]]:
    """The rows of a file as its description says they are. Raises when one does not fit."""
    shape, fields = resource["dialect"], resource["schema"]["fields"]
    lines = io.StringIO(data.decode(resource["encoding"]), newline="")
    reader = csv.reader(lines, delimiter=shape["delimiter"], quotechar=shape["quoteChar"], strict=True)
    assert next(reader) == [field["name"] for field in fields]
    return [{field["name"]: cell(field, found) for field, found in zip(fields, row, strict=True)} for row in reader]


def cell(field: Mapping[str, Any], found: str) -> object:
    if found == "":
        return None
    allowed = field.get("constraints", {}).get("enum")
    if allowed and found not in allowed:
        raise ValueError(f"{field['name']}: {found} is not among {allowed}")
    return READ[field["type"]](found)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Cell]]:
    """Column -> every cell that is put into a file, as it is handed to the writer; empty ones left out."""
    found: dict[str, list[Cell]] = defaultdict(list)
    as_before = dialect.cell_text

    def noted(column: Column, given: Cell, *, people: bool) -> str:
        if given is not None:
            found[column.id].append(given)
        return as_before(column, given, people=people)

    monkeypatch.setattr(dialect, "cell_text", noted)
    return found


# Of the values, not of the columns: what the description must say of a column that holds nothing else.
TYPES = ((bool, "boolean"), (int, "integer"), (float, "number"), (datetime, "datetime"), (date, "date"))


def type_of(cells: list[Cell]) -> str:
    """The narrowest type that takes all of them; what has cells of several types is text to a reader."""
    found = {next((name for kind, name in TYPES if isinstance(given, kind)), "string") for given in cells}
    return "number" if found == {"integer", "number"} else found.pop() if len(found) == 1 else "string"


def as_read(field: Mapping[str, Any], given: Cell) -> object:
    """What a reader must find for a cell that was written."""
    if isinstance(given, Label):
        return given.id
    if isinstance(given, datetime):
        return given.replace(microsecond=0)
    if field["type"] == "string" and not isinstance(given, str):
        return dialect.cell_text(mixed("", ""), given, people=False)
    return given


# Written so that a program finds the column, and left to whoever reads the file in: nobody here knows its accounts.
LEFT_EMPTY = {"Assigned To": "string"}


@pytest.mark.parametrize("name", NAMES)
def test_the_description_says_the_type_of_the_values_that_were_written(
    world: World, written: dict[str, list[Cell]], name: str
) -> None:
    file_of(world, name)
    fields = description_of(world, name)["schema"]["fields"]
    assert {field["name"]: field["type"] for field in fields} == {
        name: type_of(written[name]) if written[name] else LEFT_EMPTY.get(name, "no values")
        for name in (field["name"] for field in fields)
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_value_is_read_back_as_it_was_written(world: World, written: dict[str, list[Cell]], name: str) -> None:
    resource = description_of(world, name)
    rows = read(file_of(world, name), resource)
    for field in resource["schema"]["fields"]:
        found = [row[field["name"]] for row in rows if row[field["name"]] is not None]
        expected = [as_read(field, given) for given in written[field["name"]] if given != ""]
        # The long file says each different cell once.
        assert found == expected or (name == "all_answers" and set(found) <= set(expected)), field["name"]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("changes", b"Q,t,sideways,,,0,1\n"),
        ("changes", b"Q,t,up,,,0\n"),
        ("changes", b"Q,t,up,,,half,1\n"),
        ("snapshots", b"s,c,municipality,20.03.2027,2027-05-01,42,l,true,sent,f\n"),
        ("snapshots", b"s,c,municipality,2027-03-20,2027-05-01,42,l,ja,sent,f\n"),
    ],
)
def test_the_reader_sees_what_does_not_fit(world: World, name: str, wrong: bytes) -> None:
    heading = file_of(world, name).splitlines(keepends=True)[0]
    with pytest.raises((ValueError, KeyError)):
        read(heading + wrong, description_of(world, name))


def test_every_file_has_an_id_of_its_own() -> None:
    said = [found for module in catalogue.MODULES for found in vars(module).values() if isinstance(found, Export)]
    assert sorted([*({id(each): each.id for each in said}.values()), DATA_PACKAGE.id]) == sorted(EXPORTS)
