"""Kunder og tilgang: who HPAS rolls out to and when, and who may log in as what."""

import streamlit as st

from ui import access
from ui.people import customers, members

everyone = access.customers()

st.title("Kunder og tilgang", anchor=False)
customers.table(everyone)
customers.add()
chosen = customers.pick(everyone)
if chosen is not None:
    customers.move(chosen)
    members.of(chosen.id, chosen.name)
members.of_hpas()
customers.review()
