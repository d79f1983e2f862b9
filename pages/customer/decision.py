"""Beslutning: what is decided on the go-live and whether it holds, what it would be made on today, and both signatures."""

import streamlit as st

from language.pages.customer import decision as words
from service.decision.ground import decision_ground
from service.decision.kept import read_decisions
from service.judgement import judge_customer
from ui import access, frame
from ui.change_form import say_outcome
from ui.decision import ground_shown, past, proposing, standing

with access.reading() as (ws, actor):
    here = judge_customer(ws, actor, access.chosen_customer(), as_of=access.today())
    decisions = read_decisions(ws, actor, here)
    ground = decision_ground(ws, actor, here)

view = here.view

st.title(words.TITLE(), anchor=False)
frame.who(view.customer, here.judgement.days_left)
say_outcome()
standing.draw(decisions, view)
ground_shown.draw(ground)
proposing.draw(ground, decisions)
past.draw(decisions, view.customer.id)
