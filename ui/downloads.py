"""Buttons that hand out files, in both dialects; the file is made, and the download logged, when it is asked for."""

from collections.abc import Callable

import streamlit as st

from reports.dialect import Dialect
from service.exchange import Exported, export_answers, export_comparison, export_gaps
from service.responses import ResponseView
from ui import access, session

LABELS = {Dialect.NORWEGIAN: "CSV for Excel", Dialect.PROGRAM: "CSV for programmer"}
Make = Callable[[Dialect], Exported]


def answers(view: ResponseView) -> None:
    customer = view.customer.id
    _buttons("answers", lambda d: export_answers(access.workspace(), access.actor(), customer, d, as_of=access.today()))


def gaps(view: ResponseView) -> None:
    customer = view.customer.id
    _buttons("gaps", lambda d: export_gaps(access.workspace(), access.actor(), customer, d, as_of=access.today()))


def comparison() -> None:
    _buttons("comparison", lambda d: export_comparison(access.workspace(), access.actor(), d, as_of=access.today()))


def _buttons(what: str, make: Make) -> None:
    with st.container(horizontal=True):
        for dialect in Dialect:
            _button(what, dialect, make)


def _button(what: str, dialect: Dialect, make: Make) -> None:
    suffix = "" if dialect is Dialect.NORWEGIAN else "-program"
    st.download_button(
        LABELS[dialect],
        data=lambda: make(dialect).data,
        file_name=f"klarsjekk-{NAMES[what]}-{access.today().isoformat()}{suffix}.csv",
        mime="text/csv",
        key=session.key("download", what, dialect.value),
        on_click="ignore",
        icon=":material/download:",
    )


NAMES = {"answers": "svar", "gaps": "gap", "comparison": "sammenligning"}
