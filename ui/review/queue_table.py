"""The queue on screen: one row for each that waits or is done, and a way into one of them."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from language import QUESTIONNAIRES, listed, sentence
from language.ui.review import queue_table as words
from scoring.vocabulary import Verdict
from service.people.actor import Actor
from service.review.review_queue import QueueLine, QueuePage, read_queue
from service.workspace import Workspace
from ui import access, paging, session

_TABLE, _SEARCH, _NAMED = (session.key("queue", each) for each in ("table", "search", "named"))
_PAGE = "queue"
# Pixels: all headings fit the width of the page.
_WIDTHS = {"customer": 140, "waited": 76, "news": 150, "stops": 74, "reviewers": 104, "type": 96}


def read(ws: Workspace, actor: Actor, *, done: bool) -> QueuePage:
    """The page that is chosen of those that are searched for."""
    search = str(session.value(_SEARCH) or "")
    return read_queue(ws, actor, as_of=access.today(), done=done, search=search, page=paging.chosen(_PAGE))


def draw(page: QueuePage, *, done: bool) -> None:
    if not page.every:
        _nothing(done=done)
        return
    st.text_input(words.SEARCH(), key=_SEARCH, max_chars=200, on_change=partial(paging.go_to, _PAGE, 1))
    st.caption(_summary(page, done=done))
    if not page.lines:
        return
    ids = [line.info.id for line in page.lines]
    if not done:
        st.button(
            words.OPEN_OLDEST() if page.page == 1 else words.OPEN_OLDEST_HERE(),
            type="primary",
            key=session.key("queue", "first"),
            on_click=open_one,
            args=(ids[0],),
        )
    _table(page.lines, ids)
    paging.buttons(_PAGE, page.page, page.pages)
    _by_name({line.info.id: line.customer.name for line in page.lines})


def _nothing(*, done: bool) -> None:
    if done:
        st.write(words.NOTHING_DONE())
    else:
        st.success(words.NOTHING_WAITS(), icon=":material/check_circle:")


def _summary(page: QueuePage, *, done: bool) -> str:
    if page.found < page.every:
        return words.FOUND(n=page.found, all=page.every)
    return words.GIVEN_BACK(page.every) if done else words.WAITING(page.every)


def _table(lines: Sequence[QueueLine], ids: Sequence[str]) -> None:
    headings = words.HEADINGS
    frame = pd.DataFrame(
        {
            "customer": [line.customer.name for line in lines],
            "waited": [line.waited for line in lines],
            "news": [_news(line) for line in lines],
            "stops": pd.array([_stops(line) for line in lines], dtype="Int64"),
            "reviewers": [_reviewers(line) for line in lines],
            "go_live": [line.customer.go_live for line in lines],
            "sent": [line.info.as_of for line in lines],
            "type": [sentence(QUESTIONNAIRES[line.customer.customer_type]) for line in lines],
        }
    ).rename(columns=headings)
    columns = {headings[column]: st.column_config.Column(width=pixels) for column, pixels in _WIDTHS.items()}
    columns[headings["waited"]] = st.column_config.NumberColumn(format=words.DAYS_WAITED(), width=_WIDTHS["waited"])
    for column in ("go_live", "sent"):
        columns[headings[column]] = st.column_config.DateColumn(format="DD.MM.YYYY", width=86)
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        height="content",
        column_config=columns,
        key=_TABLE,
        on_select=partial(_picked, ids),
        selection_mode="single-row",
        alt=words.TABLE(),
    )
    st.caption(words.ABOUT_STOPS())


def _stops(line: QueueLine) -> int | None:
    """None while too little is answered to say: that is no all-clear."""
    return None if line.verdict is Verdict.UNDECIDED else line.failed_stops


def _reviewers(line: QueueLine) -> str:
    """Who has begun, else who is to."""
    if line.reviewers:
        return listed(list(line.reviewers[:2]))
    return words.NOT_BEGUN(name=line.assigned) if line.assigned else words.NOBODY_YET()


def _news(line: QueueLine) -> str:
    if line.changed is None:
        return words.FIRST_TIME()
    if not line.changed:
        return words.NOTHING_CHANGED()
    if line.worse:
        return words.CHANGED_FOR_WORSE(n=line.changed, worse=line.worse)
    return words.CHANGED(n=line.changed)


def _by_name(names: Mapping[str, str]) -> None:
    """The same rows for who uses the keyboard, or a phone where the table is wider than the screen."""
    st.selectbox(
        words.OPEN_ONE(),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=words.CHOOSE_CUSTOMER(),
        key=_NAMED,
        on_change=_named,
        args=(list(names),),
    )


def _named(ids: Sequence[str]) -> None:
    held = session.value(_NAMED)
    if held in ids:
        open_one(str(held))


def _picked(ids: Sequence[str]) -> None:
    held = session.value(_TABLE)
    rows = held["selection"]["rows"] if isinstance(held, dict) else []
    if rows and 0 <= rows[0] < len(ids):
        open_one(ids[rows[0]])


def open_one(snapshot_id: str) -> None:
    """Put it in the address, so that the page shows it and a link to it can be sent."""
    session.forget([_TABLE, _NAMED])
    session.choose(session.SNAPSHOT, snapshot_id)


def close() -> None:
    """Back to the queue."""
    session.choose(session.SNAPSHOT, None)
