"""Send inn: what stands in the way, sending the assessment to HPAS, and what became of those sent before."""

import streamlit as st

from language.pages.customer import send_in as words
from service.judgement import judge_customer
from service.review.submissions import blockers, list_snapshots
from service.xray import findings_of
from ui import access, frame, xray
from ui.change_form import say_outcome
from ui.review import sending

with access.reading() as (ws, actor):
    here = judge_customer(ws, actor, access.chosen_customer(), as_of=access.today())
    sent = list_snapshots(ws, actor, here.view.customer.id)
    opened = sending.opened(ws, actor, sent)
    found = findings_of(ws, actor, here)

judgement = here.judgement
missing = blockers(judgement)

st.title(words.TITLE(), anchor=False)
frame.who(here.view.customer, judgement.days_left)
say_outcome()
xray.section(here.view.form, here.view.answers, found)
sending.draw(here, missing, sent)
sending.history(sent, opened)
