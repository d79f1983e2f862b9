"""Tilgang: who else may see and answer for this customer."""

import streamlit as st

from service.answers.responses import open_response
from service.people.members import list_members
from ui import access, frame
from ui.people import members

with access.reading() as (ws, actor):
    view = open_response(ws, actor, access.chosen_customer())
    held = list_members(ws, actor, view.customer.id)

left = access.days_left(view)

st.title("Tilgang", anchor=False)
frame.who(view.customer, left)
members.of(view.customer, held)
