"""Oversikt: where the customer stands and why, what to do first, what others owe, and the figures behind it."""

import streamlit as st

from language.pages.customer import overview as words
from reports.judgement.figures import Bar
from scoring.vocabulary import Area
from scoring.what_if import chain
from service.answers.portions import role_portions
from service.judgement import short_judgement
from service.people.customers import go_live_moves
from ui import access, frame, layout
from ui.answers import first_day
from ui.decision import briefly
from ui.judgement import answer_here, breakdown, first_things, gap_row, short_form, verdict
from ui.outcomes import overview as outcomes
from ui.plan import moved, phases, planning
from ui.portfolio import forecast, visits
from ui.review import basis_choice

with access.reading() as (ws, actor):
    known = gap_row.read(ws, actor)
    decisions = briefly.read(ws, actor, known.here)
    last = visits.read(ws, actor, known.here.view)
    course = forecast.read(ws, actor, known.here, basis_choice.chosen())
    after = outcomes.read(ws, actor, known.here)
    moves = go_live_moves(ws, actor, known.here.view.customer.id)

here, view, judgement = known.here, known.here.view, known.here.judgement
names = breakdown.group_names(access.workspace().catalogue, judgement)
factor_bars = [Bar(names[factor], figures) for factor, figures in judgement.factors.items()]
area_bars = {area: Bar(names[area], judgement.areas[area]) for area in Area}
links = chain(judgement, here.dates)
roles, short = role_portions(access.workspace(), view), short_judgement(here, basis=basis_choice.chosen())

answer_here.go_on_if_asked()
st.title(words.TITLE(), anchor=False)
frame.who(view.customer, judgement.days_left)
moved.briefly(moves)
planning.say_outcome_briefly()
if outcomes.first_of_all(here, after, decisions):
    st.stop()
if first_day.applies(judgement):
    first_day.draw(view, judgement, roles)
    st.stop()
layout.continue_answering(view, judgement)
basis_choice.switch(here.rated)
if short_form.instead(here, short):
    visits.note(actor, view, last)
    st.stop()
verdict.box(judgement)
phases.to_picture(judgement.phases)
briefly.draw(decisions, view)
first_things.draw(gap_row.Rows(known))
visits.briefly(last)
forecast.briefly(course)
layout.all_figures(judgement, area_bars, factor_bars, here.gaps)
breakdown.working_out(judgement, view.form.factors, names, customer_id=view.customer.id, basis=basis_choice.chosen())
layout.earliest_on_first_page(judgement, links[0] if links else None)
visits.note(actor, view, last)
