"""Send inn: what stands in the way, sending the assessment to HPAS, and what became of those sent before."""

import streamlit as st

from service.review.submissions import blockers, list_snapshots
from ui import access, frame
from ui.review import sending

here = access.situation()

judgement = here.judgement
missing = blockers(judgement)
sent = list_snapshots(access.workspace(), access.actor(), here.view.customer.id)

st.title("Send inn", anchor=False)
frame.who(here.view.customer, judgement.days_left)
sending.draw(here, missing, sent)
sending.history(sent)
