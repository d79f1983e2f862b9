"""The list of gaps: its summary, filter, order and grouping."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import language
from language import AREAS, WAITING_ON, count
from reports.answers.wording import missing
from scoring.gaps import Gap, urgency
from scoring.judgement import Judgement
from scoring.owed import waits_on
from scoring.vocabulary import Area
from service.answers.responses import ResponseView
from service.files.judgement import GAPS
from service.judgement import CustomerJudgement
from ui import session
from ui.files import downloads
from ui.judgement.gap_card import Cards, card
from ui.plan import planning

ALL_AREAS = "Alle"
OTHER = "Annet"
ORDERS: dict[str, Callable[[Gap], tuple[object, ...]]] = {
    "Det som haster mest": lambda gap: urgency(gap),
    "Stoppkrav først": lambda gap: (gap.hard_stop is None, *urgency(gap)),
    "Mest på etterskudd": lambda gap: (-gap.days_late, gap.by),
    "Eldste frist": lambda gap: (gap.by,),
}
WHO: dict[str, Callable[[Gap], bool]] = {
    "Alle": lambda _gap: True,
    "Våre egne": lambda gap: gap.own,
    "Venter på andre": lambda gap: not gap.own,
}


def summary(here: CustomerJudgement) -> Callable[[CustomerJudgement], None]:
    """What there is to say before the list; gives back what says it anew when the plan has changed."""
    now = _now(here)
    if here.judgement.go_live is None:
        st.info("Det som mangler, vises når datoen for oppstart er bestemt. Da vet vi hva som skal være på plass når.")
    elif not here.judgement.enough:
        st.info(
            "For få av spørsmålene som gjelder nå, er besvart. Svar på flere, så ser dere her hva som mangler.",
            icon=":material/help:",
        )
    elif not now:
        st.success("Ingenting er på etterskudd, og ingenting haster.", icon=":material/check_circle:")
    place = st.empty()
    _counts(place, here)
    planning.only_waits(now, here.judgement)
    return partial(_counts, place)


def _now(here: CustomerJudgement) -> list[Gap]:
    """The open gaps; none while too little is answered to say what is missing."""
    return [gap for gap in here.gaps if gap.open] if here.judgement.enough else []


def _counts(place: DeltaGenerator, here: CustomerJudgement) -> None:
    """How many, how many stop the go-live, wait on others, have no answer, and have no action."""
    now = _now(here)
    if not now:
        return
    stops = sum(gap.hard_stop is not None for gap in now)
    waiting = sum(not gap.own for gap in now)
    unanswered = sum(gap.judged.attainment is None for gap in now)
    place.markdown(
        f"**{count(len(now), 'mangel', 'mangler')}** nå. {count(stops, 'er et stoppkrav', 'er stoppkrav')}. "
        f"{count(waiting, 'venter på andre', 'venter på andre')}. {count(unanswered, 'mangler svar', 'mangler svar')}. "
        f"{count(len(here.plan.without_action), 'har ikke tiltak', 'har ikke tiltak')}."
    )


def filtered(here: CustomerJudgement) -> list[Gap]:
    """The gaps due now that the reader wants to see, in the order chosen."""
    now = _now(here)
    if not now:
        return []
    one, two, three = st.columns(3)
    areas = [ALL_AREAS, *AREAS.values(), OTHER]
    area = one.selectbox("Område", areas, key=session.key("gaps", "area"))
    who = two.selectbox("Hvem kan lukke det", list(WHO), key=session.key("gaps", "who"))
    order = three.selectbox("Rekkefølge", list(ORDERS), key=session.key("gaps", "order"))
    only_stops = st.toggle("Bare stoppkrav", key=session.key("gaps", "stops"))
    kept = [gap for gap in now if _in_area(gap, area) and WHO[who](gap) and (gap.hard_stop or not only_stops)]
    return sorted(kept, key=ORDERS[order])


def _in_area(gap: Gap, area: str) -> bool:
    return area == ALL_AREAS or area in _areas(gap)


def _areas(gap: Gap) -> list[str]:
    return [AREAS[area] for area in gap.question.areas] or [OTHER]


def by_area(gaps: Sequence[Gap], cards: Cards) -> None:
    """One section per area; a gap with several areas stands under the first."""
    for area in [*(AREAS[area] for area in Area), OTHER]:
        section = [gap for gap in gaps if _areas(gap)[0] == area]
        if section:
            st.header(f"{area}: {count(len(section), 'mangel', 'mangler')}", anchor=False)
            for gap in section:
                card(cards, gap)


def coming(gaps: Sequence[Gap], judgement: Judgement) -> None:
    """What is not due yet, by date."""
    if not gaps:
        st.write("Ingen flere frister." if judgement.go_live else "Vises når datoen for oppstart er bestemt.")
        return
    frame = pd.DataFrame(
        {
            "Start senest": [gap.start_by for gap in gaps],
            "Frist": [gap.by for gap in gaps],
            "Spørsmål": [gap.question.title.nb for gap in gaps],
            "Mangler": [missing(gap) for gap in gaps],
            "Stoppkrav": ["ja" if gap.hard_stop else "" for gap in gaps],
            "Venter på": [WAITING_ON[waits] if (waits := waits_on(gap)) else "" for gap in gaps],
            "Område": [language.listed(_areas(gap)) for gap in gaps],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        column_config={
            "Frist": st.column_config.DateColumn(format="DD.MM.YYYY"),
            "Spørsmål": st.column_config.TextColumn(width="large"),
        },
        alt="Det som skal være på plass senere, etter dato",
    )


def take_away(view: ResponseView) -> None:
    st.header("Ta listen med deg", anchor=False)
    st.caption("Filen bygger på kundens egne svar.")
    downloads.buttons(GAPS, view.customer.id)
