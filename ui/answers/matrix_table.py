"""The editable table of a matrix question: one row per thing, two numbers, and why a row does not apply."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from language import sentence
from scoring.answers import Matrix, MatrixRow, Share, Value
from scoring.encoding import rows_that_count
from scoring.questionnaire import MatrixQuestion
from service.faults import BadInput
from ui import session

ROW, DONE, ALL, REASON = "row", "done", "all", "reason"
COLUMNS = (ROW, DONE, ALL, REASON)
Cells = tuple[str | None, float | None, float | None, str | None]


def lay_down(question: MatrixQuestion, stored: Value | None, *, key: str, rows_key: str) -> bool:
    """Lay down the rows, once while the table is on screen; the widget keeps the changes on top. True when it did."""
    if session.value(key) is not None and session.value(rows_key) is not None:
        return False
    session.put(rows_key, _cells(question, stored))
    return True


def draw(question: MatrixQuestion, *, key: str, rows_key: str, save: Callable[[], None], locked: bool) -> None:
    """The table over the rows that are laid down."""
    laid_down: Sequence[Cells] = session.value(rows_key)  # type: ignore[assignment]
    st.caption(f"**Antall:** {question.done.nb}. **Av i alt:** {question.all.nb}.")
    st.data_editor(
        _frame(laid_down),
        key=key,
        num_rows="dynamic" if question.rows == "customer" else "fixed",
        hide_index=True,
        disabled=True if locked else ([ROW] if question.rows != "customer" else False),
        column_config=_columns(question),
        on_change=save,
        width="stretch",
        placeholder="",
        alt=question.title.nb,
    )


def unfilled_rows(question: MatrixQuestion, matrix: Matrix) -> list[str]:
    """Names of the rows that still lack a number."""
    names = {row.id: row.nb for row in question.fixed_rows}
    rows = rows_that_count(question, matrix)
    return [f"«{names.get(row.row, row.row)}»" for row in rows if not row.share.complete]


def _cells(question: MatrixQuestion, stored: Value | None) -> tuple[Cells, ...]:
    given = {row.row: row for row in stored.rows} if isinstance(stored, Matrix) else {}
    if question.rows == "customer":
        return tuple((name, r.share.done, r.share.all, r.not_applicable) for name, r in given.items())
    empty = Share(None, None)
    rows = ((fixed.nb, given.get(fixed.id, MatrixRow(fixed.id, empty))) for fixed in question.rows)
    return tuple((name, r.share.done, r.share.all, r.not_applicable) for name, r in rows)


def _frame(cells: Sequence[Cells]) -> pd.DataFrame:
    frame = pd.DataFrame(list(cells), columns=list(COLUMNS))
    return frame.astype({ROW: "string", DONE: "Float64", ALL: "Float64", REASON: "string"})


def _columns(question: MatrixQuestion) -> dict[str, Any]:
    return {
        ROW: st.column_config.TextColumn(sentence(question.row_label.nb), max_chars=200, required=True, width="medium"),
        # What the numbers mean stands above the table: a heading is cut off at the width of its column.
        DONE: st.column_config.NumberColumn("Antall", min_value=0, width="small"),
        ALL: st.column_config.NumberColumn("Av i alt", min_value=0, width="small"),
        REASON: st.column_config.TextColumn("Gjelder ikke fordi", max_chars=200, width="medium"),
    }


def read(question: MatrixQuestion, *, key: str, rows_key: str) -> Matrix | None:
    """The rows with the widget's changes on top; `None` when nothing is filled in."""
    laid_down: Sequence[Cells] = session.value(rows_key) or ()  # type: ignore[assignment]
    changes = session.value(key)
    rows = _changed(laid_down, changes if isinstance(changes, dict) else {})
    ids = {fixed.nb: fixed.id for fixed in question.fixed_rows}
    matrix = tuple(_row(ids.get(str(row[ROW]), str(row[ROW])), row) for row in rows if row[ROW])
    filled = tuple(row for row in matrix if _says_something(row) or question.rows == "customer")
    return Matrix(filled) if filled else None


def _changed(laid_down: Sequence[Cells], changes: dict[str, Any]) -> list[dict[str, Any]]:
    """Raises `BadInput` for rows, columns or contents that no browser would send."""
    rows: list[dict[str, Any]] = [dict(zip(COLUMNS, cells, strict=True)) for cells in laid_down]
    for number, cells in changes.get("edited_rows", {}).items():
        if number not in range(len(rows)):
            raise BadInput("wrong_type")
        rows[number].update(_checked(cells))
    gone = set(changes.get("deleted_rows", ()))
    added = [dict.fromkeys(COLUMNS) | _checked(row) for row in changes.get("added_rows", ())]
    return [row for number, row in enumerate(rows) if number not in gone] + added


def _checked(cells: dict[str, Any]) -> dict[str, Any]:
    """The cells of a row; Streamlit marks a row that is added by more than our columns."""
    for name, held in cells.items():
        wanted = (str,) if name in (ROW, REASON) else (int, float)
        if name in COLUMNS and held is not None and (isinstance(held, bool) or not isinstance(held, wanted)):
            raise BadInput("wrong_type")
    unknown = [name for name in cells if name not in COLUMNS and not str(name).startswith("_")]
    if unknown:
        raise BadInput("wrong_type")
    return {name: held for name, held in cells.items() if name in COLUMNS}


def _row(name: str, cells: dict[str, Any]) -> MatrixRow:
    reason = cells[REASON]
    return MatrixRow(
        name, Share(_amount(cells[DONE]), _amount(cells[ALL])), str(reason).strip() or None if reason else None
    )


def _amount(held: object) -> float | None:
    return float(held) if isinstance(held, (int, float)) and not isinstance(held, bool) else None


def _says_something(row: MatrixRow) -> bool:
    return row.share != Share(None, None) or row.not_applicable is not None
