"""Filer: what a customer can take out, the useful first; what would be empty is not offered, with why where that helps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from language import Both
from language.ui.files import offered as words
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
USEFUL: Mapping[Export[Any], tuple[Both, Both]] = {
    DECISION_BASIS: (words.DECISION_BASIS, words.FOR_DECISION),
    WORKBOOK: (words.WORKBOOK, words.FOR_MEETINGS),
    ANSWERS_BOOK: (words.ANSWERS_BOOK, words.FOR_ANSWERING),
    CALENDAR: (words.CALENDAR, words.FOR_CALENDAR),
    DOSSIER: (words.DOSSIER, words.FOR_HPAS),
    ARCHIVE: (words.ARCHIVE, words.FOR_ARCHIVE),
}
TABLES: Mapping[Export[Any], tuple[Both, Both]] = {
    ANSWERS: (words.ANSWERS, words.ABOUT_ANSWERS),
    GAPS: (words.GAPS, words.ABOUT_GAPS),
    WORK_ITEMS: (words.WORK_ITEMS, words.ABOUT_WORK_ITEMS),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """What has something in it, in the order it is shown, and why the rest is not there."""

    files: frozenset[Export[Any]]
    lacking: Sequence[str]


def offer(here: CustomerJudgement) -> Offer:
    """What there is to take out of one customer today."""
    empty = {
        CALENDAR: _no_dates(here),
        ANSWERS: "" if here.view.answers else words.NO_ANSWERS(),
        GAPS: _no_gaps(here),
        WORK_ITEMS: "" if any(planned.action.open for planned in here.plan.actions) else words.NO_ACTIONS(),
    }
    # HPAS sends itself nothing.
    everything = [each for each in [*USEFUL, *TABLES] if each is not DOSSIER or not is_hpas(here.view.customer.id)]
    return Offer(
        files=frozenset(each for each in everything if not empty.get(each)),
        lacking=tuple(why for why in empty.values() if why),
    )


def _no_dates(here: CustomerJudgement) -> str:
    if here.judgement.days_left is None:
        return words.NO_DATE()
    dated = any(planned.action.open and planned.action.due for planned in here.plan.actions)
    stops = any(judged.reserve_days is not None for judged in here.judgement.questions.values())
    return "" if here.judgement.days_left >= 0 or dated or stops else words.NO_DATES_LEFT()


def _no_gaps(here: CustomerJudgement) -> str:
    if here.judgement.go_live is None:
        return words.NO_DATE_FOR_GAPS()
    return "" if here.gaps else words.NO_GAPS()


def draw(found: Offer, customer_id: str) -> None:
    """The useful files with who each is for, and why the rest is not there."""
    st.header(words.TAKE_OUT(), anchor=False)
    for export, (label, about) in USEFUL.items():
        if export in found.files:
            with st.container(border=True):
                # The calendar that keeps up is the customer's to make.
                more = [words.KEEPS_UP()] if export is CALENDAR and _of_customer() else []
                st.write(" ".join([about(), *more]))
                downloads.documents({export: label()}, customer_id)
    for why in found.lacking:
        st.caption(why)


def _of_customer() -> bool:
    return access.drawn_for().role in CUSTOMER_ROLES


def tables(found: Offer, customer_id: str) -> None:
    """The rest, in a closed box; nothing where all of it would be empty."""
    held = [export for export in TABLES if export in found.files]
    if held:
        with st.expander(words.PROGRAMS(), icon=":material/table:"):
            for export in held:
                _table(export, customer_id)


def _table(export: Export[Any], customer_id: str) -> None:
    name, about = TABLES[export]
    st.subheader(name(), anchor=False)
    st.write(about())
    if export is WORK_ITEMS:
        downloads.documents({export: words.TO_DEVOPS()}, customer_id)
    else:
        downloads.buttons(export, customer_id)
