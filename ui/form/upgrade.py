"""When the questions have been revised since the customer began: what is new, and the way over."""

from collections.abc import Iterable, Sequence

import streamlit as st

from language import listed, said
from language.common import QUESTIONS, QUOTED
from language.ui.form import upgrade as words
from scoring.questionnaire import Question
from service.answers.responses import ResponseView
from service.form.following import Successor
from service.form.upgrade import NewerForm, move_to_newer, newer_form
from service.people.actor import Actor, Role
from service.workspace import Workspace
from ui import access, session
from ui.change_form import make_change, say_outcome
from ui.text import escaped


def newer(ws: Workspace, actor: Actor, view: ResponseView) -> NewerForm | None:
    """What a newer form would change, when there is one, and for a lead, who may go over to it."""
    if actor.role is not Role.LEAD or not view.newer_form_available:
        return None
    return newer_form(ws, actor, view.customer.id)


def offer(newer: NewerForm | None) -> None:
    """Say what a newer form would change, and let the lead go over to it; nothing when there is none."""
    say_outcome()
    if newer is None:
        return
    with st.expander(words.REVISED(), icon=":material/update:"):
        st.markdown(words.WHAT_CHANGES())
        parts = [part for part in _parts(newer) if part[1]]
        for title, questions in parts:
            _part(title, [escaped(said(question.title)) for question in questions])
        if newer.successors:
            _part(words.REPLACING(), [_replacing(newer, each) for each in newer.successors])
        if not (parts or newer.successors):
            st.markdown(words.NO_QUESTIONS())
        if st.button(words.MOVE(), icon=":material/update:", type="primary", key="newer-form"):
            make_change(lambda: _move(newer), words.MOVED())


def _parts(newer: NewerForm) -> list[tuple[str, Sequence[Question]]]:
    unfit = [newer.form.questionnaire.by_id[found] for found in newer.unfit]
    return [
        (words.ADDED(), newer.added),
        (words.CHANGED(), newer.changed),
        (words.UNFIT(), unfit),
        (words.REWORDED(), newer.reworded),
        (words.REMOVED(), newer.removed),
    ]


def _part(title: str, told: Sequence[str]) -> None:
    lines = "\n".join(f"- {each}" for each in told)
    st.markdown(f"**{title}: {QUESTIONS(len(told))}**\n\n{lines}")


def _replacing(newer: NewerForm, each: Successor) -> str:
    """What becomes of the answers where one question comes in the place of others."""
    before, new = newer.view.form.questionnaire.by_id, escaped(said(each.question.title))

    def named(ids: Iterable[str]) -> str:
        return listed([QUOTED(text=escaped(said(before[old].title))) if old in before else old for old in ids])

    if each.source is None:
        return words.IN_PLACE_OF(new=new, old=named(each.replaced))
    source = named([each.source])
    if not each.left:
        return words.ANSWER_MOVES(old=source, new=new)
    return words.ANSWER_MOVES_AND_LEFT(old=source, new=new, left=named(each.left))


def _move(newer: NewerForm) -> None:
    customer_id = newer.view.customer.id
    move_to_newer(access.workspace(), access.actor(), customer_id, fingerprint=newer.form.fingerprint)
    session.let_go_of_questions()
