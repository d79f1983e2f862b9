"""Mangler: what is behind now, hard stops first and then by area, then what comes by the day it must begin."""

import streamlit as st

from language.pages.customer import gaps as words
from ui import access, frame
from ui.judgement import answer_here, gap_list, gap_row
from ui.plan import planning
from ui.review import basis_choice

with access.reading() as (ws, actor):
    known = gap_row.read(ws, actor)

here = known.here

answer_here.go_on_if_asked()
st.title(words.TITLE(), anchor=False)
frame.who(here.view.customer, here.judgement.days_left)
basis_choice.switch(here.rated)
planning.say_outcome_briefly()
rows = gap_row.Rows(known, gap_list.summary(here))
shown = gap_list.chosen(here)
gap_list.now_missing(rows, shown)
gap_list.coming(rows, shown)
gap_list.take_away(here)
