"""The first screen of an empty database without login: one's own customer on this machine, or the demo; and changing it later."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import streamlit as st

from language import CUSTOMER_TYPES
from scoring.vocabulary import CustomerType
from service.demo.history import start_demo
from service.faults import LONGEST_NAME, DatabaseProblem, Refused
from service.people.customers import CustomerInfo, checked_name
from service.people.own_machine import describe_own, set_up_own
from ui import access, typed_fields
from ui.change_form import make_change, say_outcome
from ui.failures import in_words
from ui.text import escaped


def offered() -> list[CustomerType]:
    """The types there is a questionnaire for."""
    return list(access.workspace().forms)


def welcome() -> None:
    st.write(
        "Her ser dere hva som mangler før oppstart, mens det ennå er tid. Velg om dere vil bruke Klarsjekk for deres egen "
        "virksomhet, eller se på et eksempel først."
    )


def own(kinds: Sequence[CustomerType]) -> None:
    """The form that makes this the machine of one real customer."""
    with st.container(border=True):
        st.header("Vår virksomhet", anchor=False)
        st.write("Svarene blir liggende på denne maskinen. Ingen logger inn, og bare den som sitter her, kommer til.")
        with st.form("set-up", border=False):
            kind = st.radio("Hva er dere?", kinds, index=None, format_func=_named, horizontal=True, key="set-up.type")
            name = st.text_input("Navn på virksomheten", max_chars=LONGEST_NAME, key="set-up.name")
            go_live = typed_fields.day_box("Dato for oppstart, hvis den er bestemt", key="set-up.go-live")
            if st.form_submit_button("Begynn", type="primary", icon=":material/arrow_forward:", key="set-up.own"):
                _begin_own(kind, name, go_live)


T = TypeVar("T")


def _named(kind: CustomerType) -> str:
    return CUSTOMER_TYPES[kind].capitalize()


def _begin_own(kind: CustomerType | None, name: str, typed: str) -> None:
    faults: list[str] = []
    called = _checked(lambda: checked_name(name), faults)
    go_live = _checked(lambda: typed_fields.read_day_box(typed), faults)
    if kind is None:
        faults.insert(0, "Velg hva slags virksomhet dere er.")
    if faults or kind is None or called is None:
        st.error("\n".join(f"- {escaped(fault)}" for fault in faults))
        return
    _go(lambda: set_up_own(access.workspace(), access.actor(), name=called, customer_type=kind, go_live=go_live))


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
        st.header("Demo", anchor=False)
        st.write(
            "Se hvordan det virker med oppdiktede kunder, både som kunde og som HPAS. Vil dere bruke Klarsjekk for dere selv "
            "etterpå, begynner dere med en ny database."
        )
        if st.button("Åpne demoen", icon=":material/science:", key="set-up.demo"):
            with st.spinner("Lager de oppdiktede kundene …"):
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
    st.header("Om virksomheten", anchor=False)
    say_outcome()
    with st.form("own-customer"):
        name = st.text_input("Navn", value=customer.name, max_chars=LONGEST_NAME)
        go_live = typed_fields.day_box("Dato for oppstart", value=customer.go_live)
        if st.form_submit_button("Lagre"):
            make_change(lambda: _describe(customer.id, name, typed_fields.read_day_box(go_live)), _STORED)


_STORED = "Lagret. Alle frister regnes fra datoen for oppstart."


def _describe(customer_id: str, name: str, go_live: date | None) -> None:
    describe_own(access.workspace(), access.actor(), customer_id, name=name, go_live=go_live)
