"""Booking a shared role for a wave or a customer, and taking a booking away, for an administrator of HPAS."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from language import day, short_day
from language.ui.portfolio import alike
from language.ui.portfolio import booking as words
from scoring.names import name_key
from service.portfolio.comparison import ComparedMember, Comparison
from service.portfolio.shared_roles import Booking, SharedRole, book_role, end_booking
from ui import access, session, typed_fields
from ui.change_form import make_change

OF_WAVE, OF_CUSTOMER = "wave", "customer"
# So many customers are offered at once: the search finds the others.
MOST_OFFERED = 40
HALF = 50
_OPEN, _KIND, _SEARCH, _GONE = (session.key("booking", name) for name in ("open", "kind", "search", "gone"))


def whom_text(each: SharedRole) -> str:
    return each.customer or (words.OF_WAVE(day=short_day(each.wave)) if each.wave else "")


def add(customers: Comparison) -> None:
    """A role, for whom, which weeks, and how much of it."""
    box = st.expander(words.SET_UP_ROLE(), icon=":material/add:", key=_OPEN, on_change="rerun")
    if not box.open:
        return
    with box:
        kind = st.segmented_control(
            words.FOR(),
            [OF_WAVE, OF_CUSTOMER],
            format_func=words.KINDS.__getitem__,
            default=OF_WAVE,
            required=True,
            key=_KIND,
        )
        offered = _found(customers.members) if kind == OF_CUSTOMER else []
        with st.form("book-role"):
            role = st.text_input(words.ROLE(), max_chars=200, placeholder=words.NOT_A_NAME())
            wave = _wave_box(customers) if kind != OF_CUSTOMER else None
            customer = _customer_box(offered) if kind == OF_CUSTOMER else None
            one, two, three = st.columns(3)
            with one:
                first = typed_fields.day_box(words.FIRST())
            with two:
                last = typed_fields.day_box(words.LAST())
            share = three.number_input(words.SHARE(), min_value=1, max_value=100, value=HALF, step=5)
            if st.form_submit_button(words.SET_UP(), type="primary"):
                make_change(lambda: _book(role, customer, wave, first, last, share))


def _wave_box(customers: Comparison) -> date | None:
    days = sorted({each.go_live for each in customers.members if each.go_live and each.go_live >= access.today()})
    return st.selectbox(alike.GO_LIVE(), days, index=None, format_func=day, placeholder=words.CHOOSE_GO_LIVE())


def _found(members: Sequence[ComparedMember]) -> list[ComparedMember]:
    """The customers the search finds, by name, as many as are offered."""
    typed = st.text_input(
        words.SEARCH(), key=_SEARCH, max_chars=200, icon=":material/search:", placeholder=words.NAME()
    )
    wanted = name_key(typed)
    found = sorted((each for each in members if wanted in name_key(each.name)), key=lambda each: each.name.casefold())
    if len(found) > MOST_OFFERED:
        st.caption(words.FIRST_ONES(most=MOST_OFFERED, all=len(found)))
    return found[:MOST_OFFERED]


def _customer_box(offered: Sequence[ComparedMember]) -> str | None:
    names = {each.customer_id: each.name for each in offered}
    return st.selectbox(
        alike.CUSTOMER(),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=words.CHOOSE_CUSTOMER(),
    )


def _book(role: str, customer: str | None, wave: date | None, first: str, last: str, share: int) -> str:
    days = (typed_fields.needed_day(first), typed_fields.needed_day(last))
    book_role(access.workspace(), access.actor(), Booking(role, customer, wave, *days, share))
    return words.IS_SET_UP()


def take_away(here: Sequence[SharedRole]) -> None:
    """One of those in the table."""
    lines = {each.id: words.LINE(role=each.role, whom=whom_text(each), day=short_day(each.first)) for each in here}
    with st.form("end-booking", border=False):
        gone = st.selectbox(
            words.TAKE_LINE_AWAY(),
            list(lines),
            index=None,
            format_func=lines.__getitem__,
            placeholder=words.CHOOSE_LINE(),
            key=_GONE,
        )
        if st.form_submit_button(words.TAKE_AWAY()) and gone:
            make_change(lambda: end_booking(access.workspace(), access.actor(), gone), words.IS_TAKEN_AWAY())
