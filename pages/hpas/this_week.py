"""Denne uken: HPAS's first page, with what to look at now as lists one can act on."""

import streamlit as st

from service.portfolio.this_week import this_week
from ui import access, frame
from ui.portfolio import this_week as drawn

with access.reading() as (ws, actor):
    lists = this_week(ws, actor, as_of=access.today())

shown = drawn.one_list(lists)

frame.wide()
st.title("Denne uken", anchor=False)
if shown is None:
    drawn.all_lists(lists)
else:
    drawn.whole(shown)
