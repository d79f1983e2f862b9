"""No answer says what kind of server gave it, also without a proxy in front.

uvicorn puts the name on by itself, after our middleware, and Streamlit has made its settings before our code is read.
"""

from typing import Any

import uvicorn


def say_no_name() -> None:
    """From now on uvicorn's own headers are without the name."""
    uvicorn.Config.encoded_headers = property(_without_name, _set)  # type: ignore[assignment]


def _without_name(config: Any) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in vars(config).get("encoded_headers", ()) if name != b"server"]


def _set(config: Any, headers: list[tuple[bytes, bytes]]) -> None:
    vars(config)["encoded_headers"] = headers
