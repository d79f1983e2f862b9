"""Kvalitetssikring: what customers have sent in, HPAS's own rating beside theirs, and exceptions to decide."""

import streamlit as st

from service.reviews import disagreement, queue
from service.waivers import open_proposals
from ui import access, reviews, waivers
from ui import disagreement as apart

waiting = queue(access.workspace(), access.actor())
proposals = open_proposals(access.workspace(), access.actor())
found = disagreement(access.workspace(), access.actor())

chosen = reviews.chosen(waiting)
names = {customer.id: customer.name for customer in access.customers()}

st.title("Kvalitetssikring", anchor=False)
reviews.pick(waiting)
if chosen is not None:
    reviews.draw(chosen, waiting)
waivers.queue(proposals)
apart.draw(found, names)
reviews.take_away()
