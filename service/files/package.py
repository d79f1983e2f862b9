"""All tables of all customers as one Data Package: a zip with `datapackage.json` and a CSV file of each.

Read in one moment, so that a key in one of them is found in the other. https://datapackage.org/standard/data-package/
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from language.service.files import package as words
from reports.dialect import Dialect
from reports.table_schema import package_json, resource
from scoring.questionnaire import Catalogue
from service.files.export import Export, ExportScope, Wanted, written
from service.people.permissions import Operation
from service.workspace import Workspace

# Columns that mean the same in every table -> the table whose key they are.
REFERS = {"customer_id": "customers", "question_id": "questions", "snapshot_id": "all_snapshots"}


class _Packed(NamedTuple):
    described: bytes
    files: Mapping[str, bytes]


def data_package(tables: Sequence[Export[Any]]) -> Export[_Packed]:
    """The file of these tables. Each must be had by whoever has the package."""

    def read(ws: Workspace, wanted: Wanted) -> _Packed:
        asked = replace(wanted, dialect=Dialect.PROGRAM, read_before={})
        with ws.database.one_moment():
            files = {file_of(table): _written(ws, replace(asked, export=table)) for table in tables}
        return _Packed(_described(tables, ws.catalogue, wanted.as_of), files)

    return Export(
        id="datapackage",
        title=words.DATAPACKAGE,
        about=words.ABOUT_DATAPACKAGE,
        named="datapakke",
        operation=Operation.EXPORT_COMPARISON,
        scope=ExportScope.ALL,
        read=read,
        make=lambda packed, _wanted: _zipped(packed),
        ending="zip",
        says_dialect=False,
        at_a_cut=True,
        on_a_basis=True,
    )


def file_of(table: Export[Any]) -> str:
    return f"{table.id}.csv"


def references(table: Export[Any], tables: Sequence[Export[Any]], columns: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Column -> the table it stands in and the column there that is its key, of those that are among `tables`."""
    keys = {each.id: each.key[0] for each in tables}
    wanted = {column: other for column, other in REFERS.items() if other != table.id} | dict(table.refers)
    return {column: (wanted[column], keys[wanted[column]]) for column in columns if wanted.get(column) in keys}


def _written(ws: Workspace, wanted: Wanted) -> bytes:
    return written(ws, wanted, wanted.export.read(ws, wanted))


def _described(tables: Sequence[Export[Any]], catalogue: Catalogue, as_of: date) -> bytes:
    resources = []
    for table in tables:
        columns = table.columns_of(catalogue)
        refers = references(table, tables, [column.id for column in columns])
        title, about = table.told
        said = resource(table.id, columns, path=file_of(table), title=title, about=about, key=table.key, refers=refers)
        resources.append(said)
    return package_json(resources, name="klarsjekk", title="Klarsjekk: alle kunder", version=as_of.isoformat())


def _zipped(packed: _Packed) -> bytes:
    """The same bytes each time."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, data in {"datapackage.json": packed.described, **packed.files}.items():
            file.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return out.getvalue()
