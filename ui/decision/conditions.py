"""The conditions of a decision on screen: how it goes with each, and saying that one is done or not."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from language import sentence, short_day
from language.ui.decision import conditions as words
from reports.decision.condition_wording import how_text, overdue_text, said_text
from scoring.decision.conditions import URGENT, ConditionState
from scoring.decision.standing import DecisionStanding
from service.decision.conditions import FollowedCondition, SaidOfCondition, mark_condition
from service.decision.kept import KeptDecision
from service.people.permissions import PERMISSIONS, Operation
from ui import access, session, typed_fields
from ui.change_form import make_change
from ui.text import escaped, plain

DECISION = "pages/customer/decision.py"
_BADGES: dict[ConditionState, tuple[str, Literal["green", "red", "orange", "gray"]]] = {
    ConditionState.DONE: (":material/check:", "green"),
    ConditionState.OVERDUE: (":material/alarm:", "red"),
    ConditionState.SOON: (":material/schedule:", "orange"),
    ConditionState.OPEN: (":material/hourglass_empty:", "gray"),
}


def may_mark() -> bool:
    """Whether to offer it; the service decides for itself."""
    return access.drawn_for().role in PERMISSIONS[Operation.MARK_CONDITION].roles


def of_decision(kept: KeptDecision, *, acts: bool) -> None:
    """All of them; of one that counts with how it goes, and where it `acts`, a form for each."""
    if not kept.conditions:
        return
    st.markdown(words.CONDITIONS())
    if kept.follows_up and acts:
        _warn(kept)
    elif kept.standing is DecisionStanding.REPLACED:
        st.caption(words.REPLACED())
    for each in kept.conditions:
        if kept.follows_up and acts:
            with st.container(border=True, key=session.name("condition", each.decision_id, str(each.place))):
                _one(each)
        else:
            st.markdown(_line(each, said=kept.signed_by_both))


def _warn(kept: KeptDecision) -> None:
    """What cannot be missed: the decision may stand, and what it was made on does not."""
    late = sum(each.state is ConditionState.OVERDUE for each in kept.conditions)
    if late:
        told = words.OVERDUE_AND_HOLDS if kept.standing is DecisionStanding.HOLDS else words.OVERDUE
        st.error(told(overdue=overdue_text(late)), icon=":material/alarm:")


def _one(each: FollowedCondition) -> None:
    icon, colour = _BADGES[each.state]
    st.badge(words.STATES[each.state], icon=icon, color=colour)
    st.markdown(_line(each, said=True))
    _said(each)
    if may_mark():
        _form(each)


def _line(each: FollowedCondition, *, said: bool) -> str:
    """What, who, and when; with how it goes, where that is `said`."""
    how = sentence(_how(each)) if said else words.DUE(day=short_day(each.due))
    return f"{each.place + 1}. {escaped(each.text)}  \n:small[{escaped(each.owner)}. {how}.]"


def _said(each: FollowedCondition) -> None:
    """The newest word on it, and those before it behind a click."""
    if each.newest is None:
        return
    _word(each.newest)
    before = each.said[-2::-1]
    if before and st.toggle(
        words.SAID_BEFORE(number=each.place + 1),
        key=session.key("condition", each.decision_id, str(each.place), "before"),
    ):
        for one in before:
            _word(one)


def _word(said: SaidOfCondition) -> None:
    st.caption(escaped(said_text(said.done_on, said.name, said.role, said.at)))
    if said.note:
        plain(said.note)


def _form(each: FollowedCondition) -> None:
    ids = (each.decision_id, str(each.place))
    day, note = (session.key("condition", *ids, name) for name in ("day", "note"))
    # What had been said when the page was drawn: who has not seen the newest word is told of it.
    seen = int(str(session.drawn(session.key("drawn", "condition", *ids), len(each.said))))
    number = each.place + 1
    box = st.expander(words.SAY_HOW(number=number), icon=":material/edit:")
    with box, st.form(session.name("condition-form", *ids), border=False):
        first = each.done_on or access.today()
        typed = typed_fields.day_box(words.DAY_DONE(number=number), value=first, key=day)
        why = st.text_area(words.REMARK(number=number), key=note, max_chars=2_000, height=80)
        with st.container(horizontal=True):
            done = st.form_submit_button(
                words.IS_DONE(number=number), key=f"{day}.done", type="primary", icon=":material/check:"
            )
            back = st.form_submit_button(words.IS_NOT_DONE(number=number), key=f"{day}.not", icon=":material/close:")
    if done or back:
        saved = (words.SAVED_DONE if done else words.SAVED_NOT_DONE)(number=number)
        make_change(lambda: _mark(each, typed if done else None, why, seen, (day, note)), saved)


def _mark(each: FollowedCondition, typed: str | None, note: str, seen: int, fields: Sequence[str]) -> None:
    done_on = None if typed is None else typed_fields.needed_day(typed)
    mark_condition(
        access.workspace(),
        access.actor(),
        each.decision_id,
        each.place,
        done_on=done_on,
        note=note,
        said_before=seen,
        as_of=access.today(),
    )
    session.forget(fields)


def briefly(conditions: Sequence[FollowedCondition]) -> bool:
    """On the customer's first page: a line when one is overdue or near, and nothing else. Whether there was one."""
    late, soon = ([each for each in conditions if each.state is state] for state in URGENT)
    near = words.SOON_BRIEFLY(conditions=_told(soon)) if soon else ""
    if late:
        told = words.OVERDUE_BRIEFLY(overdue=overdue_text(len(late)), conditions=_told(late), soon=near)
        st.error(told, icon=":material/alarm:")
    elif soon:
        st.warning(near, icon=":material/schedule:")
    return bool(late or soon)


def _told(conditions: Sequence[FollowedCondition]) -> str:
    return "; ".join(words.WITH_STATE(text=escaped(each.text), how=_how(each)) for each in conditions)


def after_start(conditions: Sequence[FollowedCondition]) -> None:
    """What is open of them when the customer is in use, and the way to say that it is done."""
    if not conditions:
        return
    st.header(words.OF_DECISION(), anchor=False)
    open_ = [each for each in conditions if not each.done]
    if not open_:
        st.write(words.ALL_DONE())
        return
    st.markdown(
        "\n".join(
            f"- {escaped(each.text)}  \n  :small[{escaped(each.owner)}. {sentence(_how(each))}.]" for each in open_
        )
    )
    st.page_link(DECISION, label=words.SAY_HOW_THEY_GO(), icon=":material/gavel:")


def _how(each: FollowedCondition) -> str:
    return how_text(each.state, each.due, each.done_on, each.left)
