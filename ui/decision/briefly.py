"""The decision in a line on the customer's first page: what is decided, and that it no longer holds when it does not."""

import streamlit as st

from language import DECISION_SIDES, listed
from language.ui.decision import briefly as words
from language.ui.decision.standing import WAITS
from reports.decision.decision_wording import change_text, decided_text
from scoring.decision.standing import DecisionStanding
from scoring.vocabulary import DecisionSide
from service.answers.responses import ResponseView
from service.decision.kept import CustomerDecisions, KeptDecision, read_decisions
from service.judgement import CustomerJudgement
from service.people.actor import Actor
from service.workspace import Workspace
from ui.decision import conditions
from ui.decision.conditions import DECISION


def read(ws: Workspace, actor: Actor, here: CustomerJudgement) -> CustomerDecisions:
    return read_decisions(ws, actor, here)


def draw(decisions: CustomerDecisions, view: ResponseView) -> None:
    """Nothing where nothing is decided or proposed."""
    signed, waiting = decisions.signed, decisions.waiting
    if signed is None and waiting is None:
        return
    if signed is not None and signed.standing is DecisionStanding.FALLEN:
        told = listed([_lower(change_text(each, view.customer.go_live)) for each in signed.changes])
        st.error(words.FALLEN(what=_what(signed), changes=told), icon=":material/gpp_bad:")
    elif signed is not None:
        st.markdown(f":material/verified: {words.DECIDED(what=_what(signed))}")
    if waiting is not None:
        lacks = next(side for side in DecisionSide if side not in {each.side for each in waiting.signed})
        st.markdown(f":material/draw: {WAITS(what=_what(waiting), side=DECISION_SIDES[lacks])}")
    if signed is not None:
        conditions.briefly(signed.conditions)
    st.page_link(DECISION, label=words.SEE_DECISION(), icon=":material/gavel:")


def _what(kept: KeptDecision) -> str:
    return decided_text(kept.kind, kept.row.new_go_live or kept.row.go_live)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
