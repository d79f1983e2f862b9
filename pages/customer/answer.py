"""Egenvurdering: one success factor at a time, each answer saved at once."""

import streamlit as st

from scoring.words import Status
from ui import access, frame, newer_form, questions

view = access.response()

judgement = access.judged(view)
factors = questions.titles(access.workspace().catalogue, view.form)
open_ids = [found for found, judged in judgement.questions.items() if questions.is_open(judged)]
due_ids = [found for found in open_ids if judgement.questions[found].status is Status.UNANSWERED]

st.title("Egenvurdering", anchor=False)
frame.who(view.customer, judgement.days_left)
newer_form.offer(view)
progress = questions.progress(judgement)
questions.next_open(view.form, due_ids or open_ids)
chosen = questions.choice(view, judgement, factors)
questions.cards(view, judgement, chosen, progress, locked=not access.may_answer())
questions.onward(chosen, factors)
