"""Fordeling: who is to answer what, and how far each has come."""

import streamlit as st

from language.pages.customer import handing_out as words
from service.answers.assignments import assignment_history, possible_assignees
from service.answers.portions import read_handed_out
from service.judgement import judge_customer
from ui import access, frame
from ui.answers import handing_out

with access.reading() as (ws, actor):
    here = judge_customer(ws, actor, access.chosen_customer(), as_of=access.today())
    handed = read_handed_out(ws, actor, here.view)
    given = assignment_history(ws, actor, here.view.customer.id)
    known = possible_assignees(ws, actor, here.view.customer.id)

people = handing_out.labelled(dict.fromkeys([*known, *handed.given.values()]))

st.title(words.TITLE(), anchor=False)
frame.who(here.view.customer, here.judgement.days_left)
st.write(words.HOW())
handing_out.summary(handed, here.judgement)
handing_out.roles(here.view, handed, here.judgement, people)
handing_out.everyone(here.view, handed, here.judgement)
handing_out.history(given, here.view)
