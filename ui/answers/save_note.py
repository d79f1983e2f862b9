"""What is said beside a field: saved since when, not saved and why, or what someone else had answered."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

import language
from language import clock, day, local_day
from language.common import NOT_SAVED, STILL_ABOVE
from language.ui.answers import save_note as words
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField
from service.answers.responses import ResponseView
from ui import access, session
from ui.answers import saving
from ui.session import SaveNote
from ui.text import escaped, plain


def draw(view: ResponseView, question: Question, field: AnswerField, *, retry: Callable[[], None]) -> None:
    """`retry` saves what the widget holds once more; it is offered when the last try failed."""
    with st.container(key=session.name("told", question.id, field)):
        said = saved(view, question, field)
        if said:
            st.caption(said)
        trouble(view, question, field, retry=retry)


def saved(view: ResponseView, question: Question, field: AnswerField) -> str:
    """Saved since when; nothing when there is nothing, or when the last try failed."""
    note, stored = session.noted(question.id, field), view.saved.get((question.id, field))
    if stored is None or (note is not None and note.problem is not None):
        return ""
    return f":material/cloud_done: {words.SAVED(when=clock(stored.at) + _on_day(stored.at))}"


def trouble(view: ResponseView, question: Question, field: AnswerField, *, retry: Callable[[], None]) -> None:
    """What went wrong with the last try, and what someone else had answered."""
    note = session.noted(question.id, field)
    if note is None:
        return
    if note.problem is not None:
        _not_saved(question, field, note, retry)
    if note.others_at is not None:
        _others(view, question, field, note)


def _not_saved(question: Question, field: AnswerField, note: SaveNote, retry: Callable[[], None]) -> None:
    told = f"**{NOT_SAVED()}** {escaped(note.problem or '')} {STILL_ABOVE()}"
    st.error(told, icon=":material/error:")
    st.button(words.AGAIN(), key=session.key("retry", question.id, field), icon=":material/refresh:", on_click=retry)


def _others(view: ResponseView, question: Question, field: AnswerField, note: SaveNote) -> None:
    at = note.others_at or datetime.now(language.OSLO)
    st.warning(words.OTHERS(clock=clock(at)))
    plain(note.others_said or "–")
    with st.container(horizontal=True):
        st.button(
            words.KEEP_MINE(),
            key=session.key("keep", question.id, field),
            on_click=session.note,
            args=(question.id, field, None),
        )
        st.button(
            words.TAKE_THEIRS(),
            key=session.key("restore", question.id, field),
            icon=":material/undo:",
            on_click=saving.take_back,
            args=(view.response_id, question, field, note),
        )


def _on_day(at: datetime) -> str:
    moment = local_day(at)
    return "" if moment == access.today() else f", {day(moment)}"
