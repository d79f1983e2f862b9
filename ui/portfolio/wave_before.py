"""What the go-live before still lacks when this one starts, and how long it has had to get stable."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from language import count, day
from scoring.frozen import RollOutRules
from scoring.portfolio.roll_out import RollOutWave
from scoring.portfolio.unsettled import UnsettledTopic, unsettled
from scoring.questionnaire import Catalogue
from service.portfolio.comparison import Comparison
from ui import access

MOST = 10


def draw(
    wave: RollOutWave,
    every: Sequence[RollOutWave],
    customers: Comparison,
    catalogue: Catalogue,
    rules: RollOutRules | None,
) -> None:
    """Nothing for the first one there is."""
    before = [each for each in every if each.go_live < wave.go_live]
    if not before:
        return
    last = before[-1]
    st.subheader("Det forrige oppstart mangler", anchor=False)
    st.markdown(_between(wave, last, rules))
    found = unsettled(customers.judged, last.places)
    st.markdown(_said(found, last))
    if found:
        _table(found, last, catalogue)


def _between(wave: RollOutWave, last: RollOutWave, rules: RollOutRules | None) -> str:
    days = count((wave.go_live - last.go_live).days, "dag", "dager")
    asked = f" Grensen er satt til minst {rules.days_between.value} dager." if rules else ""
    return (
        f"Forrige oppstart er {day(last.go_live)}, {days} før. Rapporten ber om tid mellom oppstartene til å lære og få "
        f"løsningen stabil (suksessfaktor 3).{asked}"
    )


def _said(found: Sequence[UnsettledTopic], last: RollOutWave) -> str:
    lacking = {place for topic in found for place in topic.places}
    if not lacking:
        return "Alt som skulle vært på plass der nå, er på plass."
    stops, others = sum(topic.stops for topic in found), sum(topic.others for topic in found)
    state = "De har startet" if last.go_live <= access.today() else "De har ikke startet ennå"
    return (
        f"**{len(lacking)} av {count(len(last.places), 'kunde', 'kunder')}** mangler noe som skulle vært på plass nå, eller "
        f"som haster: {count(stops, 'stoppkrav', 'stoppkrav')} og {count(others, 'annet svar', 'andre svar')}. {state}."
    )


def _table(found: Sequence[UnsettledTopic], last: RollOutWave, catalogue: Catalogue) -> None:
    topics = [each for each in found if each.topic in catalogue.topics]
    shown = topics[:MOST]
    frame = pd.DataFrame(
        {
            "Tema": [catalogue.topics[each.topic].title.nb for each in shown],
            "Stoppkrav": [each.stops for each in shown],
            "Andre svar": [each.others for each in shown],
            "Kunder": [f"{len(each.places)} av {len(last.places)}" for each in shown],
        }
    )
    columns = {"Tema": st.column_config.TextColumn(width="large")}
    alt = "Temaene som forrige oppstart mangler noe i, med antall stoppkrav, andre svar og kunder"
    st.dataframe(frame, hide_index=True, width="stretch", height="content", column_config=columns, alt=alt)
    if len(topics) > MOST:
        st.caption(f"og {count(len(topics) - MOST, 'tema til', 'temaer til')} med færre stoppkrav.")
