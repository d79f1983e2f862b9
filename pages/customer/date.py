"""Dato og unntak: which date can be made and what decides it, another date, the shortest way, and exceptions."""

import streamlit as st

from language.pages.customer import date as words
from scoring.shortest_way import shortest_ways
from service.judgement import judge_customer
from service.people.customers import go_live_moves
from ui import access, frame
from ui.change_form import say_outcome
from ui.plan import moved, phases, shortest_way, waivers, what_if

with access.reading() as (ws, actor):
    here = judge_customer(ws, actor, access.chosen_customer(), as_of=access.today())
    moves = go_live_moves(ws, actor, here.view.customer.id)

judgement = here.judgement
found = shortest_ways(judgement, form=here.view.form)

st.title(words.TITLE(), anchor=False)
frame.who(here.view.customer, judgement.days_left)
moved.history(moves)
say_outcome()
what_if.draw(here)
phases.of_customer(here)
shortest_way.draw(found, judgement)
waivers.draw(here)
