"""Booking a shared role for a wave or a customer, and taking a booking away, for an administrator of HPAS."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from language import day, short_day
from scoring.names import name_key
from service.portfolio.comparison import ComparedMember, Comparison
from service.portfolio.shared_roles import Booking, SharedRole, book_role, end_booking
from ui import access, session, typed_fields
from ui.change_form import make_change

OF_WAVE, OF_CUSTOMER = "En oppstart", "En kunde"
# So many customers are offered at once: the search finds the others.
MOST_OFFERED = 40
HALF = 50
_OPEN, _KIND, _SEARCH, _GONE = (session.key("booking", name) for name in ("open", "kind", "search", "gone"))


def whom_text(each: SharedRole) -> str:
    return each.customer or (f"oppstart {short_day(each.wave)}" if each.wave else "")


def add(customers: Comparison) -> None:
    """A role, for whom, which weeks, and how much of it."""
    box = st.expander("Sett opp en rolle", icon=":material/add:", key=_OPEN, on_change="rerun")
    if not box.open:
        return
    with box:
        kind = st.segmented_control("Gjelder", [OF_WAVE, OF_CUSTOMER], default=OF_WAVE, required=True, key=_KIND)
        offered = _found(customers.members) if kind == OF_CUSTOMER else []
        with st.form("book-role"):
            role = st.text_input("Rolle eller funksjon", max_chars=200, placeholder="Rollen, ikke hva noen heter")
            wave = _wave_box(customers) if kind != OF_CUSTOMER else None
            customer = _customer_box(offered) if kind == OF_CUSTOMER else None
            one, two, three = st.columns(3)
            with one:
                first = typed_fields.day_box("Fra og med")
            with two:
                last = typed_fields.day_box("Til og med")
            share = three.number_input("Andel i prosent", min_value=1, max_value=100, value=HALF, step=5)
            if st.form_submit_button("Sett opp", type="primary"):
                make_change(lambda: _book(role, customer, wave, first, last, share))


def _wave_box(customers: Comparison) -> date | None:
    days = sorted({each.go_live for each in customers.members if each.go_live and each.go_live >= access.today()})
    return st.selectbox("Oppstart", days, index=None, format_func=day, placeholder="Velg en oppstart")


def _found(members: Sequence[ComparedMember]) -> list[ComparedMember]:
    """The customers the search finds, by name, as many as are offered."""
    said = st.text_input("Søk etter kunden", key=_SEARCH, max_chars=200, icon=":material/search:", placeholder="Navn")
    wanted = name_key(said)
    found = sorted((each for each in members if wanted in name_key(each.name)), key=lambda each: each.name.casefold())
    if len(found) > MOST_OFFERED:
        st.caption(f"De {MOST_OFFERED} første av {len(found)} kan velges. Søk for å finne de andre.")
    return found[:MOST_OFFERED]


def _customer_box(offered: Sequence[ComparedMember]) -> str | None:
    names = {each.customer_id: each.name for each in offered}
    return st.selectbox("Kunde", list(names), index=None, format_func=names.__getitem__, placeholder="Velg kunde")


def _book(role: str, customer: str | None, wave: date | None, first: str, last: str, share: int) -> str:
    days = (typed_fields.needed_day(first), typed_fields.needed_day(last))
    book_role(access.workspace(), access.actor(), Booking(role, customer, wave, *days, share))
    return "Rollen er satt opp."


def take_away(here: Sequence[SharedRole]) -> None:
    """One of those in the table."""
    lines = {each.id: f"{each.role}, {whom_text(each)}, fra {short_day(each.first)}" for each in here}
    with st.form("end-booking", border=False):
        gone = st.selectbox("Ta bort en linje", list(lines), index=None, format_func=lines.__getitem__, placeholder="Velg linjen", key=_GONE)  # fmt: skip
        if st.form_submit_button("Ta bort") and gone:
            make_change(lambda: end_booking(access.workspace(), access.actor(), gone), "Linjen er tatt bort.")
