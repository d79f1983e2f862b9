"""Utvikling: how ready the customer has been at each time it sent in, and what has changed since last time."""

import streamlit as st

from scoring.basis import Basis
from service.portfolio.trend import read_trend
from ui import access, frame
from ui.portfolio import trend
from ui.review import basis_choice

with access.reading() as (ws, actor):
    found = read_trend(ws, actor, access.chosen_customer(), as_of=access.today())
    past = trend.references(ws, actor, found.view.customer.customer_type)

left = access.days_left(found.view)
history = trend.reference_trends(past)
rated = found.points[Basis.HPAS] != found.points[Basis.CUSTOMER]

st.title("Utvikling", anchor=False)
frame.who(found.view.customer, left)
basis_choice.switch_of_the_past(rated=rated)
trend.chart(found.points[basis_choice.chosen()], history, found.view.customer.id, basis_choice.chosen())
trend.changed(found.since, found.view.customer.id)
