"""Whose script a thread runs, where it runs one: told without a word to the session, at which a run may be ended."""

from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx


def session_id() -> str | None:
    """The connection's name in this process; `None` in a thread that draws nothing."""
    run = get_script_run_ctx(suppress_warning=True)
    return None if run is None else run.session_id
