"""Utvikling: how ready the customer has been at each time it sent in, and what has changed since last time."""

import streamlit as st

from scoring.basis import Basis
from service.development import development
from ui import access, basis, course, frame, session

chosen = session.chosen(session.CUSTOMER) or ""
found = development(access.workspace(), access.actor(), chosen, as_of=access.today())

judgement = access.judged(found.view)
history = course.reference_series(found.view.customer.customer_type)
rated = found.points[Basis.HPAS] != found.points[Basis.CUSTOMER]

st.title("Utvikling", anchor=False)
frame.who(found.view.customer, judgement.days_left)
basis.switch(rated=rated)
course.chart(found.points[basis.chosen()], history, found.view.customer.id, basis.chosen())
course.changed(found.since, found.view.customer.id)
