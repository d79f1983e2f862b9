"""Bølger: customers with one go-live day, the weakest of them, and the day the whole wave can start."""

import streamlit as st

from scoring.portfolio.waves import waves
from service.portfolio.comparison import read_comparison
from ui import access
from ui.portfolio import waves as waves_list

with access.reading() as (ws, actor):
    customers = read_comparison(ws, actor, as_of=access.today())

compared = customers.judged.rows()
names = {member.customer_id: member.name for member in customers.members}
found = waves(compared)

st.title("Innføringsbølger", anchor=False)
waves_list.draw(found, names, customers, ws.catalogue)
waves_list.take_away()
