"""Kvalitetssikring: what customers have sent in, HPAS's own rating beside theirs, and exceptions to decide."""

import streamlit as st

from service.reviews import queue
from service.waivers import open_proposals
from ui import access, reviews, waivers

waiting = queue(access.workspace(), access.actor())
proposals = open_proposals(access.workspace(), access.actor())

chosen = reviews.chosen(waiting)

st.title("Kvalitetssikring", anchor=False)
reviews.pick(waiting)
if chosen is not None:
    reviews.draw(chosen, waiting)
waivers.queue(proposals)
reviews.take_away()
