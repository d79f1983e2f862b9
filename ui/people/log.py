"""The audit log on screen: in words, filtered by what stands in the address, and turned page by page to the very first line."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import pandas as pd
import streamlit as st

from language import OPERATIONS, OSLO, OUTCOMES, sentence
from language.ui.people import log as words
from service.files.people import LOG
from service.people.customers import CustomerInfo
from service.people.log import LogAct, LogPage, LogQuestion
from ui import addressed, session
from ui.files import downloads

CUSTOMER, PERSON, ACT, WHEN, OUTCOME, BEFORE = "hos", "hvem", "handling", "siden", "utfall", "for"


def _all() -> Mapping[str, str]:
    return {"": words.ALL()}


def _outcomes() -> Mapping[str, str]:
    return {**_all(), **{name: sentence(word) for name, word in OUTCOMES.items()}}


def asked(now: datetime) -> LogQuestion:
    """What the address asks for. What is no customer, person or act finds nothing, and says so."""
    days = addressed.chosen(WHEN, words.DAYS_BACK)
    before = session.chosen(BEFORE) or ""
    return LogQuestion(
        customer_id=_plain(CUSTOMER),
        actor=_plain(PERSON),
        operation=_plain(ACT),
        outcome=addressed.chosen(OUTCOME, _outcomes()),
        since=now - timedelta(days=int(days)) if days else None,
        before=int(before) if before.isascii() and before.isdecimal() and len(before) < 16 else None,
    )


def _plain(name: str) -> str:
    held = session.chosen(name) or ""
    return held if held.isascii() and held.isprintable() and len(held) <= 64 else ""


def filters(page: LogPage, customers: Sequence[CustomerInfo]) -> None:
    one, two, three = st.columns(3)
    with one:
        addressed.choice(
            words.CUSTOMER(), CUSTOMER, {**_all(), **{each.id: each.name for each in customers}}, page=BEFORE
        )
    with two:
        addressed.choice(words.WHO(), PERSON, {**_all(), **page.people}, page=BEFORE)
    with three:
        acts = {each: sentence(OPERATIONS.get(each, each)) for each in page.operations}
        addressed.choice(words.ACT(), ACT, {**_all(), **acts}, page=BEFORE)
    one, two, _ = st.columns(3)
    with one:
        addressed.choice(words.WHEN(), WHEN, words.DAYS_BACK, page=BEFORE)
    with two:
        addressed.choice(words.OUTCOME(), OUTCOME, _outcomes(), page=BEFORE)


def table(page: LogPage) -> None:
    if not page.acts:
        st.info(words.NOTHING())
    else:
        st.caption(words.ABOUT())
        st.dataframe(_frame(page.acts), hide_index=True, width="stretch", height="content", alt=words.TABLE())
    _turn(page)


def _frame(acts: Sequence[LogAct]) -> pd.DataFrame:
    rows: Mapping[str, list[str]] = {
        words.MOMENT(): [_when(each) for each in acts],
        words.WHO(): [each.who for each in acts],
        words.ACT(): [_what(each) for each in acts],
        words.CUSTOMER(): [each.customer for each in acts],
        words.OUTCOME(): [OUTCOMES["refused"] if each.refused else "" for each in acts],
        words.MORE(): [each.detail for each in acts],
    }
    return pd.DataFrame(rows)


def _when(each: LogAct) -> str:
    last, first = each.last.astimezone(OSLO), each.first.astimezone(OSLO)
    said = f"{last:%d.%m.%Y %H:%M}"
    return said if f"{first:%d%H%M}" == f"{last:%d%H%M}" else f"{first:%d.%m.%Y %H:%M}–{last:%H:%M}"


def _what(each: LogAct) -> str:
    said = sentence(OPERATIONS.get(each.operation, each.operation))
    return said if each.times == 1 else words.MANY_TIMES(what=said, n=each.times)


def _turn(page: LogPage) -> None:
    """To what is older, and back to the newest."""
    with st.container(horizontal=True):
        if session.chosen(BEFORE) is not None:
            icon = ":material/first_page:"
            st.button(words.NEWEST(), icon=icon, key="log.newest", on_click=session.choose, args=(BEFORE, None))
        if page.older is not None:
            older = (BEFORE, str(page.older))
            st.button(
                words.OLDER(), icon=":material/chevron_right:", key="log.older", on_click=session.choose, args=older
            )


def take_away() -> None:
    st.header(words.WHOLE_LOG(), anchor=False)
    downloads.buttons(LOG)
