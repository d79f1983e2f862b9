"""The list of gaps: its summary, filter, order and grouping."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

import language
from language import AREAS, count
from reports.wording import missing
from scoring.gaps import Gap
from scoring.judgement import Judgement
from scoring.words import Area
from service.responses import ResponseView
from service.tickets import What
from ui import downloads, layout, session

ALL_AREAS = "Alle"
OTHER = "Annet"
ORDERS: dict[str, Callable[[Gap], tuple[object, ...]]] = {
    "Stoppkrav først": lambda gap: (gap.hard_stop is None, -gap.days_late, gap.by),
    "Mest på etterskudd": lambda gap: (-gap.days_late, gap.by),
    "Eldste frist": lambda gap: (gap.by,),
}
WHO: dict[str, Callable[[Gap], bool]] = {
    "Alle": lambda _gap: True,
    "Våre egne": lambda gap: gap.own,
    "Venter på andre": lambda gap: not gap.own,
}


def summary(now: Sequence[Gap], judgement: Judgement) -> None:
    """How many, how many of them stop the go-live, and how many the customer can close alone."""
    if judgement.go_live is None:
        st.info("Gapene vises når datoen for oppstart er bestemt. Da vet vi hva som skal være på plass når.")
        return
    if not now:
        st.success(
            "Ingen gap nå. Alt som skal være på plass i dag, er besvart og på plass.", icon=":material/check_circle:"
        )
        return
    stops = sum(gap.hard_stop is not None for gap in now)
    waiting = sum(not gap.own for gap in now)
    unanswered = sum(gap.judged.attainment is None for gap in now)
    st.markdown(
        f"**{count(len(now), 'gap', 'gap')}** nå. {count(stops, 'er et stoppkrav', 'er stoppkrav')}. "
        f"{count(waiting, 'venter på andre', 'venter på andre')}. {count(unanswered, 'mangler svar', 'mangler svar')}."
    )


def filtered(now: Sequence[Gap]) -> list[Gap]:
    """The gaps the reader wants to see, in the order chosen."""
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


def by_area(gaps: Sequence[Gap], factors: Mapping[str, str]) -> None:
    """One section per area; a gap with several areas stands under the first."""
    for area in [*(AREAS[area] for area in Area), OTHER]:
        section = [gap for gap in gaps if _areas(gap)[0] == area]
        if section:
            st.header(f"{area}: {count(len(section), 'gap', 'gap')}", anchor=False)
            for gap in section:
                layout.gap_card(gap, names=factors)


def coming(gaps: Sequence[Gap], judgement: Judgement) -> None:
    """What is not due yet, by date."""
    if not gaps:
        st.write("Ingenting mer forfaller." if judgement.go_live else "Vises når datoen for oppstart er bestemt.")
        return
    frame = pd.DataFrame(
        {
            "Frist": [gap.by for gap in gaps],
            "Spørsmål": [gap.question.title.nb for gap in gaps],
            "Mangler": [missing(gap) for gap in gaps],
            "Stoppkrav": ["ja" if gap.hard_stop else "" for gap in gaps],
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
    downloads.buttons(What.GAPS, view.customer.id)
