"""One server for all browser tests; a new tab for each, which must not complain or call out."""

from collections.abc import Callable, Generator, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

from tests.browser.screen import Screen
from tests.browser.serve import Server, serving
from tests.chromium import SLOW

# On a deep link Streamlit's frontend first looks for the server below the page, and then finds it at the root.
LOOKING_FOR_THE_SERVER = ("/_stcore/health", "/_stcore/host-config")
# What it tells the console of an address that is no page, in our words.
NO_SUCH_PAGE = "Siden du ba om, finnes ikke."
NewScreen = Callable[..., Screen]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def laptop(browser: Browser) -> Iterator[BrowserContext]:
    """The browser of someone who has been here before: it need not fetch the scripts again."""
    context = _context(browser)
    yield context
    context.close()


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
def new_screen(browser: Browser, server: Server) -> Iterator[NewScreen]:
    """Makes tabs in browsers that have never been here, of any size, in either theme."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def make(*, width: int = 1280, height: int = 900, scheme: str = "light") -> Screen:
        contexts.append(_context(browser, width=width, height=height, scheme=scheme))
        page = contexts[-1].new_page()
        _listen(page, complaints)
        return Screen(page, server)

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


def _context(browser: Browser, *, width: int = 1280, height: int = 900, scheme: str = "light") -> BrowserContext:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="nb-NO",
        timezone_id="Europe/Oslo",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(SLOW)
    return context


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
