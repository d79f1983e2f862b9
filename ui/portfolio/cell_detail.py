"""The answers behind one cell of the comparison: what is said, who does what about it and by when, and the way to the customer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

import language
from language import ahead, said
from language.ui.portfolio import alike
from language.ui.portfolio import cell_detail as words
from reports.answers.wording import value_text
from scoring.answers import NO_ANSWER, Answers
from scoring.plan import Action
from scoring.portfolio.portfolio import Portfolio
from scoring.vocabulary import Status
from scoring.yardstick import OVERALL
from service.answers.assignments import list_assignments
from service.answers.responses import open_response
from service.people.actor import Actor
from service.plan.actions import list_actions
from service.review.submissions import open_snapshot
from service.workspace import Workspace
from ui import session
from ui.portfolio.comparison_choice import ComparisonRow, key, verdict_of
from ui.text import escaped

MAP = "map"
OVERVIEW = "pages/customer/overview.py"


@dataclass(frozen=True, slots=True)
class BehindCell:
    """What is read of the customer that is chosen. asked: question -> who is to answer it."""

    customer_id: str
    answers: Answers
    actions: Sequence[Action]
    asked: Mapping[str, str]


def chosen_in(customers: Sequence[str], groups: Mapping[str, str]) -> None:
    """Called when a cell of the table is chosen. customers: row by row; groups: heading -> what it is about."""
    held = session.value(MAP)
    cells = held["selection"]["cells"] if isinstance(held, Mapping) else []
    if cells:
        row, heading = cells[0]
        if 0 <= row < len(customers) and heading in groups:
            session.put(key("who"), customers[row])
            session.put(key("group"), groups[heading])


def read(ws: Workspace, actor: Actor, snapshots: Mapping[str, str | None]) -> BehindCell | None:
    """What is behind the cell that is chosen; nothing is read before one is. snapshots: customer -> which stands for it."""
    who = str(session.value(key("who")))
    if who not in snapshots:
        return None
    view, snapshot_id = open_response(ws, actor, who), snapshots[who]
    answers = open_snapshot(ws, actor, snapshot_id).answers if snapshot_id else view.counted
    given = {question_id: to.name for question_id, to in list_assignments(ws, actor, who).items()}
    return BehindCell(who, answers, list_actions(ws, actor, who), given)


def draw(page: Sequence[ComparisonRow], judged: Portfolio, titles: Mapping[str, str], found: BehindCell | None) -> None:
    """Above the table: what is chosen, with the way to the customer and to the answers. titles: group -> what it is about."""
    row = next((row for row in page if found and row.member.customer_id == found.customer_id), None)
    if row is None or found is None:
        st.markdown(words.CHOOSE_CELL())
        return
    group = str(session.value(key("group")))
    group = group if group in titles else OVERALL
    what = words.EVERYTHING() if group == OVERALL else titles[group]
    told = ", ".join(part for part in (verdict_of(row), _stops(row), ahead(row.ahead)) if part)
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(f"**{escaped(row.name)}** · {what}  \n{told}")
        if st.button(words.SEE_ANSWERS(), icon=":material/search:", key=key("behind"), type="primary"):
            st.dialog(words.TITLE(), width="large")(_dialog)(row, what, behind(row, judged, group, found))
        there = {session.CUSTOMER: row.member.customer_id}
        st.page_link(OVERVIEW, label=words.GO_TO_CUSTOMER(), icon=":material/arrow_forward:", query_params=there)


def _stops(row: ComparisonRow) -> str:
    return words.FAILING(row.stops) if row.stops else ""


def _dialog(row: ComparisonRow, what: str, frame: pd.DataFrame) -> None:
    st.markdown(f"**{escaped(row.name)}**: {what}")
    if row.member.snapshot_id:
        st.caption(words.FROM_SUBMISSION())
    config = {
        alike.QUESTION(): st.column_config.TextColumn(width="large"),
        alike.DUE(): st.column_config.DateColumn(format="DD.MM.YYYY"),
        words.ATTAINMENT(): st.column_config.NumberColumn(format="percent"),
    }
    alt = words.DESCRIBED(what=what)
    st.dataframe(frame, hide_index=True, width="stretch", column_config=config, row_height=52, alt=alt)


def behind(row: ComparisonRow, judged: Portfolio, group: str, found: BehindCell) -> pd.DataFrame:
    """Question by question, hard stops and what is late first."""
    form, of = judged.yardstick_of(row.place).form, judged.attainment(row.place)
    asked = [q for q in form.questionnaire.questions if group in (OVERALL, form.factors[q.topic], *q.areas)]
    asked.sort(key=lambda q: (q.hard_stop is None, of[q.id][1] is not None, of[q.id][1] or 0.0))
    actions = {q.id: _first(found.actions, q.id) for q in asked}
    return pd.DataFrame(
        {
            alike.QUESTION(): [said(question.title) for question in asked],
            words.ANSWER(): [value_text(question, found.answers.get(question.id, NO_ANSWER)) for question in asked],
            words.STATUS(): [_status(of[question.id][0]) for question in asked],
            alike.HARD_STOP(): [alike.YES() if question.hard_stop else "" for question in asked],
            words.OWNER(): [_owner(actions[question.id], found.asked.get(question.id)) for question in asked],
            alike.DUE(): [_due(actions[question.id]) for question in asked],
            words.ATTAINMENT(): [of[question.id][1] for question in asked],
            words.ID(): [question.id for question in asked],
        }
    )


def _status(status: Status | None) -> str:
    return "" if status is None else language.STATUSES[status]


def _first(actions: Sequence[Action], question_id: str) -> Action | None:
    """The open action that is due first."""
    held = [each for each in actions if each.question_id == question_id and each.open]
    return min(held, key=lambda each: each.due or date.max, default=None)


def _owner(action: Action | None, asked: str | None) -> str:
    """Who does something about it, or else who is to answer."""
    return (action.owner if action else None) or (words.IS_TO_ANSWER(name=asked) if asked else "")


def _due(action: Action | None) -> date | None:
    return action.due if action else None
