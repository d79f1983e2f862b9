"""Pieces of pages: cards, lists and lines that more than one page draws."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

import language
from language import DAYS, points
from language.ui import layout as words
from reports.judgement import verdict_wording
from reports.judgement.bars import bar_svg
from reports.judgement.figures import Bar, reading
from reports.palette import Palette, palette
from scoring.gaps import Gap
from scoring.judgement import Judgement
from scoring.vocabulary import Area
from scoring.what_if import Link
from service.answers.responses import ResponseView
from ui import access, session
from ui.answers import next_question
from ui.text import escaped

STILL = {"displayModeBar": False, "staticPlot": True, "responsive": True}


def saved_as(name: str) -> dict[str, object]:
    """The settings of a figure that tells names under the pointer and can be taken out as an image called `name`.

    The one button is plotly's own, with our words.
    """
    return {
        "displayModeBar": True,
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "filename": f"klarsjekk-{name}", "scale": 2},
        "doubleClick": False,
        "showTips": False,
        "responsive": True,
        "locale": "nb",
        "locales": {"nb": {"dictionary": dict(words.SAVE), "format": {}}},
    }


ANSWER, GAPS, DATES = (f"pages/customer/{name}.py" for name in ("answer", "gaps", "date"))


def dark() -> bool:
    """Whether the reader's browser shows the dark theme."""
    return st.context.theme.type == "dark"


def continue_answering(view: ResponseView, judgement: Judgement) -> None:
    """How far they have come, and the way on."""
    answered, asked = judgement.own_progress()
    st.progress(answered / asked if asked else 0.0, text=words.ANSWERED(answered=answered, asked=asked))
    found = next_question.resume(view, judgement, access.drawn_for().id)
    if found is not None:
        # An empty filter and assignee: those that were chosen before would come before the question.
        there = {session.QUESTION: found, session.FILTER: "", session.ASSIGNEE: ""}
        st.page_link(ANSWER, label=words.GO_ON(), icon=":material/arrow_forward:", query_params=there)


def to_gaps(gaps: Sequence[Gap]) -> None:
    """From the conclusion, which names a few questions, to all that is missing now and what to do about it."""
    now = sum(gap.open for gap in gaps)
    if now:
        st.page_link(GAPS, label=words.TO_GAPS(now), icon=":material/flag:")


def earliest_on_first_page(judgement: Judgement, link: Link | None) -> None:
    """The same under its heading; nothing where the date is past: a day long after is no advice to who may have started."""
    if judgement.asks_if_started:
        return
    st.header(words.EARLIEST(), anchor=False)
    earliest(judgement, link)
    to_dates()


def to_dates() -> None:
    """From the earliest date to the chain behind it, other dates, and exceptions."""
    st.page_link(DATES, label=words.TO_DATES(), icon=":material/event:")


def headline(judgement: Judgement) -> None:
    """Four figures: what is in place against expected, days ahead of the plan, range, coverage."""
    figures = judgement.overall
    one, plan, two, three = st.columns(4)
    expected = None if figures.expected is None else words.EXPECTED(figure=points(figures.expected))
    shown = points(figures.readiness) + ("" if figures.readiness is None else f"{language.NO_BREAK}%")
    one.metric(words.IN_PLACE(), shown, expected, delta_color="off", delta_arrow="off", border=True)
    days, where = _against_the_plan(figures.ahead_days)
    plan.metric(words.AGAINST_THE_PLAN(), days, where, delta_color="off", delta_arrow="off", border=True)
    spread = f"{points(figures.low)}{language.DASH}{points(figures.high)}{language.NO_BREAK}%"
    two.metric(words.SPREAD(), spread, words.IF_THE_REST(), delta_color="off", delta_arrow="off", border=True)
    answered = words.OF(answered=figures.answered, applicable=figures.applicable)
    three.metric(
        words.COVERAGE(),
        language.percent(figures.coverage),
        answered,
        delta_color="off",
        delta_arrow="off",
        border=True,
    )


def _against_the_plan(ahead_days: float | None) -> tuple[str, str | None]:
    if ahead_days is None:
        return language.DASH, None
    whole = round(abs(ahead_days))
    where = words.ON_PLAN if not whole else words.AHEAD if ahead_days > 0 else words.AFTER
    return DAYS(whole), where()


def factors(bars: Sequence[Bar], colours: Palette) -> None:
    """A bar per success factor, behind a click: the first page is there sooner, and begins with what is to be done."""
    box = st.expander(words.FACTORS(), icon=":material/bar_chart:", on_change="rerun", key="factors")
    if box.open:
        with box:
            _legend()
            bullets(bars, colours, key="bars-factors")


def _legend() -> None:
    st.caption(words.LEGEND())


def all_figures(judgement: Judgement, areas: Mapping[Area, Bar], bars: Sequence[Bar], gaps: Sequence[Gap]) -> None:
    """The figures of the first page: in all, by area, and by success factor when that is unfolded."""
    colours = palette(dark=dark())
    st.header(words.FIGURES(), anchor=False)
    headline(judgement)
    st.subheader(words.AREAS(), anchor=False)
    area_cards(areas, judgement, gaps, colours)
    factors(bars, colours)


def area_cards(bars: Mapping[Area, Bar], judgement: Judgement, gaps: Sequence[Gap], colours: Palette) -> None:
    """A card per area; what is missing is told when there is a date, and enough is answered."""
    unknown = _unknown(judgement)
    for column, (area, bar) in zip(st.columns(len(bars)), bars.items(), strict=True):
        with column, st.container(border=True, height="stretch"):
            bullets([bar], colours, key=f"bars-{area.value}")
            st.markdown(unknown or _area_line(area, gaps))


def bullets(bars: Iterable[Bar], colours: Palette, *, key: str) -> None:
    """A bar per line with its name above and its reading below."""
    with st.container(key=key, gap="small"):
        for bar in bars:
            st.markdown(bar.label)
            st.image(bar_svg(bar, colours), caption=reading(bar), width="stretch", alt=f"{bar.label}: {reading(bar)}")


def _unknown(judgement: Judgement) -> str:
    """Why it cannot be said what is missing, if it cannot: not knowing is no all-clear."""
    if judgement.go_live is None:
        return words.WHEN_DATED()
    return "" if judgement.enough else words.TOO_FEW()


def _area_line(area: Area, gaps: Sequence[Gap]) -> str:
    now = [gap for gap in gaps if gap.open and area in gap.question.areas]
    stops = sum(gap.hard_stop is not None for gap in now)
    if not now:
        return words.NOTHING()
    waiting = sum(not gap.own for gap in now)
    told = [words.STOPS_NOW(stops) if len(now) == stops else words.GAPS_NOW(len(now), stops=stops or words.NONE())]
    return " ".join([*told, *([words.WAITING(waiting)] if waiting else [])])


def earliest(judgement: Judgement, link: Link | None) -> None:
    """If this date cannot be made, which one can, and what decides it."""
    st.markdown(escaped(verdict_wording.earliest(judgement, link)))
