"""One server for all browser tests; a new tab for each, which must not complain or call out."""

from collections.abc import Callable, Generator, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

from tests.browser.screen import Screen
from tests.browser.serve import Server, serving
from tests.chromium import Chromium, new_context

# On a deep link Streamlit's frontend first looks for the server below the page, and then finds it at the root.
LOOKING_FOR_THE_SERVER = ("/_stcore/health", "/_stcore/host-config")
# What it tells the console of an address that is no page, in our words.
NO_SUCH_PAGE = "Siden du ba om, finnes ikke."
NewScreen = Callable[..., Screen]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def laptop(chromium: Chromium) -> BrowserContext:
    """The browser of someone who has been here before: it need not fetch the scripts again."""
    return chromium.laptop()


@pytest.fixture
def screen(laptop: BrowserContext, server: Server) -> Iterator[Screen]:
    """A new tab on the laptop, which may neither complain nor call out."""
    complaints: list[str] = []
    page = laptop.new_page()
    _listen(page, complaints)
    yield Screen(page, server)
    page.close()
    assert complaints == []


@pytest.fixture
def new_screen(browser: Browser, laptop: BrowserContext, server: Server) -> Iterator[NewScreen]:
    """Makes tabs of any size, in either theme: on the laptop, or `elsewhere`, in browsers that have never been here."""
    contexts: list[BrowserContext] = []
    pages: list[Page] = []
    complaints: list[str] = []

    def make(*, width: int = 1280, height: int = 900, scheme: str = "light", elsewhere: bool = False) -> Screen:
        if elsewhere:
            contexts.append(new_context(browser))
        page = (contexts[-1] if elsewhere else laptop).new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        _listen(page, complaints)
        return Screen(page, server)

    yield make
    for each in (*pages, *contexts):
        each.close()
    assert complaints == []


def _listen(page: Page, complaints: list[str]) -> None:
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("console", lambda message: _hear(message, complaints))
    page.on("request", lambda request: _watch(request, complaints))
    page.on("dialog", lambda dialog: _close(dialog, complaints))


def _close(dialog: Dialog, complaints: list[str]) -> None:
    """Leave the page when asked whether to: a test that leaves words behind looks for the question itself."""
    if dialog.type == "beforeunload":
        dialog.accept()
        return
    complaints.append(f"dialog: {dialog.message}")
    dialog.dismiss()


def _hear(message: ConsoleMessage, complaints: list[str]) -> None:
    looking = urlsplit(message.location.get("url", "")).path.endswith(LOOKING_FOR_THE_SERVER)
    if message.type == "error" and not looking and not message.text.startswith(NO_SUCH_PAGE):
        complaints.append(f"console: {message.text} {message.location}")


def _watch(request: Request, complaints: list[str]) -> None:
    address = urlsplit(request.url)
    if address.scheme in ("http", "https", "ws", "wss") and address.hostname != "127.0.0.1":
        complaints.append(f"request: {request.url}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What the server said, with every failure."""
    report = yield
    running = getattr(item, "funcargs", {}).get("server")
    if report.failed and isinstance(running, Server):
        said = running.log.read_text(encoding="utf-8", errors="replace")
        report.sections.append(("server log", "\n".join(said.splitlines()[-60:])))
    return report
