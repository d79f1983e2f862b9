"""«Dette først»: the few things to do first, and what others owe, for the first page of a customer."""

import streamlit as st

from language import WAITING_ON, sentence
from reports.plan.plan_wording import work_text
from scoring.gaps import first_things
from scoring.owed import gap_work, owed_gaps
from ui import layout
from ui.judgement.gap_row import Rows, row
from ui.plan import planning


def draw(rows: Rows) -> None:
    """At most five, each planned, given away or answered in place; nothing before enough is answered to say."""
    here = rows.known.here
    if here.judgement.go_live is None or not here.judgement.enough:
        return
    found = first_things(here.gaps)
    st.header("Dette først", anchor=False)
    planning.only_waits(here.gaps, here.judgement)
    if not found:
        st.write("Det er ingenting igjen for dere selv å gjøre. Svar på nytt når noe endrer seg.")
    for gap in found:
        row(rows, gap)
    layout.to_gaps(here.gaps)
    _others(rows)


def _others(rows: Rows) -> None:
    """Who owes the customer what, in a line each."""
    waiting = owed_gaps(rows.known.here.gaps).waiting
    if not waiting:
        return
    st.header("Dette venter på andre", anchor=False)
    lines = [f"- **{sentence(WAITING_ON[who])}:** {work_text(gap_work(gaps))}" for who, gaps in waiting.items()]
    st.markdown("\n".join(lines))
