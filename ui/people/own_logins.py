"""Where one is logged in, and ending a login one has left somewhere: a box that opens from the menu."""

import streamlit as st

from language import moment
from service.faults import DatabaseProblem, Refused
from service.people.open_logins import OpenLogin, end_own_login, own_logins
from ui import access, session
from ui.failures import in_words
from ui.text import escaped


def button() -> None:
    """What opens the box."""
    if st.button("Innlogginger", icon=":material/devices:", key=session.key("logins", "open")):
        _box()


@st.dialog("Her er du logget inn")
def _box() -> None:
    try:
        with access.reading() as (ws, actor):
            held = own_logins(ws, actor, login=access.login_name())
    except (Refused, DatabaseProblem) as problem:
        st.error(escaped(in_words(problem)))
        return

    st.caption("Kjenner du ikke igjen en av dem, avslutt den, og si fra til den som drifter Klarsjekk hos dere.")
    for one in held:
        _row(one)


def _row(one: OpenLogin) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=session.name("login", one.id)):
        here = " (denne)" if one.here else ""
        st.markdown(f"**{escaped(one.device or 'Ukjent nettleser')}**{here}  \nSist brukt {moment(one.used_at)}, logget inn {moment(one.began_at)}")  # fmt: skip
        if not one.here:
            st.button("Avslutt", key=session.key("logins", "end", one.id), on_click=_end, args=(one.id,))


def _end(login_id: str) -> None:
    try:
        end_own_login(access.workspace(), access.actor(), login_id)
    except (Refused, DatabaseProblem) as problem:
        st.toast(escaped(in_words(problem)), icon=":material/error:")
    else:
        st.toast("Innloggingen er avsluttet.", icon=":material/check:")
