"""The messages of a fragment's run go out together; those of a long run, or of a page, as they come."""

import asyncio
import inspect
import re
from pathlib import Path
from typing import cast

import pytest
from starlette.websockets import WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import websocket_session_manager
from streamlit.runtime.app_session import AppSession
from streamlit.web.server.starlette import starlette_websocket
from streamlit.web.server.starlette.starlette_websocket import StarletteSessionClient

from web import bursts

UNSAVED = Path(bursts.__file__).with_name("unsaved.js")


class Wire:
    """The other side of a connection: what has come over it so far."""

    def __init__(self) -> None:
        self.headers: dict[str, str] = {}
        self.cookies: dict[str, str] = {}
        self.client = None
        self.came: list[str] = []

    async def send_bytes(self, payload: bytes) -> None:
        self.came.append(str(ForwardMsg.FromString(payload).WhichOneof("type")))


def begun(fragment: str = "") -> ForwardMsg:
    message = ForwardMsg()
    message.new_session.name = "page"
    if fragment:
        message.metadata.run.fragment_ids.append(fragment)
    return message


def drawn() -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.text.body = "Lagret"
    return message


def over() -> list[ForwardMsg]:
    resting = ForwardMsg()
    resting.session_status_changed.script_is_running = False
    return [ForwardMsg(script_finished=ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY), resting]


async def sent(messages: list[ForwardMsg], wait: float = 0) -> list[str]:
    """What has come over the wire so many seconds after the last of the messages."""
    wire = Wire()
    client = bursts.Client(cast("WebSocket", wire))
    for message in messages:
        client.write_forward_msg(message)
        await asyncio.sleep(0)
    await asyncio.sleep(wait)
    await client.aclose()
    return wire.came


WHOLE = ["new_session", "delta", "script_finished", "session_status_changed"]


def test_the_run_of_a_fragment_waits_for_its_end_and_comes_whole() -> None:
    assert asyncio.run(sent([begun("f"), drawn()])) == []
    assert asyncio.run(sent([begun("f"), drawn(), over()[0]])) == []
    assert asyncio.run(sent([begun("f"), drawn(), *over()], wait=0.001)) == WHOLE


def test_a_long_run_is_not_kept_back() -> None:
    assert asyncio.run(sent([begun("f"), drawn()], wait=5 * bursts.HOLD)) == WHOLE[:2]


def test_the_run_of_a_page_is_sent_as_it_comes() -> None:
    assert asyncio.run(sent([begun(), drawn()], wait=0.001)) == WHOLE[:2]


def test_two_runs_keep_their_order() -> None:
    assert asyncio.run(sent([begun("f"), drawn(), *over(), begun("g"), drawn(), *over()], wait=0.001)) == [
        *WHOLE,
        *WHOLE,
    ]


def test_streamlit_still_makes_what_we_replace(monkeypatch: pytest.MonkeyPatch) -> None:
    """When this turns red, Streamlit makes its sessions or connections in another place, and ours are not used."""
    for module, name, plain in (
        (websocket_session_manager, "AppSession", AppSession),
        (starlette_websocket, "StarletteSessionClient", StarletteSessionClient),
    ):
        monkeypatch.setattr(module, name, plain)
        assert f" {name}(" in inspect.getsource(module)
    bursts.in_one_go()
    assert vars(websocket_session_manager)["AppSession"] is bursts.Session
    assert vars(starlette_websocket)["StarletteSessionClient"] is bursts.Client


def test_the_page_knows_the_messages_of_a_run_by_their_numbers() -> None:
    fields = ForwardMsg.DESCRIPTOR.fields_by_name
    known = dict(re.findall(r"const ([A-Z_]+) = (\d+);", UNSAVED.read_text(encoding="utf-8")))
    assert int(known["NEW_SESSION"]) == fields["new_session"].number
    assert int(known["SCRIPT_FINISHED"]) == fields["script_finished"].number
