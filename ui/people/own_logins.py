"""Where one is logged in, and ending a login one has left somewhere: a box that opens from the menu."""

import streamlit as st

from language import moment
from language.ui.people import own_logins as words
from service.faults import DatabaseProblem, Refused
from service.people.open_logins import OpenLogin, end_own_login, own_logins
from ui import access, session
from ui.failures import in_words
from ui.text import escaped


def button() -> None:
    """What opens the box."""
    if st.button(words.LOGINS(), icon=":material/devices:", key=session.key("logins", "open")):
        # Named when it opens: a decorator would name it in the language of whoever came first.
        st.dialog(words.HERE())(_box)()


def _box() -> None:
    try:
        with access.reading() as (ws, actor):
            held = own_logins(ws, actor, login=access.login_name())
    except (Refused, DatabaseProblem) as problem:
        st.error(escaped(in_words(problem)))
        return

    st.caption(words.ABOUT())
    for one in held:
        _row(one)


def _row(one: OpenLogin) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=session.name("login", one.id)):
        name = f"**{escaped(one.device or words.UNKNOWN_BROWSER())}**{words.THIS_ONE() if one.here else ''}"
        st.markdown(f"{name}  \n{words.USED(used=moment(one.used_at), began=moment(one.began_at))}")
        if not one.here:
            st.button(words.END(), key=session.key("logins", "end", one.id), on_click=_end, args=(one.id,))


def _end(login_id: str) -> None:
    try:
        end_own_login(access.workspace(), access.actor(), login_id)
    except (Refused, DatabaseProblem) as problem:
        st.toast(escaped(in_words(problem)), icon=":material/error:")
    else:
        st.toast(words.ENDED(), icon=":material/check:")
