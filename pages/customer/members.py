"""Tilgang: who else may see and answer for this customer."""

import streamlit as st

from ui import access, frame
from ui.people import members

view = access.response()

left = access.days_left(view)

st.title("Tilgang", anchor=False)
frame.who(view.customer, left)
members.of(view.customer.id, view.customer.name)
