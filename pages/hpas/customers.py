"""Kunder og tilgang: who HPAS rolls out to and when, and who may log in as what."""

import streamlit as st

from service.people.customers import go_live_moves, list_customers
from service.people.members import list_members
from ui import access
from ui.dossier import taking_in
from ui.people import customers, members

with access.reading() as (ws, actor):
    everyone = list_customers(ws, actor)
    chosen = customers.chosen(everyone)
    moves = go_live_moves(ws, actor, chosen.id) if chosen else []
    theirs = list_members(ws, actor, chosen.id) if chosen else []
    ours = list_members(ws, actor, None)

st.title("Kunder og tilgang", anchor=False)
customers.table(everyone)
customers.add()
taking_in.box()
customers.pick(everyone)
if chosen is not None:
    customers.move(chosen, moves)
    members.of(chosen, theirs)
members.of_hpas(ours)
customers.review()
