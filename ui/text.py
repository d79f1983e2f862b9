"""Showing text. What people typed is shown as it stands, never as markup; what we wrote may carry emphasis."""

import re

import streamlit as st

_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
# Signs that Streamlit joins into arrows, dashes, icons and links even when each is disarmed; between them goes a joiner
# that takes no room.
_PAIRS = re.compile(r"(?<=[-<>=~])(?=[-<>=~])|(?<=:)(?=[/\w])|(?<=@)(?=\w)|(?<=[Ww]{3})(?=\.)")
JOINER = "\u2060"


def plain(text: str) -> None:
    """Text from a person, a file or another system, exactly as it is."""
    st.text(text)


def escaped(text: str) -> str:
    """The same for the middle of a sentence of ours: every sign that could be markup is disarmed."""
    return _SIGNS.sub(r"\\\1", _PAIRS.sub(JOINER, " ".join(text.split())))
