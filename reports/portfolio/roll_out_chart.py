"""The roll-out as a picture: how many start on each day and how they stand, with the times nobody should start."""

from collections.abc import Sequence
from datetime import date, timedelta

import plotly.graph_objects as go

from language import VERDICTS, day, listed, said
from language.reports.portfolio import roll_out_chart as words
from reports.judgement.figures import bare
from reports.palette import Palette
from scoring.frozen import RollOutRules
from scoring.portfolio.roll_out import DayMark, RollOutWave, by_month
from scoring.vocabulary import Verdict

# A pattern as well as a colour, so that the bars are told apart without it.
_PATTERNS = {
    Verdict.NOT_READY: "x",
    Verdict.UNDECIDED: ".",
    Verdict.BEHIND: "/",
    Verdict.CONDITIONAL: "-",
    Verdict.ON_TRACK: "",
    Verdict.READY: "",
    Verdict.IN_USE: "+",
}
# More days than so many are drawn by month.
MOST = 60
# Days: as wide as a bar can be without covering the next week, or month.
BAR, MONTH_BAR = 5, 24
_MILLISECONDS = 86_400_000


def roll_out_chart(waves: Sequence[RollOutWave], rules: RollOutRules | None, colours: Palette) -> go.Figure:
    """A bar per go-live day, or month when they are many, parted by verdict; over it how many hard stops fail.

    Dates across, customers up.
    """
    monthly = len(waves) > MOST
    waves = by_month(waves) if monthly else waves
    width = MONTH_BAR if monthly else BAR
    figure = go.Figure(
        [_bars(verdict, waves, colours, width) for verdict in Verdict if any(verdict in w.verdicts for w in waves)]
    )
    for wave in waves:
        if wave.failing:
            figure.add_annotation(
                x=wave.go_live, y=len(wave.places), text=f"▲ {wave.failing}", showarrow=False, yshift=10
            )
    if rules:
        _limits(figure, waves, rules, colours, capacity=not monthly)
    title = words.PER_MONTH() if monthly else words.PER_START()
    figure.update_layout(
        **bare(colours),
        title={"text": title, "font": {"size": 16}},
        barmode="stack",
        height=420,
        margin={"l": 44, "r": 8, "t": 44, "b": 40},
        legend={"orientation": "h", "y": -0.2},
    )
    beside = timedelta(days=2 * width)
    across = [waves[0].go_live - beside, waves[-1].go_live + beside]
    figure.update_xaxes(title=words.START(), tickformat="%d.%m.%Y", range=across, fixedrange=True, showgrid=False)
    figure.update_yaxes(
        title=words.CUSTOMERS(), tickformat="d", rangemode="tozero", fixedrange=True, gridcolor=colours.rail
    )
    return figure


def _bars(verdict: Verdict, waves: Sequence[RollOutWave], colours: Palette, width: int) -> go.Bar:
    held = [wave for wave in waves if verdict in wave.verdicts]
    return go.Bar(
        x=[wave.go_live for wave in held],
        y=[wave.verdicts[verdict] for wave in held],
        name=VERDICTS[verdict],
        width=width * _MILLISECONDS,
        marker={
            "color": _colour(verdict, colours),
            "line": {"color": colours.ink, "width": 1},
            "pattern": {"shape": _PATTERNS[verdict], "bgcolor": _colour(verdict, colours), "fgcolor": colours.ink},
        },
        hovertemplate="%{x|%d.%m.%Y}: %{y} " + VERDICTS[verdict].lower() + "<extra></extra>",
    )


def _colour(verdict: Verdict, colours: Palette) -> str:
    return {
        Verdict.NOT_READY: colours.short,
        Verdict.UNDECIDED: colours.unknown,
        Verdict.BEHIND: colours.scale[0],
        Verdict.CONDITIONAL: colours.scale[3],
        Verdict.ON_TRACK: colours.scale[4],
        Verdict.READY: colours.reached,
        Verdict.IN_USE: colours.ground,
    }[verdict]


def _limits(
    figure: go.Figure, waves: Sequence[RollOutWave], rules: RollOutRules, colours: Palette, *, capacity: bool
) -> None:
    """The times nobody should start as grey fields, and the most HPAS can follow as a line."""
    first, last = waves[0].go_live - timedelta(days=BAR), waves[-1].go_live + timedelta(days=BAR)
    for title, begin, end in closed_between(rules, first, last):
        figure.add_vrect(
            x0=begin,
            x1=end,
            fillcolor=colours.rail,
            opacity=0.6,
            layer="below",
            line_width=0,
            annotation={"text": title, "font": {"size": 11, "color": colours.muted}},
            annotation_position="top left",
        )
    if capacity:
        figure.add_hline(y=rules.customers_at_once.value, line={"color": colours.mark, "width": 1, "dash": "dash"})


def closed_between(rules: RollOutRules, first: date, last: date) -> list[tuple[str, date, date]]:
    """Title, begin and end of each closed period, cut to what lies between the two days."""
    found = []
    for year in range(first.year - 1, last.year + 1):
        for period in rules.closed:
            begin = date.fromisoformat(f"{year}-{period.first}")
            end = date.fromisoformat(f"{year + (period.last < period.first)}-{period.last}")
            if begin <= last and end >= first:
                found.append((said(period.title), max(begin, first), min(end, last)))
    return found


def roll_out_described(waves: Sequence[RollOutWave]) -> str:
    """The picture in words, for who cannot see it."""
    customers = sum(len(wave.places) for wave in waves)
    marked = sum(bool(wave.marks) for wave in waves)
    return words.DESCRIBED(
        starts=words.STARTS(len(waves)),
        first=day(waves[0].go_live),
        last=day(waves[-1].go_live),
        customers=words.COUNTED(customers),
        marked=words.MARKED(marked),
    )


def marks_text(wave: RollOutWave, rules: RollOutRules | None) -> str:
    """«samme uke som en annen, i sommerferien»; "" when nothing speaks against the day."""
    periods = {period.id: said(period.title) for period in rules.closed} if rules else {}
    told = [
        words.IN_PERIOD(period=periods[wave.closed]) if mark is DayMark.CLOSED and wave.closed else words.MARKS[mark]
        for mark in wave.marks
    ]
    return listed(told)
