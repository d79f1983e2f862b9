"""A description for programs of every CSV file Klarsjekk writes: Frictionless Table Schema with the dialect beside it.

Made from the columns the files themselves are made from, so the two cannot part. https://datapackage.org/standard/
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from reports import people_csv
from reports.answers import all_answers_csv, csv_write
from reports.dialect import Column, Dialect, shape_of
from reports.judgement import breakdown_csv, gaps_csv, result_files
from reports.plan import work_items_csv
from reports.portfolio import comparison_csv, customers_csv, owed_csv, trend_csv
from reports.review import sent_in_csv
from scoring.gaps import When
from scoring.vocabulary import Basis, CustomerType, Direction, HardStop, Kind, Responsible, Status, Verdict, WaitingOn

_RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
_DATES = {"as_of", "go_live", "by", "due", "earliest_go_live", "since", "Due Date"}
_MOMENTS = {"at", "invited_at", "first_login_at", "last_seen_at", "removed_at"}
_TRUTHS = {"complete", "not_applicable"}
_WHOLE = {"days_left", "days_late", "answered", "applicable", "customers", "Priority", "up", "down", "new", "gone"}
_NUMBERS = {
    *("readiness", "low", "high", "expected", "coverage", "done", "all", "share", "weight", "distance"),
    *("attainment", "expected_attainment", "attainment_before", "attainment_after", "own_attainment"),
    "hpas_attainment",
}
_CHOICES: Mapping[str, type[StrEnum]] = {
    "customer_type": CustomerType,
    "verdict": Verdict,
    "weakest": Verdict,
    "status": Status,
    "kind": Kind,
    "basis": Basis,
    "change": Direction,
    "hard_stop": HardStop,
    "when": When,
    "waiting_on": WaitingOn,
    "responsible": Responsible,
}


def tables(*, factors: Sequence[str]) -> dict[str, tuple[Column, ...]]:
    """Name -> columns of every file. `factors`: the ids that have columns of their own in the comparison."""
    return {
        "answers": csv_write.COLUMNS,
        "gaps": gaps_csv.COLUMNS,
        "working": breakdown_csv.COLUMNS,
        "comparison": comparison_csv.columns(factors),
        "comparison_long": comparison_csv.LONG_COLUMNS,
        "judgement": result_files.COLUMNS,
        "log": people_csv.LOG,
        "access": people_csv.ACCESS,
        "all_answers": all_answers_csv.COLUMNS,
        "snapshots": sent_in_csv.SNAPSHOTS,
        "changes": sent_in_csv.CHANGES,
        "work_items": work_items_csv.COLUMNS,
        "waves": sent_in_csv.WAVES,
        "disagreement": sent_in_csv.DISAGREEMENT,
        "waiting": owed_csv.COLUMNS,
        "course": trend_csv.COURSE,
        "moved": trend_csv.MOVED,
        "customers": customers_csv.CUSTOMERS,
    }


def schema_json(name: str, *, factors: Sequence[str]) -> bytes | None:
    """The description of one file, or `None` when there is no such file."""
    columns = tables(factors=factors).get(name)
    if columns is None:
        return None
    return (json.dumps(described(name, columns), ensure_ascii=False, indent=2) + "\n").encode()


def described(name: str, columns: Iterable[Column]) -> dict[str, Any]:
    """A Data Resource with the schema and the dialect of the file for programs."""
    shape = shape_of(Dialect.PROGRAM)
    return {
        "$schema": _RESOURCE,
        "name": name.replace("_", "-"),
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": shape.separator,
            "lineTerminator": shape.line_end,
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": {"fields": [_field(column) for column in columns], "missingValues": [""]},
    }


def _field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.id, "title": column.heading, "type": _type(column.id)}
    if found["type"] == "boolean":
        found |= {"trueValues": ["true"], "falseValues": ["false"]}
    if choices := _CHOICES.get(column.id):
        found["constraints"] = {"enum": [choice.value for choice in choices]}
    return found


def _type(column_id: str) -> str:
    if column_id in _DATES:
        return "date"
    if column_id in _MOMENTS:
        return "datetime"
    if column_id in _TRUTHS:
        return "boolean"
    if column_id in _WHOLE:
        return "integer"
    # The comparison has two columns for every factor and area.
    if column_id in _NUMBERS or column_id.endswith(("_readiness", "_expected")):
        return "number"
    return "string"
