"""The switch between the customer's word and HPAS's, on pages that judge what a customer answers today."""

import streamlit as st

from language import BASES, sentence
from language.ui.review import basis_choice as words
from reports.review.looked_wording import looked_text
from scoring.basis import Basis
from scoring.review.looked_at import Looked
from service.review.rated_answers import RatedAnswers
from ui import session

_KEY = session.key("basis", "chosen")


def chosen() -> Basis:
    """Whose word the page rests on, as it stands before the switch is drawn."""
    return Basis.HPAS if session.value(_KEY) == Basis.HPAS else Basis.CUSTOMER


def switch(rated: RatedAnswers | None) -> None:
    """Drawn where HPAS has another word on something, and only then; it says how much HPAS has looked at."""
    if rated is not None and rated.answers is not None:
        _draw(rated.looked)


def switch_of_the_past(*, rated: bool) -> None:
    """The same where the figures are of many days. `rated`: whether HPAS has had another word on any."""
    if rated:
        _draw(None)


def _draw(looked: Looked | None) -> None:
    st.segmented_control(
        words.BASIS(),
        list(Basis),
        format_func=lambda basis: sentence(BASES[basis]),
        default=Basis.CUSTOMER,
        required=True,
        key=_KEY,
        persist_state="session",
    )
    if chosen() is Basis.HPAS:
        st.caption(f"{words.HPAS_WORD()} {looked_text(looked)}" if looked else words.HPAS_WORD())
