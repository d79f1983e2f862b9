"""In which of bokmål and nynorsk a tab is drawn, and the switch that stands on every page.

A customer's pages are in the language its lead has chosen, for all of the customer's. Everyone else's choice, HPAS's too, is that
of the tab, and stands in its address.
"""

from collections import OrderedDict
from threading import Lock

import streamlit as st
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

import language
from language import Language
from language.ui.spoken import LABEL, NAMES
from service.faults import Refused
from service.people.actor import CUSTOMER_ROLES, Actor, Role
from service.people.customers import CustomerInfo
from service.people.spoken import choose_language, language_of
from ui import access, session
from ui.failures import in_words
from ui.text import escaped

KEY = session.key("switch", "language")
MOST_KEPT = 5_000


class _Tabs:
    """What each session of this process is spoken to in, the latest ones only: callbacks and fragments know no customer."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Language] = OrderedDict()
        self._turn = Lock()

    def put(self, session_id: str | None, spoken: Language) -> None:
        with self._turn:
            if session_id is not None:
                self._held[session_id] = spoken
                self._held.move_to_end(session_id)
            if len(self._held) > MOST_KEPT:
                self._held.popitem(last=False)

    def here(self) -> Language:
        return self._held.get(_session_id() or "", Language.BOKMAL)


def _session_id() -> str | None:
    """Told without a word to the session, at which a run may be ended; `None` in a thread that draws nothing."""
    run = get_script_run_ctx(suppress_warning=True)
    return None if run is None else run.session_id


_tabs = _Tabs()
language.ask(_tabs.here)


def settle(actor: Actor, customer: CustomerInfo | None) -> None:
    """What this run is drawn in, and what its callbacks and fragments say; the browser is told, for what it says itself."""
    of_customer = customer if actor.role in CUSTOMER_ROLES else None
    # A lead who comes by somebody else's address reads what the customer's papers are written in.
    chosen = of_customer is not None and of_customer.language is not None and actor.role is Role.LEAD
    _tabs.put(_session_id(), (None if chosen else _of_the_tab()) or language_of(of_customer))
    # Nothing to see: `web/together.js` reads the key.
    st.container(key=session.name("language", language.spoken()))


def switch(actor: Actor, customer: CustomerInfo | None) -> None:
    """Bokmål or nynorsk, in the sidebar."""
    session.put(KEY, language.spoken())
    st.sidebar.radio(
        LABEL(),
        list(Language),
        format_func=NAMES.__getitem__,
        key=KEY,
        horizontal=True,
        label_visibility="collapsed",
        on_change=_choose,
        args=(actor, customer),
    )


def _choose(actor: Actor, customer: CustomerInfo | None) -> None:
    wanted = Language(str(session.value(KEY)))
    session.choose(session.LANGUAGE, wanted)
    if actor.role is not Role.LEAD or customer is None:
        return
    try:
        choose_language(access.workspace(), access.actor(), customer.id, wanted)
    except (Refused, *access.CannotStart) as problem:
        st.toast(escaped(in_words(problem)))
        return
    session.choose(session.LANGUAGE, None)


def _of_the_tab() -> Language | None:
    held = session.chosen(session.LANGUAGE)
    return Language(held) if held in set(Language) else None
