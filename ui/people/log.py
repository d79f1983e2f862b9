"""The audit log on screen."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from language import OPERATIONS, OSLO, OUTCOMES, sentence
from service.files.people import LOG
from service.people.log import LogLine
from ui.files import downloads


def table(lines: Sequence[LogLine]) -> None:
    if not lines:
        st.write("Loggen er tom.")
        return
    st.caption("De siste tusen hendelsene, de nyeste først. Loggen har ikke tekst fra svarene.")
    frame = pd.DataFrame(
        {
            "Tidspunkt": [f"{line.at.astimezone(OSLO):%d.%m.%Y %H:%M:%S}" for line in lines],
            "Hvem": [line.actor for line in lines],
            "Handling": [sentence(OPERATIONS.get(line.operation, line.operation)) for line in lines],
            "Hva": [line.object for line in lines],
            "Utfall": [OUTCOMES.get(line.outcome, line.outcome) for line in lines],
            "Detaljer": [line.detail or "" for line in lines],
        }
    )
    st.dataframe(frame, hide_index=True, width="stretch", alt="Hendelser i loggen, de nyeste først")


def take_away() -> None:
    st.header("Hele loggen", anchor=False)
    downloads.buttons(LOG)
