"""From a widget to disk: the value is read once, saved, and only then is it told what happened.

Nothing here draws. A value that could not be saved stays in its widget, and the note beside it says so.
"""

from collections.abc import Callable

from language import WAITING_ON
from reports.answers.wording import value_text
from scoring.answers import Answer, Value
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField, WaitingOn
from service.answers.responses import Change, Outcome, Recorded, ResponseView, enter, history, restore
from service.faults import DatabaseProblem, Refused
from ui import access, session
from ui.failures import in_words
from ui.session import SaveNote, widget_keys

Content = Value | str | WaitingOn | None


def save(
    seen: ResponseView, question: Question, field: AnswerField, widget_key: str, read: Callable[[], Content]
) -> ResponseView | None:
    """Save what `read` finds in the widget; the response with it, or None when it was not saved.

    seen: the response as it was when it was last drawn.
    """
    edit_no = session.next_edit()
    try:
        change = Change(question.id, field, read(), session.based_on(widget_key))
        ws, actor = access.workspace(), access.actor()
        entered = enter(ws, actor, seen.response_id, [change], session=session.tab(), edit_no=edit_no, known=seen)
    except Refused as refused:
        session.note(question.id, field, SaveNote(problem=refused.message))
        return None
    except DatabaseProblem as problem:
        session.note(question.id, field, SaveNote(problem=in_words(problem)))
        return None
    recorded = entered.recorded[0]
    if recorded.outcome is not Outcome.SUPERSEDED:
        session.set_base(widget_key, recorded.version)
    session.note(question.id, field, _told(question, recorded))
    return entered.view


def take_back(response_id: str, question: Question, field: AnswerField, version: int | None) -> None:
    """Let what someone else had said stand again. Called as a button's callback."""
    edit_no = session.next_edit()
    ws, actor = access.workspace(), access.actor()
    try:
        theirs = next(
            line
            for line in history(ws, actor, response_id, question.id)
            if line.field is field and line.version == version
        )
        restore(ws, actor, response_id, theirs.id, base_version=None, session=session.tab(), edit_no=edit_no)
    except (Refused, DatabaseProblem) as problem:
        session.note(question.id, field, SaveNote(problem=in_words(problem)))
        return
    session.note(question.id, field, None)
    session.forget(widget_keys(question.id))


def _told(question: Question, recorded: Recorded) -> SaveNote | None:
    if recorded.outcome is Outcome.UNCHANGED:
        return None
    if recorded.conflict is None:
        return SaveNote(at=recorded.at)
    said = _said(question, recorded.conflict.content)
    theirs = recorded.conflict
    return SaveNote(at=recorded.at, others_said=said, others_at=theirs.at, others_version=theirs.version)


def _said(question: Question, content: Content) -> str:
    """What someone else had put in a field, in words."""
    if content is None:
        return "ikke noe"
    if isinstance(content, WaitingOn):
        return WAITING_ON[content]
    return content if isinstance(content, str) else value_text(question, Answer(value=content))
