"""One customer on HPAS's page: adding it, its go-live with its history, and the yearly review of who has access."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from language import CUSTOMER_TYPES, count, day, moment
from service.files.people import ACCESS
from service.people.customers import CustomerInfo, MoveRow, add_customer, set_go_live
from service.people.own_machine import LocalUse
from ui import access, session, typed_fields
from ui.change_form import make_change
from ui.files import downloads
from ui.text import escaped

_PICKED = session.key("customers", "picked")


def add() -> None:
    """A form for one more customer."""
    offered = list(access.workspace().forms)
    demo = access.drawn_use() is LocalUse.DEMO
    label = "Legg til en oppdiktet kunde" if demo else "Legg til en kunde"
    with st.expander(label, icon=":material/add:"), st.form("add-customer", clear_on_submit=False):
        if demo:
            st.caption(_ALL_INVENTED)
        name = st.text_input("Navn", max_chars=200)
        kind = st.selectbox("Type", offered, format_func=lambda found: CUSTOMER_TYPES[found].capitalize())
        go_live = typed_fields.day_box("Oppstart, hvis den er bestemt")
        if st.form_submit_button("Legg til", type="primary"):
            make_change(
                lambda: add_customer(
                    access.workspace(),
                    access.actor(),
                    name=name,
                    customer_type=kind,
                    go_live=typed_fields.read_day_box(go_live),
                    invented=demo,
                ),
                "Kunden er lagt til.",
            )


_ALL_INVENTED = (
    "I demoen er alle kunder oppdiktet, og det står på alt som hentes ut. Skal Klarsjekk brukes for en virkelig kunde uten "
    "innlogging, begynner dere med en tom database: «DATABASE_URL=sqlite:///data/egen.db make app»."
)


def chosen(customers: Sequence[CustomerInfo]) -> CustomerInfo | None:
    """The customer that is looked closer at, if there is one."""
    held = session.value(_PICKED)
    return next((customer for customer in customers if customer.id == held), None)


def pick(offered: Sequence[CustomerInfo], picked: CustomerInfo | None) -> None:
    """The box to choose one in. offered: those that stand in the table; the one that is chosen is offered beside them."""
    if not offered and picked is None:
        return
    beside = [picked] if picked is not None and picked not in offered else []
    names = {customer.id: customer.name for customer in (*beside, *offered)}
    st.header("Én kunde", anchor=False)
    label = "Oppstart, historikk og tilgang for en av kundene i tabellen"
    st.selectbox(label, list(names), index=None, format_func=names.__getitem__, placeholder="Velg kunde", key=_PICKED)


def move(customer: CustomerInfo, moves: Sequence[MoveRow]) -> None:
    """The go-live day, and how it has been moved."""
    with st.form(session.name("go-live", customer.id)):
        go_live = typed_fields.day_box("Oppstart", value=customer.go_live)
        reason = st.text_input("Hvorfor flyttes den?", max_chars=1_000, help="Kunden ser det der datoen står.")
        if st.form_submit_button("Flytt oppstarten"):
            make_change(
                lambda: set_go_live(
                    access.workspace(), access.actor(), customer.id, typed_fields.read_day_box(go_live), reason=reason
                ),
                "Datoen er lagret. Alle frister regnes fra den nye datoen.",
            )
    if moves:
        st.markdown(f"Datoen er flyttet {count(len(moves), 'gang', 'ganger')}:")
        lines = [f"- {moment(m.at)}: fra {_day(m.moved_from)} til {_day(m.moved_to)}{_why(m)}" for m in moves]
        st.markdown("\n".join(lines))


def _why(move: MoveRow) -> str:
    return f": {escaped(move.reason)}" if move.reason else ""


def _day(found: date | None) -> str:
    return "ingen dato" if found is None else day(found)


def review() -> None:
    st.header("Gjennomgang av tilganger", anchor=False)
    st.write(
        "Alle som har eller har hatt tilgang. Gå gjennom listen minst én gang i året, og fjern dem som har sluttet."
    )
    downloads.buttons(ACCESS)
