"""That a customer has started, on screen: asked when the day is past, said, corrected or taken back."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from language import count, day, moment
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
    ago = count((access.today() - customer.go_live).days, "dag", "dager")
    with st.container(border=True, key=session.name("ask", "started")):
        st.header(f"Startet dere {day(customer.go_live)}?", anchor=False)
        st.write(
            f"Datoen er passert for {ago} siden, og ingen har bekreftet oppstarten. Konklusjonen under gjelder til den "
            "er bekreftet, eller til en ny dato er satt."
        )
        if may_confirm():
            _confirm(customer, customer.go_live)
        else:
            st.caption("Prosjektlederen hos dere eller HPAS bekrefter oppstarten.")
        st.write(f"**Startet dere ikke?** Da må en ny dato settes. {access.to_set_a_date()}")


def _confirm(customer: CustomerInfo, first: date) -> None:
    with st.form(session.name("confirm", customer.id), border=False):
        key = session.key("start-day", customer.id)
        typed = typed_fields.day_box("Dagen dere faktisk startet", value=first, key=key)
        if st.form_submit_button("Ja, vi har startet", type="primary", icon=":material/check:"):
            make_change(
                lambda: confirm_start(
                    access.workspace(),
                    access.actor(),
                    customer.id,
                    typed_fields.needed_day(typed),
                    as_of=access.today(),
                ),
                "Oppstarten er bekreftet.",
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
        st.info(f"Datoen for oppstart er ikke satt. {access.to_set_a_date()}", icon=":material/event:")
        return
    if customer.go_live == access.today() and may_confirm():
        st.header("Starter dere i dag?", anchor=False)
        _confirm(customer, customer.go_live)
        return
    st.info(
        f"Oppstarten er satt til {day(customer.go_live)}. Når dagen er kommet, bekrefter dere her at dere startet. "
        "Så spør vi hvordan det gikk 7, 30 og 90 dager etter.",
        icon=":material/event:",
    )


def stands(customer: CustomerInfo, said: Sequence[SaidStart]) -> None:
    """Since when it is in use, and a way to mend what was said."""
    if customer.started_on is None:
        return
    late = 0 if customer.go_live is None else (customer.started_on - customer.go_live).days
    moved = f", {count(abs(late), 'dag', 'dager')} {'etter' if late > 0 else 'før'} datoen som var satt" if late else ""
    st.success(f"**I bruk siden {day(customer.started_on)}**{moved}.", icon=":material/rocket_launch:")
    with st.expander("Rett dagen, eller si at dere ikke har startet", icon=":material/edit:"):
        if may_confirm():
            _mend(customer, customer.started_on)
        for each in said:
            _said(each)


def _mend(customer: CustomerInfo, stands: date) -> None:
    with st.form(session.name("mend", customer.id), border=False):
        typed = typed_fields.day_box("Dagen dere startet", value=stands, key=session.key("start-mend", customer.id))
        reason = st.text_input(
            "Hvorfor stemmer ikke det som står?", max_chars=500, key=session.key("start-why", customer.id)
        )
        with st.container(horizontal=True):
            mend = st.form_submit_button("Rett dagen", icon=":material/save:")
            back = st.form_submit_button("Vi har ikke startet", icon=":material/undo:")
    ws, today = access.workspace(), access.today()
    if mend:
        make_change(
            lambda: confirm_start(
                ws, access.actor(), customer.id, typed_fields.needed_day(typed), as_of=today, reason=reason
            ),
            "Dagen er rettet.",
        )
    elif back:
        make_change(
            lambda: take_back_start(ws, access.actor(), customer.id, reason=reason),
            "Bekreftelsen er tatt tilbake. Nå må en ny dato settes.",
        )


def _said(each: SaidStart) -> None:
    what = f"startet {day(each.started_on)}" if each.started_on else "ikke startet"
    st.caption(f"{moment(each.at)}, {escaped(each.name)}: {what}")
    if each.reason:
        plain(each.reason)
