"""What a click has begun is done to the end, whatever its browser does meanwhile, and would not be without us."""

import pytest
from streamlit.commands import execution_control
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest

from web import finishing
from web.finishing import finish_clicks

STOP = "_maybe_handle_execution_control_request"


@pytest.fixture
def as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit as it is, now and afterwards."""
    monkeypatch.setattr(ScriptRunner, STOP, finishing._yield)
    monkeypatch.setattr(execution_control, "_force_yield_point", finishing._end_run)


def page() -> None:
    """A field that is saved in its callback; the connection breaks when that has just begun."""
    import streamlit as st
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    def save() -> None:
        run = get_script_run_ctx()
        assert run
        assert run.script_requests
        run.script_requests.request_stop()
        st.session_state["stored"] = st.session_state["typed"]

    st.text_input("Typed", key="typed", on_change=save)
    st.text(f"Stored: {st.session_state.get('stored', 'nothing')}")


def stored_after_a_break() -> str:
    """What is stored when the page is taken up again, with what was typed."""
    app = AppTest.from_function(page).run()
    app.text_input(key="typed").input("12").run()
    return str(app.run().text[0].value)


@pytest.mark.usefixtures("as_before")
def test_it_is_done_to_the_end() -> None:
    finish_clicks()
    assert stored_after_a_break() == "Stored: 12"


@pytest.mark.usefixtures("as_before")
def test_without_it_what_was_typed_is_lost() -> None:
    """When this turns red, `web/finishing.py` is needed no more."""
    assert stored_after_a_break() == "Stored: nothing"


@pytest.mark.usefixtures("as_before")
def test_a_run_is_stopped_all_the_same_when_its_callbacks_are_done() -> None:
    finish_clicks()
    app = AppTest.from_function(page).run()
    app.text_input(key="typed").input("12").run()
    assert [each.value for each in app.text] == []


def button() -> None:
    """A button of a run in which somebody asks for another one before the script has come to it."""
    import streamlit as st
    from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx

    state = st.session_state
    run = get_script_run_ctx()
    assert run
    assert run.script_requests
    state["runs"] = state.get("runs", 0) + 1
    if state.get("press"):
        run.script_requests.request_rerun(RerunData())
    if st.button("Press", key="press"):
        st.write("On the way")
        state["done"] = state.get("done", 0) + 1
        if state["again"]:
            st.rerun()
    st.text(f"Done: {state.get('done', 0)}")


def done_after_a_click(*, again: bool = False) -> AppTest:
    """The page after one click that another one followed at once. again: the button asks for a new run itself."""
    app = AppTest.from_function(button)
    app.session_state["again"] = again
    return app.run().button(key="press").click().run()


@pytest.mark.usefixtures("as_before")
@pytest.mark.parametrize("again", [False, True])
def test_a_button_is_done_once_though_another_click_follows_at_once(again: bool) -> None:
    finish_clicks()
    app = done_after_a_click(again=again)
    assert app.text[0].value == "Done: 1"
    # The first, that of the click, and one for both who asked for another.
    assert app.session_state["runs"] == 3


@pytest.mark.usefixtures("as_before")
def test_without_it_a_click_is_lost_to_the_next() -> None:
    assert done_after_a_click().text[0].value == "Done: 0"
