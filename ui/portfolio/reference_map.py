"""The go-lives that have been, beside the customers of today: marked as history, since nobody answered them."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from language.ui.portfolio import alike
from language.ui.portfolio import reference_map as words
from reports.judgement.figures import Bar, Grid, heat_map
from reports.palette import Palette
from scoring.judgement import Figures
from scoring.portfolio.portfolio import PortfolioEntry, compare
from scoring.questionnaire import Catalogue
from scoring.yardstick import OVERALL
from service.answers.encodings import yardstick_of
from service.form.references import Reference
from ui import access, layout
from ui.portfolio.comparison_choice import Choice


def draw(found: Sequence[Reference], catalogue: Catalogue, choice: Choice, colours: Palette) -> None:
    """A heat map of their lowest possible readiness. found: at the chosen distance, or on the day they started."""
    st.header(words.HEADING(), anchor=False)
    entries = [PortfolioEntry(r.case.id, yardstick_of(r.form), r.answers, r.case.go_live, r.as_of) for r in found]
    judged = compare(entries, as_of=access.today())
    columns = {OVERALL: alike.EVERYTHING()} | {factor.id: factor.id for factor in catalogue.factors}
    st.caption(words.ABOUT(days=choice.cut or 0))
    grid = Grid(
        title=words.TITLE(),
        rows=tuple(words.CASE(name=r.case.name) for r in found),
        columns=tuple(columns.values()),
        cells=tuple(
            tuple(
                Bar(name, _lowest(each.groups[group])) if group in each.groups else None
                for group, name in columns.items()
            )
            for each in judged
        ),
    )
    config = layout.saved_as("historie")
    st.plotly_chart(heat_map(grid, colours), theme=None, config=config, alt=_described(grid), key="history-map")
    frame = pd.DataFrame({alike.GO_LIVE(): [r.case.name for r in found]} | _columns(grid))
    st.dataframe(frame, hide_index=True, width="stretch", alt=_described(grid))


def _columns(grid: Grid) -> dict[str, list[float | None]]:
    """The same as a table: heading -> whole per cent, row by row."""
    return {name: [_whole(row[n]) for row in grid.cells] for n, name in enumerate(grid.columns)}


def _whole(cell: Bar | None) -> float | None:
    return None if cell is None or cell.figures.readiness is None else round(cell.figures.readiness)


def _lowest(figures: Figures) -> Figures:
    """The lowest possible readiness in place of readiness, nothing expected and no days: what is unknown would mislead."""
    return replace(figures, readiness=figures.low, expected=None, ahead_days=None)


def _described(grid: Grid) -> str:
    return words.DESCRIBED(title=words.TITLE(), n=len(grid.rows))
