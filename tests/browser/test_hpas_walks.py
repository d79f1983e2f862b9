"""HPAS with two hundred and fifty customers: the week, the customers and the log, by hand, and none of them a wall."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from language import day
from service.demo.many import fill_many
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.workspace import open_workspace
from tests.browser.accessible import violations
from tests.browser.conftest import NewScreen
from tests.browser.screen import Screen
from tests.browser.serve import ASSESSMENTS, TODAY, Server, served

MANY = 250
MOST_NODES, HIGHEST = 4_000, 6_000
ADMIN = local_actor(Role.ADMIN)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own, with many customers."""
    folder = tmp_path_factory.mktemp("many")
    url = f"sqlite:///{folder / 'many.db'}"
    with open_workspace(database_url=url, assessments=ASSESSMENTS, create=True) as ws:
        fill_many(ws, ADMIN, MANY, as_of=TODAY)
        customers = {customer.name: customer.id for customer in list_customers(ws, ADMIN)}
    with served(folder, url, customers) as running:
        yield running


def is_no_wall(screen: Screen) -> None:
    """Few enough nodes, and no higher than one can take in; and everyone can use it."""
    screen.settle()
    assert screen.page.evaluate("document.querySelectorAll('*').length") <= MOST_NODES
    height = "document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect().height"
    assert screen.page.evaluate(height) <= HIGHEST
    assert violations(screen) == []


def box(screen: Screen, row: int) -> tuple[float, float]:
    """Where one marks a row of the table."""
    table = screen.page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    place = table.bounding_box()
    assert place is not None
    return place["x"] + 15, place["y"] + 35 * row + 17


def marked(screen: Screen, row: int, said: Locator) -> None:
    """Mark a row until the page says what it is about."""
    screen.insist(lambda: screen.page.mouse.click(*box(screen, row)), said)
    screen.settle()


def test_the_week_is_walked_from_the_first_page_to_a_customer(new_screen: NewScreen) -> None:
    screen = new_screen()
    screen.open("", rolle="reviewer")
    screen.shows("", "Denne uken")
    is_no_wall(screen)
    page = screen.page
    page.get_by_role("button", name="Minn alle").last.click()
    page.get_by_role("button", name="Ja, minn").click()
    expect(page.get_by_text("Kopier teksten under")).to_be_visible()
    expect(page.get_by_text("@demo.example")).to_be_visible()
    screen.settle()
    page.get_by_role("button", name="Vis alle").first.click()
    expect(page.get_by_text("1–40 av")).to_be_visible()
    is_no_wall(screen)
    page.get_by_role("button", name="Neste").click()
    expect(page.get_by_text("41–")).to_be_visible()
    screen.settle()
    screen.open("", rolle="reviewer", liste="silent")
    first = page.locator(".st-key-week-silent").get_by_role("link").first
    name = first.inner_text()
    first.click()
    screen.shows("oversikt")
    expect(page.get_by_text(f"{name} ·").first).to_be_visible()


def test_customers_are_found_marked_moved_and_archived(new_screen: NewScreen, server: Server) -> None:
    screen = new_screen(height=1400)
    screen.open("kunder", rolle="admin", sok="Demo helseforetak")
    is_no_wall(screen)
    page = screen.page
    # The first of them has started, and is not moved any more.
    marked(screen, 2, page.get_by_text("1 kunde valgt"))
    screen.choose("Hva vil du gjøre?", "Flytt oppstarten")
    page.get_by_label("Ny dato for oppstart").fill("4.5.2028")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Flytt 1 kunde").click()
    expect(page.get_by_text("er flyttet")).to_be_visible()
    screen.choose("Hva vil du gjøre?", "Arkiver")
    page.get_by_role("button", name="Arkiver 1 kunde").click()
    expect(page.get_by_text("er arkivert")).to_be_visible()
    with open_workspace(database_url=server.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
        assert len(list_customers(ws, ADMIN)) == MANY - 1


def test_a_file_of_customers_is_seen_and_then_stored(new_screen: NewScreen, server: Server) -> None:
    screen = new_screen()
    screen.open("kunder", rolle="admin")
    page = screen.page
    field = page.locator("input[type=file]").first
    screen.insist(page.get_by_text("Hent inn kunder fra en CSV-fil").click, page.get_by_text("Bare navn og type må"))
    wrong, right = "Navn;Type\nÅs;kommunen\n", "Navn;Type;Oppstart\nÅs;kommune;1.3.2027\nDemo kommune 001;kommune;\n"
    field.set_input_files({"name": "k.csv", "mimeType": "text/csv", "buffer": wrong.encode()})
    expect(page.get_by_text("Linje 2: Type: «kommunen» er ingen kundetype")).to_be_visible()
    screen.settle()
    field.set_input_files({"name": "k.csv", "mimeType": "text/csv", "buffer": right.encode()})
    page.get_by_role("button", name="Legg til 1 kunde").click()
    expect(page.get_by_text("1 kunde er lagt til.")).to_be_visible()
    with open_workspace(database_url=server.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
        assert "Ås" in {customer.name for customer in list_customers(ws, ADMIN)}


def test_the_log_is_filtered_and_turned(new_screen: NewScreen) -> None:
    screen = new_screen()
    screen.open("logg", rolle="admin")
    is_no_wall(screen)
    screen.page.get_by_role("button", name="Eldre", exact=True).click()
    expect(screen.page.get_by_role("button", name="De nyeste", exact=True)).to_be_visible()
    screen.settle()
    screen.choose("Handling", "Be om unntak")
    screen.page.wait_for_url("**handling=propose_waiver**")
    expect(screen.page.get_by_role("button", name="De nyeste", exact=True)).to_have_count(0)
    is_no_wall(screen)


def test_a_shared_role_is_booked_by_keyboard_and_seen_where_it_is_too_much(new_screen: NewScreen) -> None:
    screen = new_screen()
    screen.open("rulleplan", rolle="admin")
    is_no_wall(screen)
    page = screen.page
    page.get_by_text("Delte roller", exact=True).click()
    page.wait_for_url("**del=roller**")
    screen.insist(page.get_by_text("Sett opp en rolle").click, page.get_by_label("Rolle eller funksjon"))
    for turn in ("Testleder", "testleder"):
        page.get_by_label("Rolle eller funksjon").fill(turn)
        page.keyboard.press("Tab")
        screen.choose("Oppstart", day(TODAY + timedelta(days=12)))
        for label, said in (("Fra og med", "1.3.2027"), ("Til og med", "12.3.2027")):
            page.get_by_label(label).fill(said)
            page.keyboard.press("Tab")
        page.get_by_label("Andel i prosent").fill("60")
        page.keyboard.press("Tab")
        page.get_by_role("button", name="Sett opp", exact=True).press("Enter")
        expect(page.get_by_text("Rollen er satt opp.")).to_be_visible()
        screen.settle()
    expect(page.get_by_role("heading", name="Over 100 prosent")).to_be_visible()
    expect(page.get_by_text("Ingen rolle er satt opp med mer enn 100")).to_have_count(0)
    is_no_wall(screen)
