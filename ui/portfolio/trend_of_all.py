"""How all customers come along, for HPAS: a line each, what has moved since last time, and one of them in full."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from language import CUSTOMER_TYPES, number, points, sentence
from language.reports.portfolio.trend_chart import TITLES, UNITS
from language.ui.portfolio import alike
from language.ui.portfolio import trend_of_all as words
from reports.palette import palette
from reports.portfolio.trend_chart import FEW, MOST, SPAN, Line, TrendAxis, middle_of, trends_chart
from scoring.portfolio.bands import LEAST
from scoring.portfolio.trend import TrendPoint
from scoring.vocabulary import CustomerType
from service.files.portfolio import COURSES, MOVED
from service.form.references import Reference
from service.people.actor import Actor
from service.portfolio.forecast import Landing, forecast
from service.portfolio.trend import ChangesSince, changes_since_last
from service.portfolio.trend_of_all import CustomerTrend
from service.workspace import Workspace
from ui import access, layout, session
from ui.files import downloads
from ui.portfolio import forecast as forecasts
from ui.portfolio import trend
from ui.text import escaped

ALL = ""
_KIND, _HISTORY, _PICKED = (session.key("courses", name) for name in ("kind", "history", "picked"))


def references(ws: Workspace, actor: Actor) -> list[Reference]:
    """The go-lives that have been, of the type that is chosen, when they are to be shown."""
    kind = session.value(_KIND)
    asked = bool(session.value(_HISTORY))
    return trend.references(ws, actor, None if kind in (None, ALL) else CustomerType(str(kind))) if asked else []


def since(ws: Workspace, actor: Actor, found: Sequence[CustomerTrend]) -> ChangesSince | None:
    """What the customer that is picked has changed since it last sent in."""
    picked = _picked(found)
    return changes_since_last(ws, actor, picked.customer_id, as_of=access.today()) if picked else None


def ahead(ws: Workspace, actor: Actor, found: Sequence[CustomerTrend]) -> Landing | None:
    """Where the customer that is picked lands."""
    picked = _picked(found)
    return forecast(ws, actor, picked.customer_id, picked.points) if picked else None


def controls(found: Sequence[CustomerTrend]) -> list[CustomerTrend]:
    """The customers of the type that is chosen, those nearest their go-live first."""
    if any(each.invented for each in found):
        st.caption(alike.DEMO())
    types = [ALL, *dict.fromkeys(each.customer_type for each in found)]
    kind = st.selectbox(
        alike.CUSTOMER_TYPE(),
        types,
        format_func=lambda held: sentence(CUSTOMER_TYPES[CustomerType(held)]) if held else alike.ALL(),
        key=_KIND,
    )
    return sorted((each for each in found if kind in (ALL, each.customer_type)), key=_nearness)


def _nearness(each: CustomerTrend) -> tuple[bool, int, str]:
    """Those who wait for their go-live first, the nearest before the others; then those who have started."""
    left = each.points[-1].days_left if each.points else 100_000
    return (left < 0, abs(left), each.name)


def picture(shown: Sequence[CustomerTrend], past: Sequence[Reference]) -> None:
    """The lines, and the customer that is picked below on top of them."""
    drawn = [each for each in shown if each.points]
    if not drawn:
        st.info(words.NOBODY_HAS_DAY())
        return
    way = st.segmented_control(
        words.SHOW(),
        list(TrendAxis),
        format_func=TITLES.__getitem__,
        default=TrendAxis.DISTANCE,
        required=True,
        key=session.key("courses", "way"),
    )
    axis = way or TrendAxis.DISTANCE
    history = _history(past)
    st.caption(_dots(drawn, axis))
    picked = _picked(shown)
    st.plotly_chart(
        trends_chart(
            [(each.name, each.points) for each in drawn],
            axis,
            palette(dark=layout.dark()),
            chosen=(picked.name, picked.points) if picked and picked.points else None,
            history=history,
        ),
        theme=None,
        config=layout.saved_as("utvikling-for-alle"),
        alt=words.DESCRIBED(title=TITLES[axis], told=_dots(drawn, axis)),
        key="courses",
    )
    _middle([(each.name, each.points) for each in drawn], axis)
    downloads.buttons(COURSES)


def _history(past: Sequence[Reference]) -> dict[str, Sequence[TrendPoint]]:
    if not st.toggle(alike.SHOW_HISTORY(), key=_HISTORY):
        return {}
    st.caption(alike.OUR_READING())
    return trend.reference_trends(past)


def _dots(drawn: Sequence[CustomerTrend], way: TrendAxis) -> str:
    dots = words.NEAREST(most=MOST, all=number(len(drawn))) if len(drawn) > MOST else words.ONE_EACH()
    lines = words.LINES() if len(drawn) <= FEW else words.CHOOSE_FOR_LINE()
    return words.DOTS(dots=dots, lines=lines, span=SPAN, least=LEAST, over=words.OVER[way])


def _middle(lines: Sequence[Line], way: TrendAxis) -> None:
    """The band of the picture as a table."""
    middle = middle_of(lines, way)
    if not middle:
        return
    frame = pd.DataFrame(
        {
            alike.DAYS_LEFT(): list(middle),
            alike.CUSTOMER_COUNT(): [each.customers for each in middle.values()],
            alike.LOWER(): [round(each.lower) for each in middle.values()],
            alike.MIDDLE(): [round(each.median) for each in middle.values()],
            alike.UPPER(): [round(each.upper) for each in middle.values()],
        }
    )
    st.dataframe(
        frame, hide_index=True, width="stretch", alt=words.MIDDLE_DESCRIBED(title=TITLES[way], unit=UNITS[way])
    )


def table(shown: Sequence[CustomerTrend]) -> None:
    """How much each has moved since it last sent in."""
    st.header(words.CHANGED(), anchor=False)
    if not any(each.since for each in shown):
        st.write(words.NOTHING_SENT())
        return
    frame = pd.DataFrame(
        {
            alike.CUSTOMER(): [each.name for each in shown],
            words.SENT_LAST(): [each.since for each in shown],
            words.BETTER(): [each.changes.up if each.changes else None for each in shown],
            words.WORSE(): [each.changes.down if each.changes else None for each in shown],
            words.NEW(): [each.changes.new if each.changes else None for each in shown],
            words.GONE(): [each.changes.gone if each.changes else None for each in shown],
            words.IN_PLACE_NOW(): [points(each.points[-1].readiness) if each.points else "" for each in shown],
            words.EXPECTED_NOW(): [points(each.points[-1].expected) if each.points else "" for each in shown],
        }
    )
    for heading in (words.BETTER(), words.WORSE(), words.NEW(), words.GONE()):
        frame[heading] = frame[heading].astype("Int64")
    dates = {words.SENT_LAST(): st.column_config.DateColumn(format="DD.MM.YYYY")}
    st.caption(words.NO_FIGURE())
    st.dataframe(frame, hide_index=True, width="stretch", column_config=dates, alt=words.CHANGED_DESCRIBED())
    downloads.buttons(MOVED)


def pick(shown: Sequence[CustomerTrend], since: ChangesSince | None, ahead: Landing | None) -> None:
    """One customer question by question; it is drawn on top in the picture.

    since, ahead: what the picked one has changed, and where it lands.
    """
    sent = [each for each in shown if each.since]
    if not sent:
        return
    st.header(words.ONE_CUSTOMER(), anchor=False)
    names = {each.customer_id: each.name for each in sent}
    picked = st.selectbox(
        alike.CUSTOMER(),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=alike.CHOOSE_CUSTOMER(),
        key=_PICKED,
    )
    if picked is not None and since is not None:
        st.markdown(f"**{escaped(names[picked])}**")
        forecasts.landing(ahead, _go_live(shown, picked))
        trend.question_by_question(since)


def _picked(shown: Sequence[CustomerTrend]) -> CustomerTrend | None:
    picked = session.value(_PICKED)
    return next((each for each in shown if each.customer_id == picked), None)


def _go_live(shown: Sequence[CustomerTrend], picked: str) -> date | None:
    """As it is planned at the newest point of a customer."""
    newest = next((each.points[-1] for each in shown if each.customer_id == picked and each.points), None)
    return None if newest is None else newest.as_of + timedelta(days=newest.days_left)
