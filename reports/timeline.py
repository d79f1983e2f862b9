"""Pictures along time: how a customer has come along on the axis of days left, and which hard stop decides the date."""

from collections.abc import Sequence

import plotly.graph_objects as go

from language import VERDICTS, day, points
from reports.figures import bare
from reports.palette import Palette
from scoring.judgement import Judgement
from scoring.series import Point
from scoring.what_if import Link

ROW = 58


def chain_chart(links: Sequence[Link], judgement: Judgement, colours: Palette) -> go.Figure:
    """One line per open hard stop: the work until it is finished, then the days it must have been in place."""
    figure = go.Figure()
    for line, link in enumerate(links):
        late = judgement.go_live is not None and link.allows > judgement.go_live
        start = min(judgement.as_of, link.finish)
        _bar(figure, -line, start, link.finish, colours.short if late else colours.reached)
        _bar(figure, -line, link.finish, link.allows, colours.spread)
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=0.42 - line,
            yanchor="middle",
            showarrow=False,
            text=f"{link.question.title.nb[:60]}{'…' if len(link.question.title.nb) > 60 else ''}: {day(link.allows)}",
            font={"size": 13, "color": colours.ink},
        )
    if judgement.go_live is not None:
        figure.add_vline(x=judgement.go_live.isoformat(), line={"color": colours.mark, "width": 2})
    figure.update_layout(
        **bare(colours), height=ROW * len(links) + 40, margin={"l": 0, "r": 0, "t": 8, "b": 28}, showlegend=False
    )
    figure.update_xaxes(type="date", fixedrange=True, showgrid=False, tickformat="%d.%m.%y", nticks=4)
    figure.update_yaxes(range=[0.4 - len(links), 0.7], visible=False, fixedrange=True)
    return figure


def _bar(figure: go.Figure, line: float, start: object, end: object, colour: str) -> None:
    figure.add_shape(
        type="rect", x0=str(start), x1=str(end), y0=line - 0.12, y1=line + 0.12, line={"width": 0}, fillcolor=colour
    )


def chain_described(links: Sequence[Link]) -> str:
    """The same in words."""
    return "; ".join(
        f"{link.question.title.nb}: ferdig {day(link.finish)}, tidligste oppstart {day(link.allows)}" for link in links
    )


def course_chart(series: Sequence[Point], history: dict[str, Sequence[Point]], colours: Palette) -> go.Figure:
    """Readiness and expected against days left, the go-live to the right. `history`: name -> points, as thin lines."""
    figure = go.Figure()
    for name, held in history.items():
        figure.add_trace(
            _line(held, "low", f"{name} (historie, laveste)", {"color": colours.muted, "width": 1, "dash": "dot"})
        )
    figure.add_trace(_line(series, "high", "høyeste mulige", {"color": colours.spread, "width": 1}))
    figure.add_trace(_line(series, "low", "laveste mulige", {"color": colours.spread, "width": 1}, fill="tonexty"))
    figure.add_trace(_line(series, "expected", "forventet", {"color": colours.mark, "width": 2, "dash": "dash"}))
    figure.add_trace(
        _line(series, "readiness", "klarhet", {"color": colours.reached, "width": 3}, mode="lines+markers")
    )
    figure.update_layout(
        **bare(colours),
        height=380,
        margin={"l": 36, "r": 8, "t": 8, "b": 40},
        legend={"orientation": "h", "y": -0.18},
    )
    figure.update_xaxes(autorange="reversed", title="dager til oppstart", fixedrange=True, showgrid=False)
    figure.update_yaxes(range=[0, 102], fixedrange=True, gridcolor=colours.rail)
    return figure


def _line(
    series: Sequence[Point],
    what: str,
    name: str,
    line: dict[str, object],
    *,
    fill: str | None = None,
    mode: str = "lines",
) -> go.Scatter:
    return go.Scatter(
        x=[point.days_left for point in series],
        y=[getattr(point, what) for point in series],
        name=name,
        mode=mode,
        line=line,
        fill=fill,
        connectgaps=False,
        hovertemplate="%{x} dager: %{y:.0f}<extra>" + name + "</extra>",
    )


def course_described(series: Sequence[Point]) -> str:
    """Each time in words."""
    return "; ".join(
        f"{point.days_left} dager før: klarhet {points(point.readiness)}, forventet {points(point.expected)}"
        f"{', ' + VERDICTS[point.verdict] if point.verdict else ''}"
        for point in series
    )
