"""Making a change from a form, and saying how it went once the page is drawn again."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from service.faults import DatabaseProblem, Refused
from ui import session
from ui.failures import in_words
from ui.text import escaped

Scope = Literal["app", "fragment"]


def make_change(change: Callable[[], object], done: str | None = None, *, scope: Scope = "app") -> None:
    """Make a change, say how it went, and draw the page, or the part of it, again when it went well.

    Without `done` the change says it itself.
    """
    try:
        said = change()
    except Refused as refused:
        st.error(escaped(refused.message))
    except DatabaseProblem as problem:
        st.error(escaped(in_words(problem)))
    else:
        session.put("told", said if done is None else done)
        st.rerun(scope=scope)


def say_outcome() -> None:
    """What the last change on this page came to."""
    said = session.take("told")
    if said is not None:
        st.success(str(said), icon=":material/check_circle:")
