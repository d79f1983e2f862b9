"""Pictures along time: how a customer has come along on the axis of days left, and which hard stop decides the date."""

from collections.abc import Sequence
from datetime import date, timedelta
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from language import VERDICTS, day, ready, said
from language.reports.plan import timeline as words
from reports.judgement.figures import bare
from reports.palette import Palette
from scoring.judgement import Judgement
from scoring.portfolio.trend import TrendPoint
from scoring.what_if import Link

# Pixels: a row of the chain is two lines of title, one of what it allows, and the bar.
ROW, BAR = 92, 0.09
LINE, MOST_LINES = 46, 2
_DAY = timedelta(days=1)


def chain_chart(links: Sequence[Link], judgement: Judgement, colours: Palette) -> go.Figure:
    """One row per open hard stop: the work until it is finished, then the days it must have been in place.

    Marks on a row: the days its steps fall on with the go-live there is. Upright lines: today (dotted), that go-live
    (whole), and the earliest defensible one (dashed) when it is later.
    """
    figure = go.Figure()
    for line, link in enumerate(links):
        late = judgement.go_live is not None and link.allows > judgement.go_live
        _bar(figure, -line, min(judgement.as_of, link.finish), link.finish, colours.short if late else colours.reached)
        _bar(figure, -line, link.finish, link.allows, colours.spread)
        figure.add_annotation(x=0, xref="paper", xanchor="left", align="left", **_said(link, line, colours))
    for day_, dash, width in _upright(judgement):
        figure.add_vline(x=day_.isoformat(), line={"color": colours.mark, "width": width, "dash": dash})
    first, last = _span(links, judgement)
    figure.add_trace(_step_marks(links, judgement, first, colours))
    figure.update_layout(
        **bare(colours), height=ROW * len(links) + 36, margin={"l": 0, "r": 0, "t": 4, "b": 28}, showlegend=False
    )
    figure.update_xaxes(
        type="date",
        range=[first.isoformat(), last.isoformat()],
        fixedrange=True,
        showgrid=False,
        tickformat="%d.%m.%y",
        nticks=4,
    )
    figure.update_yaxes(range=[0.3 - len(links), 0.85], visible=False, fixedrange=True)
    return figure


def _upright(judgement: Judgement) -> list[tuple[date, str, int]]:
    """The lines through all rows: day, dash and width."""
    lines = [(judgement.as_of, "dot", 1)]
    if judgement.go_live is not None:
        lines.append((judgement.go_live, "solid", 2))
    if judgement.earliest is not None and judgement.earliest.date != judgement.go_live:
        lines.append((judgement.earliest.date, "dash", 2))
    return lines


def _span(links: Sequence[Link], judgement: Judgement) -> tuple[date, date]:
    """First and last day on the axis, with a little room on both sides."""
    days = [judgement.as_of, *(day_ for day_, _, _ in _upright(judgement))]
    days += [day_ for link in links for day_ in (link.finish, link.allows, *_last_step(link, judgement))]
    room = max(_DAY, (max(days) - min(days)) * 0.02)
    return min(days) - room, max(days) + room


def _last_step(link: Link, judgement: Judgement) -> list[date]:
    return [] if judgement.go_live is None else [judgement.go_live - link.question.last_step * _DAY]


def _step_marks(links: Sequence[Link], judgement: Judgement, first: date, colours: Palette) -> go.Scatter:
    """A mark on each day a step falls on; those before the axis begins are left out."""
    marks = [
        (judgement.go_live - days * _DAY, -line)
        for line, link in enumerate(links)
        for days in link.question.steps
        if judgement.go_live is not None
    ]
    shown = [(day_, line) for day_, line in marks if day_ >= first]
    return go.Scatter(
        x=[day_.isoformat() for day_, _ in shown],
        y=[line for _, line in shown],
        mode="markers",
        marker={"symbol": "diamond", "size": 9, "color": colours.ground, "line": {"color": colours.mark, "width": 2}},
        hoverinfo="skip",
    )


def _said(link: Link, line: int, colours: Palette) -> dict[str, Any]:
    """The words above a bar: the title, shortened to what a phone has room for, and what it allows."""
    title = "<br>".join(wrap(said(link.question.title), LINE, max_lines=MOST_LINES, placeholder=" …"))
    return {
        "y": BAR + 0.05 - line,
        "yanchor": "bottom",
        "showarrow": False,
        "text": f"{title}<br><b>{words.EARLIEST(day=day(link.allows))}</b>",
        "font": {"size": 13, "color": colours.ink},
        # The upright lines pass behind the words.
        "bgcolor": colours.ground,
    }


def _bar(figure: go.Figure, line: float, start: object, end: object, colour: str) -> None:
    edge = {"type": "rect", "x0": str(start), "x1": str(end), "y0": line - BAR, "y1": line + BAR}
    figure.add_shape(**edge, line={"width": 0}, fillcolor=colour, layer="below")


def chain_described(links: Sequence[Link]) -> str:
    """The same in words."""
    return "; ".join(
        words.LINK(title=said(link.question.title), finish=day(link.finish), allows=day(link.allows)) for link in links
    )


def trend_chart(series: Sequence[TrendPoint], history: dict[str, Sequence[TrendPoint]], colours: Palette) -> go.Figure:
    """Readiness and expected against days left, the go-live to the right. `history`: name -> points, as thin lines."""
    figure = go.Figure()
    for name, held in history.items():
        figure.add_trace(
            _line(held, "low", words.HISTORY(name=name), {"color": colours.muted, "width": 1, "dash": "dot"})
        )
    figure.add_trace(_line(series, "high", words.HIGHEST(), {"color": colours.spread, "width": 1}))
    figure.add_trace(_line(series, "low", words.LOWEST(), {"color": colours.spread, "width": 1}, fill="tonexty"))
    figure.add_trace(_line(series, "expected", words.EXPECTED(), {"color": colours.mark, "width": 2, "dash": "dash"}))
    figure.add_trace(
        _line(series, "readiness", words.IN_PLACE(), {"color": colours.reached, "width": 3}, mode="lines+markers")
    )
    figure.update_layout(
        **bare(colours),
        title={"text": words.TITLE(), "font": {"size": 16}},
        height=420,
        margin={"l": 56, "r": 8, "t": 48, "b": 40},
        legend={"orientation": "h", "y": -0.18},
    )
    figure.update_xaxes(
        **_days([point.days_left for held in (series, *history.values()) for point in held]),
        title=words.DAYS_LEFT(),
        fixedrange=True,
        showgrid=False,
    )
    figure.update_yaxes(title=words.PERCENT_IN_PLACE(), range=[0, 102], fixedrange=True, gridcolor=colours.rail)
    return figure


def _days(days: Sequence[int]) -> dict[str, object]:
    """An axis of whole days, the go-live to the right. One day alone would be shown with fractions of days beside it."""
    if len(set(days)) == 1:
        return {"range": [days[0] + 30, days[0] - 30], "tickvals": [days[0]], "tickformat": "d"}
    return {"autorange": "reversed", "tickformat": "d"}


def _line(
    series: Sequence[TrendPoint],
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
        hovertemplate=f"{words.HOVER()}<extra>{name}</extra>",
    )


def trend_described(series: Sequence[TrendPoint]) -> str:
    """Each time in words."""
    return "; ".join(
        words.DAYS_BEFORE(n=point.days_left, ready=ready(point.readiness, point.expected))
        + (f", {VERDICTS[point.verdict]}" if point.verdict else "")
        for point in series
    )
