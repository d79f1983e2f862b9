"""A small form that gives a question to someone, or takes it back."""

from collections.abc import Sequence

import streamlit as st

from language.ui.answers import giving as words
from service.answers.assignments import Assignee, assign
from ui import access, person_box, session
from ui.change_form import Scope, make_change
from ui.text import escaped


def draw(
    customer_id: str, question_id: str, to: Assignee | None, people: Sequence[Assignee], done: str, *, scope: Scope
) -> None:
    """The form. to: who has the question now. done: the name in the session of what says that the form is open."""
    with st.form(session.name("give-form", question_id)):
        held = person_box.box(words.WHO(), people)
        with st.container(horizontal=True):
            give = st.form_submit_button(words.GIVE(), type="primary", icon=":material/person_add:")
            back = to is not None and st.form_submit_button(words.TAKE_BACK(name=escaped(to.name)))
        if not give and not back:
            return
        found = None if back else person_box.person(held, people)
        if give and found is None:
            st.error(words.NOBODY_CHOSEN())
            return

        def change() -> None:
            assign(access.workspace(), access.actor(), customer_id, [question_id], found)
            session.put(done, None)

        done_so = words.TAKEN_BACK() if found is None else words.GIVEN(name=escaped(found.name))
        make_change(change, done_so, scope=scope)
