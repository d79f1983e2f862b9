"""A small form that plans one action where it is needed: what to do, who does it, by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from language.ui.plan import plan_form as words
from service.answers.assignments import Assignee
from service.plan.actions import Owner, create_action
from ui import access, person_box, session, typed_fields
from ui.change_form import Scope, make_change


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed before anyone has typed: of a question, or of none."""

    response_id: str
    question_id: str | None
    text: str
    due: date | None


def draw(proposal: Proposal, people: Sequence[Assignee], *, scope: Scope) -> None:
    """The form; what was typed stays until it is stored."""
    # Another form after each action that was made: what was typed in it is stored.
    with st.form(session.name("plan-form", proposal.question_id or "own", str(session.count("planned")))):
        text = st.text_area(words.WHAT(), value=proposal.text, height=96)
        with st.container(horizontal=True):
            owner = person_box.box(words.WHO(), people)
            due = typed_fields.day_box(words.DUE(), value=proposal.due)
        if st.form_submit_button(words.PUT_IN(), type="primary", icon=":material/add_task:"):
            make_change(lambda: _save(proposal, text, owner, due, people), words.IS_PUT_IN(), scope=scope)


def _save(proposal: Proposal, text: str, owner: str | None, due: str, people: Sequence[Assignee]) -> None:
    found = person_box.person(owner, people)
    create_action(
        access.workspace(),
        access.actor(),
        proposal.response_id,
        proposal.question_id,
        text=text,
        owner=None if found is None else owner_of(found),
        due=typed_fields.read_day_box(due),
        session=session.tab(),
        edit_no=session.next_edit(),
    )
    session.bump("planned")
    session.put(form_key(proposal.question_id or "own"), None)


def owner_of(found: Assignee) -> Owner:
    """The owner of an action, as the plan keeps one."""
    return Owner(name=found.name) if found.member_id is None else Owner(member_id=found.member_id)


def form_key(thing: str) -> str:
    """Where it is kept which form stands open at a gap."""
    return session.key("gap-form", thing)
