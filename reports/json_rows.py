"""How a table becomes JSON: a list with an object for each row, the ids of the columns as names, every type JSON has as it is.

Text stands as it was typed: a guard against formulas is for files that are opened in a spreadsheet (`reports.dialect`).
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from reports.columns import Cell, CellType, Column, Label, check
from reports.dialect import exact


def rows_to_json(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One row a line. Raises `TypeError` for a cell its column cannot hold."""
    return "".join(["[", ",".join(_line(columns, row) for row in rows), "\n]\n"]).encode()


def _line(columns: Sequence[Column], row: Sequence[Cell]) -> str:
    cells = {column.id: _plain(column, cell) for column, cell in zip(columns, row, strict=True)}
    return "\n" + json.dumps(cells, ensure_ascii=False, allow_nan=False)


def _plain(column: Column, cell: Cell) -> bool | int | float | str | None:
    """A cell as JSON has it. What a column of several types holds is text, as the description says."""
    check(column, cell)
    match cell:
        case datetime():
            return cell.isoformat(timespec="seconds")
        case date():
            return cell.isoformat()
        case Label():
            return cell.id
        case bool():
            return str(cell).lower() if column.type is CellType.MIXED else cell
        case int() | float():
            return exact(cell) if column.type is CellType.MIXED else cell
        case _:
            return cell
