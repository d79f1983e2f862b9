"""Utvikling for alle: how every customer has come along towards its go-live, and what has moved since last time."""

import streamlit as st

from language.pages.hpas import trend_of_all as words
from service.portfolio.trend_of_all import shared_trends
from ui import access
from ui.portfolio import trend_of_all as drawn

with access.reading() as (ws, actor):
    found = shared_trends(ws, actor, as_of=access.today())
    past = drawn.references(ws, actor)
    since = drawn.since(ws, actor, found)
    ahead = drawn.ahead(ws, actor, found)

st.title(words.TITLE(), anchor=False)
shown = drawn.controls(found)
drawn.picture(shown, past)
drawn.table(shown)
drawn.pick(shown, since, ahead)
