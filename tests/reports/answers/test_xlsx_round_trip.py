"""Answers go out as a workbook and come back exactly, whatever was typed, and no cell is a formula."""

import os
from datetime import date
from io import BytesIO
from typing import Any

from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from reports.answers.csv_cells import tidy
from reports.answers.file_faults import FileRefused
from reports.answers.stamp import Stamp
from reports.answers.xlsx_read import read_answers_xlsx
from reports.answers.xlsx_write import answers_xlsx
from scoring.answers import Answer, Answers, Matrix, MatrixRow, Share
from service.answers.import_diff import import_diff
from storage.plain_text import clean_text
from tests.reports.answers.forms import FORM
from tests.reports.answers.strategies import HOSTILE, RESPONSES

AS_OF = date(2027, 2, 1)
# The 2,000 take a minute and a half: `make soak`.
MANY = 2_000 if os.environ.get("KLARSJEKK_SOAK") else 150
Response = dict[str, Answer]


def made(response: Answers, *, stamp: Stamp | None = None) -> bytes:
    return answers_xlsx(FORM, response, customer="Kommune A", go_live=date(2027, 5, 1), as_of=AS_OF, stamp=stamp)


def said(response: Response) -> Response:
    """Without what says nothing: an empty share, an empty matrix."""
    told: dict[str, Any] = {}
    for question_id, answer in response.items():
        value = tidy(FORM.by_id[question_id], answer.value)
        told[question_id] = Answer(value, *(getattr(answer, name) for name in Answer.__slots__[1:]))
    return {question_id: answer for question_id, answer in told.items() if answer != Answer()}


@settings(max_examples=MANY, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(RESPONSES)
def test_what_is_exported_is_read_back_exactly_and_changes_nothing(response: Response) -> None:
    file = read_answers_xlsx(made(response), FORM)
    assert {key: answer for key, answer in file.answers.items() if answer != Answer()} == said(response)
    assert import_diff(FORM, response, file).changes == ()


HOSTILE_RESPONSES: list[Response] = [
    {
        "Q-LEVEL": Answer(3, comment=text, evidence=text),
        "Q-STOP": Answer(not_applicable=text),
        "Q-MATRIX": Answer(Matrix((MatrixRow(text.strip()[:200].strip() or "rad", Share(1, 2), text),)), comment=text),
    }
    for typed in (
        *HOSTILE,
        "_x000D_",
        "_x005F_x000D_",
        "ax005F_b",
        "_x005F_",
        "{=1}",
        "=cmd|' /C calc'!A0",
        "http://x.no",
        "<b>&amp;</b>",
    )
    if (text := clean_text(typed)) and "\n" not in text.strip() and "\t" not in text.strip()
]


def test_no_cell_is_taken_for_a_formula_or_a_link_or_a_number() -> None:
    for response in HOSTILE_RESPONSES:
        book = load_workbook(BytesIO(made(response)))
        cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        assert not any(cell.hyperlink for cell in cells)
        typed = [cell for cell in cells if cell.value == response["Q-LEVEL"].comment]
        assert all(cell.data_type == "s" and cell.quotePrefix for cell in typed)


def test_hostile_texts_come_back_as_they_were() -> None:
    for response in HOSTILE_RESPONSES:
        assert read_answers_xlsx(made(response), FORM).answers["Q-LEVEL"] == response["Q-LEVEL"]


def test_the_stamp_comes_back() -> None:
    stamp = Stamp("a1b2", 17)
    assert read_answers_xlsx(made({"Q-LEVEL": Answer(3)}, stamp=stamp), FORM).stamp == stamp
    assert read_answers_xlsx(made({"Q-LEVEL": Answer(3)}), FORM).stamp is None


def test_an_empty_form_changes_nothing() -> None:
    assert import_diff(FORM, {}, read_answers_xlsx(made({}), FORM)).changes == ()


def test_what_was_typed_in_excel_is_read_by_kind() -> None:
    book = load_workbook(BytesIO(made({})))
    sheet = book["Svar"]
    columns = {str(cell.value): int(cell.column or 0) for cell in sheet[1]}
    rows = {str(row[0].value): int(row[0].row or 0) for row in reversed(list(sheet.iter_rows(min_row=2)))}
    typed: list[tuple[str, str, Any]] = [
        ("Q-LEVEL", "Svar", 3),
        ("Q-LEVEL", "Venter på", "Hemit"),
        ("Q-YESNO", "Svar", "ja"),
        ("Q-NUMBER", "Svar", "3,5"),
        ("Q-DATE", "Svar", date(2027, 1, 31)),
        ("Q-SHARE", "Antall", 1.5),
        ("Q-SHARE", "Av i alt", 1250),
        ("Q-STOP", "Ikke aktuelt", "ja"),
        ("Q-STOP", "Begrunnelse", "Har det ikke"),
    ]
    for question_id, heading, value in typed:
        sheet.cell(rows[question_id], columns[heading], value)
    for offset, row in ((2, "nytt system"), (5, "enda ett")):
        sheet.cell(rows["Q-MATRIX"] + offset, columns["Rad"], row)
        sheet.cell(rows["Q-MATRIX"] + offset, columns["Antall"], 1)
        sheet.cell(rows["Q-MATRIX"] + offset, columns["Av i alt"], 2)
    saved = BytesIO()
    book.save(saved)
    answers = read_answers_xlsx(saved.getvalue(), FORM).answers
    assert {question_id: answer for question_id, answer in answers.items() if answer != Answer()} == {
        "Q-LEVEL": Answer(3, waiting_on="hemit"),  # type: ignore[arg-type]
        "Q-YESNO": Answer(True),
        "Q-NUMBER": Answer(3.5),
        "Q-DATE": Answer(date(2027, 1, 31)),
        "Q-SHARE": Answer(Share(1.5, 1250)),
        "Q-STOP": Answer(not_applicable="Har det ikke"),
        "Q-MATRIX": Answer(Matrix((MatrixRow("nytt system", Share(1, 2)), MatrixRow("enda ett", Share(1, 2))))),
    }


def test_every_fault_of_a_workbook_is_told_with_its_line() -> None:
    book = load_workbook(BytesIO(made({})))
    sheet = book["Svar"]
    sheet["G2"], sheet["G3"], sheet["A4"] = "=1+1", "kanskje", "Q-SHAER"
    sheet["M1"] = "Komentar"
    saved = BytesIO()
    book.save(saved)
    try:
        read_answers_xlsx(saved.getvalue(), FORM)
    except FileRefused as refused:
        found = {(each.line, each.fault) for each in refused.faults}
    assert {(1, "unknown_column"), (2, "formula"), (4, "unknown_question")} <= found
