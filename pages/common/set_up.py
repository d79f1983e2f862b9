"""Kom i gang: what meets the first one to open an empty database where nobody logs in."""

import streamlit as st

from ui.people import set_up

offered = set_up.offered()

st.title("Kom i gang med Klarsjekk", anchor=False)
set_up.welcome()
set_up.own(offered)
set_up.demo()
