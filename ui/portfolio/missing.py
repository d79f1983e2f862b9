"""«Mangler hos n av m som skulle hatt det»: what most of them lack, ranked within each customer type, with who."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

import language
from language import CUSTOMER_TYPES, number, said
from language.ui.portfolio import alike
from language.ui.portfolio import missing as words
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
    st.header(words.TITLE(), anchor=False)
    st.markdown(words.ABOUT())
    for kind in CustomerType:
        own = [row for row in shown if row.member.customer_type is kind]
        found = missing_topics(customers.judged, [row.place for row in own])
        if own:
            st.subheader(language.sentence(CUSTOMER_TYPES[kind]), anchor=False)
            _of_type(found, {row.place: row.name for row in own}, catalogue)
    downloads.buttons(LACKING, cut=choice.cut, basis=choice.basis)


def _of_type(found: Sequence[MissingTopic], names: dict[int, str], catalogue: Catalogue) -> None:
    if not found:
        st.write(words.NOTHING())
        return
    most = found[:MOST]
    frame = pd.DataFrame(
        {
            alike.TOPIC(): [
                said(catalogue.topics[each.topic].title) if each.topic in catalogue.topics else each.topic
                for each in most
            ],
            alike.SHARE(): [100 * each.share for each in most],
            words.LACKS(): [
                words.SO_MANY_OF(missing=number(len(each.missing)), should=number(each.should)) for each in most
            ],
            alike.WHO(): [_who(each, names) for each in most],
        }
    )
    config = {
        alike.TOPIC(): st.column_config.TextColumn(width=260),
        alike.SHARE(): st.column_config.ProgressColumn(width=150, format="%.0f %%", min_value=0, max_value=100),
        words.LACKS(): st.column_config.TextColumn(width=110),
        alike.WHO(): st.column_config.TextColumn(width=280),
    }
    alt = words.DESCRIBED()
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
        st.caption(words.LARGEST(len(found), most=MOST))


def _who(each: MissingTopic, names: dict[int, str]) -> str:
    named = [names[place] for place in each.missing[:NAMED]]
    more = len(each.missing) - len(named)
    told = ", ".join(named)
    return words.AND_MORE(named=told, n=number(more)) if more else told
