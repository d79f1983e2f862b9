"""«Slik det går nå»: where one customer lands, always as an interval, and where its peers stood at the same distance."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from language import CUSTOMER_TYPES, DAYS, day, points
from language.ui.portfolio import alike
from language.ui.portfolio import forecast as words
from scoring.basis import Basis
from scoring.portfolio.trend import TrendPoint
from service.judgement import CustomerJudgement
from service.people.actor import Actor
from service.portfolio.forecast import Landing, forecast_of
from service.portfolio.peers import PeerBand
from service.portfolio.trend import ChangesSince, changes_of
from service.workspace import Workspace
from ui import access
from ui.portfolio import trend


def landing(found: Landing | None, go_live: date | None) -> None:
    """When all is in place, and what is on the go-live; nothing where too little is known."""
    if found is None or go_live is None:
        return
    st.subheader(words.AS_IT_GOES(), anchor=False)
    if found.latest is None:
        st.markdown(words.EARLIEST(earliest=day(found.earliest)))
    else:
        st.markdown(words.BETWEEN(earliest=day(found.earliest), latest=day(found.latest)))
    low, high = _percents(found.low, found.high)
    st.markdown(words.AT_START(day=day(go_live), low=low, high=high))
    st.caption(words.BUILDS_ON(cases=words.CASES(found.cases), days=DAYS(found.points)))


@dataclass(frozen=True, slots=True)
class Course:
    """Where one customer goes, and what has changed since it last sent in."""

    ahead: Landing | None
    since: ChangesSince | None
    go_live: date | None


def read(ws: Workspace, actor: Actor, here: CustomerJudgement, basis: Basis) -> Course:
    """Of a customer that is read already, on one word."""
    ahead = forecast_of(ws, actor, here, as_of=access.today(), basis=basis)
    since = changes_of(ws, actor, here.view, here.sent, as_of=access.today())
    return Course(ahead, since, here.view.customer.go_live)


def briefly(course: Course) -> None:
    """Where it goes, in a line and with the way to the page that tells more; and how much has changed."""
    found = course.ahead
    if found is not None and course.go_live is not None:
        first, start = day(found.earliest), day(course.go_live)
        if found.latest is None:
            st.markdown(words.BRIEFLY_EARLIEST(earliest=first, day=start))
        else:
            st.markdown(words.BRIEFLY_BETWEEN(earliest=first, latest=day(found.latest), day=start))
        st.page_link(trend.TREND, label=words.SEE_WHY(), icon=":material/timeline:")
    trend.briefly(course.since)


def _percents(low: float, high: float) -> tuple[int, int]:
    """Never one number: what rounds to the same is widened by one either way."""
    least, most = round(low), round(high)
    if least == most:
        least, most = max(least - 1, 0), min(most + 1, 100)
    return least, most


def band(found: PeerBand | None, now: TrendPoint | None) -> None:
    """Where half of the peers stood, beside what the customer has in place now."""
    if found is None or now is None:
        return
    st.subheader(words.OTHERS(), anchor=False)
    mine = "" if now.readiness is None else words.MINE(figure=points(now.readiness))
    st.markdown(
        words.HALF_OF_THEM(
            days=found.days_left,
            lower=points(found.band.lower),
            upper=points(found.band.upper),
            median=points(found.band.median),
            mine=mine,
        )
    )
    st.caption(
        words.FROM_OTHERS(customers=alike.CUSTOMERS(found.band.customers), kind=CUSTOMER_TYPES[found.customer_type])
    )
