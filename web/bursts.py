"""What an answer changes on the page reaches the browser in one go.

Streamlit sends what a run has so far every 5 ms, and its frontend draws the whole page anew for every part. The run of a
question is over in 10 ms: it waits for its end, and the page is drawn once instead of three or four times. A longer run
is not kept back. Seen in Streamlit 1.67, which has no setting for it.
"""

import asyncio
from contextlib import suppress

from starlette.websockets import WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import websocket_session_manager
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.session_manager import SessionClientDisconnectedError
from streamlit.web.server.starlette import starlette_websocket
from streamlit.web.server.starlette.starlette_websocket import StarletteSessionClient

# Seconds in which the end of a fragment's run is waited for; nobody notices what comes so much later.
HOLD = 0.05


def in_one_go() -> None:
    """Let every session that begins from now on send the messages of a fragment's run together."""
    websocket_session_manager.AppSession = Session  # type: ignore[attr-defined]
    starlette_websocket.StarletteSessionClient = Client  # type: ignore[misc]


def begins(message: ForwardMsg) -> bool:
    """Whether the run of a fragment begins here."""
    return message.WhichOneof("type") == "new_session" and bool(message.metadata.run.fragment_ids)


def ends(message: ForwardMsg) -> bool:
    """Whether this is the last thing a run says."""
    kind = message.WhichOneof("type")
    return kind == "session_status_changed" and not message.session_status_changed.script_is_running


class Session(AppSession):
    """A session that asks for its messages to be sent when the run of a fragment is over."""

    _holding = False

    def _enqueue_forward_msg(self, msg: ForwardMsg) -> None:
        if begins(msg):
            self._holding = True
            self._event_loop.call_later(HOLD, self._let_go)
        elif ends(msg):
            self._holding = False
        if self._holding:
            self._browser_queue.enqueue(msg)
        else:
            super()._enqueue_forward_msg(msg)

    def _let_go(self) -> None:
        if self._holding and self._message_enqueued_callback:
            self._holding = False
            self._message_enqueued_callback()


class Client(StarletteSessionClient):
    """A connection that writes the messages of a fragment's run one right after the other."""

    def __init__(self, websocket: WebSocket) -> None:
        super().__init__(websocket)
        self._gathered: list[ForwardMsg] = []

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Send a message, or keep it for those that follow at once. Raises when the connection is gone."""
        if begins(msg) and not self._gathered:
            asyncio.get_running_loop().call_later(HOLD, self._write_late)
        elif not self._gathered:
            super().write_forward_msg(msg)
            return
        self._gathered.append(msg)
        if ends(msg):
            self._write_all()

    def _write_all(self) -> None:
        gathered, self._gathered = self._gathered, []
        for msg in gathered:
            super().write_forward_msg(msg)

    def _write_late(self) -> None:
        # A connection that is gone is found by whoever writes next.
        with suppress(SessionClientDisconnectedError):
            self._write_all()
