"""Filer: what leaves, the useful first, and a filled-in file back after a preview."""

import streamlit as st

from language.pages.customer import files as words
from service.judgement import judge_customer
from ui import access, frame
from ui.answers import upload
from ui.files import offered
from ui.letters import alerts

with access.reading() as (ws, actor):
    here = judge_customer(ws, actor, access.chosen_customer(), as_of=access.today())
    calendar_made_at = alerts.calendar_made_at(ws, actor)

view, found = here.view, offered.offer(here)

st.title(words.TITLE(), anchor=False)
frame.who(view.customer, here.judgement.days_left)
offered.draw(found, view.customer.id)
alerts.calendar_beside(calendar_made_at)
if access.may_answer():
    st.header(words.BRING_IN(), anchor=False)
    upload.box(view)
offered.tables(found, view.customer.id)
