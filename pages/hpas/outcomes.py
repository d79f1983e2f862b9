"""Etter oppstart hos alle: what was said before each start beside what came after it, and whether it had been foreseen."""

import streamlit as st

from language.pages.hpas import outcomes as words
from service.outcomes.looking_back import look_back
from ui import access, frame
from ui.outcomes import looking_back

with access.reading() as (ws, actor):
    found = look_back(ws, actor, as_of=access.today())

names = access.workspace().catalogue.topics

frame.wide()
st.title(words.TITLE(), anchor=False)
looking_back.customers(found)
looking_back.topics(found, names)
looking_back.take_away()
