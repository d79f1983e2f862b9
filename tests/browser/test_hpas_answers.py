"""HPAS answers for all, a GP office disagrees, and HPAS answers that office by itself: the way from one to the other."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, expect

from scoring.vocabulary import CustomerType
from service.demo.customers import Profile, add_profile, fill_demo
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.workspace import open_workspace
from tests.browser.accessible import violations
from tests.browser.conftest import NewScreen
from tests.browser.screen import Screen, first_of
from tests.browser.serve import ASSESSMENTS, TODAY, Server, served
from tests.browser.test_addresses import NO_PAGE

# An office that starts on a day of its own, so that what HPAS answers for all is what holds for it.
OFFICE = Profile("Demo legekontor", 75, answered=1.0, customer_type=CustomerType.GP_OFFICE)
# A hard stop of the office's, and the question HPAS is asked instead.
THEIRS, OURS = "FL-0302", "PR-0303"
REASON = "Kontoret før oss har vært stabilt siden jul. Se <b>driftsmeldingene</b>."
IN_ROUTE, STOPPED = "I rute:", "Datoen holder ikke:"


class Two(NamedTuple):
    """The office's lead and one who answers for HPAS, each at a screen of their own."""

    office: Screen
    hpas: Screen


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own: what HPAS answers here moves the verdicts of all."""
    folder = tmp_path_factory.mktemp("answers")
    url, admin = f"sqlite:///{folder / 'answers.db'}", local_actor(Role.ADMIN)
    with open_workspace(database_url=url, assessments=ASSESSMENTS, create=True) as ws:
        fill_demo(ws, admin, as_of=TODAY)
        add_profile(ws, admin, OFFICE, TODAY)
        customers = {customer.name: customer.id for customer in list_customers(ws, admin)}
    with served(folder, url, customers) as running:
        yield running


@pytest.fixture
def two(screen: Screen, new_screen: NewScreen) -> Two:
    return Two(office=screen, hpas=new_screen(elsewhere=True))


def test_hpas_answers_all_one_disagrees_and_is_answered_by_itself(two: Two, new_screen: NewScreen) -> None:
    assert verdict(two.office).startswith(IN_ROUTE)
    answer_for_all(two.hpas, "Nei")
    assert verdict(two.office).startswith(STOPPED)

    disagree(two.office)
    assert verdict(two.office).startswith(IN_ROUTE)
    seen_on_a_phone(new_screen(width=390, height=844, scheme="dark"))
    answer_the_office(two.hpas)

    own_page(two.hpas)
    expect(two.hpas.page.get_by_text("Ingen kunder er uenige i svarene fra HPAS.")).to_be_visible()
    assert verdict(two.office).startswith(STOPPED)
    card = carried(two.office)
    expect(card.get_by_text("for dere:")).to_be_visible()
    expect(card.get_by_text("HPAS har svart dere på nytt etter at dere var uenige.")).to_be_visible()


def test_who_answers_for_hpas_has_only_pages_that_are_there(screen: Screen) -> None:
    screen.open("hpas-selv", rolle=Role.PROGRAMME)
    expect(screen.page.get_by_text(NO_PAGE)).to_have_count(0)
    for path, name in screen.menu().items():
        screen.go(path, name)
        expect(screen.page.get_by_text(NO_PAGE)).to_have_count(0)
        expect(screen.page.get_by_test_id("stException")).to_have_count(0)
    screen.go("filer")
    assert screen.download("Beslutningsgrunnlag som PDF", "pdf").startswith(b"%PDF")
    expect(screen.page.get_by_role("button", name="Vurderingsfil til HPAS")).to_have_count(0)


@pytest.mark.parametrize(("role", "path"), [(Role.LEAD, "oversikt"), (Role.REVIEWER, "denne-uken")])
def test_the_first_page_is_found_by_its_name_too(screen: Screen, role: Role, path: str) -> None:
    screen.open(path, kunde=screen.server.customers[OFFICE.name], rolle=role)
    screen.shows("", first_of(role))
    expect(screen.page.get_by_text(NO_PAGE)).to_have_count(0)


def verdict(screen: Screen) -> str:
    """What the office's first page concludes."""
    screen.open_for("", OFFICE.name)
    return screen.page.get_by_test_id("stAlert").first.locator("strong").first.inner_text()


def own_page(screen: Screen) -> None:
    screen.open("hpas-selv", rolle=Role.PROGRAMME)
    screen.shows("hpas-selv")
    assert violations(screen) == []


def answer_for_all(screen: Screen, said: str) -> None:
    own_page(screen)
    screen.page.get_by_role("button", name="Svar for HPAS").click()
    screen.shows("egenvurdering")
    find(screen, OURS)
    answer(screen, said)


def answer(screen: Screen, said: str) -> None:
    card = screen.card(OURS)
    card.get_by_text(said, exact=True).click()
    screen.expect_saved(OURS)
    screen.settle()


def find(screen: Screen, question_id: str) -> None:
    box = screen.page.get_by_label("Søk", exact=True)
    box.fill(question_id)
    box.press("Enter")
    screen.page.get_by_role("button", name=question_id).click()
    screen.expect_card(question_id)


def carried(screen: Screen) -> Locator:
    """The card of the question as the office has it."""
    screen.open_for("egenvurdering", OFFICE.name)
    find(screen, THEIRS)
    return screen.card(THEIRS)


def disagree(screen: Screen) -> None:
    card = carried(screen)
    expect(card.get_by_text("Svar fra HPAS")).to_be_visible()
    why = card.get_by_label("Hvorfor er dere uenige?")
    screen.insist(card.locator("summary", has_text="Uenig? Svar selv").click, why)
    screen.settle()
    assert violations(screen) == []
    card.get_by_role("button", name="Lagre svaret vårt").click()
    expect(card.get_by_text("Skriv både et svar og hvorfor dere er uenige.")).to_be_visible()
    screen.settle()
    card.get_by_text("Ja", exact=True).click()
    screen.settle()
    why.fill(REASON)
    card.get_by_role("button", name="Lagre svaret vårt").click()
    expect(card.get_by_text("Dere er uenige.")).to_be_visible()
    expect(card.get_by_test_id("stText").filter(has_text=REASON)).to_be_visible()
    screen.settle()


def seen_on_a_phone(screen: Screen) -> None:
    """HPAS's list of who disagrees and the office's card fit, and nobody has to scroll sideways."""
    own_page(screen)
    expect(screen.page.get_by_test_id("stText").filter(has_text=REASON)).to_be_visible()
    assert fits(screen)
    carried(screen)
    assert violations(screen) == []
    assert fits(screen)


def fits(screen: Screen) -> bool:
    return bool(screen.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def answer_the_office(screen: Screen) -> None:
    own_page(screen)
    expect(screen.page.get_by_test_id("stText").filter(has_text=REASON)).to_be_visible()
    screen.page.get_by_role("button", name=f"Svar for {OFFICE.name}").click()
    screen.shows("egenvurdering")
    screen.expect_card(OURS)
    expect(screen.page.get_by_text("Svarene her gjelder 1 kunde")).to_be_visible()
    answer(screen, "Nei")
