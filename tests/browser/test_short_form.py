"""From the first page to a provisional verdict: the short version, the numbers asked once, and on to the whole."""

import re

from playwright.sync_api import expect

from scoring.answers import Share
from tests.browser.accessible import violations
from tests.browser.screen import Screen
from tests.browser.serve import BLANK, Server

WHO = BLANK["short"]
# In the short version; its whole is «units».
SHARE = "KO-0607"


def test_one_answers_the_short_version_fills_in_the_profile_and_goes_on_to_the_whole(
    screen: Screen, server: Server
) -> None:
    screen.open_for("", WHO)
    screen.page.get_by_role("link", name=re.compile("Kortversjon: ")).click()
    screen.shows("egenvurdering")
    expect(screen.page.get_by_text("Konklusjonen blir foreløpig")).to_be_visible()
    screen.expect_card(SHARE)
    card = screen.card(SHARE)
    field = card.get_by_role("textbox", name=re.compile("Antall enheter"))
    field.fill("3")
    field.press("Enter")
    expect(card.get_by_text("Tallet i alt mangler")).to_be_visible()

    card.get_by_role("button", name="Skriv tallet i «Om virksomheten»").click()
    screen.shows("om-virksomheten")
    # By keyboard: to the field, the number, and out of it.
    units = screen.page.get_by_role("textbox", name="Antall enheter", exact=True)
    units.focus()
    screen.page.keyboard.type("12")
    screen.page.keyboard.press("Tab")
    screen.until(lambda: server.answer(WHO, SHARE).value, Share(3, 12))
    expect(screen.page.get_by_text("1 av 14 opplysninger er fylt inn")).to_be_visible()
    screen.settle()
    assert violations(screen) == []

    screen.open_for("egenvurdering", WHO, sporsmal=SHARE)
    expect(screen.card(SHARE).get_by_text("Av 12 enheter som starter i alt")).to_be_visible()
    screen.open_for("", WHO, utgave="kort")
    expect(screen.page.get_by_text("Foreløpig: bygger på kortversjonen")).to_be_visible()
    screen.settle()
    assert violations(screen) == []
    screen.page.get_by_role("link", name="Gå videre til hele skjemaet").click()
    screen.shows("egenvurdering")
    assert server.answer(WHO, SHARE).value == Share(3, 12)
