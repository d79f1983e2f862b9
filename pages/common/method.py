"""Metode: how the figures come about, where the thresholds are from, and what the tool does not know."""

import streamlit as st

from ui import access
from ui.form import method

catalogue = access.workspace().catalogue

st.title("Slik virker Klarsjekk", anchor=False)
method.purpose()
method.questions(catalogue)
method.figures(catalogue.method)
method.verdicts()
method.freshness(catalogue.method.fresh_days)
method.moving_solution()
method.one_clock()
method.how_often()
method.where_one_lands()
method.factors(catalogue)
method.sources(catalogue)
method.unknown()
method.made_of()
