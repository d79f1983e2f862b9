"""What a person does in the browser on the way in: choose a provider, say who they are there, and land in Klarsjekk."""

from contextlib import suppress
from re import Pattern

from playwright.sync_api import BrowserContext, Locator, Page, TimeoutError, expect

from tests.security.serve import Server

SLOW = 20_000
BUTTONS = {"entra": "Logg inn med Entra ID (jobbkonto)", "other": "Logg inn med other"}
_SETTLED = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector('[data-testid="stMain"] h1')
        && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]');
}"""


def settle(page: Page) -> None:
    """Nothing is running or on its way."""
    page.wait_for_function(_SETTLED, timeout=SLOW)


def go(page: Page, server: Server, path: str = "") -> None:
    page.goto(f"{server.url}/{path}")
    settle(page)


def log_in(context: BrowserContext, server: Server, subject: str, *, provider: str = "entra", path: str = "") -> Page:
    """A tab where this person has just logged in."""
    page = context.new_page()
    go(page, server, path)
    choose(page, subject, provider=provider)
    return page


def choose(page: Page, subject: str, *, provider: str = "entra") -> None:
    """From the login page, by the provider, and back."""
    page.get_by_role("button", name=BUTTONS[provider]).click()
    page.get_by_role("button", name=subject, exact=True).first.click()
    expect(page.get_by_role("button", name="Logg ut")).to_be_visible(timeout=SLOW)
    settle(page)


def log_out(page: Page) -> None:
    """By the provider, who asks whether to end its own session too: the app has done its part when that page is there."""
    page.get_by_role("button", name="Logg ut").click()
    page.get_by_role("button", name="End session").click()


def pick(page: Page, box: Locator, option: Pattern[str]) -> None:
    """An option of a select box; a list that is opened while the page is still drawn closes again."""
    wanted = page.get_by_role("option", name=option)
    for _ in range(5):
        box.click()
        with suppress(TimeoutError):
            return wanted.click(timeout=3_000)
    return wanted.click()


def text_of(page: Page) -> str:
    return page.locator("body").inner_text()
