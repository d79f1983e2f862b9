"""A strip plot: every customer as a dot along the days ahead of the plan, with the middle of each type behind."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from language import number
from language.reports.portfolio import spread_chart as words
from reports.judgement.figures import bare, literal
from reports.palette import Palette
from scoring.portfolio.bands import band
from scoring.portfolio.swarm import Bundle, swarm

# Days that one dot is wide; so many dots of a type are drawn one by one, and so many names stand under the pointer.
WIDTH, MOST, NAMED = 4.0, 300, 8
# Pixels of a strip.
STRIP = 150


def spread_chart(kinds: Mapping[str, Sequence[tuple[str, float]]], colours: Palette) -> go.Figure:
    """kinds: the word of a customer type -> name and days of each of its customers."""
    figure = go.Figure()
    for line, (kind, held) in enumerate(kinds.items()):
        middle = band([days for _, days in held])
        if middle:
            box = {"x0": middle.lower, "x1": middle.upper, "y0": -line - 0.4, "y1": -line + 0.4}
            figure.add_shape(type="rect", **box, fillcolor=colours.spread, line_width=0, layer="below")
            mark = {"x0": middle.median, "x1": middle.median, "y0": -line - 0.4, "y1": -line + 0.4}
            figure.add_shape(type="line", **mark, line={"color": colours.mark, "width": 3})
        figure.add_trace(_dots(kind, line, held, colours))
    figure.add_vline(x=0, line={"color": colours.mark, "width": 1, "dash": "dash"})
    figure.update_layout(
        **bare(colours),
        title={"text": words.TITLE(), "font": {"size": 16}},
        height=STRIP * max(1, len(kinds)) + 110,
        margin={"l": 8, "r": 8, "t": 48, "b": 44},
        showlegend=False,
        hovermode="closest",
    )
    figure.update_xaxes(title=words.AXIS(), fixedrange=True, gridcolor=colours.rail, zeroline=False)
    figure.update_yaxes(
        tickvals=[-line for line in range(len(kinds))],
        ticktext=list(kinds),
        range=[-len(kinds) + 0.5, 0.5],
        fixedrange=True,
        showgrid=False,
        zeroline=False,
        automargin=True,
    )
    return figure


def _dots(kind: str, line: int, held: Sequence[tuple[str, float]], colours: Palette) -> go.Scatter:
    bundles = swarm([days for _, days in held], width=WIDTH, most=MOST)
    tallest = max((abs(each.lift) for each in bundles), default=0.0)
    lift = min(0.07, 0.42 / tallest) if tallest else 0.0
    return go.Scatter(
        x=[each.at for each in bundles],
        y=[-line + each.lift * lift for each in bundles],
        customdata=[_named(each, held) for each in bundles],
        name=kind,
        mode="markers",
        marker={
            "size": [min(34.0, 7 + 2.2 * (len(each.places) - 1) ** 0.5) for each in bundles],
            "color": colours.reached,
            "opacity": 0.75,
        },
        hovertemplate="%{customdata}<extra></extra>",
    )


def _named(bundle: Bundle, held: Sequence[tuple[str, float]]) -> str:
    names = [literal(held[place][0]) for place in bundle.places[:NAMED]]
    more = len(bundle.places) - len(names)
    days = words.DAYS(days=f"{round(bundle.at):+d}".replace("-", "−"))
    told = [*names, *([words.AND_MORE(left=number(more))] if more > 0 else []), days]
    return "<br>".join(told)
