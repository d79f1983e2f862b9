"""The workbook to fill in says all that the page says, and takes in each cell what the app takes there and no more."""

from datetime import date
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from content.catalogue import read_catalogue
from reports.answers.xlsx_choices import LONGEST_HINT, choice, how_to_answer
from reports.answers.xlsx_read import read_answers_xlsx
from reports.answers.xlsx_write import answers_xlsx
from scoring.answers import NONE_YET, Answer
from scoring.questionnaire import LevelQuestion, MatrixQuestion, Question, ShareQuestion
from tests.builders import question, questionnaire, text

CATALOGUE = read_catalogue(Path(__file__).parents[3] / "assessments")
QUESTIONS = list(chain.from_iterable(form.questions for form in CATALOGUE.questionnaires.values()))
AS_OF, GO_LIVE = date(2027, 2, 1), date(2027, 5, 1)


def _sheet(form: Any, answers: Any = None) -> Any:
    data = answers_xlsx(form, answers or {}, customer="Kommune A", go_live=GO_LIVE, as_of=AS_OF)
    return load_workbook(BytesIO(data))["Svar"]


def _columns(sheet: Any) -> dict[str, int]:
    return {str(cell.value): int(cell.column) - 1 for cell in sheet[1]}


@pytest.mark.parametrize("form", CATALOGUE.questionnaires.values(), ids=lambda form: form.customer_type.value)
def test_every_level_and_every_explanation_stands_whole_beside_its_question(form: Any) -> None:
    sheet = _sheet(form)
    at = _columns(sheet)
    first: dict[str, Any] = {}
    for row in sheet.iter_rows(min_row=2):
        first.setdefault(row[0].value, row)
    for asked in form.questions:
        row = first[asked.id]
        assert row[at["Forklaring"]].value == asked.help.nb
        told = row[at["Slik svarer du"]].value
        if isinstance(asked, LevelQuestion):
            assert told == "\n".join(f"{level}: {asked.levels[level].nb}" for level in (0, 1, 2, 3, 4))
        if isinstance(asked, ShareQuestion | MatrixQuestion):
            assert [words for words in (asked.done.nb, asked.all.nb) if words not in told] == []


def test_no_hint_is_cut() -> None:
    rules = [choice(asked, name, at=str.upper) for asked in QUESTIONS for name in ("value", "done", "all")]
    texts = [text for rule in rules if rule for text in (rule["error_message"], rule.get("input_message", ""))]
    assert [text for text in texts if len(text) > LONGEST_HINT or text.endswith("…")] == []


SHARE = question("Q-SHARE", "share")
HOURS = question("Q-HOURS", "share", all=text("timer som trengs"))
NONE = question("Q-NONE", "share", none_yet=text("Ingenting har forfalt ennå"))
RULES: list[tuple[Question, str, str, list[str]]] = [
    (question("Q-LEVEL", "level"), "value", "list", ['"0,1,2,3,4"']),
    (question("Q-YESNO", "yes_no"), "value", "list", ['"ja,nei"']),
    (question("Q-NUMBER", "number"), "value", "decimal", ["0", "1000000000.0"]),
    (question("Q-DATE", "date"), "value", "date", ["36526", "73051"]),
    (SHARE, "done", "whole", ["0", "IF(ISNUMBER(I2),I2,1000000000)"]),
    (SHARE, "all", "whole", ["IF(ISNUMBER(H2),MAX(1,H2),1)", "1000000000.0"]),
    (HOURS, "done", "decimal", ["0", "IF(ISNUMBER(I2),I2,1000000000)"]),
    (HOURS, "all", "decimal", ["IF(ISNUMBER(H2),MAX(0.000001,H2),0.000001)", "1000000000.0"]),
    (NONE, "value", "list", ['"Ingenting har forfalt ennå"']),
    (SHARE, "waiting_on", "list", ['"HPAS,Epic,Hemit,helseforetaket,kommunen,en annen leverandør"']),
]
HEADINGS = {"value": "Svar", "done": "Antall", "all": "Av i alt", "waiting_on": "Venter på"}


@pytest.mark.parametrize(("asked", "name", "kind", "limits"), RULES, ids=lambda each: getattr(each, "id", str(each)))
def test_each_kind_is_checked_as_the_app_does(asked: Question, name: str, kind: str, limits: list[str]) -> None:
    sheet = _sheet(questionnaire(asked))
    place = sheet.cell(2, _columns(sheet)[HEADINGS[name]] + 1)
    rule = next(each for each in sheet.data_validations.dataValidation if place.coordinate in each.sqref)
    found = [str(each).removesuffix(".0") for each in (rule.formula1, rule.formula2) if each is not None]
    assert (rule.type, found) == (kind, [limit.removesuffix(".0") for limit in limits])
    assert (rule.errorStyle or "stop", bool(rule.error), place.protection.locked) == ("stop", True, False)


def test_that_nothing_has_fallen_due_goes_out_in_words_and_comes_back() -> None:
    form = questionnaire(NONE)
    data = answers_xlsx(form, {"Q-NONE": Answer(NONE_YET)}, customer="A", go_live=GO_LIVE, as_of=AS_OF)
    sheet = load_workbook(BytesIO(data))["Svar"]
    assert sheet.cell(2, _columns(sheet)["Svar"] + 1).value == "Ingenting har forfalt ennå"
    assert read_answers_xlsx(data, form).answers["Q-NONE"] == Answer(NONE_YET)


def test_what_only_explains_is_passed_over_without_a_word() -> None:
    data = answers_xlsx(questionnaire(), {}, customer="A", go_live=GO_LIVE, as_of=AS_OF)
    assert read_answers_xlsx(data, questionnaire()).notes == ()


def test_a_yes_or_no_says_its_words() -> None:
    assert how_to_answer(question("Q-YESNO", "yes_no")) == "ja eller nei"


def test_the_sheet_keeps_its_headings_and_prints_across() -> None:
    sheet = _sheet(questionnaire())
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.print_title_cols) == ("C2", "$1:$1", "$A:$B")
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    shown = sheet[2][: _columns(sheet)["Dokumentasjon"] + 1]
    assert all(cell.alignment.wrap_text for cell in shown)
