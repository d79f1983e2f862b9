"""On with the questions: where one stopped, the next without repetition, search, a filter in a link, taking back, wrong numbers."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewScreen
from tests.browser.hands import TYPED
from tests.browser.screen import Screen
from tests.browser.serve import BLANK, Server

WHO = BLANK["going on"]
LEVEL, NEXT = "KO-0301", "KO-0303"


def first_card(screen: Screen) -> str:
    held = screen.page.locator("[class*='st-key-card-']").first
    found = re.search(r"st-key-card-(\S+)", held.get_attribute("class") or "")
    assert found
    return found[1]


def test_one_goes_on_where_one_stopped_and_passes_over_what_one_does_not_know(screen: Screen, server: Server) -> None:
    screen.open_for("egenvurdering", WHO, tema="F03")
    screen.expect_card(LEVEL)
    screen.card(LEVEL).get_by_text("Nivå 3", exact=True).click()
    screen.expect_saved(LEVEL)

    screen.open_for("", WHO)
    screen.page.get_by_role("link", name="Fortsett egenvurderingen").click()
    screen.shows("egenvurdering")
    screen.expect_card(NEXT)
    assert first_card(screen) == NEXT
    assert f"sporsmal={NEXT}" in screen.page.url

    screen.card(NEXT).get_by_role("button", name="Vet ikke ennå").click()
    screen.until(lambda: server.answer(WHO, NEXT).not_known, True)
    expect(screen.page.get_by_text("Vet ikke ennå: 1").first).to_be_visible()
    seen = [NEXT]
    for _ in range(3):
        screen.page.get_by_role("button", name="Neste ubesvarte spørsmål").click()
        screen.page.wait_for_url(re.compile(rf"sporsmal=(?!{seen[-1]})"))
        screen.settle()
        seen.append(first_card(screen))
    assert len(set(seen)) == 4


def test_a_question_is_found_by_id_and_by_a_word_and_opened(screen: Screen) -> None:
    screen.open_for("egenvurdering", WHO, tema="F01")
    field = screen.page.get_by_role("textbox", name="Søk")
    for text, wanted in (("ko-0304", "KO-0304"), ("LESBARE meldinger", "KO-0211")):
        field.fill(text)
        field.press("Enter")
        found = screen.page.get_by_role("button", name=wanted)
        found.click()
        screen.expect_card(wanted)
        assert first_card(screen) == wanted


def test_a_link_to_test_can_be_sent(screen: Screen, new_screen: NewScreen) -> None:
    screen.open_for("egenvurdering", WHO)
    screen.choose("Vis", "Test")
    screen.page.wait_for_url(re.compile("vis=test"))
    screen.settle()
    shown = first_card(screen)
    there = new_screen(elsewhere=True)
    there.page.goto(screen.page.url)
    there.settle()
    assert first_card(there) == shown
    expect(there.page.get_by_role("combobox", name="Vis")).to_have_value("Test")


def test_an_earlier_answer_is_taken_back_from_the_history(screen: Screen, server: Server) -> None:
    screen.open_for("egenvurdering", WHO, tema="F03")
    card = screen.card(LEVEL)
    for level in (1, 2):
        card.get_by_text(f"Nivå {level}", exact=True).click()
        screen.until(lambda: server.answer(WHO, LEVEL).value, level)
    card.get_by_role("button", name="Historikk").click()
    expect(card.get_by_text(re.compile("Lokal bruker")).first).to_be_visible()
    card.get_by_role("button", name="Ta tilbake").first.click()
    screen.until(lambda: server.answer(WHO, LEVEL).value, 1)
    expect(card.get_by_role("radio", name="Nivå 1", exact=True)).to_be_checked()
    expect(card.get_by_text("tatt tilbake")).to_be_visible()


WRONG = [
    ("KO-0304", 0, "ca 3", "er ikke et tall"),
    ("KO-0304", 0, "-1", "utenfor"),
    ("KO-0304", 0, "9", "flere ferdige enn det er i alt"),
    ("KO-0304", 1, "0", "kan ikke være"),
    ("KO-0702", 0, "-2", "utenfor"),
    ("KO-0601", 0, "31.02.2026", "finnes ikke"),
]


@pytest.mark.parametrize(("question_id", "place", "typed", "said"), WRONG)
def test_a_wrong_number_is_said_at_the_field_kept_and_stands_beside_no_old_lagret(
    screen: Screen, server: Server, question_id: str, place: int, typed: str, said: str
) -> None:
    right = {"KO-0304": ("3", "8"), "KO-0702": ("3",), "KO-0601": ("2.1.2027",)}[question_id]
    screen.open_for("egenvurdering", WHO, sporsmal=question_id)
    card = screen.card(question_id)
    for field, text in zip(card.locator(TYPED).all(), right, strict=True):
        field.fill(text)
        field.press("Enter")
        screen.settle()
    screen.expect_saved(question_id)
    before = server.answer(WHO, question_id).value

    field = card.locator(TYPED).nth(place)
    field.fill(typed)
    field.press("Enter")
    expect(card.get_by_role("alert").filter(has_text=said)).to_be_visible()
    expect(card.get_by_text(re.compile(r"Lagret \d\d:\d\d"))).to_have_count(0)
    expect(field).to_have_value(typed)
    assert server.answer(WHO, question_id).value == before
    field.fill(right[place])
    field.press("Enter")
    screen.expect_saved(question_id)
