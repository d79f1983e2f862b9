"""A page of a long list at a time: one forward, one back, and which of how many it is."""

import streamlit as st

from language.common import NEXT, PREVIOUS
from language.ui.paging import WHERE
from ui import session


def chosen(name: str) -> int:
    """The page that is chosen, from 1, before the buttons are drawn."""
    held = session.value(_key(name))
    return held if isinstance(held, int) and held > 0 else 1


def go_to(name: str, page: int) -> None:
    session.put(_key(name), page)


def buttons(name: str, page: int, pages: int) -> None:
    """Nothing where all is on one page."""
    if pages <= 1:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=session.name("paging", name)):
        st.button(
            PREVIOUS(),
            key=session.key("paging", name, "back"),
            icon=":material/chevron_left:",
            disabled=page <= 1,
            on_click=go_to,
            args=(name, page - 1),
        )
        st.markdown(WHERE(page=page, pages=pages), width="content")
        st.button(
            NEXT(),
            key=session.key("paging", name, "on"),
            icon=":material/chevron_right:",
            disabled=page >= pages,
            on_click=go_to,
            args=(name, page + 1),
        )


def _key(name: str) -> str:
    return session.key("paging", name)
