"""A description for programs of a CSV file: Frictionless Table Schema with the dialect beside it.

Made from the columns the file itself is made from, so the two cannot part. https://datapackage.org/standard/
"""

import json
from collections.abc import Iterable
from typing import Any

from reports.columns import CellType, Column
from reports.dialect import Dialect, shape_of

_RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
_TYPES: dict[CellType, dict[str, Any]] = {
    CellType.TEXT: {"type": "string"},
    CellType.MIXED: {"type": "string"},
    CellType.NUMBER: {"type": "number"},
    CellType.WHOLE: {"type": "integer"},
    CellType.DAY: {"type": "date"},
    CellType.MOMENT: {"type": "datetime"},
    CellType.TRUTH: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
}


def schema_json(name: str, columns: Iterable[Column]) -> bytes:
    """A Data Resource with the schema and the dialect of the file for programs."""
    shape = shape_of(Dialect.PROGRAM)
    described = {
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
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def _field(column: Column) -> dict[str, Any]:
    found = {"name": column.id, "title": column.heading, **_TYPES[column.type]}
    return found | ({"constraints": {"enum": list(column.choices)}} if column.choices else {})
