"""From a widget to disk: the value is read once, saved, and only then is it told what happened.

Nothing here draws. A value that could not be saved stays in its widget, and the note beside it says so.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from language import WAITING_ON
from language.common import TAKEN_AWAY
from language.ui.answers import saving as words
from reports.answers.csv_write import row_title
from reports.answers.wording import row_text, value_text
from scoring.answers import NO_ANSWER, Answer, Matrix, Value
from scoring.questionnaire import MatrixQuestion, Question
from scoring.row_merge import only, put_in
from scoring.vocabulary import AnswerField, WaitingOn
from service.answers.confirming import confirm_answers
from service.answers.responses import (
    Conflict,
    FieldChange,
    Outcome,
    Recorded,
    ResponseView,
    Revision,
    RevisionKind,
    enter,
    history,
    restore,
)
from service.faults import DatabaseProblem, Refused
from ui import access, session
from ui.failures import in_words
from ui.session import SaveNote, keys_of_field, widget_keys

Content = Value | str | WaitingOn | None


@dataclass(frozen=True, slots=True)
class Partly:
    """What can be saved of a widget, and what is amiss with the rest."""

    content: Content
    amiss: str


def save(
    seen: ResponseView, question: Question, field: AnswerField, widget_key: str, read: Callable[[], Content | Partly]
) -> ResponseView | None:
    """Save what `read` finds in the widget; the response with it, or None when it was not saved.

    seen: the response as it was when it was last drawn.
    """
    edit_no = session.next_edit()
    try:
        held = read()
        content, amiss = (held.content, held.amiss) if isinstance(held, Partly) else (held, None)
        if amiss and content == getattr(seen.answers.get(question.id, NO_ANSWER), field):
            raise Refused(amiss)
        change = FieldChange(question.id, field, content, session.based_on(widget_key))
        ws, actor = access.workspace(), access.actor()
        entered = enter(ws, actor, seen.response_id, [change], session=session.tab(), edit_no=edit_no, known=seen)
    except (Refused, DatabaseProblem) as problem:
        _note_again(question, field, SaveNote(problem=in_words(problem)))
        session.keep_unsaved(keys_of_field(question.id, field))
        return None
    recorded = entered.recorded[0]
    if recorded.outcome is not Outcome.SUPERSEDED:
        session.set_base(widget_key, recorded.version)
    if recorded.outcome is Outcome.UNCHANGED:
        _note_again(question, field, SaveNote(problem=amiss) if amiss else None)
    else:
        session.note(question.id, field, _told(question, recorded, content, amiss))
    session.drop_unsaved(keys_of_field(question.id, field))
    return entered.view


def confirm(seen: ResponseView, question: Question) -> ResponseView | None:
    """Stand by an answer as it is; the response with it, or None when it was not saved. Called in a button's callback."""
    edit_no = session.next_edit()
    try:
        ws, actor = access.workspace(), access.actor()
        done = confirm_answers(ws, actor, seen, [question.id], session=session.tab(), edit_no=edit_no)
    except (Refused, DatabaseProblem) as problem:
        session.note(question.id, AnswerField.VALUE, SaveNote(problem=in_words(problem)))
        return None
    if done.changed:
        session.note(question.id, AnswerField.VALUE, SaveNote(problem=words.CHANGED_MEANWHILE()))
        return None
    session.note(question.id, AnswerField.VALUE, None)
    session.forget(widget_keys(question.id))
    return done.view


def _note_again(question: Question, field: AnswerField, told: SaveNote | None) -> None:
    """Note what became of an edit that changed nothing, and let stand what someone else had said.

    A table says the same once more when what was typed has become what is stored.
    """
    before = session.noted(question.id, field)
    if before is not None and before.others_at is not None:
        told = replace(before, problem=told.problem if told else None)
    session.note(question.id, field, told)


def take_back(response_id: str, question: Question, field: AnswerField, note: SaveNote) -> None:
    """Let what someone else had said stand again. Called as a button's callback."""
    edit_no = session.next_edit()
    ws, actor = access.workspace(), access.actor()
    try:
        theirs = next(
            line
            for line in history(ws, actor, response_id, question.id)
            if line.field is field and line.version == note.others_version
        )
        if note.others_rows:
            _take_back_rows(question, theirs.content, note.others_rows, edit_no)
        else:
            restore(ws, actor, response_id, theirs.id, base_version=None, session=session.tab(), edit_no=edit_no)
    except (Refused, DatabaseProblem) as problem:
        session.note(question.id, field, SaveNote(problem=in_words(problem)))
        return
    if note.others_rows:
        # The table lays down the rows anew by itself, beside what is typed there and not saved.
        session.note(question.id, field, SaveNote(problem=note.problem) if note.problem else None)
        return
    session.note(question.id, field, None)
    session.forget(widget_keys(question.id))


def undo(response_id: str, question: Question, revision: Revision, base_version: int) -> None:
    """Let what a revision said stand again. Called as a button's callback.

    base_version: the field's version as the card showed it.
    """
    edit_no, tab = session.next_edit(), session.tab()
    field = revision.field
    try:
        ws, actor = access.workspace(), access.actor()
        stored = restore(ws, actor, response_id, revision.id, base_version=base_version, session=tab, edit_no=edit_no)
    except (Refused, DatabaseProblem) as problem:
        session.note(question.id, field, SaveNote(problem=in_words(problem)))
        return
    session.note(question.id, field, _told(question, stored, revision.content, None))
    session.drop_unsaved(keys_of_field(question.id, field))
    session.forget(widget_keys(question.id))


def _take_back_rows(question: Question, theirs: object, rows: tuple[str, ...], edit_no: int) -> None:
    """The same for the rows of a matrix that both have changed; all other rows stay as they are."""
    if not isinstance(question, MatrixQuestion):
        return
    view = access.response()
    held, saved = view.answers.get(question.id, Answer()).value, view.saved.get((question.id, AnswerField.VALUE))
    content = put_in(question, _matrix(held), _matrix(theirs) or Matrix(()), rows)
    change = FieldChange(question.id, AnswerField.VALUE, content, saved.version if saved else 0)
    ws, actor, tab = access.workspace(), access.actor(), session.tab()
    enter(ws, actor, view.response_id, [change], session=tab, edit_no=edit_no, kind=RevisionKind.RESTORE)


def _matrix(content: object) -> Matrix | None:
    return content if isinstance(content, Matrix) else None


def _told(question: Question, recorded: Recorded, content: Content, amiss: str | None) -> SaveNote:
    theirs = recorded.conflict
    if theirs is None:
        return SaveNote(recorded.at, amiss)
    rows = isinstance(question, MatrixQuestion) and theirs.rows
    said = _rows_said(question, theirs, content) if rows else _said(question, theirs.content)
    return SaveNote(recorded.at, amiss, said, theirs.at, theirs.version, theirs.rows)


def _rows_said(question: Question, theirs: Conflict, content: Content) -> str:
    """Each row that both have changed, in both words."""
    lines = []
    for row in theirs.rows:
        both = (only(_matrix(each), [row]).rows for each in (theirs.content, content))
        other, own = (row_text(rows[0]) if rows else TAKEN_AWAY() for rows in both)
        lines.append(words.BOTH_SAID(row=row_title(question, row), other=other, own=own))
    return "\n".join(lines)


def _said(question: Question, content: Content) -> str:
    """What someone else had put in a field, in words."""
    if content is None:
        return words.NOTHING()
    if isinstance(content, WaitingOn):
        return WAITING_ON[content]
    return content if isinstance(content, str) else value_text(question, Answer(value=content))
