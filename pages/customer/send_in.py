"""Send inn: what stands in the way, sending the assessment to HPAS, and what became of those sent before."""

import streamlit as st

from service.judgement import judge_customer
from service.review.submissions import blockers, list_snapshots
from ui import access, frame
from ui.review import sending

with access.reading() as (ws, actor):
    here = judge_customer(ws, actor, access.chosen_customer(), as_of=access.today())
    sent = list_snapshots(ws, actor, here.view.customer.id)
    opened = sending.opened(ws, actor, sent)

judgement = here.judgement
missing = blockers(judgement)

st.title("Send inn", anchor=False)
frame.who(here.view.customer, judgement.days_left)
sending.draw(here, missing, sent)
sending.history(sent, opened)
