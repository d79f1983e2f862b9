"""Varsler: the letter of the week, whether one gets letters, and the calendar that keeps up."""

import streamlit as st

from language.pages.common import letters as words
from service.people.actor import CUSTOMER_ROLES
from ui import access
from ui.letters import alerts

with access.reading() as (ws, actor):
    letter = alerts.letter_of_the_week(ws, actor)
    on = alerts.letters_on(ws, actor)
    made_at = alerts.calendar_made_at(ws, actor)

of_customer = actor.role in CUSTOMER_ROLES

st.title(words.TITLE(), anchor=False)
alerts.the_week(letter)
alerts.switch(on)
if of_customer:
    alerts.calendar(made_at)
