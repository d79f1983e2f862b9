"""The plan as an editable table. Each cell is saved when it is left, and the table keeps its place.

Streamlit lays what is typed over what is stored until the two say the same: what stands in its state is not saved yet. So
the table is made anew when something was stored in other words than it was typed, and when there are more actions.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import pandas as pd
import streamlit as st

from language import said
from language.common import NOT_SAVED
from language.ui.plan import action_table as words
from reports.plan.plan_wording import ACTION_STATUSES, OWN_ACTION, flags_text
from scoring.plan import Action, PlannedAction
from scoring.typed_values import read_day
from service.answers.assignments import Assignee
from service.faults import DatabaseProblem, Refused
from service.judgement import CustomerJudgement
from service.plan.actions import ActionContent, ActionField, Owner, change_action, possible_owners
from ui import access, session, typed_fields
from ui.failures import in_words
from ui.text import escaped

# Pixels: room for four lines, so that nothing of a question or an action is cut off; and the tallest the table gets.
ROW, HEAD, TALLEST = 84, 38, 800
DATES = "DD.MM.YYYY"
TEXT, OWNER, DUE, STATUS, NOTE = (field.value for field in ActionField)
FLAGS, MUST_BE, QUESTION = "flags", "must_be", "question"
# Row and column of a cell -> what stands in it, as it was typed.
Typed = dict[tuple[int, str], str | None]


def draw(here: CustomerJudgement, people: Sequence[Assignee], *, locked: bool) -> None:
    """The actions, each in the row where it was made, with its question beside it. people: whom an owner is picked among."""
    held = here.plan.actions
    if not held:
        return
    key = _key(here.view.response_id, held)
    st.data_editor(
        _frame(here, held),
        key=key,
        hide_index=True,
        disabled=True if locked else [QUESTION, MUST_BE, FLAGS],
        column_order=[TEXT, QUESTION, OWNER, DUE, STATUS, FLAGS, MUST_BE, NOTE],
        column_config=_columns([person.name for person in people]),
        row_height=ROW,
        height=min(TALLEST, HEAD + ROW * len(held)),
        on_change=_save,
        args=(key, [one.action.id for one in held], [one.action.version for one in held], here.view.customer.id),
        width="stretch",
        alt=words.DESCRIBED(),
    )
    if people and not locked:
        st.caption(words.PICK_OWNER())
    problem = session.value(session.key("unsaved", key))
    # Once the page is left, what was not saved no longer stands in the table.
    if problem is not None and _typed(key, len(held)):
        st.error(f"**{NOT_SAVED()}** {escaped(str(problem))}", icon=":material/error:")
    if (conflict := session.take("plan-conflict")) is not None:
        st.warning(escaped(str(conflict)))


def _key(response_id: str, held: Sequence[PlannedAction]) -> str:
    """The name of the table; another one when a cell that was just saved says something else now, as a member's full name."""
    key = _key_of(response_id)
    saved = session.take(session.key("saved", key))
    if isinstance(saved, dict) and any(_cell(held[row].action, name) != typed for (row, name), typed in saved.items()):
        session.bump("plan-table")
    return _key_of(response_id)


def _key_of(response_id: str) -> str:
    return session.of_this_process(session.key("plan-table", response_id, str(session.count("plan-table"))))


def _cell(action: Action, name: str) -> str | None:
    """What an action says, as it stands in its cell."""
    if name == DUE:
        return _due_words(action)
    held = getattr(action, name)
    return ACTION_STATUSES[held] if name == STATUS else held


def _due_words(action: Action) -> str | None:
    """The day as it was typed here while it still is that day: the table would begin anew with other words."""
    words = session.value(session.key("due-words", action.id))
    with suppress(Refused):
        if action.due is not None and typed_fields.read(words, read_day) == action.due:
            return str(words)
    return typed_fields.day_text(action.due) or None


def _frame(here: CustomerJudgement, held: Sequence[PlannedAction]) -> pd.DataFrame:
    titles = {q.id: said(q.title) for q in here.view.form.questionnaire.questions}
    frame = pd.DataFrame(
        {
            TEXT: [one.action.text for one in held],
            OWNER: [one.action.owner for one in held],
            DUE: [_due_words(one.action) for one in held],
            STATUS: [ACTION_STATUSES[one.action.status] for one in held],
            FLAGS: [flags_text(one) for one in held],
            MUST_BE: [one.must_be for one in held],
            NOTE: [one.action.note for one in held],
            QUESTION: [_about(one.action, titles) for one in held],
        }
    )
    # Named, so that a column that is empty is of the same kind as when it is filled in: else the table is made anew.
    return frame.astype(dict.fromkeys((TEXT, OWNER, DUE, NOTE), "string") | {MUST_BE: "datetime64[s]"})


def _about(action: Action, titles: Mapping[str, str]) -> str:
    """The question an action is for; one that is asked no more is told by its id."""
    return OWN_ACTION if action.question_id is None else titles.get(action.question_id, action.question_id)


def _columns(names: Sequence[str]) -> dict[str, Any]:
    """names: of those an owner can be; while nobody is known, a name is typed."""
    owner = st.column_config.SelectboxColumn(words.OWNER(), width=110, options=list(names))
    # No limit on the length: what is pasted and too long would be dropped without a word. The service says it.
    return {
        TEXT: st.column_config.TextColumn(words.ACTION(), width=225, required=True),
        QUESTION: st.column_config.TextColumn(words.QUESTION(), width=160),
        OWNER: owner if names else st.column_config.TextColumn(words.OWNER(), width=110),
        DUE: st.column_config.TextColumn(words.DUE(), width=95),
        STATUS: st.column_config.SelectboxColumn(
            words.STATUS(), width=90, options=list(ACTION_STATUSES.values()), required=True
        ),
        FLAGS: st.column_config.TextColumn(words.FLAGS(), width=115),
        MUST_BE: st.column_config.DateColumn(words.MUST_BE(), format=DATES),
        NOTE: st.column_config.TextColumn(words.NOTE(), width="medium"),
    }


def _save(key: str, ids: Sequence[str], versions: Sequence[int], customer_id: str) -> None:
    """Save what was typed, each cell by itself; called by the table."""
    edit_no, problem = session.next_edit(), None
    saved: Typed = {}
    for (row, name), content in _typed(key, len(ids)).items():
        try:
            _save_cell(ids[row], versions[row], ActionField(name), content, customer_id, edit_no)
            saved[row, name] = content
            if name == DUE:
                session.put(session.key("due-words", ids[row]), content)
        except (Refused, DatabaseProblem) as fault:
            problem = in_words(fault)
    session.put(session.key("saved", key), saved)
    session.put(session.key("unsaved", key), problem)


def _typed(key: str, rows: int) -> Typed:
    """The cells that say something else than what is stored; what no browser sends is passed over."""
    changes = session.value(key)
    edited = changes.get("edited_rows", {}) if isinstance(changes, dict) else {}
    return {
        (row, name): held or None
        for row, each in edited.items()
        for name, held in each.items()
        if row in range(rows) and name in list(ActionField) and (held is None or isinstance(held, str))
    }


def _save_cell(
    action_id: str, version: int, field: ActionField, held: str | None, customer_id: str, edit_no: int
) -> None:
    changes = {field: _content(field, held, customer_id)}
    ws, actor, tab = access.workspace(), access.actor(), session.tab()
    saved = change_action(ws, actor, action_id, changes, base_version=version, session=tab, edit_no=edit_no)
    for conflict in saved.conflicts.values():
        session.put("plan-conflict", words.CONFLICT(content=conflict.content or words.EMPTY()))


def _content(field: ActionField, held: str | None, customer_id: str) -> ActionContent:
    match field:
        case ActionField.DUE:
            return typed_fields.read(held, read_day)
        case ActionField.STATUS:
            return next((status for status, word in ACTION_STATUSES.items() if word == held), None)
        case ActionField.OWNER:
            return _owner((held or "").strip(), customer_id)
        case _:
            return held


def _owner(name: str, customer_id: str) -> Owner | None:
    """A member when the name is one of theirs, else just the name."""
    if not name:
        return None
    members = {
        called.casefold(): member_id
        for member_id, called in possible_owners(access.workspace(), access.actor(), customer_id)
    }
    member_id = members.get(name.casefold())
    return Owner(member_id=member_id) if member_id else Owner(name=name)
