"""Tiltak: the plan against the gaps, the shortest way to go, approved exceptions, and what another date would mean."""

import streamlit as st

from scoring.shortest import ways
from ui import access, frame, plan, plan_table, way, what_if
from ui import waivers as exceptions

here = access.situation()

judgement = here.judgement
found = ways(judgement, verdict_coverage=here.view.form.verdict_coverage)
locked = not access.may_plan()

st.title("Tiltak", anchor=False)
frame.who(here.view.customer, judgement.days_left)
plan.summary(here.plan, here.gaps)
plan_table.draw(here, locked=locked)
plan.without_action(here, locked=locked)
way.beyond(here)
way.draw(found, judgement)
exceptions.draw(here, locked=locked)
what_if.draw(here)
plan.take_away(here.view.customer.id)
