"""«Dette først»: the few things to do first, and what others owe, for the first page of a customer."""

import streamlit as st

from language import WAITING_ON, sentence
from language.ui.judgement import first_things as words
from reports.answers.age_wording import how_many_old
from reports.plan.plan_wording import work_text
from scoring.gaps import first_things
from scoring.owed import gap_work, owed_gaps
from ui import layout, session
from ui.answers.filters import OLD
from ui.judgement import answer_here
from ui.judgement.gap_row import Rows, row
from ui.plan import planning


def draw(rows: Rows) -> None:
    """At most five, each planned, given away or answered in place; nothing before enough is answered to say."""
    here = rows.known.here
    if here.judgement.go_live is None or not here.judgement.enough:
        return
    found = first_things(here.gaps)
    st.header(words.FIRST(), anchor=False)
    planning.only_waits(here.gaps, here.judgement)
    _old(rows)
    if not found:
        st.write(words.NOTHING_LEFT())
    for gap in found:
        row(rows, gap)
    layout.to_gaps(here.gaps)
    _others(rows)


def _old(rows: Rows) -> None:
    """That answers are to be confirmed, and the way to them."""
    told = how_many_old(rows.known.here.judgement)
    if not told:
        return
    with st.container(key=session.name("first", "old"), gap="small", border=True):
        st.markdown(f":material/history: {told}")
        with st.container(horizontal=True, gap="small"):
            st.button(
                words.SEE_AND_CONFIRM(), key=session.key("first", "old"), icon=":material/done_all:", on_click=_go
            )


def _go() -> None:
    answer_here.go_to_filter(OLD)


def _others(rows: Rows) -> None:
    """Who owes the customer what, in a line each."""
    waiting = owed_gaps(rows.known.here.gaps).waiting
    if not waiting:
        return
    st.header(words.WAITS_ON_OTHERS(), anchor=False)
    lines = [f"- **{sentence(WAITING_ON[who])}:** {work_text(gap_work(gaps))}" for who, gaps in waiting.items()]
    st.markdown("\n".join(lines))
