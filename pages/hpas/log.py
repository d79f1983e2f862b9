"""Logg: who did what to whom, when, and how it went."""

from datetime import UTC, datetime

import streamlit as st

from language.pages.hpas import log as words
from service.people.customers import list_customers
from service.people.log import read_log
from ui import access, frame
from ui.people import log

asked = log.asked(datetime.now(UTC))
with access.reading() as (ws, actor):
    page = read_log(ws, actor, asked)
    customers = list_customers(ws, actor)

frame.wide()
st.title(words.TITLE(), anchor=False)
log.filters(page, customers)
log.table(page)
log.take_away()
