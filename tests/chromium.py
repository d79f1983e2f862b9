"""The Chromium of all tests that need a browser: opened by the first, and closed before the next test that needs none.

Two at once cannot be driven from one thread, and while one is open nothing else there may run an event loop.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, expect, sync_playwright

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
        self._idle: dict[bool, list[BrowserContext]] = {True: [], False: []}

    def browser(self) -> Browser:
        if self._browser is None:
            expect.set_options(timeout=SLOW)
            playwright = self._open.enter_context(sync_playwright())
            self._browser = playwright.chromium.launch(executable_path=_chromium(), args=FLAGS)
            self._open.callback(self._browser.close)
        return self._browser

    def laptop(self) -> BrowserContext:
        """The browser of someone who has been here before."""
        if self._laptop is None:
            self._laptop = self._kept()
        return self._laptop

    @contextmanager
    def visitor(self, *, own_certificate: bool = False) -> Iterator[BrowserContext]:
        """The browser of someone nobody knows: it has read the scripts before, and holds no cookie nor anything else of ours."""
        idle = self._idle[own_certificate]
        context = idle.pop() if idle else self._kept(ignore_https_errors=own_certificate)
        try:
            yield context
            for page in context.pages[1:]:
                with suppress(Error):
                    page.evaluate("localStorage.clear()")
                page.close()
            context.clear_cookies()
            idle.append(context)
        except BaseException:
            context.close()
            raise

    def _kept(self, *, ignore_https_errors: bool = False) -> BrowserContext:
        """A tab stays open in it, so that its process does, and all that has read."""
        context = new_context(self.browser(), ignore_https_errors=ignore_https_errors)
        context.new_page()
        return context

    def close(self) -> None:
        self._browser = self._laptop = None
        self._idle = {True: [], False: []}
        self._open.close()


OPEN = Chromium()


def new_context(browser: Browser, *, ignore_https_errors: bool = False) -> BrowserContext:
    """A browser that has never been anywhere."""
    context = browser.new_context(
        ignore_https_errors=ignore_https_errors,
        viewport={"width": 1280, "height": 900},
        color_scheme="light",
        locale="nb-NO",
        timezone_id="Europe/Oslo",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(SLOW)
    return context


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    yield OPEN
    OPEN.close()


@pytest.fixture
def browser(chromium: Chromium) -> Browser:
    return chromium.browser()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if "chromium" not in getattr(item, "fixturenames", ()):
        OPEN.close()


def _chromium() -> str:
    places = [os.environ.get("CHROMIUM") or "", *PLACES]
    found = next((place for place in places if place and Path(place).exists()), None)
    assert found, "The browser tests need Chromium; `sh tests/need_programs` says how to get it."
    return found
