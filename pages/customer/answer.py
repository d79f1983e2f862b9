"""Egenvurdering: one success factor at a time, each answer saved at once."""

import streamlit as st

from language.pages.customer import answer as words
from service.answers.portions import read_handed_out
from service.answers.response_view import towards_next_wave
from service.answers.responses import open_response
from service.judgement import circumstances_of
from service.review.submissions import list_snapshots
from ui import access, frame
from ui.answers import portion_choice, question_page, reach_levels, short_form
from ui.form import set_aside, upgrade

with access.reading() as (ws, actor):
    view = towards_next_wave(open_response(ws, actor, access.chosen_customer()), access.today())
    known = circumstances_of(ws, actor, view, as_of=access.today())
    newer = upgrade.newer(ws, actor, view)
    handed = read_handed_out(ws, actor, view)
    sent = list_snapshots(ws, actor, view.customer.id)
    whom = reach_levels.read(ws, actor)

judgement = access.judged(view, known)
factors = question_page.titles(ws.catalogue, view.form)
portion = portion_choice.chosen(handed)
asked = portion.questions if portion else None
sent_at = max((each.sent_at for each in sent), default=None)
if portion is None:
    question_page.settle(view, judgement)

st.title(words.TITLE(), anchor=False)
frame.who(view.customer, judgement.days_left)
reach_levels.choice(whom)
upgrade.offer(newer)
progress = question_page.progress(judgement)
portion_choice.line(handed, portion, me=actor.id)
short_form.way_on(view.form, judgement, asked)
chosen = question_page.choice(view, judgement, factors, sent_at, only=asked)
question_page.cards(view, known, judgement, chosen, progress, locked=not access.may_answer())
question_page.onward(chosen, factors)
set_aside.fold(view)
