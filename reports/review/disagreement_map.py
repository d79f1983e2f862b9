"""A picture of where HPAS and the customers part: one line per thing, a mark for each of the two and the way between."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import plotly.graph_objects as go

from language import number, percent
from language.reports.review import disagreement_map as words
from reports.judgement.figures import bare, literal
from reports.palette import Palette
from scoring.disagreement import RankedDisagreement

OWN_MARK, HPAS_MARK = "○", "◆"
# Pixels per line, and characters of a label that fit the narrowest screen; a label has two rows at most.
LINE, FITS = 100, 42


@dataclass(frozen=True, slots=True)
class Apart:
    """One line: what it is about, in words of ours or of people, and how far the two are from each other on it."""

    label: str
    ranked: RankedDisagreement


def disagreement_map(lines: Sequence[Apart], colours: Palette) -> go.Figure:
    """Attainment 0..100 along the line: an open circle is the customer's word, a filled diamond is HPAS's."""
    figure = go.Figure()
    for line, apart in enumerate(lines):
        _one(figure, -line, apart, colours)
    circle = {"symbol": "circle", "size": 13, "color": colours.ground, "line": {"width": 3, "color": colours.reached}}
    figure.add_trace(_marks([100 * apart.ranked.own for apart in lines], circle))
    figure.add_trace(
        _marks([100 * apart.ranked.hpas for apart in lines], {"symbol": "diamond", "size": 13, "color": colours.short})
    )
    figure.update_layout(
        **bare(colours), height=LINE * len(lines), margin={"l": 0, "r": 0, "t": 8, "b": 4}, showlegend=False
    )
    figure.update_xaxes(range=[-3, 103], visible=False, fixedrange=True)
    figure.update_yaxes(range=[0.62 - len(lines), 0.56], visible=False, fixedrange=True)
    return figure


def _one(figure: go.Figure, line: float, apart: Apart, colours: Palette) -> None:
    own, hpas = 100 * apart.ranked.own, 100 * apart.ranked.hpas
    figure.add_shape(_box(0, 100, line, 0.02, colours.rail))
    figure.add_shape(_box(min(own, hpas), max(own, hpas), line, 0.04, colours.muted))
    style = {"showarrow": False, "x": 0, "xref": "paper", "xanchor": "left", "align": "left"}
    ink, muted = ({"size": size, "color": colour} for size, colour in ((14, colours.ink), (13, colours.muted)))
    figure.add_annotation(y=line + 0.08, yanchor="bottom", text=_label(apart.label), font=ink, **style)
    figure.add_annotation(y=line - 0.08, yanchor="top", text=said(apart.ranked), font=muted, **style)


def _label(text: str) -> str:
    return "<br>".join(literal(row) for row in wrap(text, FITS, max_lines=2, placeholder=" …"))


def _box(left: float, right: float, middle: float, half: float, colour: str) -> dict[str, object]:
    place = {"x0": left, "x1": right, "y0": middle - half, "y1": middle + half}
    return {"type": "rect", "line": {"width": 0}, "fillcolor": colour, "layer": "below", **place}


def _marks(places: Sequence[float], marker: dict[str, object]) -> go.Scatter:
    lines = [-line for line in range(len(places))]
    return go.Scatter(x=list(places), y=lines, mode="markers", marker=marker, cliponaxis=False, hoverinfo="skip")


def said(ranked: RankedDisagreement) -> str:
    """What the line says in figures."""
    marks = {"own_mark": OWN_MARK, "hpas_mark": HPAS_MARK}
    shares = {"own": percent(ranked.own), "hpas": percent(ranked.hpas)}
    return words.LINE(ranked.parted, **marks, **shares, distance=number(ranked.distance, decimals=2))


def disagreement_described(lines: Sequence[Apart]) -> str:
    """The same for all the lines, for those who cannot see the picture."""
    return "; ".join(f"{apart.label}: {said(apart.ranked)}" for apart in lines)
