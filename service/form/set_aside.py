"""Answers to questions that are asked no more: kept where they are, and read here."""

from dataclasses import dataclass
from datetime import datetime

from scoring.answers import Answer
from scoring.questionnaire import Form, Question
from service.answers.responses import open_response
from service.answers.serialisation import answers_from, fits
from service.forms import kept_forms
from service.people.actor import Actor
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.answers.rows import FieldRow


@dataclass(frozen=True, slots=True)
class SetAside:
    """One of them. question: as it was asked. instead: id of the question that is asked in its place. at: last said."""

    question: Question
    answer: Answer
    instead: str | None
    at: datetime


def set_aside(ws: Workspace, actor: Actor, customer_id: str) -> list[SetAside]:
    """What the customer has said to questions its form does not ask, by id. Raises `NotAllowed`."""
    with ws.database.one_moment():
        view = open_response(ws, actor, customer_id)
        asked = view.form.questionnaire
        with ws.database.reading() as connection:
            rows = [row for row in answer_rows.fields_of(connection, view.response_id) if row.content is not None]
            earlier = records.form_fingerprints(connection, asked.customer_type)
            forms = list(kept_forms(connection, earlier).values())
    said: dict[str, list[FieldRow]] = {}
    for row in rows:
        if row.question_id not in asked.by_id:
            said.setdefault(row.question_id, []).append(row)
    found = ((_form_of(forms, question_id, fields), question_id, fields) for question_id, fields in said.items())
    return [
        _one(form, question_id, fields, asked.heirs) for form, question_id, fields in sorted(found, key=_by_id) if form
    ]


def _by_id(each: tuple[Form | None, str, list[FieldRow]]) -> str:
    return each[1]


def _form_of(forms: list[Form], question_id: str, fields: list[FieldRow]) -> Form | None:
    """A form that asks the question so that what was said can be said; an answer is never without one."""
    for form in forms:
        question = form.questionnaire.by_id.get(question_id)
        if question and all(fits(question, row.field, row.content) for row in fields):
            return form
    return None


def _one(form: Form, question_id: str, fields: list[FieldRow], heirs: dict[str, str]) -> SetAside:
    answers = answers_from(form, ((row.question_id, row.field, row.content) for row in fields))
    at = max(row.updated_at for row in fields)
    return SetAside(form.questionnaire.by_id[question_id], answers[question_id], heirs.get(question_id), at)
