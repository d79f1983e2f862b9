"""Dato og unntak: which date can be made and what decides it, another date, the shortest way, and exceptions."""

import streamlit as st

from scoring.shortest_way import shortest_ways
from ui import access, frame
from ui.change_form import say_outcome
from ui.plan import shortest_way, waivers, what_if

here = access.customer_judgement()

judgement = here.judgement
found = shortest_ways(judgement, form=here.view.form)

st.title("Dato og unntak", anchor=False)
frame.who(here.view.customer, judgement.days_left)
say_outcome()
what_if.draw(here)
shortest_way.draw(found, judgement)
waivers.draw(here)
