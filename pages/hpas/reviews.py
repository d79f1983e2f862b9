"""Kvalitetssikring: what customers have sent in, HPAS's own rating beside theirs, and exceptions to decide."""

import streamlit as st

from service.people.customers import list_customers
from service.plan.waivers import open_proposals
from service.review.ratings import disagreement, queue
from ui import access
from ui.plan import waivers
from ui.review import disagreement as apart
from ui.review import rating

with access.reading() as (ws, actor):
    waiting = queue(ws, actor)
    chosen = rating.chosen(ws, actor, waiting)
    proposals = open_proposals(ws, actor)
    found = disagreement(ws, actor)
    customers = list_customers(ws, actor)

names = {customer.id: customer.name for customer in customers}

st.title("Kvalitetssikring", anchor=False)
rating.pick(waiting)
if chosen is not None:
    rating.draw(chosen)
waivers.queue(proposals)
apart.draw(found, names)
rating.take_away()
