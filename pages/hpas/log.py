"""Logg: who did what, when, and how it went."""

import streamlit as st

from ui import access
from ui.people import log

lines = access.audit_log()

st.title("Logg", anchor=False)
log.table(lines)
log.take_away()
