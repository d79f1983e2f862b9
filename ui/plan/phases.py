"""When the solution is built, tested and taught: the picture with its table, and saying or correcting the days."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from language import PHASE_DAYS, sentence
from language.ui.plan import phases as words
from reports.palette import palette
from reports.plan.phase_picture import phase_picture
from reports.plan.phase_wording import overlaps_text, phase_rows, phases_described
from scoring.proof.phases import NO_PHASES, Phases
from service.faults import BadInput
from service.judgement import CustomerJudgement
from service.people.actor import is_hpas
from service.plan.phases import correct_phases, give_phases
from ui import access, layout, session, typed_fields
from ui.change_form import make_change
from ui.text import escaped


def of_customer(here: CustomerJudgement) -> None:
    """The days that hold for a customer, and correcting them, for who may."""
    if here.judgement.go_live is None or is_hpas(here.view.customer.id):
        return
    known = here.circumstances.phases
    st.header(words.PHASES(), anchor=False)
    draw(known.held, here.judgement.go_live)
    if known.reason is not None:
        st.caption(words.CORRECTED(reason=escaped(known.reason)))
    if not access.may_correct_phases():
        return
    customer_id = here.view.customer.id
    box = st.expander(words.CORRECT(), icon=":material/edit_calendar:", key="phases-edit", on_change="rerun")
    if box.open:
        with box:
            st.caption(words.HOW_TO_CORRECT())
            _form(known.held, customer_id, partial(_correct, customer_id), ask_why=True)


def of_wave(held: Phases, go_live: date) -> None:
    """The days of a wave, and saying them, for who may."""
    st.subheader(words.PHASES(), anchor=False)
    draw(held, go_live)
    if not access.may_give_phases():
        return
    box = st.expander(words.GIVE(), icon=":material/edit_calendar:", key="phases-edit", on_change="rerun")
    if box.open:
        with box:
            st.caption(words.HOW_TO_GIVE())
            _form(held, go_live.isoformat(), partial(_give, go_live), ask_why=False)


def to_picture(held: Phases) -> None:
    """The way from the conclusion to the picture, where something overlaps the build."""
    if held.overlaps:
        st.page_link(layout.DATES, label=words.TO_PICTURE(), icon=":material/construction:")


def draw(held: Phases, go_live: date) -> None:
    """Bars along time with the overlap hatched, and the same as a table."""
    if held == NO_PHASES:
        st.caption(words.NOBODY_SAID())
        return
    if told := overlaps_text(held):
        st.warning(words.ANEW(overlaps=told), icon=":material/construction:")
    colours = palette(dark=layout.dark())
    picture = phase_picture(held, go_live, access.today(), colours)
    st.plotly_chart(picture, theme=None, config=layout.STILL, alt=phases_described(held, go_live), key="phases")
    st.caption(words.LEGEND())
    columns = [words.PHASE(), words.FROM(), words.TO(), words.OVERLAP()]
    frame = pd.DataFrame(phase_rows(held), columns=columns)
    st.dataframe(frame, hide_index=True, width="stretch", alt=words.DESCRIBED())


def _form(held: Phases, of: str, save: Callable[[Phases, Phases, str], object], *, ask_why: bool) -> None:
    """save: told what is typed, what stood on screen, and why."""
    days = (held.build_stop, held.test_start, held.test_end, held.training_start)
    with st.form(session.name("phases", of)):
        typed = [
            typed_fields.day_box(sentence(label), value=day, key=session.key("phases", of, id_))
            for (id_, label), day in zip(PHASE_DAYS.items(), days, strict=True)
        ]
        why = st.text_area(words.WHY_OTHERS(), max_chars=10_000) if ask_why else ""
        # What the fields began with, until it is saved: a run in between shows newer days above, and not in them.
        began = session.key("seen", "phases", of)
        session.seed(began, held)
        if st.form_submit_button(words.SAVE()):
            seen = session.value(began)
            assert isinstance(seen, Phases)
            make_change(
                lambda: _told_once(began, lambda: save(Phases(*map(typed_fields.read_day_box, typed)), seen, why)),
                words.SAVED(),
            )


def _told_once(began: str, save: Callable[[], object]) -> None:
    """Save; who has been told of a colleague's days has seen them, and who could not save for another reason has not."""
    try:
        save()
    except BadInput as refused:
        if refused.fault == "phases_said_since":
            session.forget([began])
        raise
    session.forget([began])


def _correct(customer_id: str, days: Phases, seen: Phases, why: str) -> None:
    correct_phases(access.workspace(), access.actor(), customer_id, days, reason=why, seen=seen)


def _give(go_live: date, days: Phases, seen: Phases, _why: str) -> None:
    give_phases(access.workspace(), access.actor(), go_live, days, seen=seen)
