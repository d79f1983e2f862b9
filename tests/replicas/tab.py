"""A tab in a browser of its own on the page of questions, and which replica it is on."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from deploy.local import Site
from tests.browser.screen import told
from tests.chromium import Chromium, new_context

ROUTE = "klarsjekk_route"
TRIES = 5
POLL = 20  # milliseconds
_STANDS_STILL = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
        && window.klarsjekkLine.quiet && window.klarsjekkLine.heard >= window.klarsjekkLine.asked
        && document.querySelector('[class*="st-key-card-"]') && !document.querySelector('[data-stale="true"]');
}"""
_WHOLE = "() => !('klarsjekkBroken' in document.documentElement.dataset)"


@dataclass(frozen=True)
class Tab:
    page: Page
    customer_id: str

    @property
    def replica(self) -> int:
        """The number in the cookie, which nginx sets to the one that opened the WebSocket."""
        return next(int(cookie["value"]) for cookie in self.page.context.cookies() if cookie["name"] == ROUTE)

    def settle(self) -> None:
        self.page.wait_for_function(_STANDS_STILL)

    def card(self, question_id: str) -> Locator:
        return self.page.locator(f".st-key-card-{question_id}")

    def level(self, question_id: str, level: int) -> None:
        self.card(question_id).get_by_text(f"Nivå {level}", exact=True).click()

    def chosen(self, question_id: str) -> Locator:
        return self.card(question_id).locator("input[type=radio]:checked")

    def told(self, question_id: str, field: str = "value") -> Locator:
        return told(self.card(question_id), question_id, field)

    def answer(self, question_id: str, level: int) -> None:
        """Choose a level, and wait until the page says that it is saved, and nothing is on its way."""
        self.level(question_id, level)
        expect(self.told(question_id)).to_be_visible()
        self.settle()

    def unfold(self, question_id: str, fold: str = "Mer om svaret", field: str = "Kommentar") -> None:
        self.card(question_id).get_by_role("button", name=fold).click()
        expect(self.card(question_id).get_by_label(field).last).to_be_visible()
        self.settle()

    def comment(self, question_id: str) -> Locator:
        return self.card(question_id).get_by_label("Kommentar")

    def open_list(self, question_id: str, label: str, option: str) -> Locator:
        """Open a select box; one that is opened while the page still scrolls closes again. The option in it."""
        box, wanted = (
            self.card(question_id).get_by_role("combobox", name=label),
            self.page.get_by_role("option", name=option),
        )
        for _ in range(TRIES):
            box.click()
            try:
                expect(wanted).to_be_visible(timeout=2_000)
            except AssertionError:
                continue
            break
        return wanted

    def wait_until_moved(self, replica: int) -> None:
        """Wait until another replica than this one has the WebSocket."""
        while self.replica == replica:
            self.page.wait_for_timeout(POLL)

    def wait_until_whole(self) -> None:
        """Wait until the page has been run again, and what was typed is back."""
        self.page.wait_for_function(_WHOLE)
        self.settle()


@contextmanager
def tab(
    chromium: Chromium, site: Site, customer_id: str, *, replica: int | None = None, factor: str = "F02"
) -> Iterator[Tab]:
    """A tab that has loaded the page of a factor: on this replica, or in a browser that has never been here."""
    with ExitStack() as stack:
        if replica is None:
            context = stack.enter_context(closing(new_context(chromium.browser(), ignore_https_errors=True)))
        else:
            context = stack.enter_context(chromium.visitor(own_certificate=True))
            context.add_cookies([{"name": ROUTE, "value": str(replica), "url": site.url, "secure": True}])
        made = Tab(context.new_page(), customer_id)
        made.page.goto(f"{site.url}/egenvurdering?kunde={customer_id}&rolle=lead&tema={factor}")
        made.settle()
        yield made
