"""Utvikling for alle: how every customer has come along towards its go-live, and what has moved since last time."""

import streamlit as st

from service.portfolio.trend_of_all import courses
from ui import access
from ui.portfolio import trend_of_all as drawn

found = courses(access.workspace(), access.actor(), as_of=access.today())

st.title("Utvikling for alle", anchor=False)
shown = drawn.controls(found)
drawn.picture(shown)
drawn.table(shown)
drawn.pick(shown)
