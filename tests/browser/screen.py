"""What a person does on the pages of Klarsjekk, in their own words: open, answer, look whether it is saved."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from re import Pattern
from urllib.parse import quote, urlencode, urlsplit

from playwright.sync_api import Locator, Page, TimeoutError, expect

from service.people.actor import CUSTOMER_ROLES, Role
from tests.browser.serve import Server
from tests.chromium import SLOW

# Url path -> title, of the pages these tests know. The start page has no path of its own: at a customer the overview.
TITLES = {
    "": "Oversikt",
    "oversikt": "Oversikt",
    "egenvurdering": "Egenvurdering",
    "om-virksomheten": "Om virksomheten",
    "fordeling": "Fordeling",
    "mangler": "Mangler",
    "tiltak": "Tiltak",
    "dato": "Dato og unntak",
    "send-inn": "Send inn",
    "beslutning": "Beslutning",
    "utvikling": "Utvikling",
    "etter-oppstart": "Etter oppstart",
    "etter-oppstart-alle": "Etter oppstart hos alle",
    "filer": "Filer",
    "sammenligning": "Sammenligning",
    "kvalitetssikring": "Kvalitetssikring",
    "rulleplan": "Rulleplan",
    "utvikling-alle": "Utvikling for alle",
    "kunder": "Kunder og tilgang",
    "logg": "Logg",
    "data": "Data til programmer",
    "varsler": "Varsler",
    "hpas-selv": "HPAS selv",
    "metode": "Slik virker Klarsjekk",
}
TRIES = 5
# In bokmål or nynorsk.
SAVED = re.compile(r"Lagr(?:et|a) \d\d:\d\d")

# Nothing is running, being drawn, fading or on its way, and the fonts are there.
_SETTLED = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector('[data-testid="stMain"] h1')
        && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
        && !document.getAnimations().some(each => each instanceof CSSTransition && each.playState === 'running')
        && document.fonts.status === 'loaded';
}"""


def told(card: Locator, question_id: str, field: str = "value") -> Locator:
    """Where a card says that a field of its question is saved: an answer on the line below it, the rest beside each."""
    if field == "value":
        return card.get_by_text(SAVED).and_(card.locator(":not([class*=st-key-told-] *)"))
    return card.locator(f".st-key-told-{question_id}-{field}").get_by_text(SAVED)


def first_of(role: Role) -> str:
    """What the start page is called for a role."""
    if role is Role.PROGRAMME:
        return TITLES["hpas-selv"]
    return TITLES[""] if role in CUSTOMER_ROLES else "Denne uken"


def path_of(url: str) -> str:
    return urlsplit(url).path.strip("/")


@dataclass(frozen=True)
class Screen:
    """One browser tab on one server."""

    page: Page
    server: Server

    def open(self, path: str, **query: str) -> None:
        """Go to a page cold, as from a bookmark, and wait until it stands still."""
        self.page.goto(f"{self.server.url}/{quote(path)}{'?' if query else ''}{urlencode(query)}")
        self.settle()

    def open_for(self, path: str, customer: str, *, role: Role = Role.LEAD, **query: str) -> None:
        """The same for a customer, in a role."""
        self.open(path, kunde=self.server.customers[customer], rolle=role, **query)
        self.shows(path, first_of(role))

    def menu(self) -> dict[str, str]:
        """The url path and name of each page in the sidebar."""
        links = self.page.get_by_test_id("stSidebarNavLink")
        expect(links.first).to_be_attached()
        return {path_of(link.get_attribute("href") or ""): link.inner_text().split("\n")[-1] for link in links.all()}

    def go(self, path: str, name: str = "") -> None:
        """To another page by its link in the sidebar, which on a phone lies beside the screen."""
        if path_of(self.page.url) != path:
            links = self.page.get_by_test_id("stSidebarNavLink")
            links.nth(list(self.menu()).index(path)).evaluate("link => link.click()")
            self.page.wait_for_url(lambda url: path_of(url) == path)
        self.shows(path, name)
        self.settle()

    def settle(self) -> None:
        self.page.wait_for_function(_SETTLED, timeout=SLOW)

    def shows(self, path: str, name: str = "") -> None:
        """The title of the page at `path` is on screen.

        name: what it is called in the menu, for the start page and a page these tests do not know.
        """
        title = TITLES.get(path, name) if path else name or TITLES[""]
        expect(self.page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()

    def card(self, question_id: str) -> Locator:
        return self.page.locator(f".st-key-card-{question_id}")

    def expect_card(self, question_id: str) -> None:
        """The question is there, and the page that led to it has been cleared away."""
        expect(self.card(question_id)).to_be_visible()
        self.settle()

    def saved(self, question_id: str, field: str = "value") -> Locator:
        """The line beside a field that says it is saved."""
        return told(self.card(question_id), question_id, field)

    def expect_saved(self, question_id: str, field: str = "value") -> None:
        expect(self.saved(question_id, field)).to_be_visible()

    def answered(self) -> int:
        """How many questions the progress line says are answered."""
        return int(self._progress().split()[0])

    def _progress(self) -> str:
        return self.page.get_by_text(re.compile(r"\d+ av \d+ spørsmål besvart")).first.inner_text()

    def applicable(self) -> int:
        """How many questions the progress line says there are to answer."""
        return int(self._progress().split()[2])

    def expect_answered(self, number: int) -> None:
        expect(self.page.get_by_text(re.compile(rf"^{number} av \d+ spørsmål besvart")).first).to_be_visible()

    def until(self, read: Callable[[], object], wanted: object) -> None:
        """Wait until what is read, from disk for instance, is what is wanted."""
        end = time.monotonic() + SLOW / 1000
        while (found := read()) != wanted and time.monotonic() < end:
            self.page.wait_for_timeout(50)
        assert found == wanted

    def persist(self, act: Callable[[], None], read: Callable[[], object], wanted: object) -> None:
        """Do it until what is read is what is wanted, as a person does when a key was missed; then let the page settle."""
        for _ in range(TRIES):
            try:
                act()
            except TimeoutError:
                continue
            end = time.monotonic() + 3
            while read() != wanted and time.monotonic() < end:
                self.page.wait_for_timeout(50)
            if read() == wanted:
                return self.settle()
        raise AssertionError(f"{read()!r} is there, not {wanted!r}.")

    def choose(self, label: str | Pattern[str], option: str | Pattern[str]) -> None:
        """Pick something in a select box, by mouse. What it leads to is for the caller to wait for."""
        box = self.page.get_by_role("combobox", name=label, exact=True)
        wanted = self.page.get_by_role("option", name=option)
        for _ in range(TRIES):
            self.insist(lambda: self._open_list(box), wanted)
            try:
                return wanted.click(timeout=3_000)
            except TimeoutError:
                continue
        return wanted.click()

    def _open_list(self, box: Locator) -> None:
        """A list that is opened while the page still scrolls closes again."""
        box.scroll_into_view_if_needed()
        self.settle()
        box.click()

    def insist(self, act: Callable[[], None], wanted: Locator) -> None:
        """Do it until it has worked, as a person does when the page moved under the hand."""
        for _ in range(TRIES):
            act()
            try:
                return expect(wanted).to_be_attached(timeout=3_000)
            except AssertionError:
                continue
        return expect(wanted).to_be_attached()

    def unfold(self, question_id: str, fold: str = "Mer om svaret", field: str = "Kommentar") -> None:
        """Open what stands beside an answer, until the field in it is there."""
        card = self.card(question_id)
        self.insist(card.get_by_role("button", name=fold).click, card.get_by_label(field, exact=False).last)

    def write(self, question_id: str, label: str, text: str) -> None:
        """Fill in a field under «Mer om svaret», and leave it."""
        card = self.card(question_id)
        card.get_by_label(label).fill(text)
        card.get_by_role("heading").click()

    def download(self, button: str, ending: str, place: int = 0) -> bytes:
        """The file behind the first button of this name, or the one at this place among them."""
        self.settle()
        with self.page.expect_download() as event:
            self.page.get_by_role("button", name=button, exact=True).nth(place).click()
        assert event.value.suggested_filename.endswith(f".{ending}")
        return Path(event.value.path()).read_bytes()

    def upload(self, data: bytes) -> None:
        """Choose a file with these bytes."""
        self.page.locator("input[type=file]").set_input_files(
            {"name": "svar.csv", "mimeType": "text/csv", "buffer": data}
        )
