"""Gap: what is behind now, by area and hard stops first, then what comes next by date."""

import streamlit as st

from scoring.gaps import When
from ui import access, frame, gap_list, layout

here = access.situation()

view, judgement, gaps = here.view, here.judgement, here.gaps
now = [gap for gap in gaps if gap.when is When.NOW]
coming = sorted((gap for gap in gaps if gap.when is When.NEXT), key=lambda gap: gap.by)

layout.go_on_if_asked()
st.title("Gap", anchor=False)
frame.who(view.customer, judgement.days_left)
frame.banner(view.customer)
gap_list.summary(now, judgement)
shown = gap_list.filtered(now)
gap_list.by_area(shown, view.form.factors)
st.header("Kommer etter hvert", anchor=False)
gap_list.coming(coming, judgement)
gap_list.take_away(view)
