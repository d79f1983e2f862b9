"""«Vet ikke ennå»: a mark on a question without an answer. An answer takes it off, and is never marked."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from scoring.vocabulary import AnswerField
from service.faults import BadInput
from storage.answers import rows as answer_rows
from storage.answers.rows import Edit

ANSWERS = (AnswerField.VALUE, AnswerField.NOT_APPLICABLE)


def marks_taken_off(connection: Connection, response_id: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits that take the mark off questions which these edits answer.

    Raises `BadInput`: answered_already, for a mark on a question that has an answer, or is given one here.
    """
    held = list(edits)
    answered = {edit.question_id: edit for edit in held if edit.field in ANSWERS and edit.content is not None}
    for edit in held:
        if edit.field is AnswerField.NOT_KNOWN and edit.content is not None:
            _refuse_answered(connection, response_id, edit, held)
    off = (replace(each, field=AnswerField.NOT_KNOWN, content=None, base_version=None) for each in answered.values())
    found = ((edit, answer_rows.current(connection, response_id, edit)) for edit in off)
    return [replace(edit, base_version=now.version) for edit, now in found if now and now.content is not None]


def _refuse_answered(connection: Connection, response_id: str, mark: Edit, edits: list[Edit]) -> None:
    becomes = {edit.field: edit.content for edit in edits if edit.question_id == mark.question_id}
    for field in ANSWERS:
        now = answer_rows.current(connection, response_id, replace(mark, field=field))
        if becomes.get(field, now.content if now else None) is not None:
            raise BadInput("answered_already", question_id=mark.question_id)
