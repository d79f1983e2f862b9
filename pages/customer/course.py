"""Utvikling: how ready the customer has been at each time it sent in, and what has changed since last time."""

import streamlit as st

from scoring.basis import Basis
from service.development import changes_since_last, series
from ui import access, basis, course, frame

view = access.response()
ws, actor, today = access.workspace(), access.actor(), access.today()
held = {each: series(ws, actor, view.customer.id, as_of=today, basis=each) for each in Basis}
since = changes_since_last(ws, actor, view.customer.id, as_of=today)

judgement = access.judged(view)
history = course.reference_series(view.customer.customer_type)
rated = held[Basis.HPAS] != held[Basis.CUSTOMER]

st.title("Utvikling", anchor=False)
frame.who(view.customer, judgement.days_left)
frame.banner(view.customer)
basis.switch(rated=rated)
course.chart(held[basis.chosen()], history, view.customer.id)
course.changed(since, view.customer.id)
