"""Oversikt: how ready the customer is today, why, and what comes next."""

import streamlit as st

import language
from reports.judgement.figures import Bar, bullets, described
from reports.palette import palette
from scoring.vocabulary import Area
from scoring.what_if import chain
from service.answers.portions import role_portions
from ui import access, frame, layout
from ui.answers import first_day
from ui.judgement import breakdown, verdict
from ui.plan import planning
from ui.review import basis_choice

here = access.customer_judgement(basis_choice.chosen())

view, judgement, gaps = here.view, here.judgement, here.gaps
catalogue = access.workspace().catalogue
names = breakdown.group_names(catalogue, judgement)
factor_bars = [Bar(names[factor], figures) for factor, figures in judgement.factors.items()]
area_bars = {area: Bar(language.AREAS[area], judgement.areas[area]) for area in Area}
links = chain(judgement, here.dates)
coming = sorted((gap for gap in gaps if not gap.open), key=lambda gap: gap.start_by or gap.by)[:5]
roles = role_portions(access.workspace(), view)
colours = palette(dark=layout.dark())

st.title("Oversikt", anchor=False)
frame.who(view.customer, judgement.days_left)
if first_day.applies(judgement):
    first_day.draw(view, judgement, roles)
    st.stop()
layout.continue_answering(view, judgement)
basis_choice.switch(rated=here.rated)
verdict.box(judgement)
if judgement.enough:
    layout.to_gaps(gaps)
planning.only_waits(gaps, judgement)
layout.headline(judgement)
st.header("Test, drift og bemanning", anchor=False)
layout.area_cards(area_bars, judgement, gaps, colours)
st.header("De ti suksessfaktorene", anchor=False)
layout.legend()
st.plotly_chart(
    bullets(factor_bars, colours), theme=None, config=layout.STILL, alt=described(factor_bars), key="factors"
)
breakdown.working_out(judgement, view.form.factors, names, customer_id=view.customer.id, basis=basis_choice.chosen())
st.header("Hva må begynne nå", anchor=False)
layout.coming_up(coming, judgement)
st.header("Tidligste forsvarlige oppstart", anchor=False)
layout.earliest(judgement, links[0] if links else None)
