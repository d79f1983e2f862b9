"""Who owes the customers answers, and how late: one bar for each owner, parted by how late it is."""

from collections.abc import Mapping
from enum import StrEnum

import plotly.graph_objects as go

from language import WAITING_ON, listed, number, sentence
from language.reports.portfolio import owed_bars as words
from reports.judgement.figures import bare
from reports.palette import Palette
from scoring.vocabulary import WaitingOn

LONG_LATE = 30
# Pixels of one bar with its name.
LINE = 56


class Lateness(StrEnum):
    """How late an answer is, the latest first."""

    LONG = "long"
    LATE = "late"
    COMING = "coming"


Owed = Mapping[WaitingOn, Mapping[Lateness, int]]


def owed_bars(owed: Owed, colours: Palette) -> go.Figure:
    """Answers that customers wait for, one for each customer and question; late ones first along the bar."""
    names = [sentence(WAITING_ON[who]) for who in owed]
    ground = {Lateness.LONG: colours.short, Lateness.LATE: colours.mark, Lateness.COMING: colours.spread}
    ink = {Lateness.LONG: colours.ground, Lateness.LATE: colours.ground, Lateness.COMING: colours.ink}
    figure = go.Figure(
        [
            go.Bar(
                y=names,
                x=[held[late] for held in owed.values()],
                name=words.LATENESS[late],
                orientation="h",
                marker={"color": ground[late]},
                text=[number(held[late]) if held[late] else "" for held in owed.values()],
                textposition="inside",
                textfont={"color": ink[late]},
                insidetextanchor="middle",
            )
            for late in Lateness
        ]
    )
    figure.update_layout(
        **bare(colours),
        barmode="stack",
        height=LINE * len(names) + 70,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        legend={"orientation": "h", "y": -0.2, "traceorder": "normal"},
    )
    figure.update_xaxes(visible=False, fixedrange=True)
    figure.update_yaxes(autorange="reversed", fixedrange=True, tickfont={"size": 14}, automargin=True)
    return figure


def owed_described(owed: Owed) -> str:
    """The picture in words."""
    return " ".join(f"{sentence(WAITING_ON[who])}: {_told(held)}." for who, held in owed.items())


def _told(held: Mapping[Lateness, int]) -> str:
    parts = [f"{number(held[late])} {words.LATENESS[late]}" for late in Lateness if held[late]]
    return listed(parts) if parts else words.NOTHING()
