"""What a click has begun is done to the end, also when its browser is gone meanwhile or asks for something else.

When a connection breaks, Streamlit stops the script at its next word with the session, also in the midst of a callback. The value
of the widget is taken for known by then: no later run calls the callback, and what was typed would look stored and be lost. A button
without a callback is known to one run alone: a second click before that run has come to the button would take the first away.
"""

from collections.abc import Iterator
from contextvars import ContextVar

from streamlit.commands import execution_control
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType, _has_active_trigger_value
from streamlit.runtime.scriptrunner_utils.script_run_context import RunLocation, ThreadState, get_script_run_ctx
from streamlit.runtime.state.session_state import SessionState, Value

_yield = ScriptRunner._maybe_handle_execution_control_request
_end_run = execution_control._force_yield_point
_ends_itself = ContextVar("ends_itself", default=False)


def finish_clicks() -> None:
    """From now on a run is neither stopped nor begun anew by others before its callbacks and its button are done."""
    ScriptRunner._maybe_handle_execution_control_request = _yield_when_done  # type: ignore[method-assign]
    execution_control._force_yield_point = _end


def _end() -> None:
    """The script asks for its own end, so that its button is done."""
    before = _ends_itself.set(True)
    try:
        _end_run()
    finally:
        _ends_itself.reset(before)


def _yield_when_done(self: ScriptRunner) -> None:
    if not _in_callback() and (_ends_itself.get() or not _holds_press(self)):
        _yield(self)


def _in_callback() -> bool:
    # A thread that runs no script has no state.
    running = get_script_run_ctx(suppress_warning=True) is not None
    return running and ThreadState.get().run_location is RunLocation.CALLBACK


def _holds_press(runner: ScriptRunner) -> bool:
    # Nobody asks for anything in most cases, and a script looks here at each of its words.
    if runner._requests._state is ScriptRequestType.CONTINUE:
        return False
    return any(_pressed(runner._session_state._state))


def _pressed(state: SessionState) -> Iterator[bool]:
    """For each widget whether it is a button that was pressed for this run, and has no callback."""
    known = state._new_widget_state
    for widget_id, value in known.states.items():
        about = known.widget_metadata.get(widget_id)
        if about is None or about.callback is not None:
            continue
        if isinstance(value, Value):
            yield about.value_type == "trigger_value" and bool(value.value)
        else:
            yield _has_active_trigger_value(value.value)
