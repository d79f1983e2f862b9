"""The history of an action or of an exception: who did what when, the newest first. Read only when it is asked for."""

from collections.abc import Callable, Iterable
from datetime import date

import streamlit as st

from language import day, listed, moment, sentence
from language.ui.plan import histories as words
from reports.plan.plan_wording import ACTION_STATUSES
from scoring.plan import ActionStatus, PlannedAction
from service.faults import DatabaseProblem, Refused
from service.plan.actions import ActionField, ActionRevision, action_history
from service.plan.waivers import WaiverEvent, waiver_history
from ui import access, session
from ui.failures import in_words
from ui.text import escaped


def of_actions(held: Iterable[PlannedAction]) -> None:
    """A box to choose an action in, and what was said of it."""
    texts = {one.action.id: one.action.text for one in held}
    if not texts:
        return
    chosen = st.selectbox(
        words.OF_ACTION(),
        list(texts),
        index=None,
        format_func=lambda found: texts.get(found, ""),
        placeholder=words.CHOOSE(),
        key=session.key("history", "actions"),
    )
    if chosen is not None:
        _draw(lambda: [_of_action(each) for each in action_history(access.workspace(), access.actor(), chosen)])


def of_waiver(waiver_id: str) -> None:
    """A button that opens what happened to the exception."""
    if st.toggle(words.HISTORY(), key=session.key("history", "waiver", waiver_id)):
        _draw(lambda: [_of_waiver(each) for each in waiver_history(access.workspace(), access.actor(), waiver_id)])


def _draw(read: Callable[[], list[str]]) -> None:
    try:
        lines = read()
    except (Refused, DatabaseProblem) as problem:
        st.error(escaped(in_words(problem)))
        return
    st.markdown("\n".join(f"- {line}" for line in reversed(lines)))


def _of_action(revision: ActionRevision) -> str:
    told = [f"{words.FIELDS[field]} {_words(field, content)}" for field, content in revision.changes.items()]
    late = "" if revision.version is not None else words.LATE()
    return f"**{moment(revision.at)}**, {escaped(revision.name)}. {sentence(escaped(listed(told)))}.{late}"


def _words(field: ActionField, content: str | date | None) -> str:
    if content is None:
        return words.TAKEN_AWAY()
    if isinstance(content, date):
        return day(content)
    return ACTION_STATUSES[ActionStatus(content)] if field is ActionField.STATUS else words.QUOTED(content=content)


def _of_waiver(event: WaiverEvent) -> str:
    why = f": {escaped(event.reason)}" if event.reason else ""
    return f"**{moment(event.at)}**, {escaped(event.name)}. {words.STATES[event.state].capitalize()}{why}."
