"""The shortest way to go, in words: which questions must change, how long it takes, and whether it fits."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from language import VERDICTS, count
from reports.plan.plan_wording import reach_summary, reach_text, step_text, way_told
from scoring.judgement import Judgement
from scoring.shortest_way import Way
from scoring.unreachable import Beyond, out_of_reach
from service.judgement import Situation

# So many are named; the rest stand among the gaps.
MOST_NAMED = 5


def beyond(here: Situation) -> None:
    """The hard stops that work no longer reaches before the go-live, each with the reason, and what helps instead."""
    # What time has taken comes before what is only long to do.
    found = sorted(out_of_reach(here.judgement, here.dates), key=lambda one: one.beyond is Beyond.LEAD_TIME)
    if not found:
        return
    left = here.judgement.days_left or 0
    lines = [f"- {one.question.title.nb}. {reach_text(one, left)}" for one in found[:MOST_NAMED]]
    more = len(found) - MOST_NAMED
    lines += [f"- og {count(more, 'til', 'til')}"] if more > 0 else []
    st.warning(f"**{reach_summary(found)}**\n\n" + "\n".join(lines), icon=":material/event_busy:")


def draw(ways: Sequence[Way], judgement: Judgement) -> None:
    """One section per verdict that is not reached yet."""
    ahead = [way for way in ways if way.steps]
    if judgement.go_live is None or not ahead:
        return
    st.header("Korteste vei videre", anchor=False)
    for way in ahead:
        st.subheader(f"Til «{VERDICTS[way.target]}»", anchor=False)
        st.markdown(way_told(way))
        st.dataframe(
            _steps(way), hide_index=True, width="stretch", column_config=_COLUMNS, row_height=_ROW, alt=way_told(way)
        )


_COLUMNS: dict[str, Any] = {
    "Spørsmål": st.column_config.TextColumn(width=230),
    "Hvorfor": st.column_config.TextColumn(width=160),
    "Ledetid": st.column_config.NumberColumn(width=75, format="%d dager"),
    "Kan være ferdig": st.column_config.DateColumn(width=105, format="DD.MM.YYYY"),
    "Må være på plass": st.column_config.DateColumn(width=120, format="DD.MM.YYYY"),
}
# Pixels: room for three lines, so that nothing of a question is cut off.
_ROW = 66


def _steps(way: Way) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Spørsmål": [step.question.title.nb for step in way.steps],
            "Hvorfor": [step_text(step) for step in way.steps],
            "Ledetid": [None if step.obstacle else step.lead_days for step in way.steps],
            "Kan være ferdig": [None if step.obstacle else step.finish for step in way.steps],
            "Må være på plass": [step.due for step in way.steps],
        }
    )
