"""Utvikling: how ready the customer has been at each time it sent in, and what has changed since last time."""

import streamlit as st

from language.pages.customer import trend as words
from scoring.basis import Basis
from service.portfolio.forecast import forecast
from service.portfolio.peers import peers
from service.portfolio.trend import read_trend
from ui import access, frame
from ui.portfolio import forecast as forecasts
from ui.portfolio import trend
from ui.review import basis_choice

with access.reading() as (ws, actor):
    found = read_trend(ws, actor, access.chosen_customer(), as_of=access.today())
    shown = found.points[basis_choice.chosen()]
    customer = found.view.customer
    ahead = forecast(ws, actor, customer.id, shown)
    others = None if customer.started_on else peers(ws, actor, customer.id, days_left=access.days_left(found.view))
    past = trend.references(ws, actor, found.view.customer.customer_type)

left = access.days_left(found.view)
history = trend.reference_trends(past)
rated = found.points[Basis.HPAS] != found.points[Basis.CUSTOMER]

st.title(words.TITLE(), anchor=False)
frame.who(customer, left)
basis_choice.switch_of_the_past(rated=rated)
forecasts.landing(ahead, customer.go_live)
forecasts.band(others, shown[-1] if shown else None)
trend.chart(shown, history, customer.id, basis_choice.chosen())
trend.changed(found.since, customer.id)
