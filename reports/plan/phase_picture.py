"""The phases towards a go-live as bars along time; where test or training overlaps the build, the bar is hatched."""

from datetime import date, timedelta

import plotly.graph_objects as go

from language import sentence
from reports.judgement.figures import bare
from reports.palette import Palette
from reports.plan.phase_wording import PHASES
from scoring.proof.phases import Phase, Phases

_DAY = timedelta(days=1)
# Pixels: a row and what stands below them. Days: how much of the build is drawn, and how long test is without an end.
ROW, AXIS, BUILD, OPEN = 44, 40, 60, 30
_MS = 86_400_000


def phase_picture(phases: Phases, go_live: date | None, as_of: date, colours: Palette) -> go.Figure:
    """One row per phase that is known, the first on top. Upright: today (dotted) and the go-live (whole)."""
    spans = _spans(phases, go_live)
    names = [sentence(PHASES[phase]) for phase in spans]
    figure = go.Figure()
    for name, (first, last) in zip(names, spans.values(), strict=True):
        figure.add_trace(_bar(name, first, last, colours.reached))
    for overlap in phases.overlaps:
        hatched = _bar(sentence(PHASES[overlap.phase]), overlap.first, overlap.last, colours.short)
        hatched.marker.pattern = {"shape": "/", "fgcolor": colours.ground, "size": 7, "solidity": 0.4}
        figure.add_trace(hatched)
    for at, dash in ((as_of, "dot"), (go_live, "solid")):
        if at is not None:
            figure.add_vline(x=at.isoformat(), line={"color": colours.mark, "width": 2, "dash": dash})
    margin = {"l": 92, "r": 8, "t": 4, "b": 28}
    figure.update_layout(**bare(colours), barmode="overlay", height=ROW * len(spans) + AXIS, margin=margin)
    figure.update_layout(showlegend=False, bargap=0.35)
    figure.update_xaxes(type="date", fixedrange=True, showgrid=False, tickformat="%d.%m.%y", nticks=4)
    figure.update_yaxes(categoryorder="array", categoryarray=names[::-1], fixedrange=True, ticklabelstandoff=8)
    return figure


def _spans(phases: Phases, go_live: date | None) -> dict[Phase, tuple[date, date]]:
    """From when to when each phase is drawn; of the build only its end is known."""
    found = {}
    starts = [each for each in (phases.build_stop, phases.test_start, phases.training_start) if each]
    if phases.build_stop:
        found[Phase.BUILD] = (min(starts) - BUILD * _DAY, phases.build_stop)
    if phases.test_start:
        found[Phase.TEST] = (phases.test_start, phases.test_end or phases.test_start + OPEN * _DAY)
    if phases.training_start:
        found[Phase.TRAINING] = (
            phases.training_start,
            max(go_live or phases.training_start, phases.training_start + _DAY),
        )
    return found


def _bar(name: str, first: date, last: date, colour: str) -> go.Bar:
    return go.Bar(
        y=[name],
        base=[first.isoformat()],
        x=[(last - first).days * _MS],
        orientation="h",
        marker={"color": colour, "line": {"width": 0}},
        hoverinfo="skip",
    )
