"""The shortest way to go, in words: which questions must change, how long it takes, and whether it fits."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from language import said
from language.ui.plan import shortest_way as words
from reports.plan.plan_wording import TARGETS, shortest_way_summary, step_text
from scoring.judgement import Judgement
from scoring.shortest_way import ShortestWay

# Pixels: room for four lines, so that nothing of a question is cut off.
_ROW = 84


def draw(ways: Sequence[ShortestWay], judgement: Judgement) -> None:
    """One section per verdict that is not reached yet; nothing before enough is answered."""
    ahead = [way for way in ways if way.steps]
    if judgement.go_live is None or judgement.in_use or not ahead or not judgement.enough:
        return
    st.header(words.HEADING(), anchor=False)
    for way in ahead:
        st.subheader(TARGETS[way.target], anchor=False)
        st.markdown(shortest_way_summary(way))
        st.dataframe(
            _steps(way),
            hide_index=True,
            width="stretch",
            column_config=_columns(),
            row_height=_ROW,
            alt=shortest_way_summary(way),
        )


def _columns() -> dict[str, Any]:
    return {
        words.QUESTION(): st.column_config.TextColumn(width=200),
        words.WHY(): st.column_config.TextColumn(width=200),
        words.TAKES(): st.column_config.NumberColumn(width=90, format=words.IN_DAYS()),
        words.FINISH(): st.column_config.DateColumn(width=105, format="DD.MM.YYYY"),
        words.MUST_BE(): st.column_config.DateColumn(width=120, format="DD.MM.YYYY"),
    }


def _steps(way: ShortestWay) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words.QUESTION(): [said(step.question.title) for step in way.steps],
            words.WHY(): [step_text(step) for step in way.steps],
            words.TAKES(): [step.work for step in way.steps],
            words.FINISH(): [step.finish for step in way.steps],
            words.MUST_BE(): [step.due for step in way.steps],
        }
    )
