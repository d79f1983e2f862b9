"""A picture of how many customers come along at once: one thin line each on the axis of days left."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

import plotly.graph_objects as go

from reports.judgement.figures import bare, literal
from reports.palette import Palette
from scoring.portfolio.trend import TrendPoint

# So many lines can be told from a grey mass, and drawn at once.
MOST = 250


class TrendAxis(StrEnum):
    DISTANCE = "distance"
    READINESS = "readiness"


def height_of(shown: TrendAxis) -> Callable[[TrendPoint], float | None]:
    """Points over or under what is expected, or readiness as it is; `None` where it does not exist."""
    return _distance if shown is TrendAxis.DISTANCE else lambda point: point.readiness


def _distance(point: TrendPoint) -> float | None:
    if point.readiness is None or point.expected is None:
        return None
    return point.readiness - point.expected


def trends_chart(
    lines: Sequence[Sequence[TrendPoint]],
    shown: TrendAxis,
    colours: Palette,
    *,
    chosen: tuple[str, Sequence[TrendPoint]] | None = None,
    history: Mapping[str, Sequence[TrendPoint]] | None = None,
) -> go.Figure:
    """The go-live to the right. chosen: name and points of the one drawn on top; history: name -> points, dotted."""
    figure = go.Figure(_many(lines[:MOST], shown, colours))
    for name, held in (history or {}).items():
        figure.add_trace(_one(f"{name} (historie)", held, shown, {"color": colours.muted, "width": 1, "dash": "dot"}))
    if chosen:
        figure.add_trace(_one(literal(chosen[0]), chosen[1], shown, {"color": colours.short, "width": 4}))
    figure.add_vline(x=0, line={"color": colours.mark, "width": 1})
    if shown is TrendAxis.DISTANCE:
        figure.add_hline(y=0, line={"color": colours.mark, "width": 2, "dash": "dash"})
    figure.update_layout(
        **bare(colours), height=420, margin={"l": 36, "r": 8, "t": 8, "b": 40}, legend={"orientation": "h", "y": -0.18}
    )
    figure.update_xaxes(
        autorange="reversed", title="dager til oppstart", tickformat="d", fixedrange=True, showgrid=False
    )
    figure.update_yaxes(fixedrange=True, gridcolor=colours.rail, zeroline=False, nticks=8)
    return figure


def _many(lines: Sequence[Sequence[TrendPoint]], shown: TrendAxis, colours: Palette) -> go.Scatter:
    """All in one trace, parted by gaps: hundreds of traces would be slow to draw."""
    height = height_of(shown)
    across: list[int | None] = []
    up: list[float | None] = []
    for points in lines:
        across += [*(point.days_left for point in points), None]
        up += [*(height(point) for point in points), None]
    return go.Scatter(
        x=across,
        y=up,
        name="kundene",
        mode="lines+markers",
        line={"color": colours.reached, "width": 1},
        marker={"size": 4},
        opacity=0.6,
        connectgaps=False,
        hoverinfo="skip",
    )


def _one(name: str, points: Sequence[TrendPoint], shown: TrendAxis, line: dict[str, object]) -> go.Scatter:
    height = height_of(shown)
    return go.Scatter(
        x=[point.days_left for point in points],
        y=[height(point) for point in points],
        name=name,
        mode="lines+markers" if "dash" not in line else "lines",
        line=line,
        hoverinfo="skip",
    )
