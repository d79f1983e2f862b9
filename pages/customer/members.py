"""Tilgang: who else may see and answer for this customer."""

import streamlit as st

from ui import access, frame, people

view = access.response()

judgement = access.judged(view)

st.title("Tilgang", anchor=False)
frame.who(view.customer, judgement.days_left)
people.of(view.customer.id, view.customer.name)
