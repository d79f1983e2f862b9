"""What a browser says of widgets that this process has never drawn is passed over when a run is checked.

After a broken connection it says all it has to another process. Streamlit looks up each of them to see whether it can be
serialised, and the run ends with an error when one is unknown there, and so does every one after it.
"""

from collections.abc import Iterator
from typing import Any, cast

from streamlit.runtime.state.session_state import SessionState

_check = SessionState._check_serializable


def pass_over_unknown_widgets() -> None:
    """From now on only what is known is looked up."""
    SessionState._check_serializable = _check_known  # type: ignore[assignment, method-assign]


def _check_known(state: SessionState) -> None:
    _check(cast(SessionState, _Known(state)))


class _Known:
    """A state without the widgets nobody has drawn."""

    def __init__(self, state: SessionState) -> None:
        self.held = dict(_held(state))

    def __iter__(self) -> Iterator[str]:
        return iter(self.held)

    def __getitem__(self, key: str) -> Any:
        return self.held[key]


def _held(state: SessionState) -> Iterator[tuple[str, Any]]:
    for key in state:
        try:
            yield key, state[key]
        except KeyError:
            continue
