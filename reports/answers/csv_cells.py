"""One line of an answers file as typed values, with a fault for each cell that does not hold what it should."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from language import ANSWERED_BY, WAITING_ON, Language, said, speaking
from language.reports.answers import csv_cells as words
from reports.answers.file_faults import FileFault, fault, nearest
from reports.answers.headings import Record
from scoring.answers import LONGEST_ROW_NAME, NONE_YET, Matrix, MatrixRow, Share, Value, counts_things
from scoring.names import name_key
from scoring.questionnaire import DateQuestion, LevelQuestion, MatrixQuestion, Question, ShareQuestion, YesNoQuestion
from scoring.typed_values import (
    NotUnderstood,
    counts_per_cent,
    read_all,
    read_amount,
    read_day,
    read_level,
    read_truth,
    trimmed,
)
from scoring.vocabulary import WaitingOn

LONGEST_TEXT = 10_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says of its question. `row`: id or name of a row of a matrix, "" for the question itself.

    by_hpas: it is what HPAS answers for the customer. confirmed_on: the day it was last given or stood by.

    not_applicable: what the cell says outright, `None` when it says nothing.
    """

    number: int
    row: str
    value: Value | None
    not_applicable: bool | None
    reason: str | None
    waiting_on: WaitingOn | None
    comment: str | None
    evidence: str | None
    not_known: bool | None
    disagrees: str | None
    by_hpas: bool
    confirmed_on: date | None = None


SAYS_NOTHING = Line(0, "", None, None, None, None, None, None, None, None, False)


def read_line(record: Record, question: Question, *, decimal_point: bool) -> tuple[Line, list[FileFault]]:
    """The line, and its faults; with a fault the line is not to be used."""
    cells = _Cells(record, question, decimal_point)
    not_applicable, reason = _not_applicable(cells)
    row = _row(cells)
    line = Line(
        number=record.line,
        row=row,
        value=_value(cells, row),
        not_applicable=not_applicable,
        reason=reason,
        waiting_on=cells.read("waiting_on", _waiting_on),
        comment=cells.text("comment"),
        evidence=cells.text("evidence"),
        not_known=cells.read("not_known", read_truth),
        disagrees=cells.text("disagrees"),
        by_hpas=bool(cells.read("answered_by", _answered_by)),
        confirmed_on=cells.read("confirmed_on", read_day),
    )
    if not_applicable and not row and line.value is not None:
        cells.refuse("value_and_not_applicable", "not_applicable")
    return line, cells.faults


_NO_NUMBER = ("not_a_number", "not_a_level")
# How Excel shows 5.12, 12.05 and 1:30 once it has taken them for a day, a month or a time.
_EXCEL_TIME = re.compile(
    r"[0-9]{1,2}\.(jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)"
    r"|(jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\.?[0-9]{2}|[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?",
    re.IGNORECASE,
)


def _is_time(text: str) -> bool:
    """Whether a text that should be a number is a day or a time, which is what Excel makes of some."""
    try:
        read_day(text)
    except NotUnderstood as error:
        return error.fault == "day_out_of_range" or _EXCEL_TIME.fullmatch(text) is not None
    return True


class _Cells:
    """The cells of one record; gathers the faults."""

    def __init__(self, record: Record, question: Question, decimal_point: bool) -> None:
        self.record = record
        self.question = question
        self.decimal_point = decimal_point
        self.faults: list[FileFault] = []

    def short(self, column: str) -> str:
        """A cell that holds one word or number."""
        return trimmed(self.record.cells.get(column, ""))

    def name(self) -> str:
        """The name of a row, as names are kept."""
        return self.record.cells.get("row", "").strip()

    def read(self, column: str, parse: Callable[[str], T]) -> T | None:
        """What the cell holds, `None` when it is empty or at fault."""
        if not (text := self.short(column)):
            return None
        try:
            return parse(text)
        except NotUnderstood as error:
            kind = "became_a_day" if error.fault in _NO_NUMBER and _is_time(text) else error.fault
            self.refuse(kind, column, text, context=error.context)
            return None

    def text(self, column: str) -> str | None:
        """A text as it was typed, `None` when it is blank."""
        text = self.record.cells.get(column, "")
        if len(text) > LONGEST_TEXT:
            self.refuse("text_too_long", column, text, context={"length": len(text), "longest": LONGEST_TEXT})
        return text if text.strip() else None

    def keep_empty(self, *columns: str, right: str) -> None:
        for column in columns:
            if found := self.short(column):
                self.refuse("value_in_wrong_column", column, found, context={"right": right})

    def refuse(
        self, kind: str, column: str, value: str = "", *, context: Mapping[str, object] = MappingProxyType({})
    ) -> None:
        line, question = self.record.line, self.question.id
        self.faults.append(fault(kind, line, question=question, column=column, value=value, context=context))


def _not_applicable(cells: _Cells) -> tuple[bool | None, str | None]:
    marked = cells.read("not_applicable", read_truth)
    reason = cells.text("reason")
    if marked and reason is None:
        cells.refuse("reason_missing", "reason")
    elif reason is not None and not marked and not _at_fault(cells, "not_applicable"):
        cells.refuse("reason_alone", "reason", reason)
    return marked, reason


def _at_fault(cells: _Cells, column: str) -> bool:
    return any(found.column == column for found in cells.faults)


def _row(cells: _Cells) -> str:
    """The id of a fixed row, found by id or title; or the name the customer gives."""
    question, name = cells.question, cells.name()
    if not isinstance(question, MatrixQuestion):
        if name:
            cells.refuse("row_not_wanted", "row", name)
        return ""
    if not name:
        if cells.short("done") or cells.short("all"):
            cells.refuse("row_missing", "row")
        return ""
    if question.rows == "customer":
        return _customer_row(cells, name)
    by_name = {name_key(row.id): row.id for row in question.fixed_rows}
    by_name |= {name_key(title): row.id for row in question.fixed_rows for title in (row.nb, row.nn) if title}
    if found := by_name.get(name_key(name)):
        return found
    titles = [said(row) for row in question.fixed_rows]
    near = nearest(name, titles)
    cells.refuse("unknown_row", "row", name, context={"near": near, "allowed": ", ".join(titles)})
    return name


def _customer_row(cells: _Cells, name: str) -> str:
    if len(name) > LONGEST_ROW_NAME:
        cells.refuse("row_name_too_long", "row", name, context={"length": len(name), "longest": LONGEST_ROW_NAME})
    if re.search(r"[\n\t]", name):
        cells.refuse("row_name_with_break", "row", name)
    return " ".join(name.split())


def _value(cells: _Cells, row: str) -> Value | None:
    if not row and _says_none_yet(cells):
        cells.keep_empty("done", "all", right=words.VALUE())
        return NONE_YET
    match cells.question:
        case ShareQuestion():
            cells.keep_empty("value", right=words.DONE_AND_ALL())
            return _share(cells, counts=counts_things(cells.question))
        case MatrixQuestion():
            cells.keep_empty("value", right=words.DONE_AND_ALL())
            return _share(cells, counts=counts_things(cells.question)) if row else None
    cells.keep_empty("done", "all", right=words.VALUE())
    match cells.question:
        case LevelQuestion():
            return cells.read("value", read_level)
        case YesNoQuestion():
            return cells.read("value", read_truth)
        case DateQuestion():
            return cells.read("value", read_day)
        case _:
            per_cent = counts_per_cent(cells.question)
            return cells.read("value", partial(read_amount, decimal_point=cells.decimal_point, per_cent=per_cent))


def _says_none_yet(cells: _Cells) -> bool:
    """Whether the cell says that nothing has fallen due yet, by the word for programs or the question's own."""
    label = cells.question.none_yet
    return label is not None and name_key(cells.short("value")) in [
        NONE_YET.value,
        *(name_key(told) for told in (label.nb, label.nn) if told),
    ]


def _share(cells: _Cells, *, counts: bool) -> Share | None:
    """counts: whole numbers only."""
    done = cells.read("done", partial(read_amount, decimal_point=cells.decimal_point, whole=counts))
    whole = cells.read("all", partial(read_all, decimal_point=cells.decimal_point, whole=counts))
    if Share(done, whole).more_than_all:
        cells.refuse("more_than_all", "done", cells.short("done"), context={"all": cells.short("all")})
    return None if done is None and whole is None else Share(done, whole)


def _answered_by(text: str) -> bool:
    """Whether it is HPAS that has answered; nobody else but the customer does."""
    if text.casefold() not in {word.casefold() for who, name in ANSWERED_BY.items() for word in (who.value, name)}:
        raise NotUnderstood("unknown_answered_by", allowed=", ".join(ANSWERED_BY.values()))
    return True


def _waiting_on(text: str) -> WaitingOn:
    by_name = {who.value.casefold(): who for who in WAITING_ON}
    # A workbook may have been made in the other language.
    for language in Language:
        with speaking(language):
            by_name |= {word.casefold(): who for who, word in WAITING_ON.items()}
    if found := by_name.get(text.casefold()):
        return found
    raise NotUnderstood(
        "unknown_waiting_on", near=nearest(text, WAITING_ON.values()), allowed=", ".join(WAITING_ON.values())
    )


def tidy(question: Question, value: Value | None) -> Value | None:
    """The value without what says nothing: fixed rows in their order, an empty share or matrix as `None`."""
    match value:
        case Share(done=None, all=None):
            return None
        case Matrix():
            rows = _tidy_rows(question, value.rows)
            return Matrix(rows) if rows else None
        case _:
            return value


def _tidy_rows(question: Question, rows: Sequence[MatrixRow]) -> tuple[MatrixRow, ...]:
    if not isinstance(question, MatrixQuestion) or question.rows == "customer":
        return tuple(rows)
    order = {row.id: number for number, row in enumerate(question.rows)}
    told = [row for row in rows if row.not_applicable is not None or tidy(question, row.share) is not None]
    return tuple(sorted(told, key=lambda row: order.get(row.row, len(order))))
