"""Both sides sign, on a laptop and on a phone; an answer gets worse, and the decision no longer holds."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect

from language import short_day
from scoring.answers import Share
from service.answers.responses import open_response
from service.demo.customers import PROFILES, add_profile
from service.demo.programme import answer_for_hpas
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.review.submissions import State, move, send_in
from service.workspace import open_workspace
from tests.browser.accessible import violations
from tests.browser.hands import TYPED
from tests.browser.screen import Screen
from tests.browser.serve import ASSESSMENTS, TODAY, Server, served
from tests.builders import ADMIN, REVIEWER
from tests.service.review.sending import hand_back

# The one that moves evenly, and a hard stop of its.
PROFILE, STOP = PROFILES[2], "KO-0501"
LAPTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def decides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with one customer that has sent in, and that HPAS is done with."""
    folder = tmp_path_factory.mktemp("decides")
    database_url = f"sqlite:///{folder / 'demo.db'}"
    with open_workspace(database_url=database_url, assessments=ASSESSMENTS, create=True) as ws:
        answer_for_hpas(ws, [PROFILE.days], as_of=TODAY)
        customer_id = add_profile(ws, ADMIN, PROFILE, TODAY)
        lead = local_actor(Role.LEAD, customer_id)
        seen = open_response(ws, lead, customer_id).marker
        made = send_in(ws, lead, customer_id, seen=seen, as_of=TODAY, incomplete=True)
        move(ws, REVIEWER, made, State.IN_REVIEW, expected=State.SENT)
        hand_back(ws, made)
        customers = {customer.name: customer.id for customer in list_customers(ws, ADMIN)}
    with served(folder, database_url, customers) as running:
        yield running


def look(browser: Browser, server: Server, role: Role, size: dict[str, int], path: str = "beslutning") -> Screen:
    page = browser.new_page(viewport=size)  # type: ignore[arg-type]
    screen = Screen(page, server)
    screen.open_for(path, PROFILE.name, role=role)
    screen.settle()
    return screen


def whole(server: Server) -> float:
    """How many there are in all, of the stop."""
    value = server.answer(PROFILE.name, STOP).value
    assert isinstance(value, Share)
    return value.all or 0


def knows(screen: Screen) -> None:
    """That one knows how many answers nobody has looked at, by keyboard."""
    box = screen.page.get_by_role("checkbox", name=re.compile("ikke er sett på"))
    box.focus()
    screen.page.keyboard.press("Space")
    expect(box).to_be_checked()
    screen.settle()


def says_it_is_done(screen: Screen) -> None:
    """Of the first condition, by keyboard."""
    fold = screen.page.locator("summary").filter(has_text="Si hvordan det går med vilkår 1")
    fold.focus()
    screen.page.keyboard.press("Enter")
    button = screen.page.get_by_role("button", name="Vilkår 1 er oppfylt")
    expect(button).to_be_visible()
    screen.settle()
    assert violations(screen) == []
    button.focus()
    screen.page.keyboard.press("Enter")
    expect(screen.page.get_by_text("Det står nå at vilkår 1 er oppfylt.")).to_be_visible()
    screen.settle()
    assert violations(screen) == []


def test_both_sign_an_answer_gets_worse_and_it_no_longer_holds(browser: Browser, decides: Server) -> None:
    theirs = look(browser, decides, Role.DECISION_MAKER, LAPTOP)
    page = theirs.page
    choice = page.get_by_role("radio", name=re.compile("^Start med vilkår"))
    choice.focus()
    page.keyboard.press("Space")
    page.get_by_label("Vilkår 1", exact=True).fill("Ekstra folk på vakt de første ukene")
    page.get_by_label("Ansvarlig for vilkår 1").fill("Kommunalsjef")
    page.get_by_label("Frist for vilkår 1").fill(short_day(TODAY + timedelta(days=30)))
    page.keyboard.press("Tab")
    theirs.settle()
    knows(theirs)
    assert violations(theirs) == []
    page.get_by_role("button", name="Foreslå og skriv under for kunden").click()
    expect(page.get_by_text("Venter på at HPAS skriver under.")).to_be_visible()

    ours = look(browser, decides, Role.REVIEWER, PHONE)
    expect(ours.page.get_by_text("Kommunalsjef. Frist")).to_be_visible()
    knows(ours)
    assert violations(ours) == []
    ours.page.get_by_role("button", name="Skriv under for HPAS", exact=True).click()
    expect(ours.page.get_by_text("Begge har skrevet under, og beslutningen gjelder.")).to_be_visible()
    ours.settle()
    assert violations(ours) == []
    says_it_is_done(ours)
    page.close()
    ours.page.close()

    lead = look(browser, decides, Role.LEAD, LAPTOP, "egenvurdering")
    lead.open_for("egenvurdering", PROFILE.name, sporsmal=STOP)
    card = lead.card(STOP)
    card.locator(TYPED).first.fill("0")
    card.get_by_role("heading").first.click()
    lead.until(lambda: decides.answer(PROFILE.name, STOP).value == Share(0, whole(decides)), True)
    lead.settle()
    lead.go("beslutning")
    expect(lead.page.get_by_text("gjelder ikke lenger").first).to_be_visible()
    expect(lead.page.get_by_text("er nå «0 av").first).to_be_visible()
    assert violations(lead) == []
    lead.open_for("oversikt", PROFILE.name)
    expect(lead.page.get_by_text(re.compile("gjelder ikke lenger"))).to_be_visible()
    lead.page.close()
