"""Utvikling: how ready the customer has been at each time it sent in, and what has changed since last time."""

import streamlit as st

from ui import access, course, frame

view = access.response()
sent = course.sent_in(view)

judgement = access.judged(view)
times = course.times(sent, judgement)
before = sent[0] if sent else None
history = course.reference_series(view)

st.title("Utvikling", anchor=False)
frame.who(view.customer, judgement.days_left)
frame.banner(view.customer)
course.chart(times, history)
course.changed(view, before)
