"""The administrator's way with a key: made, copied, used by a program, ended; by keyboard too, and everyone can use it."""

from urllib.request import Request, urlopen

import pandas as pd
from playwright.sync_api import expect

from tests.browser.accessible import violations
from tests.browser.screen import Screen

PURPOSE = "Rapporten til styringsgruppen"


def test_a_key_is_made_used_and_ended(screen: Screen) -> None:
    screen.open("data", rolle="admin")
    page = screen.page
    page.get_by_label("Hva nøkkelen skal brukes til").fill(PURPOSE)
    page.get_by_label("Hva nøkkelen skal brukes til").press("Enter")
    shown = page.get_by_test_id("stCode").filter(has_text="klarsjekk_")
    expect(shown).to_be_visible()
    screen.settle()
    assert violations(screen) == []
    secret = shown.inner_text().strip()

    address = f"{screen.server.url}/api/v1/customers.csv"
    frame = pd.read_csv(address, storage_options={"Authorization": f"Bearer {secret}"})
    assert set(frame["customer"]) == set(screen.server.customers)
    with urlopen(Request(f"{screen.server.url}/api/v1/", headers={"Authorization": f"Bearer {secret}"})) as reply:
        assert reply.status == 200

    screen.open("data", rolle="admin")
    expect(page.get_by_text(PURPOSE)).to_be_visible()
    expect(page.get_by_text("sist brukt")).to_be_visible()
    expect(page.get_by_text(secret)).to_have_count(0)
    end = page.get_by_role("button", name="Stopp nøkkelen", exact=True)
    sure = page.get_by_role("button", name="Ja, stopp nøkkelen")
    end.focus()
    screen.insist(lambda: end.press("Enter"), sure)
    sure.press("Enter")
    expect(page.get_by_text("Nøkkelen virker ikke lenger.")).to_be_visible()
    screen.open("logg", rolle="admin")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def test_the_page_fits_a_phone(screen: Screen) -> None:
    screen.page.set_viewport_size({"width": 360, "height": 800})
    screen.open("data", rolle="admin")
    screen.page.get_by_text("Slik henter du tallene").click()
    expect(screen.page.get_by_text("Velg Hent data og Tom spørring")).to_be_visible()
    screen.settle()
    assert screen.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(screen) == []
