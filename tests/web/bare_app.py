"""Streamlit as it comes, with our settings and nothing else of ours: what the tests of expiry look at."""

import os

import streamlit as st


@st.fragment
def part() -> None:
    """Runs by itself, as a question does."""
    if st.button("Trykk", key="press"):
        st.write(f"trykket i {os.getpid()}")


st.title("Bar")
st.write(f"prosess {os.getpid()}")
st.caption("Blek tekst")
st.button("Viktig", type="primary")
part()
