"""Opening a number: the questions behind it, with weight and points, so that anyone can add it up again."""

import streamlit as st

import language
from language import AREAS, points
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
    titles = {factor.id: factor.title.nb for factor in catalogue.factors}
    factors = {factor: f"{int(factor[1:])} · {titles[factor]}" for factor in judgement.factors}
    return {OVERALL: "Samlet"} | {area.value: AREAS[area] for area in Area} | factors


def figures_of(judgement: Judgement, group: str) -> Figures:
    if group == OVERALL:
        return judgement.overall
    return judgement.factors[group] if group in judgement.factors else judgement.areas[Area(group)]


def working_out(
    judgement: Judgement, factors: dict[str, str], names: dict[str, str], *, customer_id: str, basis: Basis
) -> None:
    """A closed box with the sum behind any of the figures, and the file of them. `factors`: topic -> factor."""
    box = st.expander("Slik er tallene regnet ut", icon=":material/calculate:", on_change="rerun", key="working")
    if not box.open:
        return
    with box:
        group = st.selectbox(
            "Vis regnestykket for",
            options=list(names),
            format_func=names.__getitem__,
            key=session.key("working", "group"),
        )
        figures = figures_of(judgement, group)
        table = working(judgement, group, factors)
        st.markdown(_sum(figures))
        st.dataframe(table, hide_index=True, width="stretch", alt=f"Regnestykket for {names[group]}")
        downloads.buttons(WORKING, customer_id, basis=basis)


def _sum(figures: Figures) -> str:
    replies = (
        f"{figures.answered} av {language.count(figures.applicable, 'spørsmål', 'spørsmål')} som gjelder, er besvart."
    )
    if figures.readiness is None:
        return (
            f"{replies} Det er for få til å vise ett tall. Mellom {points(figures.low)} (alt ubesvart teller 0) "
            f"og {points(figures.high)} (alt ubesvart teller fullt)."
        )
    return (
        f"{replies} {points(figures.readiness)} % på plass = summen av vekt · oppnåelse, delt på summen av vekt for det som er "
        f"besvart, ganger 100. Forventet {points(figures.expected)} er det samme for det som skal være på plass nå, over alle "
        f"spørsmål som gjelder. Teller alt ubesvart 0, blir det {points(figures.low)} %; teller det fullt, {points(figures.high)}."
    )
