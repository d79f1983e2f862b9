"""One role that several share as a picture: how much of it is asked for each week, by whom, against all there is of it."""

from collections.abc import Mapping, Sequence
from datetime import date

import plotly.graph_objects as go

from language import day
from language.reports.portfolio import shared_roles_chart as words
from reports.judgement.figures import bare, literal
from reports.palette import Palette
from scoring.portfolio.shared_roles import WHOLE, RoleWeek

# Those with the most are told apart; more than so many cannot be.
MOST_TOLD = 6
_OTHERS = "others"
_PATTERNS = ("", "/", "x", "-", "\\", ".", "|")
_WEEK_WIDTH = 6 * 86_400_000


def shared_role_chart(weeks: Sequence[RoleWeek], names: Mapping[str, str], colours: Palette) -> go.Figure:
    """A bar per week of one role on its Monday, parted by who asks for it; over the line is more than there is.

    names: whom -> what they are called.
    """
    told = _told(weeks)
    shown = [*told, *([_OTHERS] if any(who not in told for week in weeks for who, _ in week.shares) else [])]
    figure = go.Figure([_bars(place, who, told, weeks, names, colours) for place, who in enumerate(shown)])
    worst = max(weeks, key=lambda week: week.total)
    if worst.over:
        said = f"▲ {worst.total} %"
        figure.add_annotation(x=worst.monday, y=worst.total, text=said, showarrow=False, yshift=10)
    figure.add_hline(y=WHOLE, line={"color": colours.mark, "width": 1, "dash": "dash"})
    figure.update_layout(
        **bare(colours),
        title={"text": words.TITLE(), "font": {"size": 16}},
        barmode="stack",
        height=340,
        margin={"l": 44, "r": 8, "t": 44, "b": 40},
        legend={"orientation": "h", "y": -0.15},
    )
    figure.update_xaxes(tickformat="%d.%m.%Y", fixedrange=True, showgrid=False)
    figure.update_yaxes(title=words.PERCENT(), rangemode="tozero", fixedrange=True, gridcolor=colours.rail)
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
    name = words.OTHERS() if who == _OTHERS else literal(names[who])
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
        hovertemplate=words.HOVER(name=name),
    )


def shared_role_described(role: str, weeks: Sequence[RoleWeek]) -> str:
    """The picture in words, for who cannot see it."""
    over = [week for week in weeks if week.over]
    said = words.DESCRIBED(role=role, first=day(weeks[0].monday), last=day(weeks[-1].monday))
    if not over:
        return f"{said} {words.NONE_OVER(whole=WHOLE)}"
    worst = max(over, key=lambda week: week.total)
    told = words.OVER(weeks=words.WEEKS(len(over)), whole=WHOLE, most=worst.total, day=day(worst.monday))
    return f"{said} {told}"


def week_span(first: date, last: date) -> str:
    """«uke 12 2027», «uke 12 til 14 2027»: the weeks of two Mondays."""
    (year, week, _), (last_year, last_week, _) = first.isocalendar(), last.isocalendar()
    if (year, week) == (last_year, last_week):
        return words.WEEK(week=week, year=year)
    if year == last_year:
        return words.WEEK_SPAN(week=week, last_week=last_week, last_year=last_year)
    return words.WEEK_SPAN_YEARS(week=week, year=year, last_week=last_week, last_year=last_year)
