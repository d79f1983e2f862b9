"""The short version on Egenvurdering: the choice of it, how far one has come, and the way on to the whole."""

from collections.abc import Sequence

import streamlit as st

from language.common import QUESTIONS
from language.ui.answers import short_form as words
from scoring.judgement import Judgement
from scoring.questionnaire import Form
from ui import session
from ui.answers import next_question
from ui.answers.filters import SHORT

OVERVIEW = "pages/customer/overview.py"
THERE = {session.FILTER: SHORT, session.QUESTION: "", session.ASSIGNEE: "", session.EDITION: SHORT}


def own_of(form: Form) -> list[str]:
    """The questions of the short version that the customer answers itself."""
    return [each.id for each in form.questionnaire.questions if each.core and each.from_programme is None]


def called(form: Form) -> str:
    return words.CALLED(questions=QUESTIONS(len(own_of(form))))


def way_on(form: Form, judgement: Judgement, among: Sequence[str] | None) -> None:
    """The way to the next question; on the short version how far one has come, and the way to the whole."""
    asked = own_of(form)
    if not asked or among is not None or session.chosen(session.FILTER) != SHORT:
        with st.container(horizontal=True):
            next_question.offer(judgement, among)
            if asked and among is None:
                st.button(called(form), key="short-form", icon=":material/bolt:", on_click=_show, args=(SHORT,))
        return
    answered, applies = judgement.own_progress(asked)
    st.markdown(words.SO_FAR(called=called(form), answered=answered, all=applies))
    with st.container(horizontal=True, vertical_alignment="center"):
        there = {session.EDITION: SHORT}
        st.page_link(OVERVIEW, label=words.SEE_VERDICT(), icon=":material/monitoring:", query_params=there)
        st.button(
            words.TO_THE_WHOLE(),
            key="whole-form",
            icon=":material/arrow_forward:",
            on_click=_show,
            args=(None,),
        )


def _show(wanted: str | None) -> None:
    session.choose(session.FILTER, wanted)
    session.choose(session.QUESTION, None)
    session.put(session.SEARCH, "")
