"""The conditions of a decision on screen: how it goes with each, and saying that one is done or not."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from language import sentence, short_day
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
_BADGES: dict[ConditionState, tuple[str, str, Literal["green", "red", "orange", "gray"]]] = {
    ConditionState.DONE: ("Oppfylt", ":material/check:", "green"),
    ConditionState.OVERDUE: ("Fristen er gått ut", ":material/alarm:", "red"),
    ConditionState.SOON: ("Fristen er nær", ":material/schedule:", "orange"),
    ConditionState.OPEN: ("Ikke oppfylt ennå", ":material/hourglass_empty:", "gray"),
}


def may_mark() -> bool:
    """Whether to offer it; the service decides for itself."""
    return access.drawn_for().role in PERMISSIONS[Operation.MARK_CONDITION].roles


def of_decision(kept: KeptDecision, *, acts: bool) -> None:
    """All of them; of one that counts with how it goes, and where it `acts`, a form for each."""
    if not kept.conditions:
        return
    st.markdown("**Vilkår**")
    if kept.follows_up and acts:
        _warn(kept)
    elif kept.standing is DecisionStanding.REPLACED:
        st.caption("Beslutningen er erstattet av en nyere, så vilkårene følges ikke opp lenger.")
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
        holds = kept.standing is DecisionStanding.HOLDS
        stands = "Beslutningen gjelder fortsatt, men det den bygger på, er ikke gjort. " if holds else ""
        st.error(
            f"**{overdue_text(late)}.** Begge skrev under på dette. {stands}Få det gjort, og si fra her.",
            icon=":material/alarm:",
        )


def _one(each: FollowedCondition) -> None:
    label, icon, colour = _BADGES[each.state]
    st.badge(label, icon=icon, color=colour)
    st.markdown(_line(each, said=True))
    _said(each)
    if may_mark():
        _form(each)


def _line(each: FollowedCondition, *, said: bool) -> str:
    """What, who, and when; with how it goes, where that is `said`."""
    how = sentence(_how(each)) if said else f"Frist {short_day(each.due)}"
    return f"{each.place + 1}. {escaped(each.text)}  \n:small[{escaped(each.owner)}. {how}.]"


def _said(each: FollowedCondition) -> None:
    """The newest word on it, and those before it behind a click."""
    if each.newest is None:
        return
    _word(each.newest)
    before = each.said[-2::-1]
    if before and st.toggle(
        f"Vis det som er sagt før om vilkår {each.place + 1}",
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
    box = st.expander(f"Si hvordan det går med vilkår {number}", icon=":material/edit:")
    with box, st.form(session.name("condition-form", *ids), border=False):
        first = each.done_on or access.today()
        typed = typed_fields.day_box(f"Dagen vilkår {number} ble oppfylt", value=first, key=day)
        why = st.text_area(f"Merknad til vilkår {number} (kan stå tom)", key=note, max_chars=2_000, height=80)
        with st.container(horizontal=True):
            done = st.form_submit_button(
                f"Vilkår {number} er oppfylt", key=f"{day}.done", type="primary", icon=":material/check:"
            )
            back = st.form_submit_button(f"Vilkår {number} er ikke oppfylt", key=f"{day}.not", icon=":material/close:")
    if done or back:
        make_change(
            lambda: _mark(each, typed if done else None, why, seen, (day, note)),
            f"Det står nå at vilkår {number} {'er' if done else 'ikke er'} oppfylt.",
        )


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
    near = f"**Vilkår i beslutningen med frist snart:** {_told(soon)}." if soon else ""
    if late:
        st.error(f"**{overdue_text(len(late))}:** {_told(late)}. {near}", icon=":material/alarm:")
    elif soon:
        st.warning(near, icon=":material/schedule:")
    return bool(late or soon)


def _told(conditions: Sequence[FollowedCondition]) -> str:
    return "; ".join(f"«{escaped(each.text)}», {_how(each)}" for each in conditions)


def after_start(conditions: Sequence[FollowedCondition]) -> None:
    """What is open of them when the customer is in use, and the way to say that it is done."""
    if not conditions:
        return
    st.header("Vilkårene i beslutningen", anchor=False)
    open_ = [each for each in conditions if not each.done]
    if not open_:
        st.write("Alle vilkårene er oppfylt.")
        return
    st.markdown(
        "\n".join(
            f"- {escaped(each.text)}  \n  :small[{escaped(each.owner)}. {sentence(_how(each))}.]" for each in open_
        )
    )
    st.page_link(DECISION, label="Si hvordan det går med vilkårene", icon=":material/gavel:")


def _how(each: FollowedCondition) -> str:
    return how_text(each.state, each.due, each.done_on, each.left)
