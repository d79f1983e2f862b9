"""The switch between the customer's word and HPAS's, on pages that judge what a customer answers today."""

import streamlit as st

from language import BASES, sentence
from scoring.basis import Basis
from ui import session

_KEY = session.key("basis", "chosen")


def chosen() -> Basis:
    """Whose word the page rests on, as it stands before the switch is drawn."""
    return Basis.HPAS if session.value(_KEY) == Basis.HPAS else Basis.CUSTOMER


def switch(*, rated: bool) -> None:
    """Drawn where HPAS has another word on something, and only then. `rated`: whether it has."""
    if not rated:
        return
    st.segmented_control(
        "Grunnlag",
        list(Basis),
        format_func=lambda basis: sentence(BASES[basis]),
        default=Basis.CUSTOMER,
        required=True,
        key=_KEY,
        persist_state="session",
    )
    if chosen() is Basis.HPAS:
        st.caption(
            "Tallene bygger på HPAS' vurdering der HPAS er uenig og svaret står som det gjorde da. Ellers gjelder kundens svar."
        )
