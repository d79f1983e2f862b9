"""Delte roller on screen: where a role is asked for more than there is of it, all that is booked, and booking more."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

import pandas as pd
import streamlit as st

from language import count, day, listed
from reports.palette import palette
from reports.portfolio.shared_roles_chart import shared_role_chart, shared_role_described, week_span
from scoring.portfolio.shared_roles import RoleConflict
from service.files.shared_roles import SHARED_ROLES
from service.people.actor import Role
from service.portfolio.comparison import Comparison
from service.portfolio.same_people import SamePersonWeek
from service.portfolio.shared_roles import SharedRole, SharedRoles
from ui import access, layout, paging, session
from ui.files import downloads
from ui.portfolio import booking

T = TypeVar("T")
PART, ROLES, WAVES = "del", "roller", ""
PARTS = {WAVES: "Oppstartene", ROLES: "Delte roller"}
AT_ONCE, MOST_NAMES = 20, 5
_PART, _ROLE = (session.key("roll-out", name) for name in ("part", "role"))
_CONFLICTS, _BOOKED, _PEOPLE = "role-conflicts", "roles-booked", "same-people"


def part() -> str:
    """Which part of the page is looked at: only that one is read and drawn."""
    return ROLES if session.chosen(PART) == ROLES else WAVES


def section() -> None:
    session.put(_PART, part())
    st.segmented_control(
        "Hva vil du se?", list(PARTS), format_func=PARTS.__getitem__, required=True, key=_PART, on_change=_choose
    )


def _choose() -> None:
    session.choose(PART, str(session.value(_PART) or "") or None)


def names_of(customers: Comparison) -> Mapping[str, str]:
    """Customer -> what it is called."""
    return {member.customer_id: member.name for member in customers.members}


def called(whom: str, names: Mapping[str, str]) -> str:
    """A customer's name, or which wave."""
    return names.get(whom) or f"oppstart {day(date.fromisoformat(whom))}"


def conflict_text(found: RoleConflict, names: Mapping[str, str]) -> str:
    """«Opplæringsleder, uke 12 til 14 2027, 120 %: Ås og oppstart 1. mars 2027»."""
    weeks = week_span(found.first, found.last)
    return f"{found.role}, {weeks}, {found.most} %: {_some(found.whom, names)}"


def _some(whom: Sequence[str], names: Mapping[str, str]) -> str:
    told = [called(each, names) for each in whom[:MOST_NAMES]]
    more = len(whom) - len(told)
    return listed([*told, *([f"{more} til"] if more > 0 else [])])


def draw(roles: SharedRoles, people: Sequence[SamePersonWeek], customers: Comparison) -> None:
    names = names_of(customers)
    st.caption(
        "Roller i HPAS som flere kunder trenger i de samme ukene, for eksempel opplæringsleder eller testleder. "
        "En rolle er én person: er dere to, skriv to roller. Det som er satt opp, følger oppstarten når den flyttes."
    )
    if access.drawn_for().role is Role.ADMIN:
        booking.add(customers)
    elif not roles.booked:
        st.info("En administrator i HPAS setter opp rollene.")
    if roles.booked:
        _conflicts(roles.conflicts, names)
        _picture(roles, names)
        _booked(roles.booked)
    _people(people)
    if roles.booked:
        st.header("Ta rollene med deg", anchor=False)
        downloads.buttons(SHARED_ROLES)


def _conflicts(found: Sequence[RoleConflict], names: Mapping[str, str]) -> None:
    st.header("Over 100 prosent", anchor=False)
    if not found:
        st.success("Ingen rolle er satt opp med mer enn 100 prosent i noen uke.", icon=":material/check_circle:")
        return
    here = _page(_CONFLICTS, found)
    rows = {
        "Rolle": [each.role for each in here],
        "Uker": [week_span(each.first, each.last) for each in here],
        "Fra": [each.first for each in here],
        "Det meste": [f"{each.most} %" for each in here],
        "Hvem": [_some(each.whom, names) for each in here],
    }
    _table(rows, "Roller som er satt opp med mer enn 100 prosent: hvilke uker, hvor mye, og hos hvem", dates=("Fra",))
    _pages(_CONFLICTS, found)


def _picture(roles: SharedRoles, names: Mapping[str, str]) -> None:
    gravest = [each.role for each in roles.conflicts]
    there = list(dict.fromkeys([*gravest, *(each.role for each in roles.weeks)]))
    if not there:
        return
    role = st.selectbox("Se på én rolle", there, key=_ROLE)
    weeks = [week for week in roles.weeks if week.role == role]
    whom = {who: called(who, names) for week in weeks for who, _ in week.shares}
    st.plotly_chart(
        shared_role_chart(weeks, whom, palette(dark=layout.dark())),
        theme=None,
        config=layout.saved_as("delt-rolle"),
        alt=shared_role_described(role, weeks),
        key="shared-role-chart",
    )
    st.caption("Den stiplede linjen er 100 prosent. ▲ er uken med mest. Hver søyle er en uke.")


def _booked(held: Sequence[SharedRole]) -> None:
    st.header("Det som er satt opp", anchor=False)
    here = _page(_BOOKED, held)
    rows = {
        "Rolle": [each.role for each in here],
        "Hvem": [booking.whom_text(each) for each in here],
        "Fra": [each.first for each in here],
        "Til": [each.last for each in here],
        "Andel": [f"{each.share} %" for each in here],
        "Merket": [_marked(each) for each in here],
    }
    alt = "Rollene som er satt opp: hos hvem, fra når til når, og hvor stor andel"
    _table(rows, alt, dates=("Fra", "Til"))
    _pages(_BOOKED, held)
    if access.drawn_for().role is Role.ADMIN:
        booking.take_away(here)


def _marked(each: SharedRole) -> str:
    if not each.starts:
        return "ingen starter da lenger"
    if not each.followed:
        return ""
    way = "senere" if each.followed > 0 else "tidligere"
    return f"flyttet {count(abs(each.followed), 'dag', 'dager')} {way} med oppstarten"


def _people(found: Sequence[SamePersonWeek]) -> None:
    """Where the customers themselves count on the same one."""
    st.header("Samme person hos flere kunder", anchor=False)
    if not found:
        st.write("Ingen eier tiltak med frist i samme uke hos to kunder eller flere.")
        return
    st.caption(
        "Den som eier tiltak med frist i samme uke hos flere kunder. Like navn kan være to personer: bare e-postadressen "
        "er sikker."
    )
    here = _page(_PEOPLE, found)
    rows = {
        "Hvem": [each.name for each in here],
        "Kjent på": ["e-postadressen" if each.by_address else "navnet" for each in here],
        "Uke": [week_span(each.monday, each.monday) for each in here],
        "Fra": [each.monday for each in here],
        "Tiltak": [sum(many for _, many in each.due) for each in here],
        "Kunder": [_due(each) for each in here],
    }
    _table(rows, "Personer som eier tiltak med frist i samme uke hos flere kunder", dates=("Fra",))
    _pages(_PEOPLE, found)


def _due(each: SamePersonWeek) -> str:
    told = [f"{name} ({many})" for name, many in each.due[:MOST_NAMES]]
    more = len(each.due) - len(told)
    return listed([*told, *([f"{more} til"] if more > 0 else [])])


def _table(rows: Mapping[str, object], alt: str, *, dates: Sequence[str]) -> None:
    columns = {heading: st.column_config.DateColumn(format="DD.MM.YYYY", width=92) for heading in dates}
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height="content", column_config=columns, alt=alt)


def _page(name: str, held: Sequence[T]) -> Sequence[T]:
    page = min(paging.chosen(name), _last(held))
    return held[(page - 1) * AT_ONCE :][:AT_ONCE]


def _pages(name: str, held: Sequence[object]) -> None:
    paging.buttons(name, min(paging.chosen(name), _last(held)), _last(held))


def _last(held: Sequence[object]) -> int:
    return max(1, -(-len(held) // AT_ONCE))
