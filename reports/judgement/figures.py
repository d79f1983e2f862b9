"""Pictures of judgements: the bar of figures with its words, and the heat map, drawn with plotly."""

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from language import DASH, STATUSES, ahead, points, ready
from language.reports.judgement import figures as words
from reports.palette import Palette
from scoring.judgement import Figures
from scoring.vocabulary import Status

# Pixels per line.
ROW = 62


@dataclass(frozen=True, slots=True)
class Bar:
    """One bullet bar: a label and the figures it shows."""

    label: str
    figures: Figures

    @property
    def short(self) -> bool:
        """Below what is expected; False where one of the two does not exist."""
        readiness, expected = self.figures.readiness, self.figures.expected
        return readiness is not None and expected is not None and round(readiness) < round(expected)


def reading(bar: Bar) -> str:
    """What the bar says: «▼ 62 % på plass, forventet nå 70 %, 9 dager etter planen», a range where there is no figure."""
    return f"{'▼ ' if bar.short else ''}{_in_words(bar.figures)}"


def _in_words(figures: Figures) -> str:
    if not figures.applicable:
        return STATUSES[Status.NOT_APPLICABLE]
    if figures.readiness is None:
        low, high = points(figures.low), points(figures.high)
        if figures.expected is None:
            return words.BETWEEN(low=low, high=high)
        return words.BETWEEN_EXPECTED(low=low, high=high, expected=points(figures.expected))
    said = (ready(figures.readiness, figures.expected), ahead(figures.ahead_days))
    return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Grid:
    """A heat map: one row per customer, one column per factor or area; `None` where nothing applies."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Bar | None, ...], ...]
    title: str


def heat_map(grid: Grid, colours: Palette) -> go.Figure:
    """Readiness per cell as a number, ▼ where it is below what is expected, a dash where too little is answered."""
    figure = go.Figure(
        go.Heatmap(
            z=[[None if cell is None else cell.figures.readiness for cell in row] for row in grid.cells],
            x=list(grid.columns),
            y=[-line for line in range(len(grid.rows))],
            text=[[_cell(cell) for cell in row] for row in grid.cells],
            texttemplate="%{text}",
            textfont={"color": colours.ink, "size": 13},
            customdata=[
                [f"{literal(name)}<br>{_hover(cell)}" for cell in row]
                for name, row in zip(grid.rows, grid.cells, strict=True)
            ],
            hovertemplate="%{customdata}<extra></extra>",
            zmin=0,
            zmax=100,
            colorscale=[[n / (len(colours.scale) - 1), colour] for n, colour in enumerate(colours.scale)],
            showscale=False,
            xgap=3,
            ygap=24,
            hoverongaps=False,
        )
    )
    for line, name in enumerate(grid.rows):
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=0.5 - line,
            yanchor="middle",
            text=literal(name),
            showarrow=False,
            font={"size": 14},
        )
    title = {"text": grid.title, "font": {"size": 16}, "x": 0}
    height = ROW * len(grid.rows) + 80
    figure.update_layout(**bare(colours), title=title, height=height, margin={"l": 0, "r": 0, "t": 70, "b": 0})
    figure.update_xaxes(side="top", fixedrange=True, showgrid=False, ticks="", tickfont={"size": 13}, tickangle=0)
    figure.update_yaxes(range=[0.5 - len(grid.rows), 0.75], visible=False, fixedrange=True)
    return figure


def literal(text: str) -> str:
    """Text from people for a picture: plotly reads a little HTML in all its texts."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _cell(cell: Bar | None) -> str:
    if cell is None or not cell.figures.applicable or cell.figures.readiness is None:
        return DASH
    below = "▼" if cell.short else ""
    days = "" if cell.figures.ahead_days is None else f"{round(cell.figures.ahead_days):+d}".replace("-", "−")
    told = " ".join(part for part in (below, days) if part)
    return f"{points(cell.figures.readiness)}{'<br>' + told if told else ''}"


def _hover(cell: Bar | None) -> str:
    return STATUSES[Status.NOT_APPLICABLE] if cell is None else f"{cell.label}: {_in_words(cell.figures)}"


def bare(colours: Palette) -> dict[str, Any]:
    """What every figure shares: no ground of its own, our type, nothing to drag."""
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "color": colours.ink},
        "hoverlabel": {"font": {"family": "Source Sans, sans-serif"}},
        "dragmode": False,
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": colours.ink, "activecolor": colours.reached},
    }
