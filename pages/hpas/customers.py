"""Kunder og tilgang: who HPAS rolls out to and when, and who may log in as what."""

import streamlit as st

from language.pages.hpas import customers as words
from service.people.customer_changes import reviewers
from service.people.customers import go_live_moves
from service.people.group_reviewers import customer_groups
from service.people.members import list_members
from service.portfolio.customer_table import customer_table
from ui import access, frame
from ui.change_form import say_outcome
from ui.dossier import taking_in
from ui.people import customer_acts, customer_list, customers, customers_file, group_reviewers, members

archived = customer_list.archived()
with access.reading() as (ws, actor):
    everyone = customer_table(ws, actor, archived=archived)
    chosen = customers.chosen([each.customer for each in everyone])
    moves = go_live_moves(ws, actor, chosen.id) if chosen else []
    theirs = list_members(ws, actor, chosen.id) if chosen else []
    ours = list_members(ws, actor, None)
    hpas = reviewers(ws, actor)
    groups = customer_groups(ws, actor)

shown = customer_list.filtered(everyone)

frame.wide()
st.title(words.TITLE(), anchor=False)
say_outcome()
customer_list.filters(everyone)
picked = customer_list.table(shown, len(everyone))
customer_acts.draw(picked, shown, hpas, archived=archived)
group_reviewers.draw(groups, hpas)
customers.add()
customers_file.new_customers()
customers_file.new_dates()
taking_in.box()
customers.pick([each.customer for each in customer_list.on_page(shown)], chosen)
if chosen is not None and not archived:
    customers.move(chosen, moves)
    members.of(chosen, theirs)
members.of_hpas(ours)
customers.review()
