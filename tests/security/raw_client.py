"""A client that speaks Streamlit's protocol by hand: it sends what no browser would, and keeps all that comes back.

Messages and widgets are those of the installed package (`streamlit.proto`); nothing of its client side is used.
"""

import json
import re
import secrets
import time
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import Any, Self

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, generate_xsrf_token_string
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from language.ui.answers.folds import FOLDS
from tests.protocol import EARLY, PATIENCE, XSRF_COOKIE, Widget, rerun, state_of, widget_in
from tests.security.serve import COOKIE_SECRET, Server
from tests.security.world import Person
from ui.answers.folds import MORE

USER_COOKIE = "_streamlit_user"


def login_cookie(server: Server, person: Person, *, secret: str = COOKIE_SECRET, **claims: object) -> str:
    """The cookie the app would have set when the person logged in now."""
    said = {"iss": server.issuer, "iat": int(time.time()), "nonce": secrets.token_hex(8), "provider": "entra"}
    held = said | person.claims | {"origin": server.url, "is_logged_in": True} | claims
    return create_signed_value(secret, USER_COOKIE, json.dumps(held)).decode()


def held_by(server: Server, person: Person) -> dict[str, str]:
    """The cookies of one who has just logged in."""
    return {XSRF_COOKIE: generate_xsrf_token_string(), USER_COOKIE: login_cookie(server, person)}


@dataclass
class Seen:
    """What one run of the app sent."""

    raw: bytes = b""
    drawn: bytes = b""
    """What is put on the page; the other messages say among other things where the server has its script."""
    widgets: dict[str, Widget] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    page: str = ""
    not_found: bool = False
    redirect: str = ""

    def says(self, text: str) -> bool:
        return text.encode() in self.raw

    def of_key(self, key: str) -> Widget:
        """The widget of the key; a table's key also names the process that drew it."""
        return next(each for each in self.widgets.values() if each.key == key or each.key.startswith(f"{key}.of."))

    def labelled(self, label: str) -> Widget:
        return next(widget for widget in self.widgets.values() if getattr(widget.element, "label", "") == label)


class Client:
    """One session with the server, logged in as `person` when there is one."""

    def __init__(
        self,
        server: Server,
        person: Person | None = None,
        *,
        cookies: Mapping[str, str] | None = None,
        origin: str | None = "",
        token: str | None = None,
        resume: str = "",
    ) -> None:
        self.server = server
        xsrf = generate_xsrf_token_string()
        held = {XSRF_COOKIE: xsrf} | ({USER_COOKIE: login_cookie(server, person)} if person else {})
        held |= dict(cookies or {})
        self.cookies = held
        protocols = ["streamlit", xsrf if token is None else token, *([resume] if resume else [])]
        self._open = ExitStack()
        connection = connect(
            f"ws://{server.host}/_stcore/stream",
            origin=Origin(server.url if origin == "" else origin) if origin is not None else None,
            subprotocols=[Subprotocol(protocol) for protocol in protocols if protocol],
            additional_headers={"Cookie": "; ".join(f"{name}={value}" for name, value in held.items())},
            max_size=None,
            compression=None,
            proxy=None,
        )
        self.socket: ClientConnection = self._open.enter_context(connection)
        self.states: dict[str, WidgetState] = {}
        self.session = ""
        self.hash = ""
        self.all = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._open.close()

    def open(self, page: str = "", *, page_hash: str = "", **query: str) -> Seen:
        """Ask for a page by its name in the address, or by its hash."""
        self.states.clear()
        self.hash = page_hash
        return self.run(page=page, **query)

    def run(self, *, page: str = "", fragment: str = "", **query: str) -> Seen:
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        message = rerun(self.server.url, page=page, page_hash=self.hash, fragment=fragment, query=asked)
        message.rerun_script.widget_states.widgets.extend(self.states.values())
        self.send(message.SerializeToString())
        return self.listen()

    def send(self, data: bytes | str) -> None:
        self.socket.send(data)

    def listen(self) -> Seen:
        """Everything until the app has finished; raises ConnectionClosed when the server hangs up."""
        seen = Seen()
        while True:
            data = self.socket.recv(timeout=PATIENCE)
            assert isinstance(data, bytes)
            seen.raw += data
            self.all += data
            message = ForwardMsg()
            message.ParseFromString(data)
            seen.drawn += data if message.WhichOneof("type") == "delta" else b""
            if message.WhichOneof("type") == "script_finished":
                if message.script_finished != EARLY:
                    self._drop_triggers()
                    return seen
            else:
                self._learn(message, seen)

    def _learn(self, message: ForwardMsg, seen: Seen) -> None:
        match message.WhichOneof("type"):
            case "new_session":
                self.session = message.new_session.initialize.session_id or self.session
                self.hash = seen.page = message.new_session.page_script_hash
            case "navigation":
                self.hash = seen.page = message.navigation.page_script_hash
                seen.pages = [page.url_pathname for page in message.navigation.app_pages]
            case "page_not_found":
                seen.not_found = True
            case "auth_redirect":
                seen.redirect = message.auth_redirect.url
            case "delta" if message.delta.WhichOneof("type") == "new_element":
                widget = widget_in(message.delta.new_element, message.delta.fragment_id)
                if widget is not None:
                    seen.widgets[widget.id] = widget
            case _:
                pass

    def _drop_triggers(self) -> None:
        """A click counts once."""
        for found in [name for name, held in self.states.items() if held.WhichOneof("value") == "trigger_value"]:
            del self.states[found]

    def give(self, widget: Widget, **value: Any) -> Seen:
        """Send a value for a widget, of any type, whether it is among the options or not."""
        self.hold(widget.id, **value)
        return self.run(fragment=widget.fragment)

    def hold(self, widget_id: str, **value: Any) -> None:
        """Have a value for a widget go with the next run."""
        self.states[widget_id] = state_of(widget_id, **value)

    def unfold(self, seen: Seen, question: str, fold: str = MORE) -> None:
        """Have a fold («Mer om svaret») open under this question of the page at the next run."""
        box = re.search(rf"\$\$ID-[0-9a-f]{{32}}-more\.{question}".encode(), seen.raw)
        assert box
        self.hold(box[0].decode(), string_array_value=[FOLDS[fold]])

    def click(self, widget: Widget) -> Seen:
        return self.give(widget, trigger_value=True)

    def hung_up(self) -> int | None:
        """The code the server closed with, or `None` while it has not."""
        with suppress(TimeoutError):
            try:
                while True:
                    self.socket.recv(timeout=5)
            except ConnectionClosed as closed:
                return closed.rcvd.code if closed.rcvd else 1006
        return None
