"""Metode: what is asked, what the figures are, where the steps come from, and what nobody can read out of it."""

from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st

import language
from language import BASIS_PARTS, CUSTOMER_TYPES, SOURCES, STATUSES, percent, said
from language.common import QUESTIONS
from language.ui.form import method as words
from reports.palette import palette
from reports.plan.slack_picture import DESCRIBED, slack_picture
from scoring.frozen import FreshLimits, Grounds, Method, Text
from scoring.questionnaire import Catalogue
from scoring.vocabulary import Source
from ui import layout

LOCKED_ON = Path(__file__).parents[2] / "requirements" / "locked-on"


def purpose() -> None:
    st.markdown(words.PURPOSE())


def questions(catalogue: Catalogue) -> None:
    st.header(words.WHAT_WE_ASK(), anchor=False)
    for kind, asked in catalogue.questionnaires.items():
        carried = len(asked.carried)
        by_hpas = words.BY_HPAS(n=carried) if carried else ""
        takes = f" {said(asked.takes)}" if asked.takes else ""
        stops = sum(question.hard_stop is not None for question in asked.questions)
        st.markdown(
            words.FORM(
                form=CUSTOMER_TYPES[kind].capitalize(),
                questions=QUESTIONS(len(asked.questions)),
                stops=stops,
                by_hpas=by_hpas,
                version=asked.version,
                takes=takes,
            )
        )
    st.markdown(words.STEPS())


def figures(method: Method) -> None:
    st.header(words.FIGURES(), anchor=False)
    st.markdown(words.WHAT_FIGURES_ARE())
    for threshold in (
        method.readiness_coverage,
        method.verdict_coverage,
        method.behind_share,
        method.not_applicable_share,
    ):
        _limit(threshold.title, percent(threshold.value), threshold.basis)
    st.markdown(words.STATUS())
    meanings = (f"- **{language.sentence(STATUSES[status])}.** {text}" for status, text in words.STATUSES_MEAN.items())
    st.markdown("\n".join(meanings))


def _limit(title: Text, value: str, basis: Grounds) -> None:
    """One figure of the method, with its reason."""
    source = f"{SOURCES[basis.source]}{' ' + basis.ref if basis.ref else ''}"
    st.markdown(words.LIMIT(title=said(title), value=value, why=said(basis), source=source))


def freshness(limits: FreshLimits | None) -> None:
    """How long an answer holds before someone must stand by it again."""
    if limits is None:
        return
    st.header(words.OLD_ANSWERS(), anchor=False)
    st.markdown(words.MUST_BE_CONFIRMED())
    for limit in (limits.usual, limits.near, limits.near_from, limits.stops_from):
        _limit(limit.title, str(limit.value), limit.basis)


def moving_solution() -> None:
    """What counts less while the solution is being built."""
    st.header(words.MOVING(), anchor=False)
    st.markdown(words.PROVES_NOTHING())


def one_clock() -> None:
    """How the days left, the work left and the steps hang together."""
    st.header(words.SLACK(), anchor=False)
    st.markdown(words.ONE_CLOCK())
    colours = palette(dark=layout.dark())
    st.plotly_chart(slack_picture(colours), theme=None, config=layout.STILL, alt=DESCRIBED, key="slack")


def factors(catalogue: Catalogue) -> None:
    st.header(words.FACTORS(), anchor=False)
    for factor in catalogue.factors:
        st.markdown(
            words.FACTOR(
                number=int(factor.id[1:]),
                title=said(factor.title),
                summary=said(factor.summary),
                section=factor.section,
            )
        )


def sources(catalogue: Catalogue) -> None:
    st.header(words.SOURCES(), anchor=False)
    st.markdown(words.HOW_STRONG())
    rows = [
        (BASIS_PARTS[part], question, basis)
        for asked in catalogue.questionnaires.values()
        for question in asked.questions
        for part, basis in question.grounds.items()
    ]
    names = {identifier: said(publication.title) for identifier, publication in catalogue.sources.items()}
    table = pd.DataFrame(
        {
            words.ID(): [question.id for _, question, _ in rows],
            words.QUESTION(): [said(question.title) for _, question, _ in rows],
            words.STEPS_OF_IT(): [_steps(question.steps) for _, question, _ in rows],
            words.WHAT(): [part for part, _, _ in rows],
            words.SOURCE(): [SOURCES[basis.source] for _, _, basis in rows],
            words.WHERE(): [names.get(basis.ref or "", basis.ref or "") for _, _, basis in rows],
            words.STRENGTH(): [
                catalogue.sources[basis.ref or ""].strength if basis.source is Source.BENCHMARK else ""
                for _, _, basis in rows
            ],
            words.WHY(): [said(basis) for _, _, basis in rows],
        }
    )
    st.dataframe(table, hide_index=True, width="stretch", alt=words.STEPS_TABLE())


def _steps(steps: dict[int, float]) -> str:
    return " · ".join(f"{days}: {language.number(value, decimals=2)}" for days, value in steps.items())


def unknown() -> None:
    st.header(words.UNKNOWN(), anchor=False)
    st.markdown(words.WHAT_IS_UNKNOWN())


def made_of() -> None:
    """When the versions of the libraries were last settled."""
    locked = date.fromisoformat(LOCKED_ON.read_text(encoding="utf-8").strip())
    st.caption(words.MADE_OF(day=language.day(locked)))
