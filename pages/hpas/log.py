"""Logg: who did what, when, and how it went."""

import streamlit as st

from service.people.log import read_log
from ui import access
from ui.people import log

with access.reading() as (ws, actor):
    lines = read_log(ws, actor)

st.title("Logg", anchor=False)
log.table(lines)
log.take_away()
