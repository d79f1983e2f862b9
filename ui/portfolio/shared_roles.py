"""Delte roller on screen: where a role is asked for more than there is of it, all that is booked, and booking more."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

import pandas as pd
import streamlit as st

from language import day, listed
from language.ui.portfolio import alike
from language.ui.portfolio import shared_roles as words
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
AT_ONCE, MOST_NAMES = 20, 5
_PART, _ROLE = (session.key("roll-out", name) for name in ("part", "role"))
_CONFLICTS, _BOOKED, _PEOPLE = "role-conflicts", "roles-booked", "same-people"


def part() -> str:
    """Which part of the page is looked at: only that one is read and drawn."""
    return ROLES if session.chosen(PART) == ROLES else WAVES


def section() -> None:
    session.put(_PART, part())
    st.segmented_control(
        alike.WHICH_PART(),
        list(words.PARTS),
        format_func=words.PARTS.__getitem__,
        required=True,
        key=_PART,
        on_change=_choose,
    )


def _choose() -> None:
    session.choose(PART, str(session.value(_PART) or "") or None)


def names_of(customers: Comparison) -> Mapping[str, str]:
    """Customer -> what it is called."""
    return {member.customer_id: member.name for member in customers.members}


def called(whom: str, names: Mapping[str, str]) -> str:
    """A customer's name, or which wave."""
    return names.get(whom) or words.OF_WAVE(day=day(date.fromisoformat(whom)))


def conflict_text(found: RoleConflict, names: Mapping[str, str]) -> str:
    """«Opplæringsleder, uke 12 til 14 2027, 120 %: Ås og oppstart 1. mars 2027»."""
    weeks = week_span(found.first, found.last)
    return words.CONFLICT(role=found.role, weeks=weeks, most=found.most, whom=_some(found.whom, names))


def _some(whom: Sequence[str], names: Mapping[str, str]) -> str:
    told = [called(each, names) for each in whom[:MOST_NAMES]]
    more = len(whom) - len(told)
    return listed([*told, *([alike.MORE(n=more)] if more > 0 else [])])


def draw(roles: SharedRoles, people: Sequence[SamePersonWeek], customers: Comparison) -> None:
    names = names_of(customers)
    st.caption(words.ABOUT())
    if access.drawn_for().role is Role.ADMIN:
        booking.add(customers)
    elif not roles.booked:
        st.info(words.ADMIN_SETS_UP())
    if roles.booked:
        _conflicts(roles.conflicts, names)
        _picture(roles, names)
        _booked(roles.booked)
    _people(people)
    if roles.booked:
        st.header(words.TAKE_AWAY(), anchor=False)
        downloads.buttons(SHARED_ROLES)


def _conflicts(found: Sequence[RoleConflict], names: Mapping[str, str]) -> None:
    st.header(words.OVER(), anchor=False)
    if not found:
        st.success(words.NONE_OVER(), icon=":material/check_circle:")
        return
    here = _page(_CONFLICTS, found)
    rows = {
        words.ROLE(): [each.role for each in here],
        words.WEEKS(): [week_span(each.first, each.last) for each in here],
        alike.FROM(): [each.first for each in here],
        words.AT_MOST(): [alike.WHOLE_FIGURE(n=each.most) for each in here],
        alike.WHO(): [_some(each.whom, names) for each in here],
    }
    _table(rows, words.CONFLICTS_DESCRIBED(), dates=(alike.FROM(),))
    _pages(_CONFLICTS, found)


def _picture(roles: SharedRoles, names: Mapping[str, str]) -> None:
    gravest = [each.role for each in roles.conflicts]
    there = list(dict.fromkeys([*gravest, *(each.role for each in roles.weeks)]))
    if not there:
        return
    role = st.selectbox(words.LOOK_AT_ONE(), there, key=_ROLE)
    weeks = [week for week in roles.weeks if week.role == role]
    whom = {who: called(who, names) for week in weeks for who, _ in week.shares}
    st.plotly_chart(
        shared_role_chart(weeks, whom, palette(dark=layout.dark())),
        theme=None,
        config=layout.saved_as("delt-rolle"),
        alt=shared_role_described(role, weeks),
        key="shared-role-chart",
    )
    st.caption(words.SIGNS())


def _booked(held: Sequence[SharedRole]) -> None:
    st.header(words.BOOKED(), anchor=False)
    here = _page(_BOOKED, held)
    rows = {
        words.ROLE(): [each.role for each in here],
        alike.WHO(): [booking.whom_text(each) for each in here],
        alike.FROM(): [each.first for each in here],
        words.TO(): [each.last for each in here],
        alike.SHARE(): [alike.WHOLE_FIGURE(n=each.share) for each in here],
        alike.MARKED(): [_marked(each) for each in here],
    }
    alt = words.BOOKED_DESCRIBED()
    _table(rows, alt, dates=(alike.FROM(), words.TO()))
    _pages(_BOOKED, held)
    if access.drawn_for().role is Role.ADMIN:
        booking.take_away(here)


def _marked(each: SharedRole) -> str:
    if not each.starts:
        return words.NOBODY_STARTS()
    if not each.followed:
        return ""
    return (words.LATER if each.followed > 0 else words.EARLIER)(abs(each.followed))


def _people(found: Sequence[SamePersonWeek]) -> None:
    """Where the customers themselves count on the same one."""
    st.header(words.SAME_PERSON(), anchor=False)
    if not found:
        st.write(words.NOBODY_OWNS())
        return
    st.caption(words.NAMES_CAN_BE_ALIKE())
    here = _page(_PEOPLE, found)
    rows = {
        alike.WHO(): [each.name for each in here],
        words.KNOWN_BY(): [words.THE_ADDRESS() if each.by_address else words.THE_NAME() for each in here],
        words.WEEK(): [week_span(each.monday, each.monday) for each in here],
        alike.FROM(): [each.monday for each in here],
        words.ACTIONS(): [sum(many for _, many in each.due) for each in here],
        alike.CUSTOMER_COUNT(): [_due(each) for each in here],
    }
    _table(rows, words.PEOPLE_DESCRIBED(), dates=(alike.FROM(),))
    _pages(_PEOPLE, found)


def _due(each: SamePersonWeek) -> str:
    told = [f"{name} ({many})" for name, many in each.due[:MOST_NAMES]]
    more = len(each.due) - len(told)
    return listed([*told, *([alike.MORE(n=more)] if more > 0 else [])])


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
