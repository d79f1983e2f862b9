"""The list of what is owed, on screen: who owes what to which customer by when, and which customers only wait."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from language import WAITING_ON, count, listed, number, sentence
from scoring.gaps import When
from scoring.vocabulary import WaitingOn
from service.files.portfolio import WAITING
from service.portfolio.comparison import Comparison
from service.portfolio.owed import OwedItem, OwedList, owed_list
from ui import session
from ui.files import downloads
from ui.portfolio.comparison_choice import Choice, ComparisonRow
from ui.text import escaped

ALL = "Alle"
# So many rows at once; the file has them all. So many customers are named.
MOST_ROWS, MOST_NAMED = 500, 10
_SAID = {When.NOW: "over fristen", When.AT_RISK: "haster", When.NEXT: "senere"}
# Pixels: room for three lines of a question.
ROW = 66


def draw(shown: Sequence[ComparisonRow], customers: Comparison, choice: Choice) -> None:
    """The list for the customers that are shown, with a filter, and the file for all of them."""
    st.header("Kundene venter på", anchor=False)
    found = owed_list(customers)
    names = {row.place: row.name for row in shown}
    owed = [each for each in found.owed if each.place in names]
    _only_waiting(found, names)
    if not owed:
        st.write("Ingen av kundene som vises, venter på noen.")
        return
    st.markdown(_counted(owed))
    kept = _filtered(owed)
    _table(kept, names)
    downloads.buttons(WAITING, cut=choice.cut, basis=choice.basis)


def _only_waiting(found: OwedList, names: dict[int, str]) -> None:
    """Who has nothing of its own left to do now is named, so that nobody takes it for idle."""
    waiting = [names[place] for place in found.only_waits if place in names]
    if not waiting:
        return
    more = len(waiting) - MOST_NAMED
    told = [escaped(name) for name in waiting[:MOST_NAMED]] + ([f"{number(more)} til"] if more > 0 else [])
    st.info(
        f"{count(len(waiting), 'kunde', 'kunder')} venter bare på andre nå, og står ikke stille: {listed(told)}.",
        icon=":material/hourglass_top:",
    )


def _counted(owed: Sequence[OwedItem]) -> str:
    """«**HPAS** 12 over fristen, 3 haster, 30 senere · **Epic** 1 over fristen»"""
    parts = []
    for who in WaitingOn:
        theirs = Counter(each.when if each.when in _SAID else When.NEXT for each in owed if each.who is who)
        told = [f"{number(theirs[when])} {said}" for when, said in _SAID.items() if theirs[when] or when is When.NOW]
        if theirs:
            parts.append(f"**{sentence(WAITING_ON[who])}** {', '.join(told)}")
    return " · ".join(parts)


def _filtered(owed: Sequence[OwedItem]) -> list[OwedItem]:
    called = {sentence(WAITING_ON[who]): who for who in WaitingOn if any(each.who is who for each in owed)}
    held = st.selectbox("Hvem skylder", [ALL, *called], key=session.key("mirror", "who"))
    only_due = st.toggle("Bare det som er over fristen", key=session.key("mirror", "due"))
    who = called.get(held)
    return [each for each in owed if who in (None, each.who) and (each.when is When.NOW or not only_due)]


_COLUMNS: dict[str, Any] = {
    "Skylder": st.column_config.TextColumn(width=112),
    "Kunde": st.column_config.TextColumn(width=112),
    "Frist": st.column_config.DateColumn(width=90, format="DD.MM.YYYY"),
    "Dager for sent": st.column_config.NumberColumn(width=105),
    "Spørsmål": st.column_config.TextColumn(width=196),
    "Stoppkrav": st.column_config.TextColumn(width=80),
}


def _table(kept: Sequence[OwedItem], names: dict[int, str]) -> None:
    """What is overdue first."""
    if not kept:
        st.write("Ingenting passer til valget.")
        return
    page = kept[:MOST_ROWS]
    frame = pd.DataFrame(
        {
            "Skylder": [sentence(WAITING_ON[each.who]) for each in page],
            "Kunde": [names[each.place] for each in page],
            "Frist": [each.by for each in page],
            "Dager for sent": [each.days_late or None for each in page],
            "Spørsmål": [each.question.title.nb for each in page],
            "Stoppkrav": ["ja" if each.hard_stop else "" for each in page],
        }
    )
    alt = "Hvem som skylder hvilken kunde hva, og til når; det som er over fristen, først"
    st.dataframe(frame, hide_index=True, width="stretch", column_config=_COLUMNS, row_height=ROW, alt=alt)
    if len(kept) > MOST_ROWS:
        st.caption(f"Viser de {number(MOST_ROWS)} første av {number(len(kept))}. Alle står i filen.")
