"""Send inn: what stands in the way, sending the assessment to HPAS, and what became of those sent before."""

import streamlit as st

from service.submissions import blockers, list_snapshots
from ui import access, frame, send_in

here = access.situation()

judgement = here.judgement
missing = blockers(judgement)
sent = list_snapshots(access.workspace(), access.actor(), here.view.customer.id)

st.title("Send inn", anchor=False)
frame.who(here.view.customer, judgement.days_left)
send_in.draw(here, missing, sent)
send_in.history(sent)
