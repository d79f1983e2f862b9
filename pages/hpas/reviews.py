"""Kvalitetssikring: what customers have sent in, HPAS's own rating beside theirs, and exceptions to decide."""

import streamlit as st

from service.plan.waivers import open_proposals
from service.review.ratings import disagreement, queue
from ui import access
from ui.plan import waivers
from ui.review import disagreement as apart
from ui.review import rating

waiting = queue(access.workspace(), access.actor())
proposals = open_proposals(access.workspace(), access.actor())
found = disagreement(access.workspace(), access.actor())

chosen = rating.chosen(waiting)
names = {customer.id: customer.name for customer in access.customers()}

st.title("Kvalitetssikring", anchor=False)
rating.pick(waiting)
if chosen is not None:
    rating.draw(chosen, waiting)
waivers.queue(proposals)
apart.draw(found, names)
rating.take_away()
