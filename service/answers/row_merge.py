"""A matrix as several fill it in: what one has changed is put beside what the others have said since it was seen."""

from dataclasses import replace

from sqlalchemy import Connection

from scoring.answers import Matrix
from scoring.questionnaire import Form, MatrixQuestion
from scoring.row_merge import Merged, merge
from scoring.vocabulary import AnswerField
from service.answers.serialisation import Content, as_stored, fits, unpack
from storage.answers import rows as answer_rows
from storage.answers.rows import Edit


def beside_others(connection: Connection, response_id: str, form: Form, edit: Edit) -> Edit:
    """The edit as it is to be written: the others' rows in it; still on its own version when a row is changed by both."""
    question = form.questionnaire.by_id[edit.question_id]
    now = answer_rows.current(connection, response_id, edit)
    if not isinstance(question, MatrixQuestion) or now is None or edit.base_version in (None, now.version):
        return edit
    found = _merged(connection, response_id, question, edit, now.content)
    if found is None:
        return edit
    content = None if found.value is None else as_stored(found.value)
    return replace(edit, content=content, base_version=edit.base_version if found.both else now.version)


def both_changed(
    connection: Connection, response_id: str, form: Form, edit: Edit, theirs: str | None
) -> tuple[str, ...]:
    """The rows of a matrix that the edit and the others have changed; none for anything else than a matrix."""
    question = form.questionnaire.by_id[edit.question_id]
    if not isinstance(question, MatrixQuestion):
        return ()
    found = _merged(connection, response_id, question, edit, theirs)
    return found.both if found else ()


def _merged(
    connection: Connection, response_id: str, question: MatrixQuestion, edit: Edit, theirs: str | None
) -> Merged | None:
    """None when what was seen is not known, or was said under another form; then the whole matrix is one field."""
    if edit.field is not AnswerField.VALUE or edit.base_version is None:
        return None
    base = answer_rows.content_at(connection, response_id, edit, edit.base_version) if edit.base_version else None
    contents = (base, edit.content, theirs)
    if not all(fits(question, edit.field, content) for content in contents):
        return None
    return merge(question, *(_matrix(unpack(question, edit.field, content)) for content in contents))


def _matrix(content: Content) -> Matrix | None:
    return content if isinstance(content, Matrix) else None
