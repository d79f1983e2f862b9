"""The decision that counts, on screen: whether it holds, what has changed since, its conditions, and who has signed."""

import streamlit as st

from language import DECISION_SIDES, day, said
from language.ui.decision import standing as words
from reports.answers.wording import value_text
from reports.decision.decision_wording import change_text, decided_text, signature_text, state_text
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
        st.info(words.NONE_YET())
    for kept in (decisions.signed, decisions.waiting):
        if kept is not None:
            _box(kept, view)
            contents(kept, acts=True)


def _box(kept: KeptDecision, view: ResponseView) -> None:
    """What is decided, in colour, sign and words."""
    what = decided_text(kept.kind, kept.row.new_go_live or kept.row.go_live)
    if kept.standing is DecisionStanding.HOLDS:
        st.success(words.HOLDS(what=what), icon=":material/verified:")
    elif kept.standing is DecisionStanding.FALLEN:
        st.error(f"{words.FALLEN(what=what)}\n\n{_changes(kept, view)}", icon=":material/gpp_bad:")
    else:
        lacks = next(side for side in DecisionSide if side not in {each.side for each in kept.signed})
        waits = words.WAITS(what=what, side=DECISION_SIDES[lacks])
        fell = f"\n\n{words.CANNOT_BE_SIGNED()}\n\n{_changes(kept, view)}" if kept.changes else ""
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
        return said(question.title)
    then, now = (
        escaped(value_text(question, answers.get(question_id, NO_ANSWER))) for answers in (kept.answers, view.counted)
    )
    return words.THEN_AND_NOW(title=said(question.title), then=then, now=now)


def contents(kept: KeptDecision, *, acts: bool) -> None:
    """Why, on which conditions, who signed, and what it was made on. acts: whether one says here how it goes with them."""
    if kept.row.reason:
        st.caption(words.GROUNDS())
        plain(kept.row.reason)
    if kept.row.earliest and kept.row.new_go_live:
        st.caption(words.EARLIEST_THEN(day=day(kept.row.earliest)))
    conditions.of_decision(kept, acts=acts)
    for signed in kept.signed:
        told = signature_text(signed.side, signed.name, signed.role, signed.at, signed.unseen)
        st.markdown(f":material/draw: {escaped(told)}")
    st.caption(state_text(kept.row.marker, kept.row.head, kept.sent, kept.row.snapshot_id, kept.row.fingerprint))
