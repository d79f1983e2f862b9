"""Rulleplan: all go-lives on one time line, what fails in a wave, and what happens to all when one is moved."""

import streamlit as st

from scoring.portfolio.roll_out import roll_out
from service.portfolio.comparison import read_comparison
from ui import access, frame
from ui.change_form import say_outcome
from ui.portfolio import one_wave
from ui.portfolio import roll_out as drawn

with access.reading() as (ws, actor):
    customers = read_comparison(ws, actor, as_of=access.today())
    rules = ws.catalogue.method.roll_out
    found = roll_out(customers.judged, rules)
    chosen = drawn.chosen(found)
    trial = one_wave.tried(ws, actor, customers, chosen)

frame.wide()
st.title("Rulleplan", anchor=False)
say_outcome()
drawn.draw(found, customers, rules)
if chosen is not None:
    one_wave.draw(chosen, customers, ws.catalogue)
    one_wave.move(chosen, customers, trial, rules)
drawn.take_away()
