"""When the app itself fails: the person gets a number and no data, the log the number, the kind of error and the place.

The message of an exception is not logged: it may quote what someone typed.
"""

import logging
import secrets
import traceback

import streamlit as st

log = logging.getLogger("klarsjekk")


def tell(error: Exception) -> bool:
    """Streamlit calls this instead of showing the error; True says that it has been told."""
    number = secrets.token_hex(4)
    log.error("error %s: %s at %s", number, type(error).__name__, _place(error))
    st.error(
        f"Noe gikk galt. Det du har lagret, er trygt. Last siden på nytt. Skjer det igjen, oppgi feilnummer **{number}**.",
        icon=":material/error:",
    )
    return True


def _place(error: Exception) -> str:
    """file:line of every step in our own code, the innermost last."""
    steps = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{step.filename.rsplit('/', 1)[-1]}:{step.lineno} {step.name}" for step in steps[-12:])
