"""How all customers come along, for HPAS: a line each, what has moved since last time, and one of them in full."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from language import CUSTOMER_TYPES, number, points, sentence
from reports.palette import palette
from reports.portfolio.trend_chart import FEW, MOST, SPAN, TITLES, UNITS, Line, TrendAxis, middle_of, trends_chart
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

ALL = "Alle"
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
        st.caption(":material/science: **Demodata.** Kundene er oppdiktet.")
    types = [ALL, *dict.fromkeys(each.customer_type for each in found)]
    kind = st.selectbox(
        "Kundetype",
        types,
        format_func=lambda held: ALL if held == ALL else sentence(CUSTOMER_TYPES[CustomerType(held)]),
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
        st.info("Ingen av kundene har en dato for oppstart ennå. Da har de ingen plass på tidslinjen.")
        return
    way = st.segmented_control(
        "Vis",
        list(TITLES),
        format_func=TITLES.__getitem__,
        default=TrendAxis.DISTANCE,
        required=True,
        key=session.key("courses", "way"),
    )
    history = _history(past)
    st.caption(_said(drawn, way or TrendAxis.DISTANCE))
    picked = _picked(shown)
    st.plotly_chart(
        trends_chart(
            [(each.name, each.points) for each in drawn],
            way or TrendAxis.DISTANCE,
            palette(dark=layout.dark()),
            chosen=(picked.name, picked.points) if picked and picked.points else None,
            history=history,
        ),
        theme=None,
        config=layout.saved_as("utvikling-for-alle"),
        alt=f"{TITLES[way or TrendAxis.DISTANCE]}. {_said(drawn, way or TrendAxis.DISTANCE)} Tallene står i tabellen under.",
        key="courses",
    )
    _middle([(each.name, each.points) for each in drawn], way or TrendAxis.DISTANCE)
    downloads.buttons(COURSES)


def _history(past: Sequence[Reference]) -> dict[str, Sequence[TrendPoint]]:
    if not st.toggle("Vis oppstarter som har vært (historie)", key=_HISTORY):
        return {}
    st.caption(
        "Historien er vår lesning av sluttrapporten, gjort etterpå. Det meste er ukjent, så linjene viser det minste som kan ha vært på plass."
    )
    return trend.reference_trends(past)


_OVER = {
    TrendAxis.DISTANCE: "Over den stiplede streken er kunden foran det som er forventet, under er den på etterskudd.",
    TrendAxis.READINESS: "Prosent på plass går fra 0 til 100.",
    TrendAxis.DAYS: "Over den stiplede streken er kunden foran planen, under er den etter.",
}


def _said(drawn: Sequence[CustomerTrend], way: TrendAxis) -> str:
    dots = f"de {MOST} nærmest oppstart av {number(len(drawn))}" if len(drawn) > MOST else "en per kunde"
    lines = (
        "Linjene er veien hver kunde har gått."
        if len(drawn) <= FEW
        else "Velg en kunde under for å se veien den har gått."
    )
    return (
        f"Prikkene er der kundene står i dag, {dots}. Hold pekeren over for å se navn. {lines} Streken er den midterste "
        f"kunden og feltet halvparten i midten, for hver {SPAN}. dag der minst {LEAST} kunder har et tall. {_OVER[way]}"
    )


def _middle(lines: Sequence[Line], way: TrendAxis) -> None:
    """The band of the picture as a table."""
    middle = middle_of(lines, way)
    if not middle:
        return
    frame = pd.DataFrame(
        {
            "Dager til oppstart": list(middle),
            "Kunder": [each.customers for each in middle.values()],
            "Nedre fjerdedel": [round(each.lower) for each in middle.values()],
            "Midterste": [round(each.median) for each in middle.values()],
            "Øvre fjerdedel": [round(each.upper) for each in middle.values()],
        }
    )
    st.dataframe(frame, hide_index=True, width="stretch", alt=f"{TITLES[way]}, {UNITS[way]}: midten av kundene")


def table(shown: Sequence[CustomerTrend]) -> None:
    """How much each has moved since it last sent in."""
    st.header("Endret siden sist", anchor=False)
    if not any(each.since for each in shown):
        st.write("Ingen av disse kundene har sendt inn noe ennå. Når de gjør det, ser du her hva som er endret siden.")
        return
    frame = pd.DataFrame(
        {
            "Kunde": [each.name for each in shown],
            "Sendt inn sist": [each.since for each in shown],
            "Bedre": [each.changes.up if each.changes else None for each in shown],
            "Dårligere": [each.changes.down if each.changes else None for each in shown],
            "Nye svar": [each.changes.new if each.changes else None for each in shown],
            "Borte": [each.changes.gone if each.changes else None for each in shown],
            "På plass nå": [points(each.points[-1].readiness) if each.points else "" for each in shown],
            "Forventet nå": [points(each.points[-1].expected) if each.points else "" for each in shown],
        }
    )
    for heading in ("Bedre", "Dårligere", "Nye svar", "Borte"):
        frame[heading] = frame[heading].astype("Int64")
    dates = {"Sendt inn sist": st.column_config.DateColumn(format="DD.MM.YYYY")}
    st.caption("Strek der kunden ikke har sendt inn, eller der spørreskjemaet er byttet siden.")
    st.dataframe(frame, hide_index=True, width="stretch", column_config=dates, alt="Hva kundene har endret siden sist")
    downloads.buttons(MOVED)


def pick(shown: Sequence[CustomerTrend], since: ChangesSince | None, ahead: Landing | None) -> None:
    """One customer question by question; it is drawn on top in the picture.

    since, ahead: what the picked one has changed, and where it lands.
    """
    sent = [each for each in shown if each.since]
    if not sent:
        return
    st.header("Én kunde, spørsmål for spørsmål", anchor=False)
    names = {each.customer_id: each.name for each in sent}
    picked = st.selectbox(
        "Kunde", list(names), index=None, format_func=names.__getitem__, placeholder="Velg en kunde", key=_PICKED
    )
    if picked is not None and since is not None:
        st.markdown(f"**{escaped(names[picked])}**")
        forecasts.landing(ahead, _go_live(shown, picked))
        trend.question_by_question(since)


def _picked(shown: Sequence[CustomerTrend]) -> CustomerTrend | None:
    return next((each for each in shown if each.customer_id == session.value(_PICKED)), None)


def _go_live(shown: Sequence[CustomerTrend], picked: str) -> date | None:
    """As it is planned at the newest point of a customer."""
    newest = next((each.points[-1] for each in shown if each.customer_id == picked and each.points), None)
    return None if newest is None else newest.as_of + timedelta(days=newest.days_left)
