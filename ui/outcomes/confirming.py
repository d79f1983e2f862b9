"""That a customer has started, on screen: asked when the day is past, said, corrected or taken back."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from language import DAYS, day, moment
from language.ui.outcomes import confirming as words
from service.outcomes.starts import SaidStart, confirm_start, take_back_start
from service.people.customers import CustomerInfo
from service.people.permissions import PERMISSIONS, Operation
from ui import access, session, typed_fields
from ui.change_form import make_change
from ui.text import escaped, plain

AFTER = "pages/customer/after.py"


def may_confirm() -> bool:
    """Whether to offer it; the service decides for itself."""
    return access.drawn_for().role in PERMISSIONS[Operation.CONFIRM_START].roles


def ask(customer: CustomerInfo) -> None:
    """First of all, when the day is past and nobody has said whether they started."""
    if customer.go_live is None:
        return
    ago = DAYS((access.today() - customer.go_live).days)
    with st.container(border=True, key=session.name("ask", "started")):
        st.header(words.DID_YOU_START(day=day(customer.go_live)), anchor=False)
        st.write(words.NOT_CONFIRMED(ago=ago))
        if may_confirm():
            _confirm(customer, customer.go_live)
        else:
            st.caption(words.WHO_CONFIRMS())
        st.write(words.DID_NOT_START(what_to_do=access.to_set_a_date()))


def _confirm(customer: CustomerInfo, first: date) -> None:
    with st.form(session.name("confirm", customer.id), border=False):
        key = session.key("start-day", customer.id)
        typed = typed_fields.day_box(words.DAY_STARTED(), value=first, key=key)
        if st.form_submit_button(words.YES(), type="primary", icon=":material/check:"):
            make_change(
                lambda: confirm_start(
                    access.workspace(),
                    access.actor(),
                    customer.id,
                    typed_fields.needed_day(typed),
                    as_of=access.today(),
                ),
                words.CONFIRMED(),
            )


def before(customer: CustomerInfo) -> None:
    """The question when the day is past, else what comes."""
    if customer.go_live is not None and customer.go_live < access.today():
        ask(customer)
    else:
        _not_yet(customer)


def _not_yet(customer: CustomerInfo) -> None:
    """What comes, for who has not started and whose day is not past."""
    if customer.go_live is None:
        st.info(words.NO_DATE(what_to_do=access.to_set_a_date()), icon=":material/event:")
        return
    if customer.go_live == access.today() and may_confirm():
        st.header(words.TODAY(), anchor=False)
        _confirm(customer, customer.go_live)
        return
    st.info(words.NOT_YET(day=day(customer.go_live)), icon=":material/event:")


def stands(customer: CustomerInfo, said: Sequence[SaidStart]) -> None:
    """Since when it is in use, and a way to mend what was said."""
    if customer.started_on is None:
        return
    late = 0 if customer.go_live is None else (customer.started_on - customer.go_live).days
    since = day(customer.started_on)
    if late:
        told = (words.IN_USE_AFTER if late > 0 else words.IN_USE_BEFORE)(day=since, late=DAYS(abs(late)))
    else:
        told = words.IN_USE(day=since)
    st.success(told, icon=":material/rocket_launch:")
    with st.expander(words.MEND_OR_TAKE_BACK(), icon=":material/edit:"):
        if may_confirm():
            _mend(customer, customer.started_on)
        for each in said:
            _said(each)


def _mend(customer: CustomerInfo, stands: date) -> None:
    with st.form(session.name("mend", customer.id), border=False):
        typed = typed_fields.day_box(words.DAY(), value=stands, key=session.key("start-mend", customer.id))
        reason = st.text_input(words.WHY(), max_chars=500, key=session.key("start-why", customer.id))
        with st.container(horizontal=True):
            mend = st.form_submit_button(words.MEND(), icon=":material/save:")
            back = st.form_submit_button(words.NOT_STARTED(), icon=":material/undo:")
    ws, today = access.workspace(), access.today()
    if mend:
        make_change(
            lambda: confirm_start(
                ws, access.actor(), customer.id, typed_fields.needed_day(typed), as_of=today, reason=reason
            ),
            words.MENDED(),
        )
    elif back:
        make_change(
            lambda: take_back_start(ws, access.actor(), customer.id, reason=reason),
            words.TAKEN_BACK(),
        )


def _said(each: SaidStart) -> None:
    at, name = moment(each.at), escaped(each.name)
    if each.started_on:
        st.caption(words.SAID_STARTED(at=at, name=name, day=day(each.started_on)))
    else:
        st.caption(words.SAID_NOT_STARTED(at=at, name=name))
    if each.reason:
        plain(each.reason)
