"""Om virksomheten: what is asked once, and what shares take their whole from."""

import streamlit as st

from language.pages.customer import profile as words
from service.profile.facts import read_profile
from ui import access, frame
from ui.profile import fact_list

with access.reading() as (ws, actor):
    profile = read_profile(ws, actor, access.chosen_customer())

customer = profile.view.customer
days_left = (customer.go_live - access.today()).days if customer.go_live else None

st.title(words.TITLE(), anchor=False)
frame.who(customer, days_left)
st.write(words.ASKED_ONCE())
fact_list.progress(profile)
fact_list.facts(profile, locked=not access.may_answer())
fact_list.history(profile)
