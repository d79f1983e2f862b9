"""An owner for several actions at once, picked among those with access here or typed."""

from collections.abc import Sequence

import streamlit as st

from language.ui.plan import owners as words
from language.ui.plan.plan_form import WHO
from scoring.plan import PlannedAction
from service.answers.assignments import Assignee
from service.faults import Refused
from service.judgement import CustomerJudgement
from service.plan.actions import ActionField, change_action
from ui import access, person_box, session
from ui.change_form import make_change
from ui.plan.plan_form import owner_of

LONGEST = 70


def draw(here: CustomerJudgement, people: Sequence[Assignee], *, locked: bool) -> None:
    """The form, with the actions that have nobody chosen beforehand; none while every open one has an owner."""
    held = {one.action.id: one for one in here.plan.actions if one.action.open}
    if locked or not held:
        return
    with st.expander(words.OF_SEVERAL(), icon=":material/group_add:", key="owners"), st.form("owners-form"):
        picked = st.multiselect(
            words.ACTIONS(),
            list(held),
            default=[id_ for id_, one in held.items() if one.unowned],
            format_func=lambda id_: _short(held[id_]),
            placeholder=words.CHOOSE(),
        )
        owner = person_box.box(WHO(), people)
        if st.form_submit_button(words.SET_OWNER(), type="primary", icon=":material/person_add:"):
            found = person_box.person(owner, people)
            chosen = [held[id_] for id_ in picked if id_ in held]
            make_change(lambda: _give(chosen, found), words.IS_SET())


def _short(planned: PlannedAction) -> str:
    text = " ".join(planned.action.text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _give(actions: Sequence[PlannedAction], to: Assignee | None) -> None:
    if to is None:
        raise Refused(words.NOBODY())
    if not actions:
        raise Refused(words.NOTHING())
    for one in actions:
        change_action(
            access.workspace(),
            access.actor(),
            one.action.id,
            {ActionField.OWNER: owner_of(to)},
            base_version=one.action.version,
            session=session.tab(),
            edit_no=session.next_edit(),
        )
