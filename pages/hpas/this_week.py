"""Denne uken: HPAS's first page, with what to look at now as lists one can act on, and the paper for the steering group."""

import streamlit as st

from language.pages.hpas import this_week as words
from service.files.steering import STEERING
from service.portfolio.this_week import this_week
from service.programme.disagreements import disagreements
from service.programme.waiting import awaited
from ui import access, frame, programme
from ui.files import downloads
from ui.portfolio import this_week as drawn

with access.reading() as (ws, actor):
    lists = this_week(ws, actor, as_of=access.today())
    apart = disagreements(ws, actor)
    waits = awaited(ws, actor, as_of=access.today())

shown = drawn.one_list(lists)

frame.wide()
st.title(words.TITLE(), anchor=False)
downloads.documents({STEERING: words.STATUS()}, "")
if shown is None:
    programme.owing(waits, apart)
    drawn.all_lists(lists)
    drawn.take_away()
else:
    drawn.whole(shown)
