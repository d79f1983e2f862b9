"""Filer: what a customer can take out, the useful first; what would be empty is not offered, with why where that helps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from service.files.answers import ANSWERS, ANSWERS_BOOK
from service.files.archive import ARCHIVE
from service.files.dossier import DOSSIER
from service.files.export import Export
from service.files.judgement import GAPS
from service.files.plan import CALENDAR, DECISION_BASIS, WORK_ITEMS, WORKBOOK
from service.judgement import CustomerJudgement
from service.people.actor import CUSTOMER_ROLES, is_hpas
from ui import access
from ui.files import downloads

# The words on each button, and who the file is for.
USEFUL: Mapping[Export[Any], tuple[str, str]] = {
    DECISION_BASIS: (
        "Beslutningsgrunnlag som PDF",
        "Til den som skal si ja eller nei: forslag til vedtak, alternativer, vilkår og dato på to til fire sider.",
    ),
    WORKBOOK: (
        "Arbeidsbok for Excel",
        "Til møtene i prosjektet: oversikt, svar, mangler, tiltak og unntak, hvert på sitt ark.",
    ),
    ANSWERS_BOOK: (
        "Excel-fil til å fylle ut",
        "Til den som skal svare uten å logge inn. Alle nivåer og forklaringer står i filen. Hent den inn igjen under «Hent inn svar».",
    ),
    CALENDAR: (
        "Frister til Outlook",
        "Til kalenderen: oppstarten, stoppkravene og fristene i planen, slik de er nå.",
    ),
    DOSSIER: (
        "Vurderingsfil til HPAS",
        "Til HPAS, når dere bruker Klarsjekk på egen maskin: svarene med historikk, planen, det dere har sendt inn, "
        "tallene om virksomheten og det dere har ført etter oppstart. Beslutninger begge har skrevet under, er ikke med. "
        "Send den gjerne på nytt: da kommer bare det nye med.",
    ),
    ARCHIVE: (
        "Arkivpakke",
        "Til arkivet: papirene, svarene og hele historikken i én fil, med en liste over innholdet og kontrollsummer.",
    ),
}  # fmt: skip
# The calendar that keeps up is the customer's to make.
_KEEPS_UP = " En adresse som følger med av seg selv, lager dere under «Kalender som følger med»."
TABLES: Mapping[Export[Any], tuple[str, str]] = {
    ANSWERS: ("Svarene", "Alt dere har svart, med kommentarer og dokumentasjon. Filen kan hentes inn igjen uten at noe går tapt."),
    GAPS: ("Det som mangler", "Hva som mangler, når det skulle vært på plass, og hva dere kan gjøre med det."),
    WORK_ITEMS: ("Tiltakene som oppgaver", "Til den som fører oppgavene i Azure DevOps. Filen hentes inn der."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """What has something in it, in the order it is shown, and why the rest is not there."""

    files: frozenset[Export[Any]]
    lacking: Sequence[str]


def offer(here: CustomerJudgement) -> Offer:
    """What there is to take out of one customer today."""
    empty = {
        CALENDAR: _no_dates(here),
        ANSWERS: "" if here.view.answers else "Svarene kan lastes ned når noe er besvart.",
        GAPS: _no_gaps(here),
        WORK_ITEMS: ""
        if any(planned.action.open for planned in here.plan.actions)
        else "Tiltakene kan lastes ned når planen har et åpent tiltak.",
    }
    # HPAS sends itself nothing.
    everything = [each for each in [*USEFUL, *TABLES] if each is not DOSSIER or not is_hpas(here.view.customer.id)]
    return Offer(
        files=frozenset(each for each in everything if not empty.get(each)),
        lacking=tuple(why for why in empty.values() if why),
    )


def _no_dates(here: CustomerJudgement) -> str:
    if here.judgement.days_left is None:
        return "Frister til Outlook kan lastes ned når datoen for oppstart er satt."
    dated = any(planned.action.open and planned.action.due for planned in here.plan.actions)
    stops = any(judged.reserve_days is not None for judged in here.judgement.questions.values())
    return "" if here.judgement.days_left >= 0 or dated or stops else "Ingen frister gjenstår."


def _no_gaps(here: CustomerJudgement) -> str:
    if here.judgement.go_live is None:
        return "Listen over det som mangler, kan lastes ned når datoen for oppstart er satt."
    return "" if here.gaps else "Ingenting mangler, så det er ingen liste over det."


def draw(found: Offer, customer_id: str) -> None:
    """The useful files with who each is for, and why the rest is not there."""
    st.header("Ta med ut", anchor=False)
    for export, (label, about) in USEFUL.items():
        if export in found.files:
            with st.container(border=True):
                st.write(about + (_KEEPS_UP if export is CALENDAR and _of_customer() else ""))
                downloads.documents({export: label}, customer_id)
    for why in found.lacking:
        st.caption(why)


def _of_customer() -> bool:
    return access.drawn_for().role in CUSTOMER_ROLES


def tables(found: Offer, customer_id: str) -> None:
    """The rest, in a closed box; nothing where all of it would be empty."""
    held = [export for export in TABLES if export in found.files]
    if held:
        with st.expander("Tabeller og filer for programmer", icon=":material/table:"):
            for export in held:
                _table(export, customer_id)


def _table(export: Export[Any], customer_id: str) -> None:
    name, about = TABLES[export]
    st.subheader(name, anchor=False)
    st.write(about)
    if export is WORK_ITEMS:
        downloads.documents({export: "Tiltak til Azure DevOps"}, customer_id)
    else:
        downloads.buttons(export, customer_id)
