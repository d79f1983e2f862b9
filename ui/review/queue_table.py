"""The queue on screen: one row for each that waits or is done, and a way into one of them."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from language import QUESTIONNAIRES, count, listed, sentence
from scoring.vocabulary import Verdict
from service.people.actor import Actor
from service.review.review_queue import QueueLine, QueuePage, read_queue
from service.workspace import Workspace
from ui import access, paging, session

_TABLE, _SEARCH, _NAMED = (session.key("queue", each) for each in ("table", "search", "named"))
_PAGE = "queue"
# Pixels: all headings fit the width of the page.
_WIDTHS = {"Kunde": 140, "Ventet": 76, "Nytt siden sist": 150, "Stoppkrav": 74, "Kvalitetssikrer": 104, "Type": 96}


def read(ws: Workspace, actor: Actor, *, done: bool) -> QueuePage:
    """The page that is chosen of those that are searched for."""
    search = str(session.value(_SEARCH) or "")
    return read_queue(ws, actor, as_of=access.today(), done=done, search=search, page=paging.chosen(_PAGE))


def draw(page: QueuePage, *, done: bool) -> None:
    if not page.every:
        _nothing(done=done)
        return
    st.text_input(
        "Søk etter kunde eller kvalitetssikrer", key=_SEARCH, max_chars=200, on_change=partial(paging.go_to, _PAGE, 1)
    )
    st.caption(_summary(page, done=done))
    if not page.lines:
        return
    ids = [line.info.id for line in page.lines]
    if not done:
        st.button(
            f"Åpne den som har ventet lengst{'' if page.page == 1 else ' på siden'}",
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
        st.write("Ingenting er ferdig vurdert ennå.")
    else:
        st.success("Ingenting venter på kvalitetssikring.", icon=":material/check_circle:")


def _summary(page: QueuePage, *, done: bool) -> str:
    if page.found < page.every:
        return f"{page.found} av {page.every} passer til søket."
    if done:
        return f"{count(page.every, 'vurdering', 'vurderinger')} er gitt tilbake, den siste først. Velg en rad for å åpne den."
    return (
        f"{count(page.every, 'vurdering venter', 'vurderinger venter')}, den eldste først. Velg en rad for å åpne den."
    )


def _table(lines: Sequence[QueueLine], ids: Sequence[str]) -> None:
    frame = pd.DataFrame(
        {
            "Kunde": [line.customer.name for line in lines],
            "Ventet": [line.waited for line in lines],
            "Nytt siden sist": [_news(line) for line in lines],
            "Stoppkrav": pd.array([_stops(line) for line in lines], dtype="Int64"),
            "Kvalitetssikrer": [_reviewers(line) for line in lines],
            "Oppstart": [line.customer.go_live for line in lines],
            "Sendt inn": [line.info.as_of for line in lines],
            "Type": [sentence(QUESTIONNAIRES[line.customer.customer_type]) for line in lines],
        }
    )
    columns = {heading: st.column_config.Column(width=pixels) for heading, pixels in _WIDTHS.items()}
    columns["Ventet"] = st.column_config.NumberColumn(format="%d dager", width=_WIDTHS["Ventet"])
    for heading in ("Oppstart", "Sendt inn"):
        columns[heading] = st.column_config.DateColumn(format="DD.MM.YYYY", width=86)
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        height="content",
        column_config=columns,
        key=_TABLE,
        on_select=partial(_picked, ids),
        selection_mode="single-row",
        alt="Vurderinger med kunde, oppstart, hvor lenge de har ventet, hvem som ser på dem, og hva som er nytt",
    )
    st.caption(
        "«Stoppkrav» er hvor mange stoppkrav som ikke rekker datoen etter kundens egne svar. Tomt betyr for få svar."
    )


def _stops(line: QueueLine) -> int | None:
    """None while too little is answered to say: that is no all-clear."""
    return None if line.verdict is Verdict.UNDECIDED else line.failed_stops


def _reviewers(line: QueueLine) -> str:
    """Who has begun, else who is to."""
    if line.reviewers:
        return listed(list(line.reviewers[:2]))
    return f"{line.assigned}, ikke begynt" if line.assigned else "ingen ennå"


def _news(line: QueueLine) -> str:
    if line.changed is None:
        return "første gang"
    if not line.changed:
        return "ingenting endret"
    worse = f", {line.worse} dårligere" if line.worse else ""
    return f"{line.changed} endret{worse}"


def _by_name(names: Mapping[str, str]) -> None:
    """The same rows for who uses the keyboard, or a phone where the table is wider than the screen."""
    st.selectbox(
        "Åpne en på siden",
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder="Velg en kunde",
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
