"""One picture of slack: the same work begun with time to spare, on the last day it can begin, and too late."""

import plotly.graph_objects as go

from language.reports.plan import slack_picture as words
from reports.judgement.figures import bare
from reports.palette import Palette

# Days before the go-live, of an example: a step 60 days before, and work that usually takes 30 days.
STEP, WORK = 60, 30
DESCRIBED = (
    "Tre like lange felt på en tidslinje fram mot oppstart, med en strek 60 dager før der trinnet er. Arbeidet tar 30 dager. "
    "Begynner det 110 dager før, er det ferdig 20 dager før trinnet. Begynner det 90 dager før, er det ferdig på dagen. "
    "Begynner det 75 dager før, er det ferdig 15 dager for sent."
)
BAR, ROW, FIRST = 0.16, 66, 120


def slack_picture(colours: Palette) -> go.Figure:
    """Bars of work on the axis of days before the go-live, and the step they slide towards."""
    figure = go.Figure()
    for line, (begun, told) in enumerate(words.BEGUN.items()):
        done = begun - WORK
        colour = colours.reached if done >= STEP else colours.short
        figure.add_shape(
            type="rect", x0=-begun, x1=-done, y0=-line - BAR, y1=-line + BAR, line={"width": 0}, fillcolor=colour
        )
        figure.add_annotation(
            x=-FIRST,
            xanchor="left",
            y=-line + 0.36,
            text=told,
            showarrow=False,
            font={"size": 13, "color": colours.ink},
        )
    figure.add_vline(x=-STEP, line={"color": colours.mark, "width": 2})
    figure.add_annotation(
        x=-STEP, y=-len(words.BEGUN) + 0.4, text=words.STEP(), showarrow=False, xanchor="left", xshift=6
    )
    # What is empty has no axis of its own to draw on.
    figure.add_trace(go.Scatter(x=[-FIRST, -30], y=[0, 0], mode="markers", marker={"opacity": 0}, hoverinfo="skip"))
    figure.update_layout(
        **bare(colours), height=ROW * len(words.BEGUN) + 40, margin={"l": 0, "r": 0, "t": 4, "b": 28}, showlegend=False
    )
    ticks = list(range(-FIRST, -20, 30))
    labels = [words.BEFORE(n=-tick) for tick in ticks]
    figure.update_xaxes(
        range=[-FIRST, -25], tickvals=ticks, ticktext=labels, showgrid=False, zeroline=False, fixedrange=True
    )
    figure.update_yaxes(range=[0.3 - len(words.BEGUN), 0.7], visible=False, fixedrange=True)
    return figure
