"""The answers as a workbook to fill in without a network, and to import again without loss.

The headings are those of the Norwegian CSV, with help beside them. What must not change is locked, without a
password. A stamp says which response it is and how far its history had come, so that a later import can tell what has
been changed in the app meanwhile. It stands on every line, in a hidden column, and goes along when the sheet is saved
as CSV, or alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from language import ANSWERED_BY, DASH, NO_BREAK, WAITING_ON, Both, Language, said, short_day, speaking
from language.reports.answers import xlsx_write as words
from language.reports.answers.headings import HEADINGS
from reports.answers.csv_write import COLUMNS, answered_by, row_title
from reports.answers.facts_read import PREFIX
from reports.answers.headings import ABOUT, EXPLAINING, HELP, HOW, STAMP, TITLE, WANTED
from reports.answers.stamp import Stamp
from reports.answers.wording import expected_text, none_yet_text
from reports.answers.xlsx_choices import choice, how_to_answer
from reports.workbook import HEAD, QUIET, Book, Sheet, Value, Width
from scoring.answers import NO_ANSWER, Answer, Answers, Matrix, MatrixRow, NoneYet, Share
from scoring.profile.facts import Fact
from scoring.questionnaire import DateQuestion, MatrixQuestion, Question, Questionnaire, ShareQuestion

SPARE_ROWS = 8
_WIDTHS = {
    "question_id": 10,
    TITLE: 32,
    WANTED: 24,
    HELP: 38,
    HOW: 42,
    "row": 20,
    "value": 13,
    "reason": 34,
    "waiting_on": 18,
    "comment": 44,
    "evidence": 34,
    "disagrees": 34,
    STAMP: 1,
}
# Who fills in a workbook answers now: it does not say when that was last done.
_SHOWN = tuple(column for column in COLUMNS if column.id != "confirmed_on")
_LAYOUT = ("question_id", *EXPLAINING, *(column.id for column in _SHOWN[1:]), STAMP)
_OPEN_TO_ALL = ("not_applicable", "reason", "waiting_on", "comment", "evidence", "not_known")
# On a question that HPAS answers: why one disagrees, with an answer of one's own.
_OPEN_TO_DISAGREE = ("comment", "evidence", "disagrees")


def in_all(text: Both) -> tuple[str, ...]:
    """A text of the workbook as it may stand in one that comes in again: whoever made it chose the language."""
    found = []
    for language in Language:
        with speaking(language):
            found.append(text())
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the questions, for a person or a role to fill in. title: who."""

    title: str
    questions: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the sheet. `open`: ids of the columns that may be filled in. question: None for a fact."""

    question: Question | None
    cells: dict[str, Value]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactCell:
    """A fact of the profile, and what is given."""

    fact: Fact
    value: float | None


def answers_xlsx(
    questionnaire: Questionnaire,
    answers: Answers,
    *,
    customer: str,
    customer_id: str = "",
    org_number: str | None = None,
    go_live: date | None,
    as_of: date,
    stamp: Stamp | None = None,
    only: Part | None = None,
    facts: Sequence[FactCell] = (),
) -> bytes:
    """The facts, then every question with what is answered, in the order of the questionnaire; `only` those of one part."""
    book = Book(f"{words.TITLE()}{customer}", as_of)
    sheet = book.sheet(words.ANSWERS(), footer=words.ANSWERS_FOOT(customer=customer, day=short_day(as_of)))
    lines = [_fact_line(each) for each in facts]
    for question in _asked(questionnaire, only):
        lines += _lines(question, answers.get(question.id, NO_ANSWER), go_live)
    whom: dict[str, Value] = {"customer_id": customer_id, "org_number": org_number, "customer": customer}
    about = whom if customer_id else {}
    key: dict[str, Value] = about | ({STAMP: str(stamp)} if stamp else {})
    sheet.table(_columns(), [[(key | line.cells).get(name) for name in _LAYOUT] for line in lines])
    sheet.worksheet.set_column(len(_LAYOUT) - len(ABOUT), len(_LAYOUT) - 1, None, None, {"hidden": True})
    sheet.worksheet.freeze_panes(1, 2)
    sheet.worksheet.repeat_columns(0, 1)
    for row, line in enumerate(lines, start=1):
        _colour(sheet, row, line, key)
        _choices(sheet.worksheet, row, line)
    sheet.worksheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})
    _guide(book, customer, as_of, stamp, only)
    return book.data()


def _asked(questionnaire: Questionnaire, only: Part | None) -> Sequence[Question]:
    return [q for q in questionnaire.questions if only is None or q.id in only.questions]


def _columns() -> Sequence[Width]:
    return [Width(HEADINGS[name], _WIDTHS.get(name, 11), wrap=name not in ABOUT) for name in _LAYOUT]


def _fact_line(each: FactCell) -> _Line:
    fact = each.fact
    about: dict[str, Value] = {"question_id": PREFIX + fact.id, TITLE: said(fact.title), HELP: said(fact.help)}
    how = words.FACT(unit=said(fact.unit))
    return _Line(None, about | {HOW: how, "value": each.value}, ("value",))


def _lines(question: Question, answer: Answer, go_live: date | None) -> Iterator[_Line]:
    """A line for the question itself, then for a matrix one per row, with some to spare where the customer names them."""
    first = _first_cells(question, answer, go_live)
    none_yet = ("value",) if question.none_yet else ()
    beside = _OPEN_TO_ALL if question.from_programme is None else _OPEN_TO_DISAGREE
    if not isinstance(question, MatrixQuestion):
        own = (*none_yet, *_numbers(question)) if isinstance(question, ShareQuestion) else ("value",)
        yield _Line(question, first | _value_cells(question, answer), (*own, *beside))
        return
    yield _Line(question, first | _value_cells(question, answer), (*none_yet, *beside))
    left_out, whose = answer.not_applicable is not None, _whose(question, answer)
    given = answer.value.rows if isinstance(answer.value, Matrix) and not left_out else ()
    named = {row.row: row for row in given}
    fixed = [named.get(row.id, MatrixRow(row.id, Share(None, None))) for row in question.fixed_rows]
    for row in fixed or given:
        yield _row_line(question, row, whose)
    if question.rows == "customer":
        for _ in range(SPARE_ROWS):
            yield _Line(question, {"question_id": question.id}, _ROW_OPEN)


def _numbers(question: ShareQuestion) -> tuple[str, ...]:
    """The numbers of a share that are filled in; a whole that is a fact stands on the line of the fact."""
    return ("done",) if question.all_from else ("done", "all")


_ROW_OPEN = ("row", "done", "all", "not_applicable", "reason")


def _row_line(question: MatrixQuestion, row: MatrixRow, whose: str | None) -> _Line:
    cells: dict[str, Value] = {
        "question_id": question.id,
        "row": row_title(question, row.row),
        "done": row.share.done,
        "all": row.share.all,
        "not_applicable": words.YES() if row.not_applicable is not None else None,
        "reason": row.not_applicable,
        "answered_by": whose,
    }
    return _Line(question, cells, _ROW_OPEN if question.rows == "customer" else _ROW_OPEN[1:])


def _first_cells(question: Question, answer: Answer, go_live: date | None) -> dict[str, Value]:
    return {
        "question_id": question.id,
        TITLE: said(question.title),
        WANTED: expected_text(question, go_live).replace(NO_BREAK, " "),
        HELP: said(question.help),
        HOW: how_to_answer(question).replace(NO_BREAK, " "),
        "not_applicable": words.YES() if answer.not_applicable is not None else None,
        "reason": answer.not_applicable,
        "waiting_on": WAITING_ON[answer.waiting_on] if answer.waiting_on else None,
        "comment": answer.comment,
        "evidence": answer.evidence,
        "not_known": words.YES() if answer.not_known else None,
        "disagrees": answer.disagrees,
        "answered_by": _whose(question, answer),
    }


def _whose(question: Question, answer: Answer) -> str | None:
    found = answered_by(question, answer)
    return ANSWERED_BY[found] if found else None


def _value_cells(question: Question, answer: Answer) -> dict[str, Value]:
    value = answer.value
    if answer.not_applicable is not None or isinstance(value, Matrix):
        return {}
    if isinstance(value, NoneYet):
        return {"value": none_yet_text(question)}
    return {"done": value.done, "all": value.all} if isinstance(value, Share) else {"value": value}


def _colour(sheet: Sheet, row: int, line: _Line, key: dict[str, Value]) -> None:
    """Cells to fill in are white and unlocked, all others grey and locked; the id of the question stands on every line."""
    for column, name in enumerate(_LAYOUT):
        value = (key | line.cells).get(name)
        if name in line.open:
            border = {"border": 1, "border_color": "#c4cfcc"}
            sheet.put(row, column, value, locked=False, text_wrap=True, **border, **_number_format(line, name))
        else:
            sheet.put(row, column, value, bg_color=QUIET, text_wrap=name not in ABOUT, bold=name == "question_id")


def _number_format(line: _Line, name: str) -> dict[str, Any]:
    """Columns for text take what is typed as text."""
    if name in ("row", "reason", "comment", "evidence", "disagrees"):
        return {"num_format": "@"}
    return {"num_format": "dd.mm.yyyy"} if name == "value" and isinstance(line.question, DateQuestion) else {}


def _choices(worksheet: Any, row: int, line: _Line) -> None:
    """Lists to choose from, and what a cell takes; they help and refuse nothing that the import would take."""

    def at(name: str) -> str:
        return str(xl_rowcol_to_cell(row, _LAYOUT.index(name)))

    for name in line.open:
        if line.question and (rule := choice(line.question, name, at=at)):
            column = _LAYOUT.index(name)
            worksheet.data_validation(row, column, row, column, {"ignore_blank": True, **rule})


def _guide(book: Book, customer: str, as_of: date, stamp: Stamp | None, only: Part | None) -> None:
    sheet = book.sheet(words.GUIDE(), footer=words.GUIDE_FOOT(customer=customer))
    sheet.worksheet.set_column(0, 0, 30)
    sheet.worksheet.set_column(1, 1, 90)
    sheet.put(0, 0, words.HOW_TO_FILL_IN(), bold=True, font_size=16, font_color=HEAD)
    for row, (name, text) in enumerate(words.GUIDANCE, start=2):
        sheet.put(row, 0, name(), bold=True)
        sheet.put(row, 1, text(), text_wrap=True)
    row = 3 + len(words.GUIDANCE)
    part = [(words.CONCERNS, only.title)] if only else []
    about: list[tuple[Both, Value]] = [(words.CUSTOMER, customer), *part, (words.MADE, as_of)]
    for name, value in (*about, (words.KEY, str(stamp) if stamp else DASH)):
        sheet.put(row, 0, name(), bold=True)
        sheet.put(row, 1, value)
        row += 1
    sheet.worksheet.protect()
