"""That the go-live was moved, and why, where the customer reads its date."""

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from language import day, local_day
from language.ui.plan import moved as words
from service.people.customers import MoveRow
from ui import access
from ui.text import escaped

# So long it is news.
NEWS = timedelta(days=60)


def briefly(moves: Sequence[MoveRow]) -> None:
    """The last move, while it is news. A first date is none."""
    last = next((move for move in reversed(moves) if move.moved_from), None)
    if last is not None and access.today() - _on(last) <= NEWS:
        st.info(_said(last), icon=":material/event_repeat:")


def history(moves: Sequence[MoveRow]) -> None:
    """Every move, the newest first, behind a click."""
    held = [move for move in moves if move.moved_from]
    if not held:
        return
    label = words.TIMES(len(held))
    with st.expander(label, icon=":material/event_repeat:"):
        st.markdown("\n".join(f"- {_said(move)}" for move in reversed(held)))


def _said(move: MoveRow) -> str:
    on = day(_on(move))
    why = words.WHY(reason=escaped(move.reason)) if move.reason else ""
    if not move.moved_to:
        return words.TAKEN_AWAY(on=on, why=why)
    return words.MOVED(on=on, was=_day(move.moved_from), to=day(move.moved_to), why=why)


def _on(move: MoveRow) -> date:
    return local_day(move.at)


def _day(found: date | None) -> str:
    return words.NO_DATE() if found is None else day(found)
