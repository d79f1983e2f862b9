"""Approved exceptions on screen: the lead proposes, HPAS approves or rejects, and each falls by itself."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import streamlit as st

from language import day, sentence
from reports.answers.wording import value_text
from reports.plan.plan_wording import STANDINGS
from scoring.answers import Answer
from scoring.vocabulary import OPEN
from scoring.waivers import Standing, WaiverCase, standing
from service.judgement import CustomerJudgement
from service.people.actor import CUSTOMER_ROLES, Role
from service.plan.waivers import CustomerWaiver, decide_waiver, propose_waiver, withdraw_waiver
from ui import access, session, typed_fields
from ui.change_form import make_change
from ui.plan import histories
from ui.text import escaped, plain

_COLOURS: dict[Standing, Literal["orange", "green", "red"]] = {
    Standing.PROPOSED: "orange",
    Standing.HOLDS: "green",
    Standing.REJECTED: "red",
}


def draw(here: CustomerJudgement, *, locked: bool) -> None:
    """The customer's exceptions, and a form for one more."""
    open_stops = _open_stops(here)
    if not here.waivers and not open_stops:
        return
    st.header("Godkjente unntak", anchor=False)
    st.caption(
        "Et unntak lar dere gå videre med et stoppkrav som ikke er oppfylt. Det trenger et tiltak som gjør det forsvarlig, en eier og en "
        "sluttdato, tidligst på oppstartsdagen. HPAS godkjenner. Det faller av seg selv når datoen er passert, når oppstarten "
        "flyttes forbi den, og når svaret endres."
    )
    for case in here.waivers:
        _case(here, case)
    if access.drawn_for().role is Role.LEAD and not locked:
        _propose(here, open_stops)


def _open_stops(here: CustomerJudgement) -> dict[str, str]:
    """Hard stops that are late or at risk and may have a waiver, by id and title; those that fail first."""
    return {
        found: judged.question.title.nb
        for found, judged in sorted(here.judgement.questions.items(), key=lambda pair: not pair[1].fails)
        if judged.question.hard_stop and judged.question.waivable and judged.status in OPEN and not judged.waived
    }


def _case(here: CustomerJudgement, case: WaiverCase) -> None:
    question = here.view.form.questionnaire.by_id[case.question_id]
    with st.container(border=True):
        amounts_to = standing(case, here.view.answers, go_live=here.judgement.go_live, as_of=here.judgement.as_of)
        st.badge(sentence(STANDINGS[amounts_to]), color=_COLOURS.get(amounts_to, "gray"))
        st.markdown(f"**{question.title.nb}**, til {day(case.expires)}")
        given_for = value_text(question, Answer(value=case.given_for))
        st.caption(f"Gitt for svaret {escaped(given_for)}. Tiltak og eier:")
        plain(case.measure)
        plain(case.owner)
        if case.reason:
            st.caption("HPAS begrunner:")
            plain(case.reason)
        histories.of_waiver(case.id)
        _decide(case, mine=access.drawn_for().role in CUSTOMER_ROLES)


def _least_expiry(here: CustomerJudgement) -> date:
    """A waiver must last to the go-live."""
    return max(access.today(), here.judgement.go_live or access.today())


def _propose(here: CustomerJudgement, open_stops: dict[str, str]) -> None:
    if not open_stops:
        return
    with st.expander("Be om et unntak", icon=":material/gavel:"), st.form("propose-waiver"):
        question_id = st.selectbox("Stoppkrav", list(open_stops), format_func=open_stops.__getitem__)
        measure = st.text_area("Hva gjør dere i stedet, så det er forsvarlig?", max_chars=10_000)
        owner = st.text_input("Hvem svarer for det?", max_chars=200)
        expires = typed_fields.day_box("Gjelder til og med", value=_least_expiry(here))
        if st.form_submit_button("Send til HPAS"):
            make_change(
                lambda: propose_waiver(
                    access.workspace(),
                    access.actor(),
                    here.view.response_id,
                    question_id,
                    measure=measure,
                    owner=owner,
                    expires=typed_fields.needed_day(expires),
                ),
                "Forslaget er sendt til HPAS.",
            )


def _decide(case: WaiverCase, *, mine: bool) -> None:
    """What the reader may do with it: HPAS decides, the lead takes a proposal back."""
    if case.state.value == "proposed" and not mine:
        reason = st.text_input("Begrunnelse", key=session.key("waiver", "why", case.id), max_chars=2_000)
        with st.container(horizontal=True):
            if st.button("Godkjenn", key=session.key("waiver", "yes", case.id), type="primary"):
                make_change(lambda: _say(case, approve=True, reason=reason), "Unntaket er godkjent.")
            if st.button("Avslå", key=session.key("waiver", "no", case.id)):
                make_change(lambda: _say(case, approve=False, reason=reason), "Forslaget er avslått.")
        return
    if case.state.value != "proposed" or access.drawn_for().role is not Role.LEAD:
        return
    if st.button("Trekk forslaget", key=session.key("waiver", "back", case.id)):
        make_change(lambda: _withdraw(case), "Forslaget er trukket.")


def _say(case: WaiverCase, *, approve: bool, reason: str) -> None:
    decide_waiver(access.workspace(), access.actor(), case.id, approve=approve, reason=reason)


def _withdraw(case: WaiverCase) -> None:
    withdraw_waiver(access.workspace(), access.actor(), case.id, reason="Trukket av kunden")


def queue(proposals: Sequence[CustomerWaiver]) -> None:
    """What waits for HPAS to decide, across customers."""
    st.header("Unntak som venter på svar", anchor=False)
    if not proposals:
        st.write("Ingen forslag venter.")
        return
    for one in proposals:
        with st.container(border=True):
            plain(one.customer.name)
            st.markdown(f"**{one.question}**, til {day(one.case.expires)}")
            plain(one.case.measure)
            st.caption("Eier:")
            plain(one.case.owner)
            _decide(one.case, mine=False)
