"""Every file for programs, all at once, as pandas, polars and DuckDB read it by its description, and as frictionless does."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pandas as pd
import polars as pl
import pytest

from service.files.catalogue import DATA_PACKAGE, PACKED, TABLES
from tests.builders import ADMIN
from tests.service.files.handing import handed
from tests.service.files.made import TODAY
from tests.service.files.said_by_all import said_by_all

Rows = list[dict[str, Any]]
Fields = Mapping[str, str]
# Schema's type -> what each reader calls it.
PANDAS = {"string": "string", "number": "Float64", "integer": "Int64", "boolean": "boolean"}
POLARS = {"string": pl.String, "number": pl.Float64, "integer": pl.Int64, "boolean": pl.Boolean, "date": pl.Date}
DUCK = {"string": "VARCHAR", "number": "DOUBLE", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each table beside its description, as it is handed out, and the package."""
    where = tmp_path_factory.mktemp("programs")
    with said_by_all(tmp_path_factory.mktemp("said_by_all")) as world:
        for table in TABLES.values():
            for described in (False, True):
                made = handed(world.ws, ADMIN, table, world.of(table.id), as_of=TODAY, described=described)
                (where / made.name).write_bytes(made.data)
        (where / "datapackage.zip").write_bytes(handed(world.ws, ADMIN, DATA_PACKAGE, as_of=TODAY).data)
    return where


def by_pandas(path: Path, types: Fields) -> Rows:
    dtypes: Any = {name: PANDAS[kind] for name, kind in types.items() if kind in PANDAS}
    days = [name for name, kind in types.items() if kind not in PANDAS]
    frame = pd.read_csv(
        path, dtype=dtypes, keep_default_na=False, na_values=[""], true_values=["true"], parse_dates=days
    )
    for name in (name for name in days if frame[name].notna().any()):
        assert pd.api.types.is_datetime64_any_dtype(frame[name].dtype), (path.name, name)
    lines: list[Any] = frame.astype(object).to_dict("records")
    found = [{name: None if pd.isna(cell) else cell for name, cell in line.items()} for line in lines]
    return [{name: _day(cell) if types[name] == "date" else cell for name, cell in line.items()} for line in found]


def _day(value: Any) -> date | None:
    return None if value is None else date(value.year, value.month, value.day)


def by_polars(path: Path, types: Fields) -> Rows:
    schema = {name: POLARS.get(kind, pl.String) for name, kind in types.items()}
    moments = [pl.col(name).str.to_datetime(time_zone="UTC") for name, kind in types.items() if kind == "datetime"]
    return pl.read_csv(path, schema=schema).with_columns(moments).to_dicts()


def by_duckdb(path: Path, types: Fields) -> Rows:
    columns = {name: DUCK.get(kind, "TIMESTAMPTZ") for name, kind in types.items()}
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        held = connection.read_csv(str(path), header=True, columns=columns, strict_mode=True, all_varchar=False)
        return list(held.to_arrow_table().to_pylist())


# Schema's type -> the value that a cell which is not empty says.
VALUES: Mapping[str, Callable[[str], object]] = {
    "string": str,
    "number": float,
    "integer": int,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
}


def by_hand(path: Path, types: Fields) -> Rows:
    lines = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    return [{name: VALUES[types[name]](said) if said else None for name, said in line.items()} for line in lines]


@pytest.mark.parametrize("reader", [by_pandas, by_polars, by_duckdb])
def test_every_file_is_read_with_the_types_and_values_its_description_says(
    folder: Path, reader: Callable[[Path, Fields], Rows]
) -> None:
    held = [json.loads(path.read_bytes()) for path in folder.glob("*.resource.json")]
    assert len(held) == len(TABLES)
    for resource in held:
        types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        path = folder / resource["path"]
        found, expected = reader(path, types), by_hand(path, types)
        assert found == expected, path.name
        assert [[type(cell) is bool for cell in row.values()] for row in found] == [
            [type(cell) is bool for cell in row.values()] for row in expected
        ], path.name


def test_frictionless_accepts_every_file_beside_its_description(folder: Path) -> None:
    for described in folder.glob("*.resource.json"):
        report = frictionless.validate(str(described))
        assert report.valid, (described.name, report.flatten())


def test_frictionless_accepts_the_package_as_it_is_downloaded(folder: Path) -> None:
    report = frictionless.validate(str(folder / "datapackage.zip"))
    assert report.valid, report.flatten()
    assert {task.name for task in report.tasks} == {table.id for table in PACKED}
    assert all((task.stats["rows"] or 0) > 0 for task in report.tasks)


# The table, what is done to its lines, and what frictionless must say of it.
SPOILT: list[tuple[str, Callable[[list[str]], list[str]], str]] = [
    ("waivers", lambda lines: [line.replace("approved", "allowed") for line in lines], "constraint-error"),
    ("moves", lambda lines: [re.sub(r"\d{4}-\d\d-\d\d", "i dag", line) for line in lines], "type-error"),
    ("moves", lambda lines: [*lines, lines[-1]], "primary-key"),
    ("customers", lambda lines: [lines[0], f"x{lines[1]}", *lines[2:]], "foreign-key"),
    ("waves", lambda lines: lines[:1], "foreign-key"),
]


@pytest.mark.parametrize(("table", "spoil", "fault"), SPOILT)
def test_frictionless_sees_what_is_wrong_in_the_package(
    folder: Path, tmp_path: Path, table: str, spoil: Callable[[list[str]], list[str]], fault: str
) -> None:
    path = tmp_path / "datapackage.zip"
    with zipfile.ZipFile(folder / "datapackage.zip") as whole, zipfile.ZipFile(path, "w") as spoilt:
        for name in whole.namelist():
            said = whole.read(name).decode()
            spoilt.writestr(name, "".join(spoil(said.splitlines(keepends=True))) if name == f"{table}.csv" else said)
    assert fault in {line[0] for line in frictionless.validate(str(path)).flatten(["type"])}


MEANS_THE_SAME = {"customer_id": "customers", "question_id": "questions", "snapshot_id": "all_snapshots"}


def test_every_customer_question_and_submission_in_the_package_is_found_in_its_own_table(folder: Path) -> None:
    with zipfile.ZipFile(folder / "datapackage.zip") as packed:
        described = json.loads(packed.read("datapackage.json"))
    keys = {
        resource["name"]: {key["fields"][0] for key in resource["schema"].get("foreignKeys", ())}
        for resource in described["resources"]
    }
    for resource in described["resources"]:
        fields = {field["name"] for field in resource["schema"]["fields"]}
        for column, own in MEANS_THE_SAME.items():
            assert (column in keys[resource["name"]]) is (column in fields and resource["name"] != own)
        assert all(field["description"] and field["title"] for field in resource["schema"]["fields"])
        assert resource["schema"]["primaryKey"]
        assert resource["description"]
