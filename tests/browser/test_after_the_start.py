"""A day that is past, confirmed by the customer, recorded a week after, and seen by HPAS: by hand, on a server of its own."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from service.demo.started import have_started
from service.outcomes.figures import read_outcomes
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.workspace import open_workspace
from tests.browser.accessible import violations
from tests.browser.conftest import NewScreen
from tests.browser.serve import ASSESSMENTS, TODAY, Server, served

ADMIN = local_actor(Role.ADMIN)
# Of the demo: its day was some days ago, and it has said nothing.
NAME, SHOULD_HAVE = "Demo kommune J", "Demo kommune I"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("after")
    url = f"sqlite:///{folder / 'after.db'}"
    with open_workspace(database_url=url, assessments=ASSESSMENTS, create=True) as ws:
        # As if it were two days later: a week has passed since the day of the one that has said nothing.
        have_started(ws, ADMIN, as_of=TODAY - timedelta(days=2))
        customers = {customer.name: customer.id for customer in list_customers(ws, ADMIN)}
    with served(folder, url, customers) as running:
        yield running


def test_from_a_day_that_is_past_to_what_hpas_sees(new_screen: NewScreen, server: Server) -> None:
    screen = new_screen(height=1400)
    screen.open("", rolle="reviewer")
    screen.shows("", "Denne uken")
    page = screen.page
    expect(page.get_by_role("heading", name="Datoen er passert, og oppstarten er ikke bekreftet: 1")).to_be_visible()

    screen.open_for("oversikt", NAME)
    expect(page.get_by_role("heading", name="Startet dere")).to_be_visible()
    assert violations(screen) == []
    page.get_by_role("button", name="Ja, vi har startet").click()
    expect(page.get_by_text("I bruk siden").first).to_be_visible()
    screen.settle()
    page.get_by_role("link", name="Se og før tallene etter oppstart").click()
    screen.shows("etter-oppstart")
    screen.settle()

    page.get_by_label("Timer løsningen var nede, timer", exact=True).fill("9,5")
    page.get_by_text("Vet ikke", exact=True).first.click()
    assert violations(screen) == []
    page.get_by_role("button", name="Lagre", exact=True).first.click()
    expect(page.get_by_text("målinger er lagret.")).to_be_visible()
    with open_workspace(database_url=server.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
        (first, *_) = read_outcomes(ws, ADMIN, server.customers[NAME], as_of=TODAY).rounds
    assert {line.measure.id: line.own.figure for line in first.lines if line.answered} == {
        "critical_errors": None,
        "downtime": 9.5,
    }

    screen.open("etter-oppstart-alle", rolle="reviewer")
    screen.shows("etter-oppstart-alle")
    expect(page.get_by_text("kunder har startet.")).to_be_visible()
    expect(page.get_by_text("burde ha lyttet").first).to_be_visible()
    assert violations(screen) == []
    screen.choose("Åpne en på siden", SHOULD_HAVE)
    page.get_by_role("link", name=f"Gå til {SHOULD_HAVE}").click()
    screen.shows("etter-oppstart")
    expect(page.get_by_text(f"{SHOULD_HAVE} ·").first).to_be_visible()
