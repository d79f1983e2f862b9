"""What can be done with the customers that are picked in the table: to one, to some, or to all that the search finds."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from language import number, short_day
from language.ui.people import customer_acts as words
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
    "move",
    "region",
    "group_name",
    "reviewer",
    "beds",
    "remind",
    "name",
    "org_number",
    "archive",
)
_NAMED = 5


def draw(
    picked: Sequence[KeptCustomer], shown: Sequence[KeptCustomer], hpas: Sequence[Member], *, archived: bool
) -> None:
    """picked: those marked in the table. shown: all the search finds. hpas: whom a customer can have as its reviewer."""
    if not picked:
        return
    with st.container(border=True):
        label = words.EVERY(n=number(len(shown)))
        # Who they are is part of the key: who has said yes to some has not said yes to one that came since.
        every = len(shown) > len(picked) and st.checkbox(label, key=session.key("customers", "every", seal(shown)))
        whom = [each.customer for each in (shown if every else picked)]
        names = ", ".join(escaped(each.name) for each in whom[:_NAMED])
        if len(whom) > _NAMED:
            names = words.NAMES_AND_MORE(names=names, n=number(len(whom) - _NAMED))
        st.markdown(words.PICKED(len(whom), names=names))
        if archived:
            _take_back(whom)
            return
        acts = [MOVE, REGION, GROUP, REVIEWER, BEDS, REMIND, *([NAME, NUMBER] if len(whom) == 1 else []), ARCHIVE]
        what = st.selectbox(
            words.WHAT(),
            acts,
            index=None,
            format_func=words.ACTS.__getitem__,
            placeholder=words.CHOOSE(),
            key="customers.act",
        )
        if what == REVIEWER:
            _reviewer(whom, hpas)
        elif what is not None:
            _ACTS[what](whom)


def _ids(whom: Sequence[CustomerInfo]) -> list[str]:
    return [each.id for each in whom]


def _move(whom: Sequence[CustomerInfo]) -> None:
    """One day for all of them, with who moves from when, before anything is stored."""
    to = typed_fields.day_or_message(typed_fields.day_box(words.NEW_DAY(), key="customers.act.day"))
    if to is not None:
        confirm_moves({each.id: to for each in whom}, whom)


def confirm_moves(days: Mapping[str, date], customers: Sequence[CustomerInfo]) -> None:
    """Who would move, from when to when, and the button that does it."""
    moving = [each for each in customers if days[each.id] != each.go_live]
    if not moving:
        st.info(words.ALL_HAVE_IT())
        return
    frame = {
        words.CUSTOMER(): [each.name for each in moving],
        words.FROM(): [short_day(each.go_live) if each.go_live else words.NO_DAY() for each in moving],
        words.TO(): [short_day(days[each.id]) for each in moving],
    }
    st.dataframe(pd.DataFrame(frame), hide_index=True, width="stretch", alt=words.WHO_MOVES())
    reason = st.text_input(words.WHY_MOVED(), max_chars=1_000, help=words.SEEN(), key="customers.act.reason")
    if st.button(words.MOVE(len(moving)), type="primary", key="customers.act.move"):
        wanted = {each.id: days[each.id] for each in moving}
        make_change(lambda: words.MOVED(move_customers(access.workspace(), access.actor(), wanted, reason=reason)))


def _describe(whom: Sequence[CustomerInfo], said: Described) -> str:
    changed = describe_customers(access.workspace(), access.actor(), _ids(whom), said)
    return words.CHANGED(changed) if changed else words.AS_BEFORE()


def _text(field: str) -> Callable[[Sequence[CustomerInfo]], None]:
    """An act that asks for one text."""

    def draw_it(whom: Sequence[CustomerInfo]) -> None:
        alone = getattr(whom[0], field) or "" if len({getattr(each, field) for each in whom}) == 1 else ""
        with st.form(session.name("customers-act", field), border=False):
            text = st.text_input(words.FIELDS[field], value=str(alone), max_chars=200, help=words.HELP.get(field))
            if st.form_submit_button(words.SAVE(len(whom)), type="primary"):
                said: Described = {field: text}  # type: ignore[misc]
                make_change(lambda: _describe(whom, said))

    return draw_it


def _reviewer(whom: Sequence[CustomerInfo], hpas: Sequence[Member]) -> None:
    if not hpas:
        st.info(words.NOBODY())
        return
    names = {"": words.NONE()} | {each.id: each.name or each.email or each.id for each in hpas}
    with st.form("customers-act-reviewer", border=False):
        who = st.selectbox(words.REVIEWER(), list(names), format_func=names.__getitem__)
        if st.form_submit_button(words.SAVE(len(whom)), type="primary"):
            make_change(lambda: _describe(whom, {"reviewer": who}))


def _remind(whom: Sequence[CustomerInfo]) -> None:
    if st.button(words.REMIND(len(whom)), key="customers.act.remind", type="primary"):
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
    plain(words.BEFORE_ARCHIVING())
    if st.button(words.ARCHIVE(len(whom)), key="customers.act.archive", type="primary"):
        make_change(lambda: words.ARCHIVED(archive_customers(access.workspace(), access.actor(), _ids(whom))))


def _take_back(whom: Sequence[CustomerInfo]) -> None:
    if st.button(words.TAKE_BACK(len(whom)), key="customers.act.back", type="primary"):
        make_change(lambda: words.TAKEN_BACK(take_back_customers(access.workspace(), access.actor(), _ids(whom))))


_ACTS: Mapping[str, Callable[[Sequence[CustomerInfo]], None]] = {
    MOVE: _move,
    **{field: _text(field) for field in (REGION, GROUP, BEDS, NAME, NUMBER)},
    REMIND: _remind,
    ARCHIVE: _archive,
}
