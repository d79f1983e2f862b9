"""The first day on Oversikt: before anything is answered, only how to begin."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

import language
from language import count
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
    st.header("Slik begynner dere", anchor=False)
    with st.container(border=True):
        st.subheader("1. Datoen for oppstart", anchor=False)
        st.write(_date(view.customer.go_live, judgement.days_left))
    with st.container(border=True):
        st.subheader("2. Hvem som vet svarene", anchor=False)
        _who(view, roles)
    with st.container(border=True):
        st.subheader("3. Hvor lang tid det tar", anchor=False)
        st.write(
            f"{_takes(view)} Å fylle ut det som er funnet, tar {minutes(own_of(view))} i alt. "
            "Hvert svar lagres med en gang, så dere kan ta det i flere omganger."
        )
        if access.may_answer():
            st.page_link(ANSWER, label="Svar på det du vet nå", icon=":material/arrow_forward:")
            _short(view)


def _takes(view: ResponseView) -> str:
    """Who, hours and weeks, as the questionnaire says it."""
    takes = view.form.questionnaire.takes
    return takes.nb if takes else "Å samle tallene og svarene tar vanligvis en til to uker."


def _short(view: ResponseView) -> None:
    """The way to begin where one wants a first answer soon."""
    asked = short_form.own_of(view.form)
    if asked:
        by_id = view.form.questionnaire.by_id
        st.write(
            f"Eller begynn med kortversjonen: {count(len(asked), 'spørsmål', 'spørsmål')}, "
            f"{minutes([by_id[each] for each in asked])} å fylle ut, og en foreløpig konklusjon. Svarene gjelder i hele skjemaet."
        )
        label = short_form.called(view.form)
        st.page_link(ANSWER, label=label, icon=":material/bolt:", query_params=short_form.THERE)


def own_of(view: ResponseView) -> list[Question]:
    """The questions the customer answers itself."""
    return [question for question in view.form.questionnaire.questions if question.from_programme is None]


def _date(go_live: date | None, days_left: int | None) -> str:
    if go_live is None or days_left is None:
        return (
            f"Datoen er ikke satt ennå. {access.to_set_a_date()} Dere kan svare nå, men det som haster, vises først "
            "når den er satt."
        )
    where = "rett den under «Tilgang»" if access.drawn_use() is LocalUse.OWN else "si fra til HPAS"
    return f"{language.sentence(language.day(go_live))}, {language.days_to(days_left)}. Stemmer den ikke, {where}."


def _who(view: ResponseView, roles: Sequence[Portion]) -> None:
    asked = count(len(own_of(view)), "spørsmål", "spørsmål")
    st.write(
        f"{asked} er fordelt på {count(len(roles), 'rolle', 'roller')}. De som har rollene hos dere, vet mest av svarene:"
    )
    st.markdown("\n".join(f"- {role.title}: {count(len(role.questions), 'spørsmål', 'spørsmål')}" for role in roles))
    if access.may_hand_out():
        st.page_link(HANDING_OUT, label="Del ut spørsmålene", icon=":material/move_to_inbox:")
