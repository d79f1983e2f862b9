"""What the app needs of Streamlit's inside, looked for before anything starts. Why each, and what it costs: docs/streamlit.md."""

import json
import re
from asyncio import base_events
from collections.abc import Iterator, Sequence
from typing import Any

import uvicorn
from authlib.integrations.base_client.async_openid import AsyncOpenIDMixin
from streamlit.commands import execution_control
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import app_session
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils import script_requests
from streamlit.web.server.starlette import starlette_auth_routes, starlette_websocket

from web import norwegian
from web.script import FOLDER

# What our scripts find on the page: the frontend's own names for its parts, and what it says of its state there.
_PARTS = re.compile(r'data-testid="(\w+)"|dataset\.(test\w+)')
_GIVEN = re.compile(r"const (?:GRID|LIST) = (\[.*\]);|startsWith\((\"__\w+\$\")\)")
_NUMBERS = re.compile(r"const ([A-Z_]+) = (\d+);")


def missing() -> list[str]:
    """What this version of Streamlit (and of Python) no longer has, one line each; nothing when all is there."""
    return [*norwegian.missing(), *_lost_parts(), *_moved_fields(), *_lost_names()]


def _lost_parts() -> Iterator[str]:
    for name in norwegian.SCRIPTS_OF_OURS:
        wanted = parts_in(_text(name))
        for part in norwegian.unsaid([*wanted, *given_in(_text(name))], norwegian.script_files()):
            yield f"web/{name}.js · Streamlit har ikke lenger {part!r} på siden. Se docs/streamlit.md."


def parts_in(text: str) -> list[str]:
    """The names of parts of the page in a script or a style sheet, as the frontend writes them."""
    return sorted({test_id or _dashed(state) for test_id, state in _PARTS.findall(text)})


def given_in(text: str) -> list[str]:
    """What a script looks for in that which React was given to draw, and under which name React keeps it."""
    return sorted(
        {name for found in _GIVEN.findall(text) for each in found if each for name in _listed(json.loads(each))}
    )


def _listed(held: object) -> list[str]:
    return [str(each) for each in held] if isinstance(held, list) else [str(held)]


def _dashed(state: str) -> str:
    """`testScriptState` as the attribute is called: `data-test-script-state`."""
    return "data-" + re.sub(r"[A-Z]", lambda found: "-" + found[0].lower(), state)


# What `together.js` calls a field of the protocol -> where it stands there.
_FIELDS = {
    "NEW_SESSION": ("new_session",),
    "SCRIPT_FINISHED": ("script_finished",),
    "METADATA": ("metadata",),
    "RUN": ("metadata", "run"),
    "FRAGMENT_IDS": ("metadata", "run", "fragment_ids"),
    "DELTA": ("delta",),
    "ADD_BLOCK": ("delta", "add_block"),
    "BLOCK_ID": ("delta", "add_block", "id"),
    "HEARTBEAT_ACK": ("heartbeat_ack",),
}
# …and of what the page sends.
_SENT_FIELDS = {"RERUN": ("rerun_script",), "HEARTBEAT": ("app_heartbeat",)}


def _moved_fields() -> Iterator[str]:
    """`together.js` reads messages by the numbers of their fields."""
    ours = {name: int(number) for name, number in _NUMBERS.findall(_text("together"))}
    numbers = {name: number_of(path) for name, path in _FIELDS.items()}
    numbers |= {name: number_of(path, BackMsg.DESCRIPTOR) for name, path in _SENT_FIELDS.items()}
    for name, number in numbers.items():
        if ours[name] != number:
            yield f"web/together.js · {name} er {number or 'borte'} hos Streamlit, ikke {ours[name]}. Se docs/streamlit.md."


def number_of(path: Sequence[str], message: Any = ForwardMsg.DESCRIPTOR) -> int | None:
    """The number of a field of a field… of the messages the server sends, or `None` when it is not there."""
    number = None
    for name in path:
        field = message.fields_by_name.get(name) if message else None
        if field is None:
            return None
        message, number = field.message_type, field.number
    return number


def _lost_names() -> Iterator[str]:
    for place, owner, name in (
        ("server.py", PagesManager, "uses_pages_directory"),
        ("web/sockets.py", base_events, "_set_nodelay"),
        ("web/less_in_cookies.py", starlette_auth_routes, "_set_auth_cookie"),
        ("web/unnamed.py", uvicorn.Config("app"), "encoded_headers"),
        ("web/theme_once.py", app_session, "_populate_theme_msg"),
        ("web/finishing.py", ScriptRunner, "_maybe_handle_execution_control_request"),
        ("web/finishing.py", execution_control, "_force_yield_point"),
        ("web/finishing.py", script_requests, "_has_active_trigger_value"),
        ("web/clocks.py", AsyncOpenIDMixin, "parse_id_token"),
        ("web/uploads.py", starlette_websocket, "_get_signed_cookie_with_chunks"),
        ("web/uploads.py", MemoryUploadedFileManager(""), "file_storage"),
    ):
        if not hasattr(owner, name):
            yield f"{place} · {name!r} finnes ikke lenger. Se docs/streamlit.md."


def _text(name: str) -> str:
    return (FOLDER / f"{name}.js").read_text(encoding="utf-8")
