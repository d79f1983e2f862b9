"""What a customer may say on a question that HPAS answers: why it disagrees, with an answer of its own, or nothing."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField
from service.faults import BadInput
from storage.answers import rows as answer_rows
from storage.answers.rows import Edit

# Nobody at the customer is asked, so that it does not apply, is not known or waits is HPAS's to say.
_REFUSED = (AnswerField.NOT_APPLICABLE, AnswerField.NOT_KNOWN, AnswerField.WAITING_ON)


def answers_taken_back(connection: Connection, response_id: str, form: Form, edits: Iterable[Edit]) -> list[Edit]:
    """The edits that take back the own answers of a customer which disagrees no more.

    Raises `BadInput`: hpas_answers, for an own answer without the reason why.
    """
    theirs = [edit for edit in edits if edit.question_id in form.questionnaire.carried]
    for edit in theirs:
        if edit.content is not None and (
            edit.field in _REFUSED or not _says_why(connection, response_id, edit, theirs)
        ):
            raise BadInput("hpas_answers", question_id=edit.question_id)
    withdrawn = (edit for edit in theirs if edit.field is AnswerField.DISAGREES and edit.content is None)
    found = ((edit, answer_rows.current(connection, response_id, edit)) for edit in map(_no_value, withdrawn))
    given = {edit.question_id for edit in theirs if edit.field is AnswerField.VALUE}
    return [
        replace(edit, base_version=now.version)
        for edit, now in found
        if now and now.content is not None and edit.question_id not in given
    ]


def _no_value(edit: Edit) -> Edit:
    return replace(edit, field=AnswerField.VALUE, content=None, base_version=None)


def _says_why(connection: Connection, response_id: str, edit: Edit, edits: Iterable[Edit]) -> bool:
    """Whether a value comes with the reason, said before or now; what else is said needs none."""
    if edit.field is not AnswerField.VALUE:
        return True
    reason = replace(edit, field=AnswerField.DISAGREES)
    becomes = [each.content for each in edits if (each.question_id, each.field) == (reason.question_id, reason.field)]
    if becomes:
        return becomes[-1] is not None
    now = answer_rows.current(connection, response_id, reason)
    return now is not None and now.content is not None
