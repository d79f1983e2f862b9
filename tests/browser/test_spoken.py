"""Nynorsk: what the browser says by itself, our scripts and Streamlit's frontend, is in the language that is chosen in the menu."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewScreen
from tests.browser.hands import TYPED, Mouse
from tests.browser.screen import Screen
from tests.browser.serve import BLANK, Server
from tests.replicas.bad_line import bad_line

WHO = BLANK["spoken"]
LEVEL, NUMBER = "KO-0701", "KO-0702"
BOKMAL = re.compile(r"\b(?:ikke|hva|hvor|hvordan|dere|deres|noe|uken|måneder|dager|spørsmålene)\b", re.IGNORECASE)
NOT_YET, NO_REPLY = '"Ikkje lagra enno"', '"Ikkje lagra enno. Vi ventar på svar frå Klarsjekk."'
AFTER = "place => getComputedStyle(place, '::after').content"
# What is read aloud, from now on.
LISTEN = """() => {
    window.heard = [];
    const live = document.querySelector('body > [role=status]');
    new MutationObserver(() => heard.push(live.textContent)).observe(live, { childList: true });
}"""


def test_what_the_browser_says_itself_follows_the_switch_in_the_menu(new_screen: NewScreen, server: Server) -> None:
    with bad_line(server.url) as line:
        screen = replace(new_screen(), server=replace(server, url=line.url))
        page, card = screen.page, screen.card(LEVEL)
        screen.open_for("egenvurdering", WHO, tema="F07")
        expect(home(screen, "Gå til startsiden")).to_be_attached()
        page.evaluate(LISTEN)
        switch(screen, "Nynorsk", "nn")
        expect(home(screen, "Gå til startsida")).to_be_attached()
        expect(page.get_by_label("Åpne", exact=True)).to_have_count(0)

        hands = Mouse(screen)
        hands.level(LEVEL, 2)
        expect(card.get_by_text("Lagra ")).to_be_visible()
        screen.settle()
        page.wait_for_function("() => heard.some(each => each.includes('Lagra '))")
        number = screen.card(NUMBER).locator(TYPED)
        expect(number).to_have_attribute("inputmode", "decimal")
        number.press_sequentially("3")
        assert page.locator(f".st-key-answer-{NUMBER}-value[data-klarsjekk-pending]").evaluate(AFTER) == NOT_YET
        number.press("Enter")
        screen.expect_saved(NUMBER)

        with waiting(screen):
            line.stall()
            hands.level(LEVEL, 3)
            expect(page.locator("html[data-klarsjekk-waits]")).to_be_attached()
            assert page.locator("body").evaluate(AFTER) == NO_REPLY
            assert page.evaluate("heard.at(-1)") == "Ikkje lagra enno. Vi ventar på svar."
            line.cut()
        page.wait_for_function("() => heard.at(-1).includes('Lagra ')")
        assert server.answer(WHO, LEVEL).value == 3

        count = page.evaluate("heard.length")
        switch(screen, "Bokmål", "nb")
        screen.expect_saved(LEVEL)
        expect(home(screen, "Gå til startsiden")).to_be_attached()
        # That the same stands there in other words is no news.
        assert page.evaluate("heard.length") == count


def test_the_paper_that_is_taken_out_is_in_the_language_the_lead_has_chosen(new_screen: NewScreen) -> None:
    screen = new_screen()
    screen.open_for("filer", WHO)
    switch(screen, "Nynorsk", "nn")
    try:
        said = text_of(screen.download("Avgjerdsgrunnlag som PDF", "pdf"))
        assert "Avgjerdsgrunnlag" in said
        assert BOKMAL.findall(said) == []
    finally:
        switch(screen, "Bokmål", "nb")
    assert "Beslutningsgrunnlag" in text_of(screen.download("Beslutningsgrunnlag som PDF", "pdf"))


def text_of(paper: bytes) -> str:
    told = subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=True)
    return told.stdout.decode()


def switch(screen: Screen, language: str, code: str) -> None:
    screen.page.get_by_test_id("stSidebar").get_by_text(language, exact=True).click()
    expect(screen.page.locator(f"html[lang={code}]")).to_be_attached()
    screen.settle()


def home(screen: Screen, name: str) -> Locator:
    """Streamlit's own link at the top of the menu."""
    return screen.page.get_by_test_id("stSidebar").get_by_label(name, exact=True)


@contextmanager
def waiting(screen: Screen) -> Iterator[None]:
    """Afterwards all is sent and heard again."""
    yield
    screen.page.wait_for_function("() => !('klarsjekkBroken' in document.documentElement.dataset)")
    expect(screen.page.locator("[data-klarsjekk-pending], html[data-klarsjekk-waits]")).to_have_count(0)
    screen.settle()
