"""The shortest way to go, in words: which questions must change, how long it takes, and whether it fits."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from language import VERDICTS, count, day
from scoring.judgement import Judgement
from scoring.shortest import Obstacle, Way, Why

WHYS = {Why.HARD_STOP: "stoppkrav", Why.COVERAGE: "trenger bare svar", Why.EXPECTED: "skal være på plass nå"}
OBSTACLES = {
    Obstacle.WAIVER_OR_DATE: "kan ikke tas igjen: be om unntak, eller flytt oppstarten",
    Obstacle.DATE: "kan ikke tas igjen: bare en ny dato hjelper",
}


def draw(ways: Sequence[Way], judgement: Judgement) -> None:
    """One section per verdict that is not reached yet."""
    ahead = [way for way in ways if way.steps]
    if judgement.go_live is None or not ahead:
        return
    st.header("Korteste vei videre", anchor=False)
    for way in ahead:
        st.subheader(f"Til «{VERDICTS[way.target]}»", anchor=False)
        st.markdown(_told(way))
        st.dataframe(_steps(way), hide_index=True, width="stretch", column_config=_COLUMNS, alt=_told(way))


_COLUMNS = {
    "Kan være ferdig": st.column_config.DateColumn(format="DD.MM.YYYY"),
    "Må være på plass": st.column_config.DateColumn(format="DD.MM.YYYY"),
}


def _told(way: Way) -> str:
    steps = count(len(way.steps), "spørsmål må bli bedre", "spørsmål må bli bedre")
    if not way.by_effort:
        stuck = sum(step.obstacle is not None for step in way.steps)
        return f"{steps}. {count(stuck, 'av dem kan', 'av dem kan')} ikke tas igjen med arbeid alene."
    if way.fits_in_sequence:
        return f"{steps}. Det rekker dere, også om dere tar ett om gangen (ferdig {day(way.in_sequence)})."
    if way.fits:
        return f"{steps}. Det rekker dere hvis alt begynner nå og går samtidig (ferdig {day(way.finish)})."
    return f"{steps}. Det rekker dere ikke til oppstarten. Med vanlig ledetid er det ferdig {day(way.finish)}."


def _steps(way: Way) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Spørsmål": [step.question.title.nb for step in way.steps],
            "Hvorfor": [OBSTACLES[step.obstacle] if step.obstacle else WHYS[step.why] for step in way.steps],
            "Vanlig ledetid": [count(step.lead_days, "dag", "dager") for step in way.steps],
            "Kan være ferdig": [step.finish for step in way.steps],
            "Må være på plass": [step.due for step in way.steps],
        }
    )
