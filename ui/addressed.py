"""Search, filters and the page of a long list: they stand in the address, so that a link shows the same to another."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from language import number
from language.common import NEXT, PREVIOUS
from language.ui.addressed import WHERE
from ui import session

T = TypeVar("T")
ON_A_PAGE = 40


def text(label: str, name: str, *, page: str, placeholder: str = "") -> None:
    """A field whose words stand in the address as `name`. page: what turns back to the first page."""
    key = session.key("addressed", name)
    session.put(key, session.chosen(name) or "")
    st.text_input(
        label, key=key, placeholder=placeholder, max_chars=200, on_change=_choose, args=(name, page), icon=":material/search:"
    )  # fmt: skip


def choice(label: str, name: str, options: Mapping[str, str], *, page: str) -> None:
    """A list whose choice stands in the address. options: what stands there -> the word; "" is all."""
    key = session.key("addressed", name)
    session.put(key, chosen(name, options))
    st.selectbox(label, list(options), format_func=options.__getitem__, key=key, on_change=_choose, args=(name, page))


def chosen(name: str, options: Mapping[str, str]) -> str:
    """What is chosen; "" when the address says something else."""
    held = session.chosen(name) or ""
    return held if held in options else ""


def _choose(name: str, page: str) -> None:
    session.choose(name, str(session.value(session.key("addressed", name)) or "") or None)
    session.choose(page, None)


def page_of(name: str, total: int, *, size: int = ON_A_PAGE) -> int:
    """The page that is shown, from 1; what the address says, within what there is."""
    held = session.chosen(name) or ""
    wanted = int(held) if held.isascii() and held.isdecimal() and len(held) < 7 else 1
    return max(1, min(wanted, -(-total // size)))


def on_page(rows: Sequence[T], page: int, *, size: int = ON_A_PAGE) -> Sequence[T]:
    return rows[(page - 1) * size : page * size]


def pager(name: str, page: int, total: int, *, size: int = ON_A_PAGE) -> None:
    """Where in the list this is, and the way to the pages beside it."""
    if total <= size:
        return
    last = -(-total // size)
    first, final = (page - 1) * size + 1, min(page * size, total)
    with st.container(horizontal=True, vertical_alignment="center", key=session.name("pager", name)):
        st.button(
            PREVIOUS(),
            icon=":material/chevron_left:",
            disabled=page == 1,
            key=session.key("pager", name, "back"),
            on_click=session.choose,
            args=(name, str(page - 1) if page > 2 else None),
        )
        st.markdown(WHERE(first=number(first), last=number(final), total=number(total)))
        st.button(
            NEXT(),
            icon=":material/chevron_right:",
            disabled=page == last,
            key=session.key("pager", name, "on"),
            on_click=session.choose,
            args=(name, str(page + 1)),
        )
