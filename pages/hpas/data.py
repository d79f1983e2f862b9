"""Data til programmer: the keys that Power BI and other programs read tables with."""

import streamlit as st

from language.pages.hpas import data as words
from service.files.api_tokens import list_tokens
from service.people.customers import list_customers
from ui import access
from ui.files import keys

with access.reading() as (ws, actor):
    held = list_tokens(ws, actor, as_of=access.today())
    customers = list_customers(ws, actor)

st.title(words.TITLE(), anchor=False)
keys.about()
keys.held(held)
keys.make(customers)
keys.ended(held)
