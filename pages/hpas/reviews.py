"""Kvalitetssikring: what customers have sent in, HPAS's own rating beside theirs, and exceptions to decide."""

import streamlit as st

from language.pages.hpas import reviews as words
from ui import access, frame
from ui.review import parts, rating

with access.reading() as (ws, actor):
    review = rating.chosen(ws, actor)
    part = None if review else parts.read(ws, actor)

if part is not None:
    frame.wide()
st.title(words.TITLE(), anchor=False)
if review is not None:
    rating.draw(review)
if part is not None:
    rating.missing()
    parts.draw(part)
    parts.take_away()
