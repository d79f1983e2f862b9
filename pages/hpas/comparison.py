"""Sammenligning: all customers against what is expected of each today, for HPAS."""

import streamlit as st

from reports.palette import palette
from scoring.comparison import compare, missed_by_all
from ui import access, compared, layout

everyone = access.everyone()

catalogue = access.workspace().catalogue
rows = compared.rows(everyone, compare(compared.entries(everyone), as_of=access.today()))
colours = palette(dark=layout.dark())

st.title("Sammenligning", anchor=False)
compared.banner(rows)
shown = compared.filtered(rows)
compared.summary(shown)
compared.map_of(shown, catalogue, colours)
compared.table(shown)
compared.missed(missed_by_all([row.compared for row in shown]), catalogue)
compared.waiting(shown)
compared.download()
