"""The editable table of a matrix question: one row per thing, two numbers as they are typed, and why a row does not apply.

Every cell is text, and the numbers are read by the one reader; what it does not understand stays in its cell, and is said.
The widget lays what is typed over what is laid down, until the two say the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from language import said, sentence
from language.common import QUOTED
from language.ui.answers import matrix_table as words
from reports.answers.csv_write import row_title
from scoring.answers import Matrix, MatrixRow, Share, Value, counts_things
from scoring.encoding import rows_that_count
from scoring.questionnaire import MatrixQuestion
from scoring.typed_values import read_all, read_amount
from service.faults import BadInput, Refused
from ui import session, typed_fields

ROW, DONE, ALL, REASON = "row", "done", "all", "reason"
COLUMNS = (ROW, DONE, ALL, REASON)
Cells = tuple[str | None, str | None, str | None, str | None]
NOTHING = Share(None, None)


@dataclass(frozen=True, slots=True)
class MatrixOnScreen:
    """What the table says. `amiss`: what is not understood, row by row; there `matrix` has what is stored."""

    matrix: Matrix | None
    amiss: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """One table on screen. `key` is the widget's; under `rows_key` stands what was laid down, and what is stored."""

    question: MatrixQuestion
    key: str
    rows_key: str

    @property
    def own_rows(self) -> bool:
        """Whether the customer names the rows."""
        return self.question.rows == "customer"


def lay_down(table: MatrixTable, stored: Value | None) -> None:
    """Lay down what is stored, in the words it was typed in, and beside it what was typed and not understood.

    A table whose rows the customer names would begin anew with other rows: it is laid down again only when someone else
    has changed it.
    """
    matrix = stored if isinstance(stored, Matrix) else None
    laid_down, before = _laid_down(table)
    on_screen = session.value(table.key) is not None and session.value(table.rows_key) is not None
    shown = _shown(table, laid_down) if on_screen else _last_shown(table)
    kept = on_screen and (_same(before, matrix) or _same(read(table).matrix, matrix))
    if not (table.own_rows and kept):
        laid_down = _cells(table, matrix, [row for _, row in shown])
        if table.own_rows:
            session.forget([table.key])
    last_shown = tuple(tuple(row[name] for name in COLUMNS) for _, row in shown)
    session.put(table.rows_key, (tuple(laid_down), _packed(matrix), last_shown))


def draw(table: MatrixTable, *, save: Callable[[], None], locked: bool) -> None:
    """The table over the rows that are laid down."""
    question = table.question
    st.caption(words.COLUMNS_MEAN(done=said(question.done), all=said(question.all)))
    st.data_editor(
        pd.DataFrame(list(_laid_down(table)[0]), columns=list(COLUMNS)).astype("string"),
        key=table.key,
        num_rows="dynamic" if table.own_rows else "fixed",
        hide_index=True,
        disabled=True if locked else (False if table.own_rows else [ROW]),
        column_config=_columns(question),
        on_change=save,
        width="stretch",
        placeholder="",
        alt=said(question.title),
    )


def unfilled_rows(question: MatrixQuestion, matrix: Matrix) -> list[str]:
    """Names of the rows that still lack a number."""
    rows = rows_that_count(question, matrix)
    return [QUOTED(text=row_title(question, row.row)) for row in rows if not row.share.complete]


def _columns(question: MatrixQuestion) -> dict[str, Any]:
    # No limit on the length: what is pasted and too long would be dropped without a word. The service says it.
    return {
        ROW: st.column_config.TextColumn(sentence(said(question.row_label)), width="medium"),
        # What the numbers mean stands above the table: a heading is cut off at the width of its column.
        DONE: st.column_config.TextColumn(words.DONE(), width="small"),
        ALL: st.column_config.TextColumn(words.ALL(), width="small"),
        REASON: st.column_config.TextColumn(words.REASON(), width="medium"),
    }


def _laid_down(table: MatrixTable) -> tuple[Sequence[Cells], Matrix | None]:
    """The cells as they were laid down, and what was stored then."""
    held: Any = session.value(table.rows_key)
    cells, stored, _ = held if held else ((), (), ())
    rows = tuple(MatrixRow(name, Share(done, whole), reason) for name, done, whole, reason in stored)
    return cells, Matrix(rows) if rows else None


def _last_shown(table: MatrixTable) -> list[tuple[str, dict[str, str | None]]]:
    """What stood in the table before the page was left."""
    held: Any = session.value(table.rows_key)
    return [(cells[0] or "", dict(zip(COLUMNS, cells, strict=True))) for cells in (held[2] if held else ())]


def _packed(matrix: Matrix | None) -> tuple[tuple[str, float | None, float | None, str | None], ...]:
    return tuple(
        (row.row, row.share.done, row.share.all, row.not_applicable) for row in (matrix.rows if matrix else ())
    )


def _same(one: Matrix | None, other: Matrix | None) -> bool:
    return sorted(_packed(one), key=repr) == sorted(_packed(other), key=repr)


def _cells(table: MatrixTable, matrix: Matrix | None, on_screen: Sequence[dict[str, str | None]]) -> list[Cells]:
    """The rows of the matrix; a cell that says the same in other words, or is not understood, stays as it was typed."""
    shown = {_id(table.question, _name(row)): row for row in on_screen}
    stored = {row.row: row for row in (matrix.rows if matrix else ())}
    if table.own_rows:
        unread = [name for name, row in shown.items() if name not in stored and _is_amiss(table.question, row)]
        return [_row_cells(table.question, name, stored.get(name), shown.get(name)) for name in [*stored, *unread]]
    return [
        _row_cells(table.question, said(fixed), stored.get(fixed.id), shown.get(fixed.id))
        for fixed in table.question.fixed_rows
    ]


def _row_cells(
    question: MatrixQuestion, name: str, stored: MatrixRow | None, shown: dict[str, str | None] | None
) -> Cells:
    row = stored or MatrixRow(name, NOTHING)
    plain = {
        DONE: typed_fields.number_text(row.share.done) or None,
        ALL: typed_fields.number_text(row.share.all) or None,
    }
    if shown is not None and (_is_amiss(question, shown) or _share(question, shown) == row.share):
        plain = {DONE: shown[DONE], ALL: shown[ALL]}
    return name or None, plain[DONE], plain[ALL], row.not_applicable


def _is_amiss(question: MatrixQuestion, row: dict[str, str | None]) -> bool:
    try:
        share = _share(question, row)
        return share.more_than_all or (not _name(row) and share != NOTHING)
    except Refused:
        return True


def read(table: MatrixTable) -> MatrixOnScreen:
    """The rows with the widget's changes on top.

    Raises `BadInput` for rows, columns or contents that no browser would send.
    """
    laid_down, stored = _laid_down(table)
    before = {row.row: row for row in (stored.rows if stored else ())}
    rows: list[MatrixRow] = []
    amiss: list[str] = []
    for was, row in _shown(table, laid_down):
        try:
            found = _row(table, row)
        except Refused as refused:
            name = _name(row) or was
            amiss.append(words.ROW_AMISS(name=name, why=refused.message) if name else refused.message)
            found = before.get(_id(table.question, was))
        rows += [found] if found else []
    filled = tuple(row for row in rows if _says_something(row) or table.own_rows)
    return MatrixOnScreen(Matrix(filled) if filled else None, tuple(amiss))


def _row(table: MatrixTable, row: dict[str, str | None]) -> MatrixRow | None:
    """One row of the table; None for one that says nothing. Raises `Refused` for what is not understood."""
    name, reason = _name(row), (row[REASON] or "").strip() or None
    share = _share(table.question, row)
    if share.more_than_all:
        raise BadInput("more_than_all", question_id=table.question.id, done=share.done, all=share.all)
    if not name:
        if share == NOTHING and reason is None:
            return None
        raise Refused(words.NO_NAME())
    return MatrixRow(_id(table.question, name), share, reason)


def _id(question: MatrixQuestion, name: str) -> str:
    """The id of the row that is called this in either language; of one the customer has named, the name."""
    return next((fixed.id for fixed in question.fixed_rows if name in (fixed.nb, fixed.nn)), name)


def _share(question: MatrixQuestion, row: dict[str, str | None]) -> Share:
    amount, of = partial(read_amount, whole=counts_things(question)), partial(read_all, whole=counts_things(question))
    return Share(typed_fields.read(row[DONE], amount), typed_fields.read(row[ALL], of))


def _name(row: dict[str, str | None]) -> str:
    return (row[ROW] or "").strip()


def _shown(table: MatrixTable, laid_down: Sequence[Cells]) -> list[tuple[str, dict[str, str | None]]]:
    """What stands in the table, each row with the name it was laid down with.

    Raises `BadInput` for rows, columns or contents that no browser would send.
    """
    held = session.value(table.key)
    changes = held if isinstance(held, dict) else {}
    rows: list[dict[str, str | None]] = [dict(zip(COLUMNS, cells, strict=True)) for cells in laid_down]
    for number, cells in changes.get("edited_rows", {}).items():
        if number not in range(len(rows)):
            raise BadInput("wrong_type")
        rows[number].update(_checked(cells))
    gone = set(changes.get("deleted_rows", ()))
    added = [dict.fromkeys(COLUMNS) | _checked(row) for row in changes.get("added_rows", ())]
    kept = [((laid_down[number][0] or ""), row) for number, row in enumerate(rows) if number not in gone]
    return kept + [("", row) for row in added]


def _checked(cells: dict[str, Any]) -> dict[str, str | None]:
    """The cells of a row; Streamlit marks a row that is added by more than our columns."""
    for name, held in cells.items():
        if name in COLUMNS and held is not None and not isinstance(held, str):
            raise BadInput("wrong_type")
    if [name for name in cells if name not in COLUMNS and not str(name).startswith("_")]:
        raise BadInput("wrong_type")
    return {name: held for name, held in cells.items() if name in COLUMNS}


def _says_something(row: MatrixRow) -> bool:
    return row.share != NOTHING or row.not_applicable is not None
