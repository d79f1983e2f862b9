"""The list of gaps: its summary, what is chosen, hard stops first, the rest by area, and what comes by the day it must begin."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from language import AREAS
from language.ui.judgement import gap_list as words
from scoring.gaps import Gap, by_urgency
from scoring.vocabulary import Area
from service.files.judgement import GAPS
from service.judgement import CustomerJudgement
from ui import session
from ui.files import downloads, offered
from ui.judgement.gap_row import Known, Rows, row
from ui.plan import planning

ALL_AREAS, OTHER = "all", "other"
WHO: dict[str, Callable[[Gap], bool]] = {
    "all": lambda _gap: True,
    "own": lambda gap: gap.own,
    "others": lambda gap: not gap.own,
}
# So many of what comes are listed; the others are a click away.
FIRST_TO_COME = 8
# Pixels: two beside each other on a phone.
BOX = 150


def summary(here: CustomerJudgement) -> Callable[[Known], None]:
    """What there is to say before the list; gives back what says it anew when the plan has changed."""
    now = _now(here)
    if here.judgement.go_live is None:
        st.info(words.NO_DATE())
    elif here.judgement.in_use:
        st.info(words.IN_USE())
    elif not here.judgement.enough:
        st.info(words.TOO_FEW(), icon=":material/help:")
    elif not now:
        st.success(words.NOTHING_LATE(), icon=":material/check_circle:")
    place = st.empty()
    _counts(place, here)
    planning.only_waits(now, here.judgement)
    return partial(_anew, place)


def _now(here: CustomerJudgement) -> list[Gap]:
    """The open gaps; none while too little is answered to say what is missing."""
    return [gap for gap in here.gaps if gap.open] if here.judgement.enough else []


def _anew(place: DeltaGenerator, known: Known) -> None:
    _counts(place, known.here)


def _counts(place: DeltaGenerator, here: CustomerJudgement) -> None:
    """How many, how many stop the go-live, wait on others, have no answer, and have no action."""
    now = _now(here)
    if not now:
        return
    stops = sum(gap.hard_stop is not None for gap in now)
    waiting = sum(not gap.own for gap in now)
    unanswered = sum(gap.judged.attainment is None for gap in now)
    place.markdown(
        words.SUMMARY(
            gaps=words.GAPS(len(now)),
            stops=words.ARE_STOPS(stops),
            waiting=words.WAIT(waiting),
            unanswered=words.UNANSWERED(unanswered),
            without=words.WITHOUT_ACTION(len(here.plan.without_action)),
        )
    )


def chosen(here: CustomerJudgement) -> list[Gap]:
    """The gaps the reader wants to see, those due now and those that come."""
    now = bool(_now(here))
    if not here.gaps:
        return []
    with st.container(horizontal=True):
        area = st.selectbox(
            words.AREA(),
            [ALL_AREAS, *AREAS, OTHER],
            format_func=_area_name,
            key=session.key("gaps", "area"),
            width=BOX,
            persist_state="session",
        )
        who = st.selectbox(
            words.WHO_CLOSES(),
            list(WHO),
            format_func=words.WHO.__getitem__,
            key=session.key("gaps", "who"),
            width=BOX,
            persist_state="session",
        )
    return [gap for gap in here.gaps if (now or not gap.open) and _in_area(gap, area) and WHO[who](gap)]


def _in_area(gap: Gap, area: str) -> bool:
    return area == ALL_AREAS or area in _areas(gap)


def _areas(gap: Gap) -> list[str]:
    return [*gap.question.areas] or [OTHER]


def _area_name(area: str) -> str:
    return words.SCOPES[area] if area in words.SCOPES else AREAS[Area(area)]


def now_missing(rows: Rows, gaps: Sequence[Gap]) -> None:
    """Hard stops first, then a section per area; a gap with several areas stands under the first."""
    held = by_urgency(gap for gap in gaps if gap.open)
    stops = [gap for gap in held if gap.hard_stop]
    _section(rows, words.STOPS(), stops, stop_told=True)
    for area in [*Area, OTHER]:
        _section(rows, _area_name(area), [gap for gap in held if not gap.hard_stop and _areas(gap)[0] == area])


def _section(rows: Rows, name: str, gaps: Sequence[Gap], *, stop_told: bool = False) -> None:
    if gaps:
        st.subheader(words.SECTION(name=name, gaps=words.GAPS(len(gaps))), anchor=False)
        _rows(rows, gaps, stop_told=stop_told)


def _rows(rows: Rows, gaps: Sequence[Gap], *, stop_told: bool = False) -> None:
    """Row by row without air between: a phone shows the whole list in a few screens."""
    with st.container(gap="xsmall"):
        for gap in gaps:
            row(rows, gap, folded=True, stop_told=stop_told)


def coming(rows: Rows, gaps: Sequence[Gap]) -> None:
    """What is not due yet, by the day its work must begin; it can be planned before it is late."""
    st.header(words.COMING(), anchor=False)
    held = sorted((gap for gap in gaps if not gap.open), key=lambda gap: gap.start_by or gap.by)
    if not held:
        dated = rows.known.here.judgement.go_live is not None
        st.write(words.NO_MORE() if dated else words.WHEN_DATED())
        return
    _rows(rows, held[:FIRST_TO_COME])
    later = held[FIRST_TO_COME:]
    if not later:
        return
    box = st.expander(
        words.LATER(len(later)),
        icon=":material/schedule:",
        on_change="rerun",
        key="gaps-later",
    )
    if box.open:
        with box:
            _rows(rows, later)


def take_away(here: CustomerJudgement) -> None:
    """The list as a file, when there is something in it."""
    if GAPS not in offered.offer(here).files:
        return
    st.header(words.TAKE_AWAY(), anchor=False)
    st.caption(words.OF_OWN_ANSWERS())
    downloads.buttons(GAPS, here.view.customer.id)
