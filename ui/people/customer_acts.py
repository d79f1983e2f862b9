"""What can be done with the customers that are picked in the table: to one, to some, or to all that the search finds."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from language import count, number, short_day
from service.faults import Refused
from service.letters.nudging import nudge_customers
from service.people.customer_changes import (
    Described,
    archive_customers,
    describe_customers,
    move_customers,
    take_back_customers,
)
from service.people.customers import CustomerInfo
from service.people.members import Member
from service.portfolio.customer_table import KeptCustomer
from ui import access, session, typed_fields
from ui.change_form import make_change
from ui.letters import mail
from ui.people.customer_list import seal
from ui.text import escaped, plain

MOVE, REGION, GROUP, REVIEWER, BEDS, REMIND, NAME, NUMBER, ARCHIVE = (
    "Flytt oppstarten",
    "Sett region",
    "Sett gruppe, for eksempel et interkommunalt samarbeid",
    "Sett kvalitetssikrer",
    "Sett antall senger",
    "Minn på å svare",
    "Endre navn",
    "Endre organisasjonsnummer",
    "Arkiver",
)
_NAMED = 5
_SEEN = "Kundene ser det der datoen står."


def draw(
    picked: Sequence[KeptCustomer], shown: Sequence[KeptCustomer], hpas: Sequence[Member], *, archived: bool
) -> None:
    """picked: those marked in the table. shown: all the search finds. hpas: whom a customer can have as its reviewer."""
    if not picked:
        return
    with st.container(border=True):
        label = f"Gjelder alle {number(len(shown))} som søket finner, ikke bare de som er krysset av"
        # Who they are is part of the key: who has said yes to some has not said yes to one that came since.
        every = len(shown) > len(picked) and st.checkbox(label, key=session.key("customers", "every", seal(shown)))
        whom = [each.customer for each in (shown if every else picked)]
        names = ", ".join(escaped(each.name) for each in whom[:_NAMED])
        more = f" og {number(len(whom) - _NAMED)} til" if len(whom) > _NAMED else ""
        st.markdown(f"**{count(len(whom), 'kunde', 'kunder')} valgt:** {names}{more}")
        if archived:
            _take_back(whom)
            return
        acts = [MOVE, REGION, GROUP, REVIEWER, BEDS, REMIND, *([NAME, NUMBER] if len(whom) == 1 else []), ARCHIVE]
        what = st.selectbox("Hva vil du gjøre?", acts, index=None, placeholder="Velg", key="customers.act")
        if what == REVIEWER:
            _reviewer(whom, hpas)
        elif what is not None:
            _ACTS[what](whom)


def _ids(whom: Sequence[CustomerInfo]) -> list[str]:
    return [each.id for each in whom]


def _move(whom: Sequence[CustomerInfo]) -> None:
    """One day for all of them, with who moves from when, before anything is stored."""
    to = typed_fields.day_or_message(typed_fields.day_box("Ny dato for oppstart", key="customers.act.day"))
    if to is not None:
        confirm_moves({each.id: to for each in whom}, whom)


def confirm_moves(days: Mapping[str, date], customers: Sequence[CustomerInfo]) -> None:
    """Who would move, from when to when, and the button that does it."""
    moving = [each for each in customers if days[each.id] != each.go_live]
    if not moving:
        st.info("Alle har denne datoen fra før.")
        return
    frame = {
        "Kunde": [each.name for each in moving],
        "Fra": [short_day(each.go_live) if each.go_live else "ingen dato" for each in moving],
        "Til": [short_day(days[each.id]) for each in moving],
    }
    st.dataframe(pd.DataFrame(frame), hide_index=True, width="stretch", alt="Hvem som flyttes, fra når og til når")
    reason = st.text_input("Hvorfor flyttes de?", max_chars=1_000, help=_SEEN, key="customers.act.reason")
    if st.button(f"Flytt {count(len(moving), 'kunde', 'kunder')}", type="primary", key="customers.act.move"):
        wanted = {each.id: days[each.id] for each in moving}
        make_change(
            lambda: (
                f"{count(move_customers(access.workspace(), access.actor(), wanted, reason=reason), 'kunde', 'kunder')} er flyttet. "
                "Alle frister regnes fra den nye datoen."
            )
        )


def _describe(whom: Sequence[CustomerInfo], said: Described) -> str:
    changed = describe_customers(access.workspace(), access.actor(), _ids(whom), said)
    return f"{count(changed, 'kunde', 'kunder')} er endret." if changed else "Alt sto slik fra før."


def _text(label: str, field: str, help_: str) -> Callable[[Sequence[CustomerInfo]], None]:
    """An act that asks for one text."""

    def draw_it(whom: Sequence[CustomerInfo]) -> None:
        alone = getattr(whom[0], field) or "" if len({getattr(each, field) for each in whom}) == 1 else ""
        with st.form(session.name("customers-act", field), border=False):
            text = st.text_input(label, value=str(alone), max_chars=200, help=help_ or None)
            if st.form_submit_button(f"Lagre for {count(len(whom), 'kunde', 'kunder')}", type="primary"):
                said: Described = {field: text}  # type: ignore[misc]
                make_change(lambda: _describe(whom, said))

    return draw_it


def _reviewer(whom: Sequence[CustomerInfo], hpas: Sequence[Member]) -> None:
    if not hpas:
        st.info("Ingen i HPAS er invitert ennå. Inviter dem nederst på siden.")
        return
    names = {"": "Ingen"} | {each.id: each.name or each.email or each.id for each in hpas}
    with st.form("customers-act-reviewer", border=False):
        who = st.selectbox("Kvalitetssikrer", list(names), format_func=names.__getitem__)
        if st.form_submit_button(f"Lagre for {count(len(whom), 'kunde', 'kunder')}", type="primary"):
            make_change(lambda: _describe(whom, {"reviewer": who}))


def _remind(whom: Sequence[CustomerInfo]) -> None:
    if st.button(f"Minn {count(len(whom), 'kunde', 'kunder')} på å svare", key="customers.act.remind", type="primary"):
        try:
            made = nudge_customers(
                access.workspace(),
                access.actor(),
                _ids(whom),
                as_of=access.today(),
                mail=mail.settings(),
                app=mail.address() or session.here(),
            )
        except Refused as refused:
            st.error(escaped(refused.message))
            return
        mail.tell_nudged(*mail.words_of(made))


def _archive(whom: Sequence[CustomerInfo]) -> None:
    plain("De blir borte fra alle lister, sammenligninger og brev. Alt de har svart, er tatt vare på, og de kan tas tilbake.")  # fmt: skip
    if st.button(f"Arkiver {count(len(whom), 'kunde', 'kunder')}", key="customers.act.archive", type="primary"):
        make_change(
            lambda: (
                f"{count(archive_customers(access.workspace(), access.actor(), _ids(whom)), 'kunde', 'kunder')} er "
                "arkivert. Du finner dem igjen under «Utvalg»: «Arkiverte»."
            )
        )


def _take_back(whom: Sequence[CustomerInfo]) -> None:
    if st.button(f"Ta tilbake {count(len(whom), 'kunde', 'kunder')}", key="customers.act.back", type="primary"):
        make_change(
            lambda: (
                f"{count(take_back_customers(access.workspace(), access.actor(), _ids(whom)), 'kunde', 'kunder')} er "
                "tatt tilbake."
            )
        )


_ACTS: Mapping[str, Callable[[Sequence[CustomerInfo]], None]] = {
    MOVE: _move,
    REGION: _text("Region", "region", ""),
    GROUP: _text("Gruppe", "group_name", ""),
    BEDS: _text("Senger", "beds", "Rulleplan holder antallet i hver bølge opp mot det HPAS kan følge."),
    NAME: _text("Navn", "name", ""),
    NUMBER: _text("Organisasjonsnummer", "org_number", "Ni sifre"),
    REMIND: _remind,
    ARCHIVE: _archive,
}
