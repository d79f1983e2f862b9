"""«Mangler hos n av m som skulle hatt det»: what most of them lack, ranked within each customer type, with who."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

import language
from language import CUSTOMER_TYPES, count, number
from scoring.portfolio.missing import MissingTopic, missing_topics
from scoring.questionnaire import Catalogue
from scoring.vocabulary import CustomerType
from service.files.spread import LACKING
from service.portfolio.comparison import Comparison
from ui.files import downloads
from ui.portfolio.comparison_choice import Choice, ComparisonRow

# So many topics of a type, and so many names of a topic; the file has them all.
MOST, NAMED = 10, 3
LINE = 66


def draw(shown: Sequence[ComparisonRow], customers: Comparison, catalogue: Catalogue, choice: Choice) -> None:
    st.header("Mangler hos mange", anchor=False)
    st.markdown(
        "Når mange mangler det samme, ligger hindringen ofte hos oss i HPAS eller hos leverandøren. "
        "Regnet av dem som skulle hatt noe av temaet på plass nå. De som har svart på for lite, er ikke med."
    )
    for kind in CustomerType:
        own = [row for row in shown if row.member.customer_type is kind]
        found = missing_topics(customers.judged, [row.place for row in own])
        if own:
            st.subheader(language.sentence(CUSTOMER_TYPES[kind]), anchor=False)
            _of_type(found, {row.place: row.name for row in own}, catalogue)
    downloads.buttons(LACKING, cut=choice.cut, basis=choice.basis)


def _of_type(found: Sequence[MissingTopic], names: dict[int, str], catalogue: Catalogue) -> None:
    if not found:
        st.write("Ingen av dem mangler noe de skulle hatt på plass nå.")
        return
    most = found[:MOST]
    frame = pd.DataFrame(
        {
            "Tema": [
                catalogue.topics[each.topic].title.nb if each.topic in catalogue.topics else each.topic for each in most
            ],
            "Andel": [100 * each.share for each in most],
            "Mangler hos": [f"{number(len(each.missing))} av {number(each.should)}" for each in most],
            "Hvem": [_who(each, names) for each in most],
        }
    )
    config = {
        "Tema": st.column_config.TextColumn(width=260),
        "Andel": st.column_config.ProgressColumn(width=150, format="%.0f %%", min_value=0, max_value=100),
        "Mangler hos": st.column_config.TextColumn(width=110),
        "Hvem": st.column_config.TextColumn(width=280),
    }
    alt = "Temaer etter hvor stor andel av dem som skulle hatt det på plass, som mangler det"
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        height=LINE * len(most) + 40,
        column_config=config,
        row_height=LINE,
        alt=alt,
    )
    if len(found) > MOST:
        st.caption(f"De {MOST} største av {count(len(found), 'tema', 'temaer')}. Filen har alle, med alle kundene.")


def _who(each: MissingTopic, names: dict[int, str]) -> str:
    named = [names[place] for place in each.missing[:NAMED]]
    more = len(each.missing) - len(named)
    return ", ".join(named) + (f" og {number(more)} til" if more else "")
