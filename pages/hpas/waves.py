"""Rulleplan: all go-lives on one time line, what fails in a wave, what happens to all when one is moved, and shared roles."""

import streamlit as st

from language.pages.hpas import waves as words
from scoring.portfolio.roll_out import roll_out
from scoring.proof.phases import NO_PHASES
from service.plan.phases import phases_of_wave
from service.portfolio.comparison import read_comparison
from service.portfolio.same_people import same_people
from service.portfolio.shared_roles import read_shared_roles
from ui import access, frame
from ui.change_form import say_outcome
from ui.plan import phases
from ui.portfolio import one_wave, shared_roles, wave_before
from ui.portfolio import roll_out as drawn

part = shared_roles.part()
with access.reading() as (ws, actor):
    customers = read_comparison(ws, actor, as_of=access.today())
    roles = read_shared_roles(ws, actor, as_of=access.today())
    rules = ws.catalogue.method.roll_out
    found = roll_out(customers.judged, rules, customers.beds)
    chosen = drawn.chosen(found) if part == shared_roles.WAVES else None
    trial = one_wave.tried(ws, actor, customers, chosen)
    days = phases_of_wave(ws, actor, chosen.go_live) if chosen else NO_PHASES
    people = same_people(ws, actor, as_of=access.today()) if part == shared_roles.ROLES else []

frame.wide()
st.title(words.TITLE(), anchor=False)
say_outcome()
shared_roles.section()
if part == shared_roles.ROLES:
    shared_roles.draw(roles, people, customers)
    st.stop()
drawn.draw(found, customers, rules)
if chosen is not None:
    one_wave.draw(chosen, customers, ws.catalogue)
    phases.of_wave(days, chosen.go_live)
    wave_before.draw(chosen, found, customers, ws.catalogue, rules)
    one_wave.move(chosen, customers, trial, rules, roles)
drawn.take_away()
