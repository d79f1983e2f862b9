"""The go-lives that have been, beside the customers of today: marked as history, since nobody answered them."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from reports.judgement.figures import Bar, Grid, heat_map
from reports.palette import Palette
from scoring.judgement import Figures
from scoring.portfolio.portfolio import PortfolioEntry, compare
from scoring.questionnaire import Catalogue
from scoring.yardstick import OVERALL
from service.answers.encodings import yardstick_of
from service.form.references import Reference
from ui import access, layout, session
from ui.portfolio.comparison_choice import Choice


def draw(found: Sequence[Reference], catalogue: Catalogue, choice: Choice, colours: Palette) -> None:
    """A heat map of their lowest possible readiness. found: at the chosen distance, or on the day they started."""
    if not st.toggle("Vis oppstarter som har vært (historie)", key=session.key("compare", "history")):
        return
    entries = [PortfolioEntry(r.case.id, yardstick_of(r.form), r.answers, r.case.go_live, r.as_of) for r in found]
    judged = compare(entries, as_of=access.today())
    columns = {OVERALL: "Alt"} | {factor.id: factor.id for factor in catalogue.factors}
    st.caption(
        f"Historie, {choice.cut or 0} dager før oppstart: vår lesning av sluttrapporten, gjort etterpå. Det meste er ukjent, og kundene har "
        "ikke svart selv. Tallet er det minste som kan ha vært på plass, i prosent. Det kan ikke sammenlignes med tallene over."
    )
    grid = Grid(
        rows=tuple(f"{r.case.name} (historie)" for r in found),
        columns=tuple(columns.values()),
        cells=tuple(
            tuple(
                Bar(name, _lowest(each.groups[group])) if group in each.groups else None
                for group, name in columns.items()
            )
            for each in judged
        ),
    )
    st.plotly_chart(heat_map(grid, colours), theme=None, config=layout.STILL, alt=_described(grid), key="history-map")


def _lowest(figures: Figures) -> Figures:
    """The same with the lowest possible readiness in place of readiness, and nothing expected: a sign would mislead."""
    return replace(figures, readiness=figures.low, expected=None)


def _described(grid: Grid) -> str:
    return f"Varmekart over det minste som kan ha vært på plass for {len(grid.rows)} oppstarter som har vært."
