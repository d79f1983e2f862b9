"""The first screen of an empty database without login: one's own customer on this machine, or the demo; and changing it later."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import streamlit as st

from language import CUSTOMER_TYPES, spoken
from language.ui.people import set_up as words
from scoring.vocabulary import CustomerType
from service.demo.history import start_demo
from service.faults import LONGEST_NAME, DatabaseProblem, Refused
from service.people.customers import CustomerInfo, checked_name
from service.people.own_machine import describe_own, set_up_own
from service.people.spoken import choose_language
from ui import access, typed_fields
from ui.change_form import make_change, say_outcome
from ui.failures import in_words
from ui.text import escaped


def offered() -> list[CustomerType]:
    """The types there is a questionnaire for."""
    return list(access.workspace().forms)


def welcome() -> None:
    st.write(words.WELCOME())


def own(kinds: Sequence[CustomerType]) -> None:
    """The form that makes this the machine of one real customer."""
    with st.container(border=True):
        st.header(words.OURS(), anchor=False)
        st.write(words.ABOUT_OURS())
        with st.form("set-up", border=False):
            kind = st.radio(
                words.WHAT_ARE_YOU(), kinds, index=None, format_func=_named, horizontal=True, key="set-up.type"
            )
            name = st.text_input(words.NAME(), max_chars=LONGEST_NAME, key="set-up.name")
            go_live = typed_fields.day_box(words.GO_LIVE_IF_DECIDED(), key="set-up.go-live")
            if st.form_submit_button(words.BEGIN(), type="primary", icon=":material/arrow_forward:", key="set-up.own"):
                _begin_own(kind, name, go_live)


T = TypeVar("T")


def _named(kind: CustomerType) -> str:
    return CUSTOMER_TYPES[kind].capitalize()


def _begin_own(kind: CustomerType | None, name: str, typed: str) -> None:
    faults: list[str] = []
    called = _checked(lambda: checked_name(name), faults)
    go_live = _checked(lambda: typed_fields.read_day_box(typed), faults)
    if kind is None:
        faults.insert(0, words.CHOOSE_KIND())
    if faults or kind is None or called is None:
        st.error("\n".join(f"- {escaped(fault)}" for fault in faults))
        return
    _go(lambda: _make_own(kind, called, go_live))


def _make_own(kind: CustomerType, name: str, go_live: date | None) -> None:
    """What this page was read in is the customer's language."""
    made = set_up_own(access.workspace(), access.actor(), name=name, customer_type=kind, go_live=go_live)
    choose_language(access.workspace(), access.actor(), made, spoken())


def _checked(read: Callable[[], T], faults: list[str]) -> T | None:
    """What was typed; what is wrong with it is added to the faults."""
    try:
        return read()
    except Refused as refused:
        faults.append(refused.message)
        return None


def demo() -> None:
    """The button that fills the database with the invented customers."""
    with st.container(border=True):
        st.header(words.DEMO(), anchor=False)
        st.write(words.ABOUT_DEMO())
        if st.button(words.OPEN_DEMO(), icon=":material/science:", key="set-up.demo"):
            with st.spinner(words.MAKING_DEMO()):
                _go(lambda: start_demo(access.workspace(), access.actor(), as_of=access.today()))


def _go(begin: Callable[[], object]) -> None:
    """Begin, and open the first page of what was begun; or say what is in the way."""
    try:
        begin()
    except Refused as refused:
        st.error(escaped(refused.message))
    except DatabaseProblem as problem:
        st.error(escaped(in_words(problem)))
    else:
        st.rerun()


def describe(customer: CustomerInfo) -> None:
    """Name and go-live of one's own customer, where there is no administrator to change them."""
    st.header(words.ABOUT_CUSTOMER(), anchor=False)
    say_outcome()
    with st.form("own-customer"):
        name = st.text_input(words.OWN_NAME(), value=customer.name, max_chars=LONGEST_NAME)
        go_live = typed_fields.day_box(words.GO_LIVE(), value=customer.go_live)
        if st.form_submit_button(words.SAVE()):
            make_change(lambda: _describe(customer.id, name, typed_fields.read_day_box(go_live)), words.SAVED())


def _describe(customer_id: str, name: str, go_live: date | None) -> None:
    describe_own(access.workspace(), access.actor(), customer_id, name=name, go_live=go_live)
