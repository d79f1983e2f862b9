"""A picture of how many customers come along at once: the middle of them on the axis of days left, and each as a dot today."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum

import plotly.graph_objects as go

from language.reports.portfolio import trend_chart as words
from reports.judgement.figures import bare, literal
from reports.palette import Palette
from scoring.portfolio.bands import Band, band
from scoring.portfolio.trend import TrendPoint

# So many dots can be told apart and drawn at once; so few customers get a line each.
MOST, FEW = 250, 8
# Days of the axis that go together in one median.
SPAN = 30
Height = Callable[[TrendPoint], float | None]
Line = tuple[str, Sequence[TrendPoint]]


class TrendAxis(StrEnum):
    DISTANCE = "distance"
    READINESS = "readiness"
    DAYS = "days"


def height_of(shown: TrendAxis) -> Height:
    """What stands up the axis; `None` where it does not exist."""
    heights: dict[TrendAxis, Height] = {
        TrendAxis.DISTANCE: lambda point: _less(point.readiness, point.expected),
        TrendAxis.READINESS: lambda point: point.readiness,
        TrendAxis.DAYS: lambda point: point.ahead_days,
    }
    return heights[shown]


def lowest_of(shown: TrendAxis) -> Height:
    """The same of a go-live that has been, of which most is unknown: the least that can have been in place.

    Its days are not told: they would be those of the little that is known.
    """
    heights: dict[TrendAxis, Height] = {
        TrendAxis.DISTANCE: lambda point: _less(point.low, point.expected),
        TrendAxis.READINESS: lambda point: point.low,
        TrendAxis.DAYS: lambda _point: None,
    }
    return heights[shown]


def _less(figure: float | None, expected: float | None) -> float | None:
    return None if figure is None or expected is None else figure - expected


def middle_of(lines: Sequence[Line], shown: TrendAxis) -> dict[int, Band]:
    """Days left, in the middle of each span -> where the middle of the customers lies, each with its newest point there.

    Spans where too few have a figure are left out.
    """
    height, held = height_of(shown), defaultdict[int, list[float]](list)
    for _, points in lines:
        newest = {point.days_left // SPAN: height(point) for point in points}
        for span, figure in newest.items():
            if figure is not None:
                held[span].append(figure)
    found = {span * SPAN + SPAN // 2: band(figures) for span, figures in sorted(held.items(), reverse=True)}
    return {days: each for days, each in found.items() if each is not None}


def trends_chart(
    lines: Sequence[Line],
    shown: TrendAxis,
    colours: Palette,
    *,
    chosen: Line | None = None,
    history: Mapping[str, Sequence[TrendPoint]] | None = None,
) -> go.Figure:
    """The go-live to the right. chosen: the one drawn on top; history: name -> points, dotted, the least there can have been."""
    height = height_of(shown)
    figure = go.Figure([*_band(middle_of(lines, shown), colours), *_lines(lines, height, colours)])
    figure.add_trace(_today(lines[:MOST], height, colours))
    for name, held in (history or {}).items():
        dotted = {"color": colours.muted, "width": 2, "dash": "dot"}
        if any(lowest_of(shown)(point) is not None for point in held):
            figure.add_trace(_one(words.PAST(name=name), held, lowest_of(shown), dotted))
    if chosen:
        figure.add_trace(_one(literal(chosen[0]), chosen[1], height, {"color": colours.short, "width": 4}))
    figure.add_vline(x=0, line={"color": colours.mark, "width": 1})
    if shown is not TrendAxis.READINESS:
        figure.add_hline(y=0, line={"color": colours.mark, "width": 2, "dash": "dash"})
    _laid_out(figure, shown, colours)
    return figure


def _laid_out(figure: go.Figure, shown: TrendAxis, colours: Palette) -> None:
    figure.update_layout(
        **bare(colours),
        title={"text": words.TITLES[shown], "font": {"size": 16}},
        height=460,
        margin={"l": 56, "r": 8, "t": 48, "b": 40},
        legend={"orientation": "h", "y": -0.18},
        hovermode="closest",
    )
    figure.update_xaxes(autorange="reversed", title=words.TO_START(), tickformat="d", fixedrange=True, showgrid=False)
    figure.update_yaxes(title=words.UNITS[shown], fixedrange=True, gridcolor=colours.rail, zeroline=False, nticks=8)


def _band(middle: Mapping[int, Band], colours: Palette) -> Iterator[go.Scatter]:
    """Half of the customers as a field, the middle one as a line; nothing where there are too few."""
    if not middle:
        return
    across, bands = list(middle), list(middle.values())
    edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    yield go.Scatter(x=across, y=[each.upper for each in bands], name=words.UPPER(), showlegend=False, **edge)
    yield go.Scatter(
        x=across,
        y=[each.lower for each in bands],
        name=words.HALF(),
        fill="tonexty",
        fillcolor=colours.spread,
        **edge,
    )
    yield go.Scatter(
        x=across,
        y=[each.median for each in bands],
        name=words.MIDDLE(),
        mode="lines+markers",
        line={"color": colours.mark, "width": 3},
        customdata=[each.customers for each in bands],
        hovertemplate=words.MIDDLE_HOVER(),
    )


def _lines(lines: Sequence[Line], height: Height, colours: Palette) -> Iterator[go.Scatter]:
    """Of a few customers the way of each."""
    if len(lines) <= FEW:
        for name, points in lines:
            thin = _one(literal(name), points, height, {"color": colours.reached, "width": 1})
            yield thin.update(showlegend=False)


def _today(lines: Sequence[Line], height: Height, colours: Palette) -> go.Scatter:
    """A dot for where each stands now, with its name under the pointer."""
    newest = [(literal(name), points[-1], height(points[-1])) for name, points in lines if points]
    held = [(name, point.days_left, figure) for name, point, figure in newest if figure is not None]
    return go.Scatter(
        x=[days for _, days, _ in held],
        y=[figure for _, _, figure in held],
        text=[name for name, _, _ in held],
        name=words.TODAY(),
        mode="markers",
        marker={"size": 8, "color": colours.reached, "opacity": 0.8},
        hovertemplate=words.HOVER(name="%{text}"),
    )


def _one(name: str, points: Sequence[TrendPoint], height: Height, line: dict[str, object]) -> go.Scatter:
    return go.Scatter(
        x=[point.days_left for point in points],
        y=[height(point) for point in points],
        name=name,
        mode="lines+markers" if "dash" not in line else "lines",
        line=line,
        hovertemplate=words.HOVER(name=name),
    )
