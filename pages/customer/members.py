"""Tilgang: who else may see and answer for this customer."""

import streamlit as st

from language.pages.customer import members as words
from service.answers.responses import open_response
from service.people.members import list_members
from service.people.own_machine import LocalUse
from ui import access, frame
from ui.people import members, set_up

with access.reading() as (ws, actor):
    view = open_response(ws, actor, access.chosen_customer())
    held = list_members(ws, actor, view.customer.id)

left, own = access.days_left(view), access.drawn_use() is LocalUse.OWN

st.title(words.TITLE(), anchor=False)
frame.who(view.customer, left)
if own:
    set_up.describe(view.customer)
members.of(view.customer, held)
