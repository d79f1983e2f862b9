"""The comparison on screen: who is in trouble and why, page by page, with a mark where a stop fails and colour by days."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from math import inf, isfinite
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

import language
from language import AREAS, DASH, number, said, short_day
from language.reports.decision.decision_wording import NO_LONGER
from language.ui.portfolio import alike
from language.ui.portfolio import comparison as words
from language.ui.portfolio.comparison_choice import SECTIONS, STARTED
from reports.decision.decision_wording import in_a_cell
from reports.palette import Palette
from reports.portfolio.plan_colours import signed, step_of, steps, swatch_svg
from scoring.basis import Basis
from scoring.decision.standing import StandingDecision
from scoring.questionnaire import Catalogue
from scoring.vocabulary import Area, Verdict
from scoring.yardstick import OVERALL
from service.files.all_plans import ACTIONS, ALL_GAPS, WAIVERS
from service.files.answers import ALL_ANSWERS
from service.files.decision import DECISIONS_OF_ALL
from service.files.portfolio import COMPARISON, COMPARISON_LONG
from service.portfolio.comparison import Comparison
from ui import session
from ui.files import tables
from ui.portfolio import cell_detail
from ui.portfolio.comparison_choice import (
    AT_ONCE,
    BY_AREA,
    BY_FACTOR,
    Choice,
    ComparisonRow,
    key,
    page_of,
    pages_of,
    verdict_of,
)

STOP = "✖"
# Pixels: a line of the table, and its columns.
LINE = 34
WIDTHS = {
    alike.CUSTOMER: 150,
    alike.VERDICT: 120,
    words.STOP: 50,
    words.DAYS_LEFT: 62,
    alike.GO_LIVE: 84,
    words.OLD: 92,
    words.ANSWERS_FROM: 150,
    words.DECISION: 160,
    words.FAILS_IN: 170,
}
DAYS = 54
# Those of the other parts are offered where they are shown.
OFFERED = (COMPARISON, COMPARISON_LONG, ALL_ANSWERS, ALL_GAPS, ACTIONS, WAIVERS, DECISIONS_OF_ALL)


class Days(float):
    """Days ahead of the plan, as a number that can be sorted, with what stands in its cell."""

    said: str
    fails: bool


def banner(held: Sequence[ComparisonRow], choice: Choice) -> None:
    if any(row.member.invented for row in held):
        st.caption(alike.DEMO())
    where = words.WHERE_THERE_IS() if choice.basis is Basis.HPAS else ""
    rests_on = {"basis": language.BASES[choice.basis], "where": where}
    st.caption(words.TODAY(**rests_on) if choice.cut is None else words.AT_CUT(cut=choice.cut, **rests_on))


def started(held: Sequence[ComparisonRow]) -> None:
    """Those who have started stand apart: a plan that is over says nothing of what to do."""
    gone = sum(row.started for row in held)
    counts = {"": len(held) - gone, "ja": gone, "alle": len(held)}
    st.segmented_control(
        alike.WHO(),
        list(STARTED),
        format_func=lambda which: words.OPTION(name=STARTED[which], many=number(counts[which])),
        required=True,
        key=key("startet"),
        label_visibility="collapsed",
    )


def summary(shown: Sequence[ComparisonRow], customers: Comparison) -> None:
    """How many of each verdict, and who has nothing at this cut."""
    if not shown:
        st.info(words.NOBODY_FITS())
    counts = Counter(row.verdict for row in shown)
    counted = [(language.VERDICTS[verdict], counts[verdict]) for verdict in Verdict if counts[verdict]]
    st.markdown(" · ".join(f"**{number(many)}** {name.lower()}" for name, many in counted))
    fallen = sum(each.fallen for each in customers.decisions.values())
    if fallen:
        st.markdown(f":material/gpp_bad: **{words.DECISIONS(fallen)}** {NO_LONGER()}.")
    if customers.missing:
        st.caption(words.MISSING(len(customers.missing)))


def overlap(common: int, any_of_them: int) -> None:
    """How much the forms have in common."""
    if common < any_of_them:
        st.caption(words.TOPICS_SHARED(common=common, all=any_of_them))


def section(choice: Choice) -> str:
    """Which part is looked at: only that one is worked out and drawn."""
    st.segmented_control(
        alike.WHICH_PART(), list(SECTIONS), format_func=SECTIONS.__getitem__, required=True, key=key("del")
    )
    return choice.held["del"]


def columns_of(catalogue: Catalogue, choice: Choice) -> dict[str, str]:
    """Group -> its heading in the table."""
    inner = {area.value: AREAS[area] for area in Area} if choice.by_area else {f.id: f.id for f in catalogue.factors}
    return {OVERALL: alike.EVERYTHING()} | inner


def titles_of(catalogue: Catalogue, choice: Choice) -> dict[str, str]:
    """The same with what the factor is about."""
    titles = {factor.id: f"{factor.id} {said(factor.title)}" for factor in catalogue.factors}
    return {group: titles.get(group, heading) for group, heading in columns_of(catalogue, choice).items()}


def table(
    page: Sequence[ComparisonRow], customers: Comparison, catalogue: Catalogue, choice: Choice, colours: Palette
) -> None:
    """A line per customer: verdict and stops first, then the days of each factor."""
    st.segmented_control(
        words.COLUMNS(),
        [BY_FACTOR, BY_AREA],
        format_func=words.GROUPINGS.__getitem__,
        required=True,
        key=key("kolonner"),
    )
    legend(colours)
    groups = columns_of(catalogue, choice)
    days = days_of(page, customers, list(groups))
    # As they are: pandas would make plain numbers of them, which say nothing.
    cells = {groups[group]: pd.Series(held, dtype=object) for group, held in days.items()}
    frame = pd.DataFrame(_leading(page, customers, choice) | cells | {words.FAILS_IN(): _fails_in(days, groups)})
    st.dataframe(
        _painted(frame, list(groups.values()), colours),
        hide_index=True,
        width="stretch",
        height=LINE * len(page) + 40,
        row_height=LINE,
        column_config=_config(frame),
        alt=words.DESCRIBED(len(page)),
        key=cell_detail.MAP,
        on_select=partial(cell_detail.chosen_in, [row.member.customer_id for row in page], _groups(frame, groups)),
        selection_mode="single-cell",
    )
    if not choice.by_area:
        st.caption(" · ".join(f"**{factor.id}** {said(factor.title)}" for factor in catalogue.factors))


def legend(colours: Palette) -> None:
    """What the colours, the signs and the mark mean."""
    with st.container(horizontal=True, gap="small", key=session.name("compare", "legend")):
        for step, meaning in enumerate(steps()):
            with st.container(horizontal=True, gap="xsmall", width="content", vertical_alignment="center"):
                st.image(swatch_svg(step, colours), width=28, alt="")
                st.caption(meaning)
    st.caption(words.LEGEND(stop=STOP, old=words.OLD(), dash=DASH))


def days_of(page: Sequence[ComparisonRow], customers: Comparison, groups: Sequence[str]) -> dict[str, list[Days]]:
    """Group -> what stands in its column, row by row."""
    places = [row.place for row in page]
    columns = [customers.judged.groups.index(group) for group in groups]
    ahead, stops = customers.judged.ahead_of(places)[:, columns], customers.judged.stops_of(places)[:, columns]
    return {
        group: [_cell(days, fails) for days, fails in zip(ahead[:, n].tolist(), stops[:, n].tolist(), strict=True)]
        for n, group in enumerate(groups)
    }


def _cell(days: float, fails: int) -> Days:
    # A cell of no number shows no words: where a stop fails and the days cannot be said, it is the least there is.
    known = days == days
    cell = Days(round(days) if known else -inf if fails else days)
    told = signed(days) if known else DASH
    cell.said, cell.fails = (f"{STOP} {told}" if fails else told), bool(fails)
    return cell


def _fails_in(days: Mapping[str, Sequence[Days]], groups: Mapping[str, str]) -> list[str]:
    """Row by row the columns where a stop fails, in words: a screen reader is told the numbers without their marks."""
    inner = [(groups[group], held) for group, held in days.items() if group != OVERALL]
    return [", ".join(name for name, held in inner if held[row].fails) for row in range(len(days[OVERALL]))]


def _leading(page: Sequence[ComparisonRow], customers: Comparison, choice: Choice) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {
        alike.CUSTOMER(): [row.name for row in page],
        alike.VERDICT(): [verdict_of(row) for row in page],
        words.STOP(): [row.stops if row.ranked else None for row in page],
        words.DAYS_LEFT(): [row.days_left for row in page],
        alike.GO_LIVE(): [row.member.go_live for row in page],
        words.OLD(): [row.stale for row in page],
    }
    if choice.cut is not None:
        return found | {words.ANSWERS_FROM(): [_from(row) for row in page]}
    # Where nobody has decided anything there is no column of dashes.
    held = customers.decisions
    return found | ({words.DECISION(): [_decided(held.get(row.member.customer_id)) for row in page]} if held else {})


def _decided(found: StandingDecision | None) -> str:
    return DASH if found is None else in_a_cell(found)


def _from(row: ComparisonRow) -> str:
    on = short_day(row.member.as_of)
    return on if row.member.complete else words.INCOMPLETE(day=on)


def _painted(frame: pd.DataFrame, headings: Sequence[str], colours: Palette) -> Styler:
    """Colour by days; the words of a cell say the same without it."""
    whole = (words.STOP(), words.DAYS_LEFT(), words.OLD())
    for heading in whole:
        frame[heading] = frame[heading].astype("Int64")
    painted = frame.style.map(partial(_paint, colours), subset=list(headings))
    painted = painted.format(_in_cell, subset=list(headings))
    painted = painted.format(_day, subset=[alike.GO_LIVE()])
    return painted.format(_whole, subset=list(whole))


def _in_cell(cell: object) -> str:
    return cell.said if isinstance(cell, Days) else DASH


def _day(day: object) -> str:
    return short_day(day) if isinstance(day, date) else DASH


def _whole(held: object) -> str:
    return DASH if held is pd.NA else str(held)


def _paint(colours: Palette, cell: Days) -> str:
    if not isfinite(cell):
        return f"background-color: {colours.ground}; color: {colours.ink}"
    return f"background-color: {colours.plan[step_of(cell)]}; color: {colours.ink}"


def _config(frame: pd.DataFrame) -> dict[str, Any]:
    widths, who = {heading(): width for heading, width in WIDTHS.items()}, alike.CUSTOMER()
    return {
        heading: st.column_config.Column(width=widths.get(heading, DAYS), pinned=heading == who)
        for heading in frame.columns
    }


def _groups(frame: pd.DataFrame, groups: Mapping[str, str]) -> dict[str, str]:
    """Heading -> the group a click in its column is about; the leading columns are about everything."""
    return dict.fromkeys(map(str, frame.columns), OVERALL) | {heading: group for group, heading in groups.items()}


def pager(shown: Sequence[ComparisonRow], choice: Choice) -> None:
    """Forth and back, and a jump to any page."""
    pages = pages_of(shown)
    if pages == 1:
        return
    here, _ = page_of(shown, choice)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button(words.PREVIOUS(), icon=":material/chevron_left:", disabled=here == 1, on_click=_go, args=(here - 1,))
        st.selectbox(
            words.PAGE_OF(len(shown)),
            [str(page) for page in range(1, pages + 1)],
            format_func=partial(_page_name, shown),
            key=key("side"),
            width=320,
        )
        st.button(words.NEXT(), icon=":material/chevron_right:", disabled=here == pages, on_click=_go, args=(here + 1,))


def _page_name(shown: Sequence[ComparisonRow], page: str) -> str:
    """«26–50: Frosta – Orkland», the first and the last on it."""
    start = (int(page) - 1) * AT_ONCE
    held = shown[start:][:AT_ONCE]
    return words.PAGE_NAME(first=number(start + 1), last=number(start + len(held)), all=number(len(shown)))


def _go(page: int) -> None:
    session.put(key("side"), str(page))


def download(choice: Choice) -> None:
    """The figures of all customers at the cut and on the basis that are chosen."""
    st.header(words.TAKE_AWAY(), anchor=False)
    st.caption(words.FILES_FOLLOW())
    tables.choice("comparison", OFFERED, package=True, cut=choice.cut, basis=choice.basis)
