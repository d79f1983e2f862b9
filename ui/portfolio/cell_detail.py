"""The questions behind one cell of the heat map: chosen by a click in the map, or in two lists that the keyboard reaches."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

import language
from scoring.vocabulary import Status
from scoring.yardstick import OVERALL
from service.portfolio.comparison import Comparison
from ui import session
from ui.portfolio.comparison_choice import ComparisonRow, key
from ui.text import escaped

MAP = "map"


def clicked() -> None:
    """Called when a cell of the map is clicked: the lists below take over the choice, and the questions are shown."""
    held = session.value(MAP)
    points = held["selection"]["points"] if isinstance(held, Mapping) else []
    found = points[0].get("customdata") if points else None
    if isinstance(found, Sequence) and len(found) == 3:
        session.put(key("who"), found[0])
        session.put(key("group"), found[1])
        session.put(key("clicked"), True)


def draw(shown: Sequence[ComparisonRow], customers: Comparison, columns: Mapping[str, str]) -> None:
    """`columns`: group -> what it is about, as the list says it."""
    names = {row.member.customer_id: row for row in shown}
    if not names:
        return
    _forget_unknown({"who": names, "group": columns})
    if session.take(key("clicked")) and session.value(key("who")) and session.value(key("group")):
        row, group = names[str(session.value(key("who")))], str(session.value(key("group")))
        _shown_at_once(row, _behind(row, customers, group), columns[group])
    box = st.expander("Se spørsmålene bak en rute", icon=":material/search:", on_change="rerun", key="cell")
    if not box.open:
        return
    with box:
        who = st.selectbox("Kunde", list(names), format_func=lambda found: names[found].name, key=key("who"))
        group = st.selectbox("Kolonne", list(columns), format_func=columns.__getitem__, key=key("group"))
        _table(_behind(names[who], customers, group), columns[group])


def _forget_unknown(offered: Mapping[str, Mapping[str, object]]) -> None:
    """A choice that is no longer among the shown, or that no map of ours could have sent."""
    session.forget(key(name) for name, options in offered.items() if str(session.value(key(name))) not in options)


@st.dialog("Spørsmålene bak ruten", width="large")
def _shown_at_once(row: ComparisonRow, frame: pd.DataFrame, column: str) -> None:
    st.markdown(f"**{escaped(row.name)}**: {column}")
    _table(frame, column)


def _table(frame: pd.DataFrame, column: str) -> None:
    wide = {"Spørsmål": st.column_config.TextColumn(width="large")}
    alt = f"Spørsmålene bak ruten for {column}"
    st.dataframe(frame, hide_index=True, width="stretch", column_config=wide, alt=alt)


def _behind(row: ComparisonRow, customers: Comparison, group: str) -> pd.DataFrame:
    form = customers.judged.yardstick_of(row.place).form
    judged = customers.judged.attainment(row.place)
    found = [q for q in form.questionnaire.questions if group in (OVERALL, form.factors[q.topic], *q.areas)]
    return pd.DataFrame(
        {
            "Spørsmål": [question.title.nb for question in found],
            "Status": [_status(judged[question.id][0]) for question in found],
            "Oppnåelse": [language.percent(judged[question.id][1]) for question in found],
            "Stoppkrav": ["ja" if question.hard_stop else "" for question in found],
            "Id": [question.id for question in found],
        }
    )


def _status(status: Status | None) -> str:
    return "" if status is None else language.STATUSES[status]
