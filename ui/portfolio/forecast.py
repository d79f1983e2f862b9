"""«Slik det går nå»: where one customer lands, always as an interval, and where its peers stood at the same distance."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from language import CUSTOMER_TYPES, count, day, points
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
    st.subheader("Slik det går nå", anchor=False)
    if found.latest is None:
        st.markdown(f"Alt er på plass **tidligst {day(found.earliest)}**. Takten er for lav til å si en siste dag.")
    else:
        st.markdown(f"Det er sannsynlig at alt er på plass **mellom {day(found.earliest)} og {day(found.latest)}**.")
    st.markdown(f"Oppstart er {day(go_live)}. Da er **{_percents(found.low, found.high)}** på plass.")
    st.caption(
        f"Bygger først på {count(found.cases, 'oppstart', 'oppstarter')} som har vært, så på takten til kunden selv over "
        f"{count(found.points, 'dag', 'dager')} med tall. Slike anslag er laget for å treffe fire av fem ganger. På siden "
        "«Metode» står det hvordan de er laget, og hvor ofte de har truffet."
    )


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
        when = "tidligst" if found.latest is None else "mellom"
        days = f"{when} {day(found.earliest)}" + ("" if found.latest is None else f" og {day(found.latest)}")
        st.markdown(f"**Slik det går nå**, er alt trolig på plass {days}. Oppstart er {day(course.go_live)}.")
        st.page_link(trend.TREND, label="Se hva anslaget bygger på", icon=":material/timeline:")
    trend.briefly(course.since)


def _percents(low: float, high: float) -> str:
    """Never one number: what rounds to the same is widened by one either way."""
    least, most = round(low), round(high)
    if least == most:
        least, most = max(least - 1, 0), min(most + 1, 100)
    return f"mellom {least} og {most} %"


def band(found: PeerBand | None, now: TrendPoint | None) -> None:
    """Where half of the peers stood, beside what the customer has in place now."""
    if found is None or now is None:
        return
    st.subheader("Andre på samme tid", anchor=False)
    mine = "" if now.readiness is None else f" Dere har {points(now.readiness)} % nå."
    st.markdown(
        f"{found.days_left} dager før oppstart hadde halvparten i midten **mellom {points(found.band.lower)} og "
        f"{points(found.band.upper)} %** på plass, og den midterste {points(found.band.median)} %.{mine}"
    )
    st.caption(
        f"Fra det {count(found.band.customers, 'kunde', 'kunder')} av samme type ({CUSTOMER_TYPES[found.customer_type]}) "
        "sendte inn. Tallene er avrundet til hele femmere, og nye kunder kommer med seks om gangen. Slik kan ingen lese ut "
        "hva én kunde har svart."
    )
