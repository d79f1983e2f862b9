"""Opening a number: the questions behind it, with weight and points, so that anyone can add it up again."""

import streamlit as st

from language import AREAS, points, said
from language.ui.judgement import breakdown as words
from reports.judgement.breakdown_table import working
from scoring.basis import Basis
from scoring.judgement import Figures, Judgement
from scoring.questionnaire import Catalogue
from scoring.vocabulary import Area
from scoring.yardstick import OVERALL
from service.files.judgement import WORKING
from ui import session
from ui.files import downloads


def group_names(catalogue: Catalogue, judgement: Judgement) -> dict[str, str]:
    """Id -> name of every group that has figures: overall, the areas, the factors."""
    titles = {factor.id: said(factor.title) for factor in catalogue.factors}
    factors = {factor: f"{int(factor[1:])} · {titles[factor]}" for factor in judgement.factors}
    return {OVERALL: words.OVERALL()} | {area.value: AREAS[area] for area in Area} | factors


def figures_of(judgement: Judgement, group: str) -> Figures:
    if group == OVERALL:
        return judgement.overall
    return judgement.factors[group] if group in judgement.factors else judgement.areas[Area(group)]


def working_out(
    judgement: Judgement, factors: dict[str, str], names: dict[str, str], *, customer_id: str, basis: Basis
) -> None:
    """A closed box with the sum behind any of the figures, and the file of them. `factors`: topic -> factor."""
    box = st.expander(words.HOW_WORKED_OUT(), icon=":material/calculate:", on_change="rerun", key="working")
    if not box.open:
        return
    with box:
        group = st.selectbox(
            words.WHICH(),
            options=list(names),
            format_func=names.__getitem__,
            key=session.key("working", "group"),
        )
        figures = figures_of(judgement, group)
        table = working(judgement, group, factors)
        st.markdown(_sum(figures))
        st.dataframe(table, hide_index=True, width="stretch", alt=words.WORKING_OF(group=names[group]))
        downloads.buttons(WORKING, customer_id, basis=basis)


def _sum(figures: Figures) -> str:
    replies = words.REPLIES(figures.applicable, answered=figures.answered)
    low, high = points(figures.low), points(figures.high)
    if figures.readiness is None:
        return words.TOO_FEW(replies=replies, low=low, high=high)
    figure, expected = points(figures.readiness), points(figures.expected)
    return words.SUM(replies=replies, figure=figure, expected=expected, low=low, high=high)
