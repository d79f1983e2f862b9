"""The first day on Oversikt: before anything is answered, only how to begin."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

import language
from language import said
from language.common import QUESTIONS
from language.ui.answers import first_day as words
from reports.answers.asking import minutes
from scoring.judgement import Judgement
from scoring.questionnaire import Question
from service.answers.portions import Portion
from service.answers.responses import ResponseView
from service.people.own_machine import LocalUse
from ui import access
from ui.answers import short_form
from ui.answers.asking import ANSWER

HANDING_OUT = "pages/customer/handing_out.py"


def applies(judgement: Judgement) -> bool:
    """Whether nothing is answered yet: then nothing is said of what is missing."""
    return not judgement.own_progress()[0]


def draw(view: ResponseView, judgement: Judgement, roles: Sequence[Portion]) -> None:
    """The date, who should answer what, and how long it takes."""
    st.header(words.BEGIN(), anchor=False)
    with st.container(border=True):
        st.subheader(words.THE_DAY(), anchor=False)
        st.write(_date(view.customer.go_live, judgement.days_left))
    with st.container(border=True):
        st.subheader(words.WHO_KNOWS(), anchor=False)
        _who(view, roles)
    with st.container(border=True):
        st.subheader(words.HOW_LONG(), anchor=False)
        st.write(words.FILLING_IN(takes=_takes(view), minutes=minutes(own_of(view))))
        if access.may_answer():
            st.page_link(ANSWER, label=words.ANSWER_NOW(), icon=":material/arrow_forward:")
            _short(view)


def _takes(view: ResponseView) -> str:
    """Who, hours and weeks, as the questionnaire says it."""
    takes = view.form.questionnaire.takes
    return said(takes) if takes else words.USUALLY()


def _short(view: ResponseView) -> None:
    """The way to begin where one wants a first answer soon."""
    asked = short_form.own_of(view.form)
    if asked:
        by_id = view.form.questionnaire.by_id
        takes = minutes([by_id[each] for each in asked])
        st.write(words.OR_THE_SHORT(questions=QUESTIONS(len(asked)), minutes=takes))
        label = short_form.called(view.form)
        st.page_link(ANSWER, label=label, icon=":material/bolt:", query_params=short_form.THERE)


def own_of(view: ResponseView) -> list[Question]:
    """The questions the customer answers itself."""
    return [question for question in view.form.questionnaire.questions if question.from_programme is None]


def _date(go_live: date | None, days_left: int | None) -> str:
    if go_live is None or days_left is None:
        return words.NO_DATE(what_to_do=access.to_set_a_date())
    told = words.DATE_IS_OWN if access.drawn_use() is LocalUse.OWN else words.DATE_IS_HPAS
    return told(day=language.sentence(language.day(go_live)), days_left=language.days_to(days_left))


def _who(view: ResponseView, roles: Sequence[Portion]) -> None:
    st.write(words.BY_ROLE(questions=QUESTIONS(len(own_of(view))), roles=words.ROLES(len(roles))))
    st.markdown("\n".join(f"- {role.title}: {QUESTIONS(len(role.questions))}" for role in roles))
    if access.may_hand_out():
        st.page_link(HANDING_OUT, label=words.HAND_OUT(), icon=":material/move_to_inbox:")
