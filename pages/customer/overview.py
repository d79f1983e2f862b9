"""Oversikt: where the customer stands and why, what to do first, what others owe, and the figures behind it."""

import streamlit as st

import language
from reports.judgement.figures import Bar
from reports.palette import palette
from scoring.vocabulary import Area
from scoring.what_if import chain
from service.answers.portions import role_portions
from service.portfolio.trend import changes_of
from ui import access, frame, layout
from ui.answers import first_day
from ui.judgement import answer_here, breakdown, first_things, gap_row, verdict
from ui.plan import planning
from ui.portfolio import trend, visits
from ui.review import basis_choice

with access.reading() as (ws, actor):
    known = gap_row.read(ws, actor)
    last = visits.read(ws, actor, known.here.view)
    since = changes_of(ws, actor, known.here.view, known.here.sent, as_of=access.today())

here = known.here
view, judgement = here.view, here.judgement
names = breakdown.group_names(access.workspace().catalogue, judgement)
factor_bars = [Bar(names[factor], figures) for factor, figures in judgement.factors.items()]
area_bars = {area: Bar(language.AREAS[area], judgement.areas[area]) for area in Area}
links = chain(judgement, here.dates)
roles = role_portions(access.workspace(), view)
colours = palette(dark=layout.dark())

answer_here.go_on_if_asked()
st.title("Oversikt", anchor=False)
frame.who(view.customer, judgement.days_left)
planning.say_outcome_briefly()
if first_day.applies(judgement):
    first_day.draw(view, judgement, roles)
    st.stop()
layout.continue_answering(view, judgement)
basis_choice.switch(here.rated)
verdict.box(judgement)
first_things.draw(gap_row.Rows(known))
visits.briefly(last)
trend.briefly(since)
st.header("Tallene", anchor=False)
layout.headline(judgement)
st.subheader("Test, drift og bemanning", anchor=False)
layout.area_cards(area_bars, judgement, here.gaps, colours)
layout.factors(factor_bars, colours)
breakdown.working_out(judgement, view.form.factors, names, customer_id=view.customer.id, basis=basis_choice.chosen())
st.header("Tidligste forsvarlige oppstart", anchor=False)
layout.earliest(judgement, links[0] if links else None)
layout.to_dates()
visits.note(actor, view, last)
