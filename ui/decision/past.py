"""Earlier decisions and those that came to nothing, on screen: all that was ever proposed, the newest first."""

import streamlit as st

from language import VERDICTS, moment, said, sentence
from language.common import UNKNOWN
from language.ui.decision import past as words
from reports.answers.wording import value_text
from reports.decision.decision_wording import DECISION_STANDINGS, decided_text, reserve_text
from scoring.answers import NO_ANSWER
from service.decision.kept import CustomerDecisions, KeptDecision
from service.decision.stood import StopThen
from service.files.decision import DECISIONS_OF_ONE
from ui import session
from ui.decision.standing import contents
from ui.files import downloads
from ui.text import escaped


def draw(decisions: CustomerDecisions, customer_id: str) -> None:
    """Each folds out to what it said, and how every hard stop stood then."""
    if not decisions.held:
        return
    st.header(words.ALL(), anchor=False)
    st.caption(words.HOW_KEPT())
    for kept in decisions.held:
        _one(kept)
    downloads.buttons(DECISIONS_OF_ONE, customer_id)


def _one(kept: KeptDecision) -> None:
    what = decided_text(kept.kind, kept.row.new_go_live or kept.row.go_live)
    label = f"**{what}**: {DECISION_STANDINGS[kept.standing]}. :small[{moment(kept.row.made_at)}]"
    box = st.expander(label, key=session.key("decision", "past", kept.row.id), on_change="rerun")
    if not box.open:
        return
    with box:
        contents(kept, acts=False)
        verdict = VERDICTS[kept.stood.verdict] if kept.stood.verdict else UNKNOWN()
        st.markdown(words.CONCLUSION(verdict=verdict))
        st.markdown("\n".join(f"- {_stop(kept, stop)}" for stop in kept.stood.stops))


def _stop(kept: KeptDecision, stop: StopThen) -> str:
    answer = escaped(value_text(stop.question, kept.answers.get(stop.question.id, NO_ANSWER)))
    stands = reserve_text(stop.status, stop.reserve, kept.made_on)
    told = words.STOP_WAIVED if stop.waived else words.STOP
    hpas = words.HPAS[stop.agreed]
    return told(title=said(stop.question.title), answer=answer, stands=sentence(stands), hpas=hpas)
