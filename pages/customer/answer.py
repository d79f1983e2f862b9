"""Egenvurdering: one success factor at a time, each answer saved at once."""

import streamlit as st

from ui import access, frame
from ui.answers import question_page
from ui.form import upgrade

view = access.response()

known = access.known(view)
judgement = access.judged(view, known)
factors = question_page.titles(access.workspace().catalogue, view.form)

st.title("Egenvurdering", anchor=False)
frame.who(view.customer, judgement.days_left)
upgrade.offer(view)
progress = question_page.progress(judgement)
question_page.next_open(judgement)
chosen = question_page.choice(view, judgement, factors)
question_page.cards(view, known, judgement, chosen, progress, locked=not access.may_answer())
question_page.onward(chosen, factors)
