"""The Chromium of all tests that need a browser: opened by the first, and closed before the next test that needs none.

Two at once cannot be driven from one thread, and while one is open nothing else there may run an event loop.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

PLACES = (
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A process for each tab reads all scripts anew: with one for the tabs of a context, a page takes a third less to load.
    "--renderer-process-limit=1",
    "--disable-site-isolation-trials",
    # No page lives long enough to win back what it costs to make its scripts fast.
    "--js-flags=--no-turbofan",
]
SLOW = 20_000


class Chromium:
    """The browser while it is open, and what is kept in it from test to test."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._browser: Browser | None = None
        self._laptop: BrowserContext | None = None

    def browser(self) -> Browser:
        if self._browser is None:
            expect.set_options(timeout=SLOW)
            playwright = self._open.enter_context(sync_playwright())
            self._browser = playwright.chromium.launch(executable_path=_chromium(), args=FLAGS)
            self._open.callback(self._browser.close)
        return self._browser

    def laptop(self, make: Callable[[], BrowserContext]) -> BrowserContext:
        """The browser of someone who has been here before. A tab stays open in it, so that its process and all it has read do."""
        if self._laptop is None:
            self._laptop = make()
            self._laptop.new_page()
        return self._laptop

    def close(self) -> None:
        self._browser = self._laptop = None
        self._open.close()


OPEN = Chromium()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    yield OPEN
    OPEN.close()


@pytest.fixture
def browser(chromium: Chromium) -> Browser:
    return chromium.browser()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if "browser" not in getattr(item, "fixturenames", ()):
        OPEN.close()


def _chromium() -> str:
    places = [os.environ.get("CHROMIUM") or "", *PLACES]
    found = next((place for place in places if place and Path(place).exists()), None)
    assert found, "The browser tests need Chromium; `sh tests/need_programs` says how to get it."
    return found
