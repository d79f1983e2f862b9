"""What Streamlit does without us. A test that turns red here says that something of ours is needed no more: docs/streamlit.md."""

import inspect
import re
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest
import streamlit as st
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.starlette import starlette_auth_routes, starlette_routes

from deploy.processes import ROOT, end, free_port, start, wait_until_ready
from web.norwegian import STATIC

APP = ROOT / "tests" / "web" / "bare_app.py"
RESTS = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED';
}"""
GONE = "() => document.querySelector('[data-testid=\"stApp\"]').dataset.testConnectionState !== 'CONNECTED'"
# Milliseconds in which nothing must happen; a run takes some ten.
NOTHING = 1_000


@dataclass
class Bare:
    """Streamlit's own server with the bare app, which can be ended and started again where it was."""

    log: Path
    port: int = field(default_factory=free_port)
    process: Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", str(APP), "--server.port", str(self.port)]
        self.process = start(command, self.log)
        wait_until_ready(self.process, f"{self.url}/_stcore/health", self.log)

    def end(self) -> None:
        assert self.process
        end(self.process)

    def ask(self, path: str) -> tuple[int, HTTPMessage, bytes]:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("GET", path, headers={"Accept": "text/html"})
            reply = connection.getresponse()
            return reply.status, reply.headers, reply.read()


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    made = Bare(tmp_path_factory.mktemp("bare") / "server.log")
    made.start()
    yield made
    made.end()


@pytest.fixture
def page(browser: Browser, bare: Bare) -> Iterator[Page]:
    made = browser.new_page()
    made.goto(bare.url)
    made.wait_for_function(RESTS)
    yield made
    made.close()


def test_no_setting_says_what_language_the_frontend_speaks() -> None:
    """`web/norwegian.py`."""
    asked = set(inspect.signature(st.set_page_config).parameters) | set(config._config_options_template)
    assert [name for name in asked if re.search(r"lang|locale|i18n|translat", name, re.IGNORECASE)] == []
    assert '<html lang="en">' in (STATIC / "index.html").read_text(encoding="utf-8")


def test_a_run_of_a_fragment_is_drawn_in_several_steps(page: Page) -> None:
    """`web/together.js`: the page shows that a short run began before it shows that it is over."""
    page.evaluate("""() => {
        const app = document.querySelector('[data-testid="stApp"]');
        window.states = [];
        new MutationObserver(() => states.push(app.dataset.testScriptState))
            .observe(app, { attributeFilter: ['data-test-script-state'] });
    }""")
    for _ in range(5):
        page.get_by_role("button", name="Trykk").click()
        page.wait_for_timeout(200)
    assert "running" in page.evaluate("window.states")


def test_another_process_is_not_asked_for_the_page_when_the_connection_is_back(page: Page, bare: Bare) -> None:
    """`web/unsaved.js`: what the old process drew stays, and a click on it does nothing."""
    before = page.get_by_text("prosess").inner_text()
    bare.end()
    page.wait_for_function(GONE)
    bare.start()
    page.wait_for_function(RESTS)
    page.get_by_role("button", name="Trykk").click()
    page.wait_for_timeout(NOTHING)
    expect(page.get_by_text("trykket i")).to_have_count(0)
    assert page.get_by_text("prosess").inner_text() == before


def test_pages_are_served_by_their_file_names_until_the_app_has_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """`server.py`: a folder called pages is enough."""
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    PagesManager(str(ROOT / "app.py"))
    assert PagesManager.uses_pages_directory is True


def test_a_deep_address_gives_a_page_that_cannot_find_its_scripts(bare: Bare) -> None:
    """`web/addresses.py`."""
    status, _, page = bare.ask("/a/b")
    script = re.search(r'src="\./(static/js/[^"]+)"', page.decode())
    assert status == 200
    assert script
    _, headers, _ = bare.ask(f"/a/{script[1]}")
    assert "javascript" not in headers.get("content-type", "")


@pytest.mark.parametrize(
    "name", ["content-security-policy", "x-frame-options", "referrer-policy", "permissions-policy"]
)
def test_a_page_says_nothing_of_what_may_be_done_with_it(bare: Bare, name: str) -> None:
    """`web/headers.py`."""
    assert name not in bare.ask("/")[1]


def test_what_the_server_has_measured_is_open_to_everyone(bare: Bare) -> None:
    """`web/headers.py`."""
    assert bare.ask("/_stcore/metrics")[0] == 200


def test_a_file_is_taken_from_any_session_and_as_many_as_it_sends() -> None:
    """`web/uploads.py`: nothing asks who has logged in, or how much is kept already."""
    takes = inspect.getsource(starlette_routes.create_upload_routes)
    assert "is_active_session" in takes
    assert not re.search(r"logged_in|_total_bytes|user_info", takes)


def test_the_access_token_is_kept_in_a_cookie() -> None:
    """`web/less_in_cookies.py`."""
    assert '["id_token", "access_token"]' in inspect.getsource(starlette_auth_routes._auth_callback)


def test_every_answer_says_what_kind_of_server_gave_it(bare: Bare) -> None:
    """`web/unnamed.py`."""
    assert bare.ask("/")[1]["server"] == "uvicorn"


def test_all_garbage_is_collected_after_every_run_unless_we_say_no() -> None:
    """`.streamlit/config.toml`, runner.postScriptGC: an option that is not documented."""
    option: Any = config._config_options_template["runner.postScriptGC"]
    assert option.default_val is True
    assert option.visibility == "hidden"


@pytest.mark.parametrize(("scheme", "text"), [("light", "Blek tekst"), ("dark", "Viktig")])
def test_what_cannot_be_read_in_our_colours(browser: Browser, bare: Bare, scheme: Any, text: str) -> None:
    """`ui/assets/klarsjekk.css`: pale captions, and white on the pale green of the dark theme."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(bare.url)
    page.wait_for_function(RESTS)
    expect(page.get_by_text(text)).to_be_visible()
    found = Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    page.close()
    assert text in " ".join(node["html"] for rule in found for node in rule["nodes"])
