"""Streamlit's protocol as a browser speaks it: its messages, and an editor who answers questions without a browser.

Messages and widgets are those of the installed package (`streamlit.proto`); nothing of its client side is used.
What an editor calls saved is what the page shows as saved, beside the question that was answered.
"""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import Any, Self
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

XSRF_COOKIE = "_streamlit_xsrf"
# A script that was broken off to begin anew: the real end is still to come.
EARLY = 2
PATIENCE = 20.0
SAVED, NOT_SAVED = "Lagret ", "Ikke lagret"


@dataclass(frozen=True)
class Widget:
    """A widget as it was drawn: its id, the fragment it belongs to, and the element."""

    id: str
    fragment: str
    element: Any

    @property
    def key(self) -> str:
        return key_in(self.id)

    @property
    def options(self) -> list[str]:
        """What can be chosen, as it is written; empty for what is typed."""
        return [getattr(option, "content", option) for option in getattr(self.element, "options", ())]


def key_in(element_id: str) -> str:
    """The key we gave a widget or container, which ends its id; other ids end in "None"."""
    return element_id.split("-", 2)[-1]


def widget_in(element: Element, fragment: str) -> Widget | None:
    """The element as a widget, if it is one."""
    kind = element.WhichOneof("type")
    drawn = getattr(element, kind) if kind else None
    name = getattr(drawn, "id", "")
    return Widget(name, fragment, drawn) if isinstance(name, str) and name.startswith("$$") else None


def state_of(widget_id: str, **value: Any) -> WidgetState:
    """A widget's value as a browser sends it: one of `string_value`, `double_value`, `string_array_value`, …"""
    state = WidgetState(id=widget_id)
    [(kind, held)] = value.items()
    if kind.endswith("_array_value"):
        getattr(state, kind).data.extend(held)
    else:
        setattr(state, kind, held)
    return state


def rerun(url: str, *, page: str, page_hash: str, fragment: str = "", query: str = "") -> BackMsg:
    """The message that asks for a page or a fragment to run, still without the values of its widgets."""
    message = BackMsg()
    run = message.rerun_script
    run.query_string, run.page_script_hash, run.page_name, run.fragment_id = query, page_hash, page, fragment
    run.context_info.timezone, run.context_info.locale = "Europe/Oslo", "nb-NO"
    run.context_info.url = f"{url}/{page}"
    return message


@dataclass
class Run:
    """What one run of the script sent. `texts`: the keys of the containers a text stands in, joined by "/", and the text."""

    seconds: float = 0.0
    bytes: int = 0
    messages: int = 0
    texts: list[tuple[str, str]] = field(default_factory=list)

    def circumstances(self, container: str) -> list[str]:
        """The texts in the container with this key."""
        return [text for place, text in self.texts if container in place.split("/")]


@dataclass(frozen=True)
class Answered:
    """How an answer went. `saved`: the page says so beside the question; otherwise `said` has what it says."""

    run: Run
    saved: bool
    said: str

    @property
    def seconds(self) -> float:
        return self.run.seconds


class Editor:
    """One browser tab on a page, as `async with Editor(url, "egenvurdering", query={"kunde": …}) as editor`.

    Raises websockets' ConnectionClosed when the server hangs up, and TimeoutError when it says nothing for `PATIENCE`.
    """

    def __init__(
        self,
        url: str,
        page: str = "",
        *,
        query: Mapping[str, str] | None = None,
        cookies: Mapping[str, str] | None = None,
        tls: SSLContext | None = None,
    ) -> None:
        self.url, self.page, self.query = url.rstrip("/"), page, urlencode(query or {})
        self.cookies, self.tls = dict(cookies or {}), tls
        self.widgets: dict[str, Widget] = {}
        self.session = ""
        self.bytes = 0
        self._hash = ""
        self._states: dict[str, WidgetState] = {}
        self._containers: dict[tuple[int, ...], str] = {}
        self._socket: ClientConnection | None = None

    async def __aenter__(self) -> Self:
        await self.connect()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def connect(self, *, resume: bool = False) -> None:
        """Open the connection. `resume`: ask for the session from before, as a browser does after a break."""
        address = urlsplit(self.url)
        protocols = ["streamlit", self.cookies.get(XSRF_COOKIE) or "none", *([self.session] if resume else [])]
        self._socket = await connect(
            f"{'wss' if address.scheme == 'https' else 'ws'}://{address.netloc}/_stcore/stream",
            origin=Origin(self.url),
            subprotocols=[Subprotocol(protocol) for protocol in protocols],
            additional_headers={"Cookie": "; ".join(f"{name}={held}" for name, held in self.cookies.items())},
            max_size=None,
            compression=None,
            proxy=None,
            ssl=self.tls,
            open_timeout=PATIENCE,
            ping_interval=None,
        )

    async def close(self) -> None:
        if self._socket is not None:
            await self._socket.close()

    async def load(self) -> Run:
        """Run the whole page, with the values this tab has sent so far; learns its widgets anew."""
        self.widgets.clear()
        self._containers.clear()
        return await self._run()

    @property
    def choices(self) -> dict[str, Widget]:
        """Question id -> its radio or segmented control, of the questions on the page that have one."""
        return {
            widget.key.split(".")[1]: widget
            for widget in self.widgets.values()
            if widget.options and widget.key.startswith("answer.") and widget.key.endswith(".value")
        }

    async def answer(self, question_id: str, option: int) -> Answered:
        """Choose an option by its place, and wait until the fragment is done and what it says is here."""
        widget = self.choices[question_id]
        chosen = widget.options[option]
        many = type(widget.element).__name__ == "ButtonGroup"
        value = {"string_array_value": [chosen]} if many else {"string_value": chosen}
        return _answered(await self.give(widget, **value), question_id)

    async def give(self, widget: Widget, **value: Any) -> Run:
        """Send any value for a widget, and run its fragment."""
        self._states[widget.id] = state_of(widget.id, **value)
        return await self._run(widget.fragment)

    async def _run(self, fragment: str = "") -> Run:
        assert self._socket is not None
        page = "" if self._hash else self.page
        message = rerun(self.url, page=page, page_hash=self._hash, fragment=fragment, query=self.query)
        message.rerun_script.widget_states.widgets.extend(self._states.values())
        run, start = Run(), time.perf_counter()
        await self._socket.send(message.SerializeToString())
        while True:
            data = await asyncio.wait_for(self._socket.recv(decode=False), PATIENCE)
            run.bytes, run.messages = run.bytes + len(data), run.messages + 1
            told = ForwardMsg.FromString(data)
            if told.WhichOneof("type") == "script_finished" and told.script_finished != EARLY:
                run.seconds = time.perf_counter() - start
                self.bytes += run.bytes
                return run
            self._learn(told, run)

    def _learn(self, message: ForwardMsg, run: Run) -> None:
        match message.WhichOneof("type"):
            case "new_session":
                self.session = message.new_session.initialize.session_id or self.session
                self._hash = message.new_session.page_script_hash
            case "navigation":
                self._hash = message.navigation.page_script_hash
            case "delta":
                self._learn_delta(message, run)
            case _:
                pass

    def _learn_delta(self, message: ForwardMsg, run: Run) -> None:
        path, delta = tuple(message.metadata.delta_path), message.delta
        if delta.WhichOneof("type") == "add_block":
            self._containers[path] = key_in(delta.add_block.id)
        elif delta.WhichOneof("type") == "new_element":
            widget = widget_in(delta.new_element, delta.fragment_id)
            if widget is not None:
                self.widgets[widget.key] = widget
            text = _text(delta.new_element)
            if text:
                run.texts.append((self._place(path), text))

    def _place(self, path: tuple[int, ...]) -> str:
        """The containers with a key that an element stands in, from the outermost."""
        return "/".join(filter(None, (self._containers.get(path[:depth]) for depth in range(1, len(path)))))


def _text(element: Element) -> str:
    kind = element.WhichOneof("type")
    return str(getattr(getattr(element, kind), "body", "")) if kind in ("markdown", "text", "alert", "heading") else ""


def _answered(run: Run, question_id: str) -> Answered:
    said = " ".join(run.circumstances(f"card-{question_id}"))
    return Answered(run, saved=SAVED in said and NOT_SAVED not in said, said=said)
