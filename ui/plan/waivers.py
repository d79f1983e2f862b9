"""Approved exceptions on screen: the lead proposes, HPAS approves or rejects, and each falls by itself."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import streamlit as st

from language import day, said, sentence
from language.ui.plan import waivers as words
from reports.answers.wording import value_text
from reports.plan.plan_wording import STANDINGS
from scoring.answers import Answer
from scoring.vocabulary import OPEN
from scoring.waivers import Standing, WaiverCase, WaiverState, standing
from service.judgement import CustomerJudgement
from service.people.actor import CUSTOMER_ROLES, Role
from service.plan.waivers import CustomerWaiver, decide_waiver, propose_waiver, withdraw_waiver
from ui import access, paging, session, typed_fields
from ui.change_form import Scope, make_change
from ui.plan import histories
from ui.plan.plan_form import form_key
from ui.text import escaped, plain

# So many cards of exceptions at a time.
AT_ONCE = 8
_COLOURS: dict[Standing, Literal["orange", "green", "red"]] = {
    Standing.PROPOSED: "orange",
    Standing.HOLDS: "green",
    Standing.REJECTED: "red",
}


def draw(here: CustomerJudgement) -> None:
    """The customer's exceptions, and a form for one more."""
    asked = [] if here.judgement.in_use else open_stops_of(here)
    open_stops = {found: said(here.judgement.questions[found].question.title) for found in asked}
    if not here.waivers and not open_stops:
        return
    st.header(words.APPROVED(), anchor=False)
    st.caption(words.RULES())
    for case in here.waivers:
        _case(here, case)
    if open_stops and access.may_ask_for_waivers():
        with st.expander(words.ASK_FOR_ONE(), icon=":material/gavel:"):
            ask(here, open_stops, scope="app")


def open_stops_of(here: CustomerJudgement) -> list[str]:
    """Ids of the hard stops that are late or at risk and may have a waiver and have none; those that fail first."""
    proposed = {case.question_id for case in here.waivers if case.state is WaiverState.PROPOSED}
    found = [
        judged
        for judged in here.judgement.questions.values()
        if judged.question.hard_stop and judged.question.waivable and judged.status in OPEN and not judged.waived
    ]
    asked = sorted(found, key=lambda judged: not judged.fails)
    return [judged.question.id for judged in asked if judged.question.id not in proposed]


def _case(here: CustomerJudgement, case: WaiverCase) -> None:
    question = here.view.form.questionnaire.by_id[case.question_id]
    with st.container(border=True):
        amounts_to = standing(case, here.view.counted, go_live=here.judgement.go_live, as_of=here.judgement.as_of)
        st.badge(sentence(STANDINGS[amounts_to]), color=_COLOURS.get(amounts_to, "gray"))
        st.markdown(words.UNTIL(title=said(question.title), day=day(case.expires)))
        given_for = value_text(question, Answer(value=case.given_for))
        st.caption(words.GIVEN_FOR(answer=escaped(given_for)))
        plain(case.measure)
        plain(case.owner)
        if case.reason:
            st.caption(words.HPAS_GROUNDS())
            plain(case.reason)
        histories.of_waiver(case.id)
        _decide(case, mine=access.drawn_for().role in CUSTOMER_ROLES)


def ask(here: CustomerJudgement, stops: Mapping[str, str], *, scope: Scope) -> None:
    """A form that asks HPAS for an exception for one of the stops, by id and title."""
    first = next(iter(stops))
    with st.form(session.name("waiver-form", first if len(stops) == 1 else "any")):
        question_id = first
        if len(stops) > 1:
            question_id = st.selectbox(words.STOP(), list(stops), format_func=stops.__getitem__)
        measure = st.text_area(words.MEASURE(), max_chars=10_000)
        owner = st.text_input(words.ANSWERS_FOR_IT(), max_chars=200)
        expires = typed_fields.day_box(words.HOLDS_UNTIL(), value=_least_expiry(here))
        if st.form_submit_button(words.SEND()):
            make_change(
                lambda: _propose(here, question_id, measure, owner, expires),
                words.SENT(),
                scope=scope,
            )


def _propose(here: CustomerJudgement, question_id: str, measure: str, owner: str, expires: str) -> None:
    propose_waiver(
        access.workspace(),
        access.actor(),
        here.view.response_id,
        question_id,
        measure=measure,
        owner=owner,
        expires=typed_fields.needed_day(expires),
    )
    session.put(form_key(question_id), None)


def _least_expiry(here: CustomerJudgement) -> date:
    """A waiver must last to the go-live."""
    return max(access.today(), here.judgement.go_live or access.today())


def _decide(case: WaiverCase, *, mine: bool) -> None:
    """What the reader may do with it: HPAS decides and takes back what it approved, the lead takes a proposal back."""
    if not mine and case.state is WaiverState.PROPOSED:
        _answer(case)
    elif not mine and case.state is WaiverState.APPROVED:
        _take_back(case)
    elif case.state is WaiverState.PROPOSED and access.drawn_for().role is Role.LEAD:
        _take_proposal_back(case)


def _take_proposal_back(case: WaiverCase) -> None:
    if st.button(words.TAKE_PROPOSAL_BACK(), key=session.key("waiver", "back", case.id)):
        make_change(lambda: _withdraw(case, words.BY_CUSTOMER()), words.PROPOSAL_TAKEN_BACK())


def _answer(case: WaiverCase) -> None:
    reason = _why(case)
    with st.container(horizontal=True):
        if st.button(words.APPROVE(), key=session.key("waiver", "yes", case.id), type="primary"):
            make_change(lambda: _say(case, approve=True, reason=reason), words.IS_APPROVED())
        if st.button(words.REJECT(), key=session.key("waiver", "no", case.id)):
            make_change(lambda: _say(case, approve=False, reason=reason), words.IS_REJECTED())


def _take_back(case: WaiverCase) -> None:
    """An approval that should not stand any more, with a reason that the customer reads."""
    box = st.expander(words.UNDO_APPROVAL(), key=session.key("waiver", "undo", case.id), on_change="rerun")
    if not box.open:
        return
    with box:
        reason = _why(case)
        if st.button(words.TAKE_BACK(), key=session.key("waiver", "undone", case.id)):
            make_change(lambda: _withdraw(case, reason), words.IS_TAKEN_BACK())


def _why(case: WaiverCase) -> str:
    return st.text_input(words.GROUNDS(), key=session.key("waiver", "why", case.id), max_chars=2_000)


def _say(case: WaiverCase, *, approve: bool, reason: str) -> None:
    decide_waiver(access.workspace(), access.actor(), case.id, approve=approve, reason=reason)


def _withdraw(case: WaiverCase, reason: str) -> None:
    withdraw_waiver(access.workspace(), access.actor(), case.id, reason=reason)


def queue(proposals: Sequence[CustomerWaiver], approved: Sequence[CustomerWaiver]) -> None:
    """What waits for HPAS to decide, and what it has approved, across customers."""
    st.header(words.WAITING(), anchor=False)
    if not proposals:
        st.write(words.NONE_WAITING())
    _page_of("waiver-proposals", proposals)
    if approved:
        st.header(words.APPROVED(), anchor=False)
        _page_of("waiver-approved", approved)


def _page_of(name: str, held: Sequence[CustomerWaiver]) -> None:
    pages = -(-len(held) // AT_ONCE)
    page = min(paging.chosen(name), max(pages, 1))
    for one in held[(page - 1) * AT_ONCE :][:AT_ONCE]:
        with st.container(border=True):
            plain(one.customer.name)
            st.markdown(words.UNTIL(title=one.question, day=day(one.case.expires)))
            plain(one.case.measure)
            st.caption(words.OWNER())
            plain(one.case.owner)
            _decide(one.case, mine=False)
    paging.buttons(name, page, pages)
