"""Answering a question in the row where it is missing, with the inputs of its card; and the way to its whole subject."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from language.ui.judgement import answer_here as words
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField
from service.answers.responses import ResponseView
from service.judgement import CustomerJudgement
from ui import access, session
from ui.answers import next_question, saving
from ui.answers.asked import Asked
from ui.answers.question_card import in_place

ANSWER = "pages/customer/answer.py"


def draw(here: CustomerJudgement, question_id: str, *, close: Callable[[], None]) -> None:
    """The inputs, saved as the card does. They hold the customer's own word, whoever's word the row rests on."""
    view = here.view
    question = view.form.questionnaire.by_id[question_id]
    judged = access.judged(view, here.circumstances).questions[question_id]
    save, confirm = partial(_save, view, question), partial(_confirm, view, question)
    in_place(Asked(question, view, locked=False, save=save, confirm=confirm), judged)
    with st.container(horizontal=True, gap="small"):
        st.button(words.DONE(), key=session.key("answer-done", question_id), icon=":material/check:", on_click=close)
        to_question(view, question_id, words.WHOLE_TOPIC(), quiet=True)


def to_question(view: ResponseView, question_id: str, label: str, *, quiet: bool = False) -> None:
    """A button that leads to the question on Egenvurdering."""
    st.button(
        label,
        key=session.key("go", question_id),
        icon=":material/arrow_forward:",
        type="tertiary" if quiet else "secondary",
        on_click=_go,
        args=(view.form.factors[view.form.questionnaire.by_id[question_id].topic], question_id),
    )


def answered(question_id: str) -> bool:
    """Whether something was saved in the row since it was last asked; what else rests on it is then to be drawn anew."""
    return session.take(_answered_key(question_id)) is not None


def go_on_if_asked() -> None:
    """To the question someone asked for on a row."""
    if session.take(_GO_TO) is not None:
        st.switch_page(ANSWER)


def _save(
    view: ResponseView,
    question: Question,
    field: AnswerField,
    key: str,
    read: Callable[[], saving.Content | saving.Partly],
) -> None:
    if saving.save(view, question, field, key, read) is not None:
        session.put(_answered_key(question.id), True)


def _confirm(view: ResponseView, question: Question) -> None:
    if saving.confirm(view, question) is not None:
        session.put(_answered_key(question.id), True)


def _answered_key(question_id: str) -> str:
    return session.key("answered-here", question_id)


def go_to_filter(address: str) -> None:
    """The same with a filter of Egenvurdering in place of a question."""
    session.choose(session.FILTER, address)
    session.choose(session.QUESTION, None)
    session.put(session.SEARCH, "")
    session.put(_GO_TO, address)


_GO_TO = session.key("go", "to")


def _go(factor: str, question_id: str) -> None:
    """Remember where to go; the run that follows goes there. Who comes back finds the row as it was left."""
    next_question.go(factor, question_id)
    session.put(_GO_TO, question_id)
    session.put(session.key("gap-left", question_id), True)
