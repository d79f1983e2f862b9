"""The history of an action or of an exception: who did what when, the newest first. Read only when it is asked for."""

from collections.abc import Callable, Iterable
from datetime import date

import streamlit as st

from language import day, listed, moment, sentence
from reports.plan.plan_wording import ACTION_STATUSES
from scoring.plan import ActionStatus, PlannedAction
from scoring.waivers import WaiverState
from service.faults import DatabaseProblem, Refused
from service.plan.actions import ActionField, ActionRevision, action_history
from service.plan.waivers import WaiverEvent, waiver_history
from ui import access, session
from ui.failures import in_words
from ui.text import escaped

FIELDS = {
    ActionField.TEXT: "tiltak",
    ActionField.OWNER: "eier",
    ActionField.DUE: "frist",
    ActionField.STATUS: "status",
    ActionField.NOTE: "notat",
}
STATES = {
    WaiverState.PROPOSED: "foreslått",
    WaiverState.APPROVED: "godkjent",
    WaiverState.REJECTED: "avslått",
    WaiverState.WITHDRAWN: "trukket",
}


def of_actions(held: Iterable[PlannedAction]) -> None:
    """A box to choose an action in, and what was said of it."""
    texts = {one.action.id: one.action.text for one in held}
    if not texts:
        return
    chosen = st.selectbox(
        "Historikk for et tiltak",
        list(texts),
        index=None,
        format_func=lambda found: texts.get(found, ""),
        placeholder="Velg et tiltak",
        key=session.key("history", "actions"),
    )
    if chosen is not None:
        _draw(lambda: [_of_action(each) for each in action_history(access.workspace(), access.actor(), chosen)])


def of_waiver(waiver_id: str) -> None:
    """A button that opens what happened to the exception."""
    if st.toggle("Historikk", key=session.key("history", "waiver", waiver_id)):
        _draw(lambda: [_of_waiver(each) for each in waiver_history(access.workspace(), access.actor(), waiver_id)])


def _draw(read: Callable[[], list[str]]) -> None:
    try:
        lines = read()
    except (Refused, DatabaseProblem) as problem:
        st.error(escaped(in_words(problem)))
        return
    st.markdown("\n".join(f"- {line}" for line in reversed(lines)))


def _of_action(revision: ActionRevision) -> str:
    said = [f"{FIELDS[field]} {_words(field, content)}" for field, content in revision.changes.items()]
    late = "" if revision.version is not None else " Kom etter en nyere endring, og ble aldri gjeldende."
    return f"**{moment(revision.at)}**, {escaped(revision.name)}. {sentence(escaped(listed(said)))}.{late}"


def _words(field: ActionField, content: str | date | None) -> str:
    if content is None:
        return "tatt bort"
    if isinstance(content, date):
        return day(content)
    return ACTION_STATUSES[ActionStatus(content)] if field is ActionField.STATUS else f"«{content}»"


def _of_waiver(event: WaiverEvent) -> str:
    why = f": {escaped(event.reason)}" if event.reason else ""
    return f"**{moment(event.at)}**, {escaped(event.name)}. {STATES[event.state].capitalize()}{why}."
