"""Egenvurdering: one success factor at a time, each answer saved at once."""

import streamlit as st

from scoring.vocabulary import Status
from service.answers.responses import open_response
from service.judgement import known_beside
from ui import access, frame
from ui.answers import question_page
from ui.form import upgrade

with access.reading() as (ws, actor):
    view = open_response(ws, actor, access.chosen_customer())
    known = known_beside(ws, actor, view, as_of=access.today())
    newer = upgrade.newer(ws, actor, view)

judgement = access.judged(view, known)
factors = question_page.titles(ws.catalogue, view.form)
open_ids = [found for found, judged in judgement.questions.items() if question_page.is_open(judged)]
due_ids = [found for found in open_ids if judgement.questions[found].status is Status.UNANSWERED]

st.title("Egenvurdering", anchor=False)
frame.who(view.customer, judgement.days_left)
upgrade.offer(newer)
progress = question_page.progress(judgement)
question_page.next_open(view.form, due_ids or open_ids)
chosen = question_page.choice(view, judgement, factors)
question_page.cards(view, known, judgement, chosen, progress, locked=not access.may_answer())
question_page.onward(chosen, factors)
