"""The decision that counts, on screen: whether it holds, what has changed since, its conditions, and who has signed."""

import streamlit as st

from language import DECISION_SIDES, day
from reports.answers.wording import value_text
from reports.decision.decision_wording import NO_LONGER, change_text, decided_text, signature_text, state_text
from scoring.answers import NO_ANSWER
from scoring.decision.standing import DecisionStanding, Fall
from scoring.vocabulary import DecisionSide
from service.answers.responses import ResponseView
from service.decision.kept import CustomerDecisions, KeptDecision
from ui.decision import conditions
from ui.text import escaped, plain


def draw(decisions: CustomerDecisions, view: ResponseView) -> None:
    """The one both have signed, and one that waits for a signature."""
    if decisions.signed is None and decisions.waiting is None:
        st.info("Ingen beslutning er tatt ennå. Den tas på det dere har sendt inn, når HPAS er ferdig med det.")
    for kept in (decisions.signed, decisions.waiting):
        if kept is not None:
            _box(kept, view)
            contents(kept, acts=True)


def _box(kept: KeptDecision, view: ResponseView) -> None:
    """What is decided, in colour, sign and words."""
    what = decided_text(kept.kind, kept.row.new_go_live or kept.row.go_live)
    if kept.standing is DecisionStanding.HOLDS:
        st.success(f"**{what}.** Begge har skrevet under, og beslutningen gjelder.", icon=":material/verified:")
    elif kept.standing is DecisionStanding.FALLEN:
        st.error(f"**{what}: {NO_LONGER}.**\n\n{_changes(kept, view)}", icon=":material/gpp_bad:")
    else:
        lacks = next(side for side in DecisionSide if side not in {each.side for each in kept.signed})
        waits = f"**Forslag: {what}.** Venter på at {DECISION_SIDES[lacks]} skriver under."
        fell = f"\n\nDet kan ikke skrives under slik det er nå:\n\n{_changes(kept, view)}" if kept.changes else ""
        st.warning(waits + fell, icon=":material/draw:")


def _changes(kept: KeptDecision, view: ResponseView) -> str:
    """What has changed since, each stop with what was answered then and now."""
    lines = []
    for change in kept.changes:
        lines.append(f"{change_text(change, view.customer.go_live)}{':' if change.questions else '.'}")
        lines.append("\n".join(f"- {_stop(kept, view, id_, change.fall)}" for id_ in change.questions))
    return "\n\n".join(line for line in lines if line)


def _stop(kept: KeptDecision, view: ResponseView, question_id: str, fall: Fall) -> str:
    question = view.form.questionnaire.by_id[question_id]
    if fall is not Fall.WORSE_STOP:
        return question.title.nb
    then, now = (
        escaped(value_text(question, said.get(question_id, NO_ANSWER))) for said in (kept.answers, view.counted)
    )
    return f"{question.title.nb}: var «{then}», er nå «{now}»"


def contents(kept: KeptDecision, *, acts: bool) -> None:
    """Why, on which conditions, who signed, and what it was made on. acts: whether one says here how it goes with them."""
    if kept.row.reason:
        st.caption("Begrunnelse:")
        plain(kept.row.reason)
    if kept.row.earliest and kept.row.new_go_live:
        st.caption(f"Tidligste forsvarlige oppstart var da {day(kept.row.earliest)}.")
    conditions.of_decision(kept, acts=acts)
    for signed in kept.signed:
        told = signature_text(signed.side, signed.name, signed.role, signed.at, signed.unseen)
        st.markdown(f":material/draw: {escaped(told)}")
    st.caption(state_text(kept.row.marker, kept.row.head, kept.sent, kept.row.snapshot_id, kept.row.fingerprint))
