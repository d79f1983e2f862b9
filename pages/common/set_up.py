"""Kom i gang: what meets the first one to open an empty database where nobody logs in."""

import streamlit as st

from language.pages.common import set_up as words
from ui.people import set_up

offered = set_up.offered()

st.title(words.TITLE(), anchor=False)
set_up.welcome()
set_up.own(offered)
set_up.demo()
