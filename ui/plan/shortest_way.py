"""The shortest way to go, in words: which questions must change, how long it takes, and whether it fits."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from reports.plan.plan_wording import TARGETS, shortest_way_summary, step_text
from scoring.judgement import Judgement
from scoring.shortest_way import ShortestWay


def draw(ways: Sequence[ShortestWay], judgement: Judgement) -> None:
    """One section per verdict that is not reached yet; nothing before enough is answered."""
    ahead = [way for way in ways if way.steps]
    if judgement.go_live is None or judgement.in_use or not ahead or not judgement.enough:
        return
    st.header("Korteste vei videre", anchor=False)
    for way in ahead:
        st.subheader(TARGETS[way.target], anchor=False)
        st.markdown(shortest_way_summary(way))
        st.dataframe(
            _steps(way),
            hide_index=True,
            width="stretch",
            column_config=_COLUMNS,
            row_height=_ROW,
            alt=shortest_way_summary(way),
        )


_COLUMNS: dict[str, Any] = {
    "Spørsmål": st.column_config.TextColumn(width=200),
    "Hvorfor": st.column_config.TextColumn(width=200),
    "Tar vanligvis": st.column_config.NumberColumn(width=90, format="%d dager"),
    "Kan være ferdig": st.column_config.DateColumn(width=105, format="DD.MM.YYYY"),
    "Må være på plass": st.column_config.DateColumn(width=120, format="DD.MM.YYYY"),
}
# Pixels: room for four lines, so that nothing of a question is cut off.
_ROW = 84


def _steps(way: ShortestWay) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Spørsmål": [step.question.title.nb for step in way.steps],
            "Hvorfor": [step_text(step) for step in way.steps],
            "Tar vanligvis": [step.work for step in way.steps],
            "Kan være ferdig": [step.finish for step in way.steps],
            "Må være på plass": [step.due for step in way.steps],
        }
    )
