"""Bølger: customers with one go-live day, the weakest of them, and the day the whole wave can start."""

import streamlit as st

from scoring.waves import waves
from ui import access
from ui.portfolio import waves as waves_list

everyone = access.everyone()

compared = everyone.judged.rows()
names = {member.customer_id: member.name for member in everyone.members}
found = waves(compared)

st.title("Innføringsbølger", anchor=False)
waves_list.draw(found, names, everyone, access.workspace().catalogue)
waves_list.take_away()
