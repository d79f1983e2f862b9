"""Buttons that hand out files, in both dialects: a click gives a ticket, and the browser fetches the file with it."""

import streamlit as st

from reports.dialect import Dialect
from service.tickets import Wanted, What, issue
from ui import access, session

LABELS = {Dialect.NORWEGIAN: "CSV for Excel", Dialect.PROGRAM: "CSV for programmer"}


def buttons(what: What, customer_id: str = "") -> None:
    """The two buttons, and the link the browser follows by itself."""
    with st.container(horizontal=True):
        for dialect in Dialect:
            st.button(
                LABELS[dialect],
                key=session.key("download", what, dialect),
                icon=":material/download:",
                on_click=_prepare,
                args=(what, customer_id, dialect),
            )
    token = session.take(session.key("ticket", what))
    if token is not None:
        with st.container(key=session.name("ready", what)):
            st.markdown(f"Nedlastingen har startet. [Hent filen]({link(str(token))}) hvis den ikke kommer av seg selv.")


def link(token: str) -> str:
    return f"./last-ned/{token}"


def _prepare(what: What, customer_id: str, dialect: Dialect) -> None:
    wanted = Wanted(access.actor(), what, customer_id, dialect, access.today())
    session.put(session.key("ticket", what), issue(wanted, st.context.cookies))
