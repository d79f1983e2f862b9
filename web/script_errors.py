"""When the app itself fails: the person gets a number and no data, the log the number, the kind of error and the place.

The message of an exception is not logged, by us or by anyone: it may quote what someone typed.
"""

import logging
import secrets
import traceback
from typing import Any

import streamlit as st

log = logging.getLogger("klarsjekk")


def keep_messages_out_of_the_log() -> None:
    """From now on an exception is logged by its kind and place, whichever library logs it."""
    make = logging.getLogRecordFactory()

    def without_message(*given: Any, **named: Any) -> logging.LogRecord:
        record = make(*given, **named)
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            record.msg = f"{record.getMessage()}: {type(error).__name__} at {_place(error)}"
            record.args, record.exc_info = (), None
        return record

    logging.setLogRecordFactory(without_message)


def tell(error: Exception) -> bool:
    """Streamlit calls this instead of showing the error; True says that it has been told."""
    number = secrets.token_hex(4)
    log.error("error %s: %s at %s", number, type(error).__name__, _place(error))
    st.error(
        f"Noe gikk galt. Det du har lagret, er trygt. Last siden på nytt. Skjer det igjen, oppgi feilnummer **{number}**.",
        icon=":material/error:",
    )
    return True


def _place(error: BaseException) -> str:
    """file:line of every step in our own code, the innermost last."""
    steps = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{step.filename.rsplit('/', 1)[-1]}:{step.lineno} {step.name}" for step in steps[-12:])
