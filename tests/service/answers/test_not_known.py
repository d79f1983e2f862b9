"""«Vet ikke ennå»: no answer and no score, seen again, taken off by an answer, kept in the history and in files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reports.answers.xlsx_write import answers_xlsx
from reports.dialect import Dialect
from scoring.answers import NO_ANSWER, Answer, Share
from scoring.vocabulary import AnswerField
from service.answers.file_import import confirm, preview
from service.answers.responses import FieldChange, history, open_response, record_many, restore
from service.faults import BadInput
from service.judgement import judge_customer
from service.people.actor import Actor
from service.workspace import Workspace
from tests.builders import municipality, workspace
from tests.reports.written import answers_csv

VALUE, REASON, MARK = AnswerField.VALUE, AnswerField.NOT_APPLICABLE, AnswerField.NOT_KNOWN
HEAD = "question_id,value,done,all,not_known\n"


class Marked:
    """A lead in a response where two questions are marked."""

    def __init__(self, folder: Path) -> None:
        self.ws: Workspace = workspace(folder)
        self.lead: Actor
        self.lead, self.response_id = municipality(self.ws)
        self.edit = 0
        for question_id in ("Q-LEVEL", "Q-SHARE"):
            self.say((question_id, MARK, True))

    def say(self, *said: tuple[str, AnswerField, Any]) -> None:
        self.edit += 1
        changes = [FieldChange(*each) for each in said]
        record_many(self.ws, self.lead, self.response_id, changes, session="s", edit_no=self.edit)

    def answer(self, question_id: str) -> Answer:
        view = open_response(self.ws, self.lead, str(self.lead.customer_id))
        return view.answers.get(question_id, NO_ANSWER)

    def take_in(self, text: str) -> int:
        """How many changes the file makes."""
        data = text.encode()
        seen = preview(self.ws, self.lead, str(self.lead.customer_id), data)
        return len(confirm(self.ws, self.lead, str(self.lead.customer_id), data, seal=seen.diff.seal))


@pytest.fixture
def marked(tmp_path: Path) -> Iterator[Marked]:
    made = Marked(tmp_path)
    yield made
    made.ws.close()


def test_it_is_no_answer_and_changes_no_figure(marked: Marked) -> None:
    def figures() -> object:
        judgement = judge_customer(
            marked.ws, marked.lead, str(marked.lead.customer_id), as_of=date(2027, 2, 1)
        ).judgement
        return judgement.overall, judgement.verdict, {q: each.status for q, each in judgement.questions.items()}

    with_marks = figures()
    marked.say(("Q-LEVEL", MARK, None), ("Q-SHARE", MARK, None))
    assert figures() == with_marks


@pytest.mark.parametrize(("field", "content"), [(VALUE, 2), (VALUE, 0), (REASON, "Vi har ingen")])
def test_an_answer_takes_it_off_and_the_history_has_both(marked: Marked, field: AnswerField, content: Any) -> None:
    marked.say(("Q-LEVEL", field, content))
    assert marked.answer("Q-LEVEL") == Answer(**{field.value: content})
    said = [(line.field, line.content) for line in history(marked.ws, marked.lead, marked.response_id, "Q-LEVEL")]
    assert said == [(MARK, True), (field, content), (MARK, None)]
    assert marked.answer("Q-SHARE").not_known


@pytest.mark.parametrize(("field", "content"), [(VALUE, True), (REASON, "Nei")])
def test_what_is_answered_cannot_be_marked(marked: Marked, field: AnswerField, content: Any) -> None:
    marked.say(("Q-YESNO", field, content))
    with pytest.raises(BadInput) as refused:
        marked.say(("Q-YESNO", MARK, True))
    assert refused.value.fault == "answered_already"
    assert not marked.answer("Q-YESNO").not_known


def test_both_at_once_is_refused_and_the_other_way_round_is_not(marked: Marked) -> None:
    with pytest.raises(BadInput):
        marked.say(("Q-YESNO", VALUE, True), ("Q-YESNO", MARK, True))
    marked.say(("Q-YESNO", VALUE, True))
    marked.say(("Q-YESNO", VALUE, None), ("Q-YESNO", MARK, True))
    assert marked.answer("Q-YESNO") == Answer(not_known=True)


def test_an_answer_that_is_taken_back_takes_it_off_too(marked: Marked) -> None:
    marked.say(("Q-LEVEL", VALUE, 3))
    marked.say(("Q-LEVEL", VALUE, None))
    marked.say(("Q-LEVEL", MARK, True))
    first = next(line for line in history(marked.ws, marked.lead, marked.response_id, "Q-LEVEL") if line.field is VALUE)
    restore(marked.ws, marked.lead, marked.response_id, first.id, base_version=None, session="t", edit_no=1)
    assert marked.answer("Q-LEVEL") == Answer(value=3)


@pytest.mark.parametrize("dialect", list(Dialect))
def test_a_csv_with_it_changes_nothing_when_it_comes_back(marked: Marked, dialect: Dialect) -> None:
    view = open_response(marked.ws, marked.lead, str(marked.lead.customer_id))
    data = answers_csv(view.form.questionnaire, view.answers, dialect)
    assert preview(marked.ws, marked.lead, view.customer.id, data).diff.changes == ()
    marked.say(("Q-LEVEL", MARK, None))
    assert [c.after for c in preview(marked.ws, marked.lead, view.customer.id, data).diff.changes] == [True]


def test_a_workbook_with_it_changes_nothing_when_it_comes_back(marked: Marked) -> None:
    view = open_response(marked.ws, marked.lead, str(marked.lead.customer_id))
    about: Any = {"customer": view.customer.name, "go_live": view.customer.go_live, "as_of": date(2027, 2, 1)}
    data = answers_xlsx(view.form.questionnaire, view.answers, **about)
    assert preview(marked.ws, marked.lead, view.customer.id, data).diff.changes == ()


@pytest.mark.parametrize(
    ("lines", "level", "share"),
    [
        ("Q-LEVEL,,,,true\n", Answer(not_known=True), Answer(not_known=True)),
        ("Q-LEVEL,,,,\n", NO_ANSWER, Answer(not_known=True)),
        ("Q-LEVEL,2,,,\nQ-SHARE,,3,4,\n", Answer(2), Answer(Share(3, 4))),
        ("Q-LEVEL,2,,,true\n", Answer(2), Answer(not_known=True)),
    ],
)
def test_a_file_says_it_and_takes_it_off(marked: Marked, lines: str, level: Answer, share: Answer) -> None:
    marked.take_in(HEAD + lines)
    assert (marked.answer("Q-LEVEL"), marked.answer("Q-SHARE")) == (level, share)


def test_an_old_file_without_the_column_leaves_it_where_it_does_not_answer(marked: Marked) -> None:
    assert marked.take_in("question_id,value,done,all,comment\nQ-LEVEL,,,,Spør Kari\nQ-SHARE,,1,2,\n") == 3
    assert marked.answer("Q-LEVEL") == Answer(comment="Spør Kari", not_known=True)
    assert marked.answer("Q-SHARE") == Answer(Share(1, 2))
