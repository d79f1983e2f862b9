"""The audit log on screen: in words, filtered by what stands in the address, and turned page by page to the very first line."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import pandas as pd
import streamlit as st

from language import NO_BREAK, OPERATIONS, OSLO, OUTCOMES, sentence
from service.files.people import LOG
from service.people.customers import CustomerInfo
from service.people.log import LogAct, LogPage, LogQuestion
from ui import addressed, session
from ui.files import downloads

CUSTOMER, PERSON, ACT, WHEN, OUTCOME, BEFORE = "hos", "hvem", "handling", "siden", "utfall", "for"
_ALL = {"": "Alle"}
_DAYS = {"1": "siste døgn", "7": "siste 7 dager", "30": "siste 30 dager", "365": "siste år"}
_OUTCOMES = _ALL | {name: sentence(word) for name, word in OUTCOMES.items()}


def asked(now: datetime) -> LogQuestion:
    """What the address asks for. What is no customer, person or act finds nothing, and says so."""
    days = addressed.chosen(WHEN, {"": "Alltid"} | _DAYS)
    before = session.chosen(BEFORE) or ""
    return LogQuestion(
        customer_id=_plain(CUSTOMER),
        actor=_plain(PERSON),
        operation=_plain(ACT),
        outcome=addressed.chosen(OUTCOME, _OUTCOMES),
        since=now - timedelta(days=int(days)) if days else None,
        before=int(before) if before.isascii() and before.isdecimal() and len(before) < 16 else None,
    )


def _plain(name: str) -> str:
    held = session.chosen(name) or ""
    return held if held.isascii() and held.isprintable() and len(held) <= 64 else ""


def filters(page: LogPage, customers: Sequence[CustomerInfo]) -> None:
    one, two, three = st.columns(3)
    with one:
        addressed.choice("Kunde", CUSTOMER, _ALL | {each.id: each.name for each in customers}, page=BEFORE)
    with two:
        addressed.choice("Hvem", PERSON, _ALL | dict(page.people), page=BEFORE)
    with three:
        acts = {each: sentence(OPERATIONS.get(each, each)) for each in page.operations}
        addressed.choice("Handling", ACT, _ALL | acts, page=BEFORE)
    one, two, _ = st.columns(3)
    with one:
        addressed.choice("Når", WHEN, {"": "Alltid"} | _DAYS, page=BEFORE)
    with two:
        addressed.choice("Utfall", OUTCOME, _OUTCOMES, page=BEFORE)


def table(page: LogPage) -> None:
    if not page.acts:
        st.info("Ingenting i loggen passer til det du har valgt.")
    else:
        st.caption("De nyeste først. Det samme, gjort flere ganger innen en time, er én linje. Loggen har ikke tekst fra svarene.")  # fmt: skip
        st.dataframe(_frame(page.acts), hide_index=True, width="stretch", height="content", alt="Hendelser i loggen, de nyeste først")  # fmt: skip
    _turn(page)


def _frame(acts: Sequence[LogAct]) -> pd.DataFrame:
    rows: Mapping[str, list[str]] = {
        "Tidspunkt": [_when(each) for each in acts],
        "Hvem": [each.who for each in acts],
        "Handling": [_what(each) for each in acts],
        "Kunde": [each.customer for each in acts],
        "Utfall": [OUTCOMES["refused"] if each.refused else "" for each in acts],
        "Mer": [each.detail for each in acts],
    }
    return pd.DataFrame(rows)


def _when(each: LogAct) -> str:
    last, first = each.last.astimezone(OSLO), each.first.astimezone(OSLO)
    said = f"{last:%d.%m.%Y %H:%M}"
    return said if f"{first:%d%H%M}" == f"{last:%d%H%M}" else f"{first:%d.%m.%Y %H:%M}–{last:%H:%M}"


def _what(each: LogAct) -> str:
    said = sentence(OPERATIONS.get(each.operation, each.operation))
    return said if each.times == 1 else f"{said}, {each.times}{NO_BREAK}ganger"


def _turn(page: LogPage) -> None:
    """To what is older, and back to the newest."""
    with st.container(horizontal=True):
        if session.chosen(BEFORE) is not None:
            icon = ":material/first_page:"
            st.button("De nyeste", icon=icon, key="log.newest", on_click=session.choose, args=(BEFORE, None))
        if page.older is not None:
            older = (BEFORE, str(page.older))
            st.button("Eldre", icon=":material/chevron_right:", key="log.older", on_click=session.choose, args=older)


def take_away() -> None:
    st.header("Hele loggen", anchor=False)
    downloads.buttons(LOG)
