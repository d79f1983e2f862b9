"""Tiltak: the plan as a table, actions of one's own, and what nobody has planned for yet."""

import streamlit as st

from language.pages.customer import actions as words
from ui import access, frame
from ui.judgement import answer_here, gap_row
from ui.letters import alerts
from ui.plan import action_table, histories, owners, planning

with access.reading() as (ws, actor):
    known = gap_row.read(ws, actor)
    calendar_made_at = alerts.calendar_made_at(ws, actor)

here = known.here
locked = not access.may_plan()

frame.wide()
answer_here.go_on_if_asked()
st.title(words.TITLE(), anchor=False)
frame.who(here.view.customer, here.judgement.days_left)
planning.summary(here)
action_table.draw(here, known.people, locked=locked)
owners.draw(here, known.people, locked=locked)
planning.own_action(here, known.people, locked=locked)
planning.stops_without_action(here, locked=locked)
gap_row.without_action(gap_row.Rows(known))
histories.of_actions(here.plan.actions)
planning.take_away(here)
alerts.calendar_beside(calendar_made_at)
