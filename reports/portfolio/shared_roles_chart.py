"""One role that several share as a picture: how much of it is asked for each week, by whom, against all there is of it."""

from collections.abc import Mapping, Sequence
from datetime import date

import plotly.graph_objects as go

from language import count, day
from reports.judgement.figures import bare, literal
from reports.palette import Palette
from scoring.portfolio.shared_roles import WHOLE, RoleWeek

# Those with the most are told apart; more than so many cannot be.
MOST_TOLD = 6
OTHERS = "andre"
_PATTERNS = ("", "/", "x", "-", "\\", ".", "|")
_WEEK_WIDTH = 6 * 86_400_000


def shared_role_chart(weeks: Sequence[RoleWeek], names: Mapping[str, str], colours: Palette) -> go.Figure:
    """A bar per week of one role on its Monday, parted by who asks for it; over the line is more than there is.

    names: whom -> what they are called.
    """
    told = _told(weeks)
    shown = [*told, *([OTHERS] if any(who not in told for week in weeks for who, _ in week.shares) else [])]
    figure = go.Figure([_bars(place, who, told, weeks, names, colours) for place, who in enumerate(shown)])
    worst = max(weeks, key=lambda week: week.total)
    if worst.over:
        said = f"▲ {worst.total} %"
        figure.add_annotation(x=worst.monday, y=worst.total, text=said, showarrow=False, yshift=10)
    figure.add_hline(y=WHOLE, line={"color": colours.mark, "width": 1, "dash": "dash"})
    figure.update_layout(
        **bare(colours),
        title={"text": "Prosent av rollen, uke for uke", "font": {"size": 16}},
        barmode="stack",
        height=340,
        margin={"l": 44, "r": 8, "t": 44, "b": 40},
        legend={"orientation": "h", "y": -0.15},
    )
    figure.update_xaxes(tickformat="%d.%m.%Y", fixedrange=True, showgrid=False)
    figure.update_yaxes(title="prosent", rangemode="tozero", fixedrange=True, gridcolor=colours.rail)
    return figure


def _told(weeks: Sequence[RoleWeek]) -> list[str]:
    """Those who ask for the most in all, as many as can be told apart."""
    total: dict[str, int] = {}
    for week in weeks:
        for who, share in week.shares:
            total[who] = total.get(who, 0) + share
    return sorted(total, key=lambda who: -total[who])[:MOST_TOLD]


def _bars(
    place: int, who: str, told: Sequence[str], weeks: Sequence[RoleWeek], names: Mapping[str, str], colours: Palette
) -> go.Bar:
    def share(week: RoleWeek) -> int:
        return sum(share for each, share in week.shares if (each == who if who in told else each not in told))

    held = [(week.monday, share(week)) for week in weeks if share(week)]
    name = OTHERS if who == OTHERS else literal(names[who])
    colour = (*colours.scale, colours.unknown, colours.rail)[place % 7]
    return go.Bar(
        x=[monday for monday, _ in held],
        y=[many for _, many in held],
        name=name,
        width=_WEEK_WIDTH,
        marker={
            "color": colour,
            "line": {"color": colours.ink, "width": 1},
            "pattern": {"shape": _PATTERNS[place], "bgcolor": colour, "fgcolor": colours.ink},
        },
        hovertemplate="uken %{x|%d.%m.%Y}: %{y} % " + name + "<extra></extra>",
    )


def shared_role_described(role: str, weeks: Sequence[RoleWeek]) -> str:
    """The picture in words, for who cannot see it."""
    over = [week for week in weeks if week.over]
    said = f"{role} uke for uke fra {day(weeks[0].monday)} til {day(weeks[-1].monday)}."
    if not over:
        return f"{said} Ingen uke er over {WHOLE} prosent."
    worst = max(over, key=lambda week: week.total)
    weeks_over = count(len(over), "uke", "uker")
    return f"{said} {weeks_over} er over {WHOLE} prosent. Mest er {worst.total} prosent i uken fra {day(worst.monday)}."


def week_span(first: date, last: date) -> str:
    """«uke 12 2027», «uke 12 til 14 2027»: the weeks of two Mondays."""
    (year, week, _), (last_year, last_week, _) = first.isocalendar(), last.isocalendar()
    if (year, week) == (last_year, last_week):
        return f"uke {week} {year}"
    return f"uke {week} {'' if year == last_year else f'{year} '}til {last_week} {last_year}"
