"""Whose questions Egenvurdering shows: those of the person or the role that stands in the address, or all."""

import streamlit as st

from language import count
from service.answers.portions import HandedOut, Portion
from ui import session
from ui.text import escaped


def chosen(handed: HandedOut) -> Portion | None:
    """The portion in the address, or None for all."""
    return handed.find(session.chosen(session.ASSIGNEE))


def line(handed: HandedOut, portion: Portion | None, *, me: str) -> None:
    """Whose questions these are, and the way to all of them; without a choice, the way to one's own. me: who is here."""
    if portion is not None:
        told = count(len(portion.questions), "spørsmål", "spørsmål")
        mine = portion.key == me
        with st.container(horizontal=True, vertical_alignment="center", key="portion"):
            st.markdown(f"**{'Mine spørsmål' if mine else escaped(portion.title)}** · {told}", width="content")
            st.button("Vis alle spørsmål", key="portion-all", on_click=session.choose, args=(session.ASSIGNEE, None))
        return
    if session.chosen(session.ASSIGNEE) is not None:
        st.info("Lenken gjelder spørsmål som ikke er delt ut slik lenger. Her er alle.", icon=":material/info:")
    own = handed.find(me)
    if own is not None:
        label = f"Mine spørsmål ({len(own.questions)})"
        st.button(label, key="portion-mine", icon=":material/person:", on_click=session.choose, args=(session.ASSIGNEE, own.key))  # fmt: skip
