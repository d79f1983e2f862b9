"""Sammenligning: all customers against what is expected of each, today or at the same distance, for HPAS."""

import streamlit as st

from reports.palette import palette
from scoring.portfolio.comparison import missed_by_all, shared_topics
from service.form.references import list_references
from service.portfolio.comparison import read_everyone
from ui import access, layout
from ui.portfolio import cell_detail, comparison, comparison_choice, owed, reference_map

choice = comparison_choice.choice()
with access.reading() as (ws, actor):
    everyone = read_everyone(ws, actor, as_of=access.today(), cut=choice.cut, basis=choice.basis)
    past = list_references(ws, actor, days_left=choice.cut or 0)

catalogue = ws.catalogue
rows = comparison_choice.rows(everyone)
shown = comparison_choice.filtered(rows, choice)
overlap = shared_topics(access.measure(form) for form in everyone.forms.values())
colours = palette(dark=layout.dark())

st.title("Sammenligning", anchor=False)
comparison.banner(rows, choice)
comparison_choice.controls(rows)
comparison.summary(shown, everyone, overlap)
comparison.map_of(shown, catalogue, choice, colours)
reference_map.draw(past, catalogue, choice, colours)
cell_detail.draw(shown, everyone, comparison.titles_of(catalogue, choice.by))
comparison.bands_of(shown)
comparison.table(shown, choice)
comparison.missed(missed_by_all([row.compared for row in shown]), catalogue)
owed.draw(shown, everyone, choice)
comparison.download(choice)
