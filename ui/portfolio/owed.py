"""The list of what is owed, on screen: who owes what to which customer by when, and which customers only wait."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from language import WAITING_ON, listed, number, said, sentence
from language.ui.portfolio import alike
from language.ui.portfolio import owed as words
from scoring.gaps import When
from scoring.vocabulary import WaitingOn
from service.files.portfolio import WAITING
from service.portfolio.comparison import Comparison
from service.portfolio.owed import OwedItem, OwedList, owed_list
from ui import session
from ui.files import downloads
from ui.portfolio.comparison_choice import Choice, ComparisonRow
from ui.text import escaped

ALL = ""
# So many rows at once; the file has them all. So many customers are named.
MOST_ROWS, MOST_NAMED = 500, 10
_TOLD = (When.NOW, When.AT_RISK, When.NEXT)
# Pixels: room for three lines of a question.
ROW = 66


def draw(shown: Sequence[ComparisonRow], customers: Comparison, choice: Choice) -> None:
    """The list for the customers that are shown, with a filter, and the file for all of them."""
    st.header(words.TITLE(), anchor=False)
    found = owed_list(customers)
    names = {row.place: row.name for row in shown}
    owed = [each for each in found.owed if each.place in names]
    _only_waiting(found, names)
    if not owed:
        st.write(words.NOBODY_WAITS())
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
    told = [escaped(name) for name in waiting[:MOST_NAMED]] + ([alike.MORE(n=number(more))] if more > 0 else [])
    st.info(
        words.ONLY_WAITING(len(waiting), names=listed(told)),
        icon=":material/hourglass_top:",
    )


def _counted(owed: Sequence[OwedItem]) -> str:
    """«**HPAS** 12 over fristen, 3 haster, 30 senere · **Epic** 1 over fristen»"""
    parts = []
    for who in WaitingOn:
        theirs = Counter(each.when if each.when in _TOLD else When.NEXT for each in owed if each.who is who)
        told = [f"{number(theirs[when])} {words.WHEN[when]}" for when in _TOLD if theirs[when] or when is When.NOW]
        if theirs:
            parts.append(f"**{sentence(WAITING_ON[who])}** {', '.join(told)}")
    return " · ".join(parts)


def _filtered(owed: Sequence[OwedItem]) -> list[OwedItem]:
    owing = [who.value for who in WaitingOn if any(each.who is who for each in owed)]
    held = st.selectbox(words.WHO_OWES(), [ALL, *owing], format_func=_name, key=session.key("mirror", "who"))
    only_due = st.toggle(words.ONLY_OVERDUE(), key=session.key("mirror", "due"))
    return [each for each in owed if held in (ALL, each.who) and (each.when is When.NOW or not only_due)]


def _name(who: str) -> str:
    return sentence(WAITING_ON[WaitingOn(who)]) if who else alike.ALL()


def _columns() -> dict[str, Any]:
    return {
        words.OWES(): st.column_config.TextColumn(width=112),
        alike.CUSTOMER(): st.column_config.TextColumn(width=112),
        alike.DUE(): st.column_config.DateColumn(width=90, format="DD.MM.YYYY"),
        words.DAYS_LATE(): st.column_config.NumberColumn(width=105),
        alike.QUESTION(): st.column_config.TextColumn(width=196),
        alike.HARD_STOP(): st.column_config.TextColumn(width=80),
    }


def _table(kept: Sequence[OwedItem], names: dict[int, str]) -> None:
    """What is overdue first."""
    if not kept:
        st.write(words.NOTHING_FITS())
        return
    page = kept[:MOST_ROWS]
    frame = pd.DataFrame(
        {
            words.OWES(): [sentence(WAITING_ON[each.who]) for each in page],
            alike.CUSTOMER(): [names[each.place] for each in page],
            alike.DUE(): [each.by for each in page],
            words.DAYS_LATE(): [each.days_late or None for each in page],
            alike.QUESTION(): [said(each.question.title) for each in page],
            alike.HARD_STOP(): [alike.YES() if each.hard_stop else "" for each in page],
        }
    )
    alt = words.DESCRIBED()
    st.dataframe(frame, hide_index=True, width="stretch", column_config=_columns(), row_height=ROW, alt=alt)
    if len(kept) > MOST_ROWS:
        st.caption(words.FIRST_ONES(most=number(MOST_ROWS), all=number(len(kept))))
