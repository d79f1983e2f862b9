"""One customer on HPAS's page: adding it, its go-live with its history, and the yearly review of who has access."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from language import CUSTOMER_TYPES, day, moment
from language.ui.people import customers as words
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
    label = words.ADD_INVENTED() if demo else words.ADD_ONE()
    with st.expander(label, icon=":material/add:"), st.form("add-customer", clear_on_submit=False):
        if demo:
            st.caption(words.ALL_INVENTED())
        name = st.text_input(words.NAME(), max_chars=200)
        kind = st.selectbox(words.TYPE(), offered, format_func=lambda found: CUSTOMER_TYPES[found].capitalize())
        go_live = typed_fields.day_box(words.GO_LIVE_IF_DECIDED())
        if st.form_submit_button(words.ADD(), type="primary"):
            make_change(
                lambda: add_customer(
                    access.workspace(),
                    access.actor(),
                    name=name,
                    customer_type=kind,
                    go_live=typed_fields.read_day_box(go_live),
                    invented=demo,
                ),
                words.ADDED(),
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
    st.header(words.ONE_CUSTOMER(), anchor=False)
    st.selectbox(
        words.PICK(),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=words.CHOOSE(),
        key=_PICKED,
    )


def move(customer: CustomerInfo, moves: Sequence[MoveRow]) -> None:
    """The go-live day, and how it has been moved."""
    with st.form(session.name("go-live", customer.id)):
        go_live = typed_fields.day_box(words.GO_LIVE(), value=customer.go_live)
        reason = st.text_input(words.WHY_MOVED(), max_chars=1_000, help=words.SEEN())
        if st.form_submit_button(words.MOVE()):
            make_change(
                lambda: set_go_live(
                    access.workspace(), access.actor(), customer.id, typed_fields.read_day_box(go_live), reason=reason
                ),
                words.MOVED(),
            )
    if moves:
        st.markdown(words.TIMES_MOVED(len(moves)))
        st.markdown("\n".join(_line(move) for move in moves))


def _line(move: MoveRow) -> str:
    return words.ONE_MOVE(when=moment(move.at), before=_day(move.moved_from), after=_day(move.moved_to), why=_why(move))


def _why(move: MoveRow) -> str:
    return f": {escaped(move.reason)}" if move.reason else ""


def _day(found: date | None) -> str:
    return words.NO_DAY() if found is None else day(found)


def review() -> None:
    st.header(words.REVIEW(), anchor=False)
    st.write(words.ABOUT_REVIEW())
    downloads.buttons(ACCESS)
