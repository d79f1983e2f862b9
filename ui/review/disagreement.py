"""The disagreement map on screen: where HPAS and the customers part the most, of one customer or across all."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from language import number, said
from language.common import ANSWERS
from language.ui.review import disagreement as words
from reports.palette import palette
from reports.review.disagreement_map import HPAS_MARK, OWN_MARK, Apart, disagreement_described, disagreement_map
from scoring.disagreement import Disagreement, RankBy, RankedDisagreement, ranked
from service.files.review import DISAGREEMENT
from ui import access, layout, session
from ui.files import downloads

ALL = ""
# So many lines can be read; the file has them all.
MOST = 15
# Pixels: room for two lines of a question.
ROW = 52


def draw(found: Sequence[Disagreement], names: Mapping[str, str]) -> None:
    """`names`: customer -> what it is called."""
    st.header(words.TITLE(), anchor=False)
    if not found:
        st.write(words.NONE_YET())
        return
    by, customer = _choice(found, names)
    kept = [each for each in found if customer in (ALL, each.customer)]
    lines = [Apart(_called(by, names)(each.name), each) for each in ranked(kept, by)]
    _picture(lines, len(kept))
    _table(lines, words.HEADINGS[by])
    downloads.buttons(DISAGREEMENT)


def _choice(found: Sequence[Disagreement], names: Mapping[str, str]) -> tuple[RankBy, str]:
    one, two = st.columns(2)
    by = one.selectbox(
        words.SHOW_BY(), list(words.WAYS), format_func=words.WAYS.__getitem__, key=session.key("apart", "by")
    )
    there = sorted({each.customer for each in found}, key=lambda held: names.get(held, held))
    called = {ALL: words.ALL_CUSTOMERS()} | {held: names.get(held, held) for held in there}
    customer = two.selectbox(
        words.WHICH_CUSTOMER(), list(called), format_func=called.__getitem__, key=session.key("apart", "customer")
    )
    return by, customer


def _called(by: RankBy, names: Mapping[str, str]) -> Callable[[str], str]:
    """Id -> words for people. A question that is asked no more has only its id."""
    ws = access.workspace()
    if by is RankBy.QUESTION:
        called = {q.id: said(q.title) for form in ws.forms.values() for q in form.questionnaire.questions}
    elif by is RankBy.TOPIC:
        called = {topic.id: said(topic.title) for topic in ws.catalogue.topics.values()}
    elif by is RankBy.FACTOR:
        called = {factor.id: f"{factor.id} {said(factor.title)}" for factor in ws.catalogue.factors}
    else:
        called = dict(names)
    return lambda held: called.get(held, held)


def _picture(lines: Sequence[Apart], answers: int) -> None:
    shown = lines[:MOST]
    about = words.ABOUT(answers=ANSWERS(answers), own=OWN_MARK, hpas=HPAS_MARK)
    st.caption(f"{about} {words.SOME_SHOWN(n=MOST, all=len(lines))}" if len(lines) > MOST else about)
    colours = palette(dark=layout.dark())
    st.plotly_chart(
        disagreement_map(shown, colours),
        theme=None,
        config=layout.STILL,
        alt=disagreement_described(shown),
        key="disagreement",
    )


def _table(lines: Sequence[Apart], heading: str) -> None:
    held: list[RankedDisagreement] = [apart.ranked for apart in lines]
    frame = pd.DataFrame(
        {
            heading: [apart.label for apart in lines],
            words.DISTANCE(): [number(each.distance, decimals=2) for each in held],
            words.ANSWERS_APART(): [each.parted for each in held],
            words.CUSTOMERS(): [each.customers for each in held],
            words.CUSTOMER_HIGHEST(): [each.higher for each in held],
        }
    )
    wide = {heading: st.column_config.TextColumn(width="large")}
    st.dataframe(frame, hide_index=True, width="stretch", column_config=wide, row_height=ROW, alt=words.TABLE())
