"""Tiltak: the plan against the gaps, the shortest way to go, approved exceptions, and what another date would mean."""

import streamlit as st

from scoring.shortest_way import shortest_ways
from ui import access, frame
from ui.plan import action_table, histories, planning, shortest_way, what_if
from ui.plan import waivers as exceptions

here = access.customer_judgement()

judgement = here.judgement
found = shortest_ways(judgement, form=here.view.form)
locked = not access.may_plan()

st.title("Tiltak", anchor=False)
frame.who(here.view.customer, judgement.days_left)
planning.summary(here)
action_table.draw(here, locked=locked)
histories.of_actions(here.plan.actions)
planning.without_action(here, locked=locked)
shortest_way.draw(found, judgement)
exceptions.draw(here, locked=locked)
what_if.draw(here)
planning.take_away(here.view.customer.id)
