"""What a page hears of a run, and when: a real browser with our script, a real connection, Streamlit's own messages."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.server import ServerConnection, serve

SCRIPT = Path(__file__).resolve().parents[2] / "web" / "together.js"
# Seconds; the connection is there already for the browser.
PATIENCE = 10

# Hears messages as the frontend does, and counts the tasks of the browser meanwhile: two in one task are drawn at once.
LISTENER = """(address) => new Promise((ready) => {
  window.heard = [];
  window.told = [];
  let task = 0;
  for (const name of ["klarsjekk:run", "klarsjekk:rest"]) document.addEventListener(name, () => window.told.push(name));
  const next = new MessageChannel();
  next.port1.onmessage = () => { task += 1; };
  window.socket = new WebSocket(address);
  window.socket.binaryType = "arraybuffer";
  window.socket.addEventListener("message", (event) => {
    window.heard.push([task, [...new Uint8Array(event.data)]]);
    next.port2.postMessage(null);
  });
  window.socket.addEventListener("close", () => window.heard.push([task, "closed"]));
  window.socket.addEventListener("open", ready);
})"""


class Line:
    """A connection between this test and a page in the browser."""

    def __init__(self, page: Page, end: ServerConnection) -> None:
        self.page = page
        self.end = end

    def send(self, *messages: ForwardMsg) -> None:
        for message in messages:
            self.end.send(message.SerializeToString())

    def heard(self, number: int) -> list[tuple[int, str]]:
        """Task and kind of each message, when so many have been heard."""
        self.page.wait_for_function("(number) => window.heard.length >= number", arg=number)
        found: list[Any] = self.page.evaluate("window.heard")
        return [
            (task, said if isinstance(said, str) else str(ForwardMsg.FromString(bytes(said)).WhichOneof("type")))
            for task, said in found
        ]

    def heard_so_far(self) -> list[str]:
        return [kind for _task, kind in self.heard(0)]


@pytest.fixture
def line(browser: Browser) -> Iterator[Line]:
    with connected(browser) as made:
        yield made


@contextmanager
def connected(browser: Browser) -> Iterator[Line]:
    ends: Queue[ServerConnection] = Queue()

    def keep(connection: ServerConnection) -> None:
        ends.put(connection)
        # Until the page is gone; a page says nothing here.
        for _said in connection:
            pass

    page = browser.new_page()
    with serve(keep, "127.0.0.1", 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        page.add_script_tag(path=SCRIPT)
        page.evaluate(LISTENER, f"ws://127.0.0.1:{server.socket.getsockname()[1]}")
        yield Line(page, ends.get(timeout=PATIENCE))
        page.close()
        server.shutdown()


def begun(*fragments: str) -> ForwardMsg:
    message = ForwardMsg(hash="a hash, as every message has")
    message.metadata.run.script_run_id = "run"
    message.metadata.run.fragment_ids.extend(fragments)
    message.new_session.name = "page"
    return message


def drawn() -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.text.body = "Lagret 14:32"
    return message


def resting() -> ForwardMsg:
    message = ForwardMsg()
    message.session_status_changed.script_is_running = False
    return message


def in_language(code: str) -> ForwardMsg:
    """What `ui/spoken.py` draws for it."""
    message = ForwardMsg()
    message.delta.add_block.id = f"$$ID-0af3-language-{code}"
    message.delta.add_block.allow_empty = False
    return message


OVER = ForwardMsg(script_finished=ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
RUN = [begun("a fragment"), drawn(), drawn(), OVER, resting()]
WHOLE = ["new_session", "delta", "delta", "script_finished", "session_status_changed"]


def test_the_messages_of_a_run_are_heard_in_one_task(line: Line) -> None:
    line.page.evaluate("window.setTimeout = () => 0")
    line.send(*RUN)
    heard = line.heard(len(RUN))
    assert [kind for _task, kind in heard] == WHOLE
    assert len({task for task, _kind in heard}) == 1


def test_nothing_of_a_run_is_heard_before_its_end(line: Line) -> None:
    """With no clock in the page, only the end lets them through."""
    line.page.evaluate("window.setTimeout = () => 0")
    line.send(*RUN[:-1])
    line.page.wait_for_function("window.told.length === 2")
    assert line.heard_so_far() == []
    line.send(RUN[-1])
    assert len(line.heard(len(RUN))) == len(RUN)


def test_a_run_that_takes_long_is_not_kept_back(line: Line) -> None:
    line.send(*RUN[:2])
    assert [kind for _task, kind in line.heard(2)] == WHOLE[:2]
    line.send(*RUN[2:], *RUN)
    assert [kind for _task, kind in line.heard(2 * len(RUN))] == [*WHOLE, *WHOLE]


def test_the_run_of_a_page_is_heard_as_it_comes(line: Line) -> None:
    line.page.evaluate("window.setTimeout = () => 0")
    line.send(begun(), drawn())
    assert [kind for _task, kind in line.heard(2)] == WHOLE[:2]


def test_the_page_is_in_its_language_before_it_hears_what_to_draw(line: Line) -> None:
    line.page.evaluate("""window.socket.addEventListener("message", () => {
        (window.languages ??= []).push(document.documentElement.lang);
    })""")
    words = drawn()
    words.delta.new_element.text.body = "x-language-nb"
    line.send(in_language("nn"), words, in_language("en"), in_language("nb"))
    line.heard(4)
    assert line.page.evaluate("window.languages") == ["nn", "nn", "nn", "nb"]


def test_bytes_that_break_off_are_handed_on_and_do_not_hang_the_page(line: Line) -> None:
    line.end.send(begun("a fragment").SerializeToString()[:1])
    line.end.send(OVER.SerializeToString()[:1])
    line.page.wait_for_function("window.heard.length === 2")


def test_what_belongs_to_no_run_is_heard_at_once(line: Line) -> None:
    line.page.evaluate("window.setTimeout = () => 0")
    line.send(drawn(), *RUN, resting())
    assert [kind for _task, kind in line.heard(2 + len(RUN))] == ["delta", *WHOLE, "session_status_changed"]


def test_a_connection_that_ends_in_the_middle_of_a_run_says_first_what_it_had(line: Line) -> None:
    line.page.evaluate("window.setTimeout = () => 0")
    line.send(*RUN[:3])
    line.page.wait_for_function("window.told.length === 1")
    line.end.close()
    assert [kind for _task, kind in line.heard(4)] == [*WHOLE[:3], "closed"]


def test_the_page_is_told_when_a_run_begins_and_when_it_is_over(line: Line) -> None:
    line.send(*RUN, *RUN)
    line.heard(2 * len(RUN))
    assert line.page.evaluate("window.told") == ["klarsjekk:run", "klarsjekk:rest"] * 2


def test_the_server_is_asked_whether_it_has_heard_and_the_frontend_is_not_told(line: Line) -> None:
    wanted = BackMsg()
    wanted.rerun_script.query_string = "x"
    line.page.evaluate("bytes => window.socket.send(Uint8Array.from(bytes))", list(wanted.SerializeToString()))
    assert line.page.evaluate("[klarsjekkLine.asked, klarsjekkLine.heard]") == [1, 0]
    line.page.wait_for_timeout(1_300)
    line.send(ForwardMsg(heartbeat_ack=True), ForwardMsg(heartbeat_ack=True))
    # The second was not asked for by us.
    assert [kind for _task, kind in line.heard(1)] == ["heartbeat_ack"]
    assert line.page.evaluate("[klarsjekkLine.asked, klarsjekkLine.heard]") == [1, 1]
