"""Earlier decisions and those that came to nothing, on screen: all that was ever proposed, the newest first."""

import streamlit as st

from language import VERDICTS, moment, sentence
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
    st.header("Alle beslutninger", anchor=False)
    st.caption("Ingenting blir overskrevet. En beslutning tas tilbake bare ved at begge skriver under på en ny.")
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
        verdict = kept.stood.verdict
        st.markdown(f"Konklusjonen da: {VERDICTS[verdict] if verdict else 'ukjent'}. Stoppkravene slik de sto:")
        st.markdown("\n".join(f"- {_stop(kept, stop)}" for stop in kept.stood.stops))


def _stop(kept: KeptDecision, stop: StopThen) -> str:
    said = escaped(value_text(stop.question, kept.answers.get(stop.question.id, NO_ANSWER)))
    stands = reserve_text(stop.status, stop.reserve, kept.made_on)
    hpas = {True: "HPAS var enig", False: "HPAS var uenig", None: "HPAS hadde ikke sett på svaret"}[stop.agreed]
    waived = ", med godkjent unntak" if stop.waived else ""
    return f"{stop.question.title.nb}: {said}. {sentence(stands)}{waived}. {hpas}."
