"""A description for programs of CSV files: Frictionless Table Schema with the dialect beside it, of one file or of many.

Made from the columns the file itself is made from, so the two cannot part. https://datapackage.org/standard/
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reports.columns import CellType, Column
from reports.dialect import Dialect, shape_of
from reports.field_words import field_words

_RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
_PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES: dict[CellType, dict[str, Any]] = {
    CellType.TEXT: {"type": "string"},
    CellType.MIXED: {"type": "string"},
    CellType.NUMBER: {"type": "number"},
    CellType.WHOLE: {"type": "integer"},
    CellType.DAY: {"type": "date"},
    CellType.MOMENT: {"type": "datetime"},
    CellType.TRUTH: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
}


def resource_json(
    name: str, columns: Iterable[Column], *, path: str, title: str = "", about: str = "", key: Sequence[str] = ()
) -> bytes:
    """A Data Resource of one file, to lie beside it. `path`: what the file is called."""
    return as_json({"$schema": _RESOURCE, **resource(name, columns, path=path, title=title, about=about, key=key)})


def package_json(resources: Sequence[Mapping[str, Any]], **about: str) -> bytes:
    """A Data Package of the resources. `about`: its name, title and what else is said of the whole."""
    return as_json({"$schema": _PACKAGE, **about, "resources": list(resources)})


def resource(
    name: str,
    columns: Iterable[Column],
    *,
    path: str,
    title: str = "",
    about: str = "",
    key: Sequence[str] = (),
    refers: Mapping[str, tuple[str, str]] | None = None,
) -> dict[str, Any]:
    """The schema and the dialect of a file for programs. refers: column -> the resource and the column it stands in."""
    shape = shape_of(Dialect.PROGRAM)
    schema: dict[str, Any] = {"fields": [_field(name, column) for column in columns], "missingValues": [""]}
    if key:
        schema["primaryKey"] = list(key)
    if refers:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [theirs]}}
            for column, (other, theirs) in refers.items()
        ]
    return {
        "name": name,
        **({"title": title} if title else {}),
        **({"description": about} if about else {}),
        "path": path,
        "type": "table",
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
        "schema": schema,
    }


def as_json(described: Mapping[str, Any]) -> bytes:
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def _field(table: str, column: Column) -> dict[str, Any]:
    found = {"name": column.id, "title": column.heading, "description": field_words(table, column.id)}
    found |= _TYPES[column.type]
    return found | ({"constraints": {"enum": list(column.choices)}} if column.choices else {})
