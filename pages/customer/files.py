"""Filer: what leaves, the useful first, and a filled-in file back after a preview."""

import streamlit as st

from ui import access, frame
from ui.answers import upload
from ui.files import offered

here = access.customer_judgement()

view, found = here.view, offered.offer(here)

st.title("Filer", anchor=False)
frame.who(view.customer, here.judgement.days_left)
offered.draw(found, view.customer.id)
if access.may_answer():
    st.header("Hent inn svar", anchor=False)
    upload.box(view)
offered.tables(found, view.customer.id)
