"""Metode: how the figures come about, where the thresholds are from, and what the tool does not know."""

import streamlit as st

from language.pages.common import method as words
from ui import access
from ui.form import method, verdict_rules

catalogue = access.workspace().catalogue

st.title(words.TITLE(), anchor=False)
method.purpose()
method.questions(catalogue)
method.figures(catalogue.method)
verdict_rules.verdicts()
method.freshness(catalogue.method.fresh_days)
method.moving_solution()
method.one_clock()
verdict_rules.how_often()
verdict_rules.where_one_lands()
method.factors(catalogue)
method.sources(catalogue)
method.unknown()
method.made_of()
