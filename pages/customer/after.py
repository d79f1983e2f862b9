"""Etter oppstart: that the customer started, what is open of the decision's conditions, and what happened 7, 30 and 90 days after."""

import streamlit as st

from language.pages.customer import after as words
from service.decision.conditions import read_conditions
from service.files.outcomes import OUTCOMES
from service.outcomes.figures import read_outcomes
from service.outcomes.starts import start_history
from ui import access, frame
from ui.change_form import say_outcome
from ui.decision import conditions
from ui.files import downloads
from ui.outcomes import confirming, recording

with access.reading() as (ws, actor):
    sheet = read_outcomes(ws, actor, access.chosen_customer(), as_of=access.today())
    said = start_history(ws, actor, access.chosen_customer())
    held = read_conditions(ws, actor, access.chosen_customer(), as_of=access.today())

customer = sheet.customer
left = None if customer.go_live is None else (customer.go_live - access.today()).days

st.title(words.TITLE(), anchor=False)
frame.who(customer, left)
say_outcome()
if customer.started_on is None:
    confirming.before(customer)
    st.stop()
confirming.stands(customer, said)
conditions.after_start(held)
recording.rounds(sheet)
st.header(words.TAKE_AWAY(), anchor=False)
downloads.buttons(OUTCOMES, customer.id)
