"""Egenvurdering: one success factor at a time, each answer saved at once."""

import streamlit as st

from service.answers.responses import open_response
from service.judgement import circumstances_of
from ui import access, frame
from ui.answers import question_page
from ui.form import upgrade

with access.reading() as (ws, actor):
    view = open_response(ws, actor, access.chosen_customer())
    known = circumstances_of(ws, actor, view, as_of=access.today())
    newer = upgrade.newer(ws, actor, view)

judgement = access.judged(view, known)
factors = question_page.titles(ws.catalogue, view.form)

st.title("Egenvurdering", anchor=False)
frame.who(view.customer, judgement.days_left)
upgrade.offer(newer)
progress = question_page.progress(judgement)
question_page.next_open(judgement)
chosen = question_page.choice(view, judgement, factors)
question_page.cards(view, known, judgement, chosen, progress, locked=not access.may_answer())
question_page.onward(chosen, factors)
