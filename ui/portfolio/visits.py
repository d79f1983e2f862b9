"""What has changed since the reader was last here; in a demo, where all are the same few people, since this tab was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from language import moment
from language.ui.portfolio import visits as words
from scoring.portfolio.changes import AnswerChange, Direction
from service.answers.responses import ResponseView
from service.answers.visits import Visit, came, read_visit, visit_now
from service.people.actor import Actor
from service.people.own_machine import LocalUse
from service.portfolio.trend import changes_after
from service.workspace import Workspace
from ui import access, session
from ui.portfolio import trend


@dataclass(frozen=True, slots=True)
class SinceLast:
    """before: the visit as it was noted. changes: since the one before, `None` at the first."""

    before: Visit | None
    visit: Visit
    changes: Sequence[AnswerChange] | None


def read(ws: Workspace, actor: Actor, view: ResponseView) -> SinceLast:
    """The reader's visit, and what has changed since the last one. Raises what the service raises."""
    noted, own = read_visit(ws, actor, view)
    before = _of_tab(view) if access.drawn_use() is LocalUse.DEMO else noted
    visit = visit_now(before, seen=view.marker, own=own, at=datetime.now(UTC))
    changes = None if visit.since is None else changes_after(ws, actor, view, visit.since, as_of=access.today())
    return SinceLast(before, visit, changes)


def note(actor: Actor, view: ResponseView, last: SinceLast) -> None:
    """Remember that they were here."""
    if access.drawn_use() is not LocalUse.DEMO:
        came(access.workspace(), actor, view, last.before, last.visit)
        return
    visit = last.visit
    left = visit.since_at.isoformat() if visit.since_at else None
    session.put(_key(view), (visit.since, left, visit.seen, visit.read_at.isoformat()))


def briefly(last: SinceLast) -> None:
    """How much has changed, in a line, and what when it is asked for."""
    if last.changes is None or last.visit.since_at is None:
        return
    moved = [change for change in last.changes if change.direction is not Direction.SAME]
    st.markdown(words.SINCE_LAST(moment=moment(last.visit.since_at), counts=trend.counts(moved)))
    if moved:
        box = st.expander(words.SEE_CHANGES(), icon=":material/timeline:", on_change="rerun", key="since-visit")
        if box.open:
            with box:
                trend.table(moved)


def _of_tab(view: ResponseView) -> Visit | None:
    held = session.value(_key(view))
    if not isinstance(held, tuple):
        return None
    since, left, seen, read_at = held
    return Visit(since, datetime.fromisoformat(left) if left else None, seen, datetime.fromisoformat(read_at))


def _key(view: ResponseView) -> str:
    return session.key("visit", view.response_id)
