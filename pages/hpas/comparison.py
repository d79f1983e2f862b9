"""Sammenligning: all customers against what is expected of each, today or at the same distance, for HPAS."""

import streamlit as st

from language.pages.hpas import comparison as words
from reports.palette import palette
from scoring.portfolio.portfolio import shared_topics
from service.answers.encodings import yardstick_of
from service.form.references import list_references
from service.portfolio.shared_comparison import shared_comparison
from ui import access, frame, layout
from ui.portfolio import cell_detail, comparison, comparison_choice, looked, missing, owed, reference_map, spread

choice = comparison_choice.choice()
with access.reading() as (ws, actor):
    customers = shared_comparison(ws, actor, as_of=access.today(), cut=choice.cut, basis=choice.basis)
    past = list_references(ws, actor, days_left=choice.cut or 0) if choice.held["del"] == "historie" else []
    snapshots = {member.customer_id: member.snapshot_id for member in customers.members}
    behind = cell_detail.read(ws, actor, snapshots)

catalogue = ws.catalogue
listed = comparison_choice.listed(customers, today=access.today())
rows, shown = listed.rows, listed.shown(choice)
number, page = comparison_choice.page_of(shown, choice)
shared = shared_topics(yardstick_of(form) for form in customers.forms.values())
colours = palette(dark=layout.dark())

frame.wide()
st.title(words.TITLE(), anchor=False)
comparison_choice.keep(choice, number)
comparison.banner(rows, choice)
comparison.started(rows)
comparison_choice.controls(rows, choice)
looked.draw(shown, customers)
comparison.summary(shown, customers)
part = comparison.section(choice)
if part == "mangler":
    missing.draw(shown, customers, catalogue, choice)
elif part == "spredning":
    spread.draw(shown, choice, colours)
elif part == "venter":
    owed.draw(shown, customers, choice)
elif part == "historie":
    reference_map.draw(past, catalogue, choice, colours)
elif page:
    cell_detail.draw(page, customers.judged, comparison.titles_of(catalogue, choice), behind)
    comparison.table(page, customers, catalogue, choice, colours)
    comparison.pager(shown, choice)
    comparison.overlap(*shared)
comparison.download(choice)
