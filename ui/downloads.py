"""Buttons that hand out files, in both dialects: a click gives a ticket, and the browser fetches the file with it."""

from collections.abc import Mapping

import streamlit as st

from reports.dialect import Dialect
from service.tickets import Wanted, What, issue
from ui import access, session

LABELS = {Dialect.NORWEGIAN: "CSV for Excel", Dialect.PROGRAM: "CSV for programmer"}


def buttons(what: What, customer_id: str = "") -> None:
    """The two dialects of a CSV file, and the link the browser follows by itself."""
    with st.container(horizontal=True):
        for dialect in Dialect:
            _button(LABELS[dialect], what, customer_id, dialect)
    _ready(what)


def documents(wanted: Mapping[What, str], customer_id: str) -> None:
    """Files that have one form only: what -> the words on its button."""
    with st.container(horizontal=True):
        for what, label in wanted.items():
            _button(label, what, customer_id, Dialect.NORWEGIAN)
    for what in wanted:
        _ready(what)


def _button(label: str, what: What, customer_id: str, dialect: Dialect) -> None:
    key, args = session.key("download", what, dialect), (what, customer_id, dialect)
    st.button(label, key=key, icon=":material/download:", on_click=_prepare, args=args)


def _ready(what: What) -> None:
    token = session.take(session.key("ticket", what))
    if token is not None:
        with st.container(key=session.name("ready", what)):
            st.markdown(f"Nedlastingen har startet. [Hent filen]({link(str(token))}) hvis den ikke kommer av seg selv.")


def link(token: str) -> str:
    return f"./last-ned/{token}"


def _prepare(what: What, customer_id: str, dialect: Dialect) -> None:
    wanted = Wanted(access.actor(), what, customer_id, dialect, access.today())
    session.put(session.key("ticket", what), issue(wanted, st.context.cookies))
