"""Sammenligning: all customers against what is expected of each, today or at the same distance, for HPAS."""

import streamlit as st

from reports.palette import palette
from scoring.comparison import missed_by_all, shared_topics
from ui import access, behind, compare_choice, compared, history_map, layout, mirror

choice = compare_choice.choice()
everyone = access.everyone(cut=choice.cut, basis=choice.basis)

catalogue = access.workspace().catalogue
rows = compare_choice.rows(everyone)
shown = compare_choice.filtered(rows, choice)
overlap = shared_topics(access.measure(form) for form in everyone.forms.values())
colours = palette(dark=layout.dark())

st.title("Sammenligning", anchor=False)
compared.banner(rows, choice)
compare_choice.controls(rows)
compared.summary(shown, everyone, overlap)
compared.map_of(shown, catalogue, choice, colours)
history_map.draw(catalogue, choice, colours)
behind.draw(shown, everyone, compared.titles_of(catalogue, choice.by))
compared.bands_of(shown)
compared.table(shown, choice)
compared.missed(missed_by_all([row.compared for row in shown]), catalogue)
mirror.draw(shown, everyone, choice)
compared.download(choice)
