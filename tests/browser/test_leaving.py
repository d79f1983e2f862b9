"""Coming, leaving and printing: something to see at once, words that are not stored are never lost unasked, one press back."""

import re

from playwright.sync_api import Browser, expect

from tests.browser.conftest import NewScreen
from tests.browser.screen import Screen
from tests.browser.serve import BLANK, Server

WHO = BLANK["notes"]
Q = "KO-0603"
NOT_YET = '"Ikke lagret ennå"'
# A line as browsers call slow 3G: seconds until the first byte, and bytes in a second.
LATENCY, SPEED = 2.0, 50 * 1024
PAINTED = "performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime / 1000)"


def test_words_that_are_not_stored_are_said_to_be_so_asked_about_and_kept(screen: Screen, server: Server) -> None:
    screen.open_for("egenvurdering", WHO, tema="F06")
    screen.unfold(Q)
    field, saved = screen.card(Q).get_by_label("Kommentar"), screen.saved(Q, "comment")
    mark = screen.page.locator(f".st-key-comment-{Q}[data-klarsjekk-pending]")
    screen.write(Q, "Kommentar", "Vi er i gang.")
    expect(saved).to_be_visible()
    expect(mark).to_have_count(0)

    field.press("End")
    field.press_sequentially(" Og snart ferdige.")
    expect(mark).to_be_visible()
    assert mark.evaluate("field => getComputedStyle(field, '::after').content") == NOT_YET
    expect(saved).to_be_hidden()
    asked: list[str] = []
    screen.page.on("dialog", lambda dialog: asked.append(dialog.type))
    screen.page.reload()
    screen.settle()
    assert asked == ["beforeunload"]
    assert server.answer(WHO, Q).comment == "Vi er i gang."

    expect(screen.page.get_by_role("alert").filter(has_text="Dette rakk ikke å bli lagret")).to_be_visible()
    screen.unfold(Q)
    expect(field).to_have_value("Vi er i gang. Og snart ferdige.")
    field.click()
    screen.card(Q).get_by_role("heading").click()
    screen.until(lambda: server.answer(WHO, Q).comment, "Vi er i gang. Og snart ferdige.")
    expect(mark).to_have_count(0)
    screen.page.reload()
    screen.settle()
    assert asked == ["beforeunload"]


def test_back_is_one_press_a_page_and_takes_no_words_away(new_screen: NewScreen, server: Server) -> None:
    screen = new_screen()
    screen.open_for("tiltak", WHO)
    screen.go("egenvurdering")
    type_evidence(screen, "Arkivet, sak 12")
    screen.page.go_back()
    screen.shows("tiltak")
    screen.until(lambda: server.answer(WHO, Q).evidence, "Arkivet, sak 12")


def test_a_page_chosen_in_the_menu_takes_no_words_away(new_screen: NewScreen, server: Server) -> None:
    screen = new_screen()
    screen.open_for("egenvurdering", WHO)
    type_evidence(screen, "Arkivet, sak 13")
    screen.go("tiltak")
    screen.until(lambda: server.answer(WHO, Q).evidence, "Arkivet, sak 13")


def type_evidence(screen: Screen, text: str) -> None:
    """Words that nobody has left yet, in a field that keeps them when it is left."""
    screen.choose("Suksessfaktor", re.compile(r"^6\. "))
    screen.expect_card(Q)
    screen.unfold(Q)
    screen.card(Q).get_by_label("Dokumentasjon").fill(text)


def test_what_is_printed_is_the_page_without_menu_and_buttons(screen: Screen) -> None:
    screen.open_for("filer", "Demo kommune A")
    pressed = screen.page.locator("[data-testid=stSidebar], [data-testid=stHeader], [data-testid=stButton]")
    assert pressed.filter(visible=True).count()
    screen.page.emulate_media(media="print")
    expect(pressed.filter(visible=True)).to_have_count(0)
    expect(screen.page.get_by_role("heading", level=1)).to_be_visible()
    screen.page.emulate_media(media="screen")


def test_on_a_slow_line_there_is_something_to_see_within_three_seconds(browser: Browser, server: Server) -> None:
    context = browser.new_context()
    page = context.new_page()
    line = {"offline": False, "latency": 1000 * LATENCY, "downloadThroughput": SPEED, "uploadThroughput": SPEED}
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", line)
    page.goto(server.url, wait_until="commit")
    expect(page.get_by_text("Siden hentes.")).to_be_visible()
    page.wait_for_function(f"() => {PAINTED}.length")
    (painted,) = page.evaluate(PAINTED)
    assert LATENCY <= painted < 3
    context.close()
