"""Mangler: what is behind now, by area and hard stops first, then what comes next by date."""

import streamlit as st

from ui import access, frame
from ui.judgement import gap_card, gap_list
from ui.plan import planning
from ui.review import basis_choice

here = access.customer_judgement(basis_choice.chosen())

view, judgement = here.view, here.judgement
coming = sorted((gap for gap in here.gaps if not gap.open), key=lambda gap: gap.start_by or gap.by)

gap_card.go_on_if_asked()
st.title("Mangler", anchor=False)
frame.who(view.customer, judgement.days_left)
basis_choice.switch(rated=here.rated)
planning.say_outcome_briefly()
after = gap_list.summary(here)
shown = gap_list.filtered(here)
gap_list.by_area(shown, gap_card.Cards(here, after, access.may_plan()))
st.header("Kommer etter hvert", anchor=False)
gap_list.coming(coming, judgement)
gap_list.take_away(view)
