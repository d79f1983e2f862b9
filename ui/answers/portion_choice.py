"""Whose questions Egenvurdering shows: those of the person or the role that stands in the address, or all."""

import streamlit as st

from language.common import QUESTIONS
from language.ui.answers import portion_choice as words
from service.answers.portions import HandedOut, Portion
from ui import session
from ui.text import escaped


def chosen(handed: HandedOut) -> Portion | None:
    """The portion in the address, or None for all."""
    return handed.find(session.chosen(session.ASSIGNEE))


def line(handed: HandedOut, portion: Portion | None, *, me: str) -> None:
    """Whose questions these are, and the way to all of them; without a choice, the way to one's own. me: who is here."""
    if portion is not None:
        told = QUESTIONS(len(portion.questions))
        whose = words.MINE() if portion.key == me else escaped(portion.title)
        with st.container(horizontal=True, vertical_alignment="center", key="portion"):
            st.markdown(f"**{whose}** · {told}", width="content")
            st.button(words.SHOW_ALL(), key="portion-all", on_click=session.choose, args=(session.ASSIGNEE, None))
        return
    if session.chosen(session.ASSIGNEE) is not None:
        st.info(words.NO_LONGER(), icon=":material/info:")
    own = handed.find(me)
    if own is not None:
        label = words.MINE_SO_MANY(n=len(own.questions))
        st.button(label, key="portion-mine", icon=":material/person:", on_click=session.choose, args=(session.ASSIGNEE, own.key))  # fmt: skip
