"""The page Varsler: the letter of the week to copy, whether one wants letters, and the calendar that keeps up."""

from datetime import datetime

import streamlit as st

from language import moment
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
CALENDAR = "Kalender som følger med"
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
    st.header("Ukebrevet", anchor=False)
    if letter is None:
        st.write("Dere har startet, og det er ikke mer å minne om.")
        return
    st.write("Dette bør du vite denne uken. Kopier teksten hvis du vil sende den til andre.")
    mail.to_copy(mail.as_text(letter))


def switch(on: bool | None) -> None:
    """Whether one wants letters. on: `None` for who is no member."""
    st.header("E-post til deg", anchor=False)
    if mail.settings() is None:
        st.write("E-post er ikke satt opp her, så Klarsjekk sender ingen brev. Ukebrevet over er det samme.")
        return
    if on is None:
        st.write("Brev går bare til dem som har tilgang med egen innlogging.")
        return
    st.write("Hver mandag får du ukebrevet, og vi minner deg på frister 30, 7 og 1 dag før, og når de er passert.")
    session.put(_SWITCH, on)
    st.toggle("Send meg brev", key=_SWITCH, on_change=_choose)
    said = session.take(session.key("letters", "said"))
    if said is not None:
        st.write(str(said))


def _choose() -> None:
    wanted = bool(session.value(_SWITCH))
    try:
        set_letters(access.workspace(), access.actor(), on=wanted)
        told = "Lagret. Du får brev fra nå av." if wanted else "Lagret. Du får ikke flere brev."
    except Refused as refused:
        told = escaped(refused.message)
    except DatabaseProblem as problem:
        told = escaped(in_words(problem))
    session.put(session.key("letters", "said"), told)


def calendar(made_at: datetime | None) -> None:
    """The address a calendar follows, made and ended by the lead."""
    st.header(CALENDAR, anchor=False)
    say_outcome()
    _address(made_at)


def calendar_beside(made_at: datetime | None) -> None:
    """The same folded away, beside the file with the deadlines as they are now; nothing for HPAS."""
    if access.drawn_for().role not in CUSTOMER_ROLES:
        return
    fresh = session.value(_SECRET) is not None
    with st.expander(CALENDAR, icon=":material/calendar_add_on:", expanded=fresh, key="calendar-box"):
        say_outcome()
        _address(made_at)


def _address(made_at: datetime | None) -> None:
    st.write(
        "Med en egen adresse henter Outlook eller telefonen fristene av seg selv, og de flytter seg når planen endres. "
        "Den som har adressen, kan lese fristene uten å logge inn. Del den bare med dem som skal se dem."
    )
    _show_once()
    if made_at is not None:
        st.caption(f"Det finnes en adresse, laget {moment(made_at)}. Vi viser den ikke igjen.")
    if access.drawn_for().role not in PERMISSIONS[Operation.MAKE_CALENDAR].roles:
        if made_at is None:
            st.caption("Prosjektlederen kan lage en.")
        return
    with st.container(horizontal=True):
        label = "Lag adresse" if made_at is None else "Lag ny adresse (den gamle slutter å virke)"
        st.button(label, key="calendar.make", icon=":material/calendar_add_on:", on_click=_make)
        if made_at is not None and st.button("Stopp adressen", key="calendar.end"):
            make_change(_end, "Adressen virker ikke lenger.")


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
        st.success("Her er adressen. Kopier den nå, den vises bare denne ene gangen.")
        root = mail.address() or session.here()
        mail.to_copy(root + PATH.format(secret=secret))
        st.caption("I Outlook: «Legg til kalender» og «Abonner fra nettet». Lim inn adressen.")
