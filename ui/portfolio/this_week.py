"""Denne uken on screen: each list with its count and its most pressing rows, or one of them whole."""

from collections.abc import Sequence

import streamlit as st

from language import listed, number
from language.ui.portfolio import this_week as words
from service.faults import DatabaseProblem, Refused
from service.files.catalogue import PACKED
from service.letters.nudging import nudge_customers
from service.portfolio.this_week import WeekItem, WeekKind, WeekList
from ui import access, addressed, session
from ui.failures import in_words
from ui.files import tables
from ui.letters import mail
from ui.text import escaped

LIST, PAGE = "liste", "uke-side"
FIRST = 10
NAME_WIDTH = 280  # pixels
OVERVIEW, REVIEWS, CUSTOMERS = "pages/customer/overview.py", "pages/hpas/reviews.py", "pages/hpas/customers.py"
DECISION = "pages/customer/decision.py"
AFTER = "pages/customer/after.py"
_NUDGED = session.key("week", "nudged")
# Where one acts on a list, when that is not the customer's own page.
_PLACES = {
    WeekKind.REVIEWS: REVIEWS,
    WeekKind.WAIVERS: REVIEWS,
    WeekKind.TO_SIGN: DECISION,
    WeekKind.FALLEN: DECISION,
    WeekKind.CONDITIONS: DECISION,
    WeekKind.NOT_CONFIRMED: AFTER,
    WeekKind.OUTCOMES: AFTER,
}


def one_list(lists: Sequence[WeekList]) -> WeekList | None:
    """The list that is to be shown whole, as the address says."""
    return next((each for each in lists if each.kind == session.chosen(LIST)), None)


def all_lists(lists: Sequence[WeekList]) -> None:
    """The first rows of each; a list with nothing on it is one line."""
    _nudged()
    if not any(each.items for each in lists):
        st.success(words.NOTHING_WAITS(), icon=":material/check_circle:")
    for each in lists:
        if each.items:
            _heading(each)
            _rows(each, each.items[:FIRST])
            with st.container(horizontal=True):
                if len(each.items) > FIRST:
                    label = words.SHOW_ALL(n=number(len(each.items)))
                    st.button(label, key=session.key("week", "all", each.kind), on_click=_open, args=(each.kind,))
                _remind_all(each)
    empty = [each.heading[:1].lower() + each.heading[1:] for each in lists if not each.items]
    if empty and len(empty) < len(lists):
        st.caption(words.NOTHING_UNDER(lists=listed(empty)))


def take_away() -> None:
    """All tables of all customers."""
    st.header(words.TAKE_AWAY(), anchor=False)
    tables.choice("week", PACKED, package=True)


def whole(shown: WeekList) -> None:
    """One list, page by page."""
    st.button(words.BACK(), icon=":material/arrow_back:", on_click=_open, args=(None,))
    _nudged()
    _heading(shown)
    page = addressed.page_of(PAGE, len(shown.items))
    _rows(shown, addressed.on_page(shown.items, page))
    addressed.pager(PAGE, page, len(shown.items))
    with st.container(horizontal=True):
        _remind_all(shown)


def _open(kind: WeekKind | None) -> None:
    session.choose(LIST, kind)
    session.choose(PAGE, None)


def _heading(each: WeekList) -> None:
    st.header(words.HEADING(title=each.heading, n=number(len(each.items))), anchor=False)
    st.caption(each.about)


def _rows(of: WeekList, items: Sequence[WeekItem]) -> None:
    with st.container(gap="xxsmall", key=session.name("week", of.kind)):
        for item in items:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                _row(of, item)


def _row(of: WeekList, item: WeekItem) -> None:
    page, there = _PLACES.get(of.kind, OVERVIEW), {session.CUSTOMER: item.customer_id}
    st.page_link(page, label=escaped(item.name), query_params=there, width=NAME_WIDTH)
    st.markdown(escaped(item.said), width="stretch")
    if of.to_remind:
        key = session.key("week", "nudge", of.kind, item.customer_id)
        nudged = ([item.customer_id],)
        st.button(words.REMIND(), key=key, type="tertiary", icon=":material/mail:", on_click=_nudge, args=nudged)


def _remind_all(each: WeekList) -> None:
    """Asks once more before it writes to many."""
    if not each.to_remind:
        return
    key, sure = session.key("week", "nudge-all", each.kind), session.key("sure", "week", each.kind)
    ids = [item.customer_id for item in each.items]
    if not session.value(sure):
        label = words.REMIND_ALL(n=number(len(ids))) if len(ids) > 1 else words.REMIND_ONE()
        st.button(label, key=key, icon=":material/mail:", on_click=session.put, args=(sure, True))
        return
    st.button(words.YES_REMIND(len(ids)), key=key + ".yes", type="primary", on_click=_nudge, args=(ids, sure))
    st.button(words.NO(), key=key + ".no", on_click=session.forget, args=([sure],))


def _nudge(customer_ids: Sequence[str], sure: str = "") -> None:
    session.forget(filter(None, [sure]))
    app = mail.address() or session.here()
    try:
        made = nudge_customers(
            access.workspace(),
            access.actor(),
            customer_ids,
            as_of=access.today(),
            mail=mail.settings(),
            app=app,
        )
    except (Refused, DatabaseProblem) as problem:
        session.put(_NUDGED, (escaped(in_words(problem)), "", ""))
    else:
        session.put(_NUDGED, mail.words_of(made))


def _nudged() -> None:
    """What the last reminder came to, and what is to be copied."""
    told = session.take(_NUDGED)
    if isinstance(told, tuple):
        mail.tell_nudged(*told)
