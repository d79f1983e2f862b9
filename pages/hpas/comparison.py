"""Sammenligning: all customers against what is expected of each, today or at the same distance, for HPAS."""

import streamlit as st

from reports.palette import palette
from scoring.portfolio.portfolio import shared_topics
from service.answers.encodings import yardstick_of
from service.form.references import list_references
from service.portfolio.comparison import read_comparison
from ui import access, layout
from ui.portfolio import cell_detail, comparison, comparison_choice, looked, owed, reference_map

choice = comparison_choice.choice()
with access.reading() as (ws, actor):
    customers = read_comparison(ws, actor, as_of=access.today(), cut=choice.cut, basis=choice.basis)
    past = list_references(ws, actor, days_left=choice.cut or 0)

catalogue = ws.catalogue
rows = comparison_choice.rows(customers)
shown = comparison_choice.filtered(rows, choice)
overlap = shared_topics(yardstick_of(form) for form in customers.forms.values())
colours = palette(dark=layout.dark())

st.title("Sammenligning", anchor=False)
comparison.banner(rows, choice)
comparison_choice.controls(rows)
looked.draw(shown, customers)
comparison.summary(shown, customers, overlap)
comparison.map_of(shown, catalogue, choice, colours)
reference_map.draw(past, catalogue, choice, colours)
cell_detail.draw(shown, customers, comparison.titles_of(catalogue, choice.by))
comparison.bands_of(shown)
comparison.table(shown, choice)
comparison.missed(customers.judged.missed_by_all([row.place for row in shown]), catalogue)
owed.draw(shown, customers, choice)
comparison.download(choice)
