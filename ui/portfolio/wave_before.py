"""What the go-live before still lacks when this one starts, and how long it has had to get stable."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from language import DAYS, day, said
from language.ui.portfolio import alike
from language.ui.portfolio import wave_before as words
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
    st.subheader(words.TITLE(), anchor=False)
    st.markdown(_between(wave, last, rules))
    found = unsettled(customers.judged, last.places)
    st.markdown(_told(found, last))
    if found:
        _table(found, last, catalogue)


def _between(wave: RollOutWave, last: RollOutWave, rules: RollOutRules | None) -> str:
    days = DAYS((wave.go_live - last.go_live).days)
    limit = words.LIMIT(days=rules.days_between.value) if rules else ""
    return words.BETWEEN(day=day(last.go_live), days=days, limit=limit)


def _told(found: Sequence[UnsettledTopic], last: RollOutWave) -> str:
    lacking = {place for topic in found for place in topic.places}
    if not lacking:
        return words.ALL_IN_PLACE()
    stops, others = sum(topic.stops for topic in found), sum(topic.others for topic in found)
    state = words.STARTED() if last.go_live <= access.today() else words.NOT_STARTED()
    return words.LACKING(
        lacking=len(lacking),
        customers=alike.CUSTOMERS(len(last.places)),
        stops=alike.HARD_STOPS(stops),
        others=words.OTHERS(others),
        state=state,
    )


def _table(found: Sequence[UnsettledTopic], last: RollOutWave, catalogue: Catalogue) -> None:
    topics = [each for each in found if each.topic in catalogue.topics]
    shown = topics[:MOST]
    frame = pd.DataFrame(
        {
            alike.TOPIC(): [said(catalogue.topics[each.topic].title) for each in shown],
            alike.HARD_STOP(): [each.stops for each in shown],
            words.OTHER_ANSWERS(): [each.others for each in shown],
            alike.CUSTOMER_COUNT(): [words.SO_MANY_OF(n=len(each.places), all=len(last.places)) for each in shown],
        }
    )
    columns = {alike.TOPIC(): st.column_config.TextColumn(width="large")}
    alt = words.DESCRIBED()
    st.dataframe(frame, hide_index=True, width="stretch", height="content", column_config=columns, alt=alt)
    if len(topics) > MOST:
        st.caption(words.MORE_TOPICS(len(topics) - MOST))
