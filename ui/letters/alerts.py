"""The page Varsler: the letter of the week to copy, whether one wants letters, and the calendar that keeps up."""

from datetime import datetime

import streamlit as st

from language import moment
from language.ui.letters import alerts as words
from reports.letters.letter import Letter
from reports.letters.wording import week_of_customer, week_of_hpas
from service.faults import DatabaseProblem, Refused
from service.letters.choices import has_letters, set_letters
from service.letters.due import letter_of_person
from service.letters.feed import end_feed, feed_made_at, make_feed
from service.letters.week import read_week, week_of
from service.letters.week import week_of_hpas as read_hpas_week
from service.people.actor import CUSTOMER_ROLES, Actor, Role
from service.people.permissions import PERMISSIONS, Operation
from service.workspace import Workspace
from ui import access, session
from ui.change_form import make_change, say_outcome
from ui.failures import in_words
from ui.letters import mail
from ui.text import escaped

_SWITCH = session.key("letters", "on")
_SECRET = session.key("calendar", "secret")
PATH = "/kalender/{secret}.ics"


def letter_of_the_week(ws: Workspace, actor: Actor) -> Letter | None:
    """What Monday's letter would say to the one who is here; `None` when there is none for them.

    HPAS has its own list; whoever has been given questions is told of those, and all others at a customer of the customer.
    """
    if actor.role not in CUSTOMER_ROLES:
        return week_of_hpas(read_hpas_week(ws, actor, as_of=access.today()), to="", app=mail.address())
    customer_id = access.chosen_customer()
    week = read_week(ws, actor, customer_id, as_of=access.today())
    if week.over:
        return None
    if actor.role is not Role.LEAD and any(to.member_id == actor.id for to in week.assigned.values()):
        return letter_of_person(week, actor.id, to="", app=mail.address())
    told = week_of(week, member_id=actor.id)
    return week_of_customer(told, to="", app=mail.address(), page=f"/?kunde={customer_id}")


def calendar_made_at(ws: Workspace, actor: Actor) -> datetime | None:
    """When the address of the chosen customer's calendar was made, `None` without one."""
    return feed_made_at(ws, actor, access.chosen_customer()) if actor.role in CUSTOMER_ROLES else None


def letters_on(ws: Workspace, actor: Actor) -> bool | None:
    return has_letters(ws, actor)


def the_week(letter: Letter | None) -> None:
    """The letter, to read and to copy."""
    st.header(words.WEEK(), anchor=False)
    if letter is None:
        st.write(words.OVER())
        return
    st.write(words.TO_KNOW())
    mail.to_copy(mail.as_text(letter))


def switch(on: bool | None) -> None:
    """Whether one wants letters. on: `None` for who is no member."""
    st.header(words.TO_YOU(), anchor=False)
    if mail.settings() is None:
        st.write(words.NO_MAIL())
        return
    if on is None:
        st.write(words.NO_MEMBER())
        return
    st.write(words.WHEN())
    session.put(_SWITCH, on)
    st.toggle(words.SEND_ME(), key=_SWITCH, on_change=_choose)
    said = session.take(session.key("letters", "said"))
    if said is not None:
        st.write(str(said))


def _choose() -> None:
    wanted = bool(session.value(_SWITCH))
    try:
        set_letters(access.workspace(), access.actor(), on=wanted)
        told = words.ON() if wanted else words.OFF()
    except Refused as refused:
        told = escaped(refused.message)
    except DatabaseProblem as problem:
        told = escaped(in_words(problem))
    session.put(session.key("letters", "said"), told)


def calendar(made_at: datetime | None) -> None:
    """The address a calendar follows, made and ended by the lead."""
    st.header(words.CALENDAR(), anchor=False)
    say_outcome()
    _address(made_at)


def calendar_beside(made_at: datetime | None) -> None:
    """The same folded away, beside the file with the deadlines as they are now; nothing for HPAS."""
    if access.drawn_for().role not in CUSTOMER_ROLES:
        return
    fresh = session.value(_SECRET) is not None
    with st.expander(words.CALENDAR(), icon=":material/calendar_add_on:", expanded=fresh, key="calendar-box"):
        say_outcome()
        _address(made_at)


def _address(made_at: datetime | None) -> None:
    st.write(words.ABOUT_CALENDAR())
    _show_once()
    if made_at is not None:
        st.caption(words.MADE(when=moment(made_at)))
    if access.drawn_for().role not in PERMISSIONS[Operation.MAKE_CALENDAR].roles:
        if made_at is None:
            st.caption(words.LEAD_MAY())
        return
    with st.container(horizontal=True):
        label = words.MAKE() if made_at is None else words.MAKE_NEW()
        st.button(label, key="calendar.make", icon=":material/calendar_add_on:", on_click=_make)
        if made_at is not None and st.button(words.END(), key="calendar.end"):
            make_change(_end, words.ENDED())


def _make() -> None:
    try:
        session.put(_SECRET, make_feed(access.workspace(), access.actor(), access.chosen_customer()))
    except Refused as refused:
        session.put("told", refused.message)
    except DatabaseProblem as problem:
        session.put("told", in_words(problem))


def _end() -> None:
    session.take(_SECRET)
    end_feed(access.workspace(), access.actor(), access.chosen_customer())


def _show_once() -> None:
    secret = session.take(_SECRET)
    if secret is not None:
        st.success(words.SHOWN_ONCE())
        root = mail.address() or session.here()
        mail.to_copy(root + PATH.format(secret=secret))
        st.caption(words.IN_OUTLOOK())
