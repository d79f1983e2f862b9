"""A municipality on its own machine: an empty database, the first screen, an answer, the vurderingsfil, and HPAS who takes it in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from scoring.answers import NO_ANSWER
from service.answers.responses import open_response
from service.people.actor import Role
from service.people.customers import list_customers
from service.people.members import invite
from service.workspace import Workspace, open_workspace
from storage.verification import verify
from tests.browser.accessible import violations
from tests.browser.hands import Mouse
from tests.browser.screen import Screen
from tests.browser.serve import ASSESSMENTS
from tests.browser.serve import Server as Machine
from tests.builders import ADMIN
from tests.security import serve
from tests.security.browsing import log_in, settle
from tests.security.world import PEOPLE, World

NAME = "Åfjord kommune"


@contextmanager
def opened(world: World) -> Iterator[Workspace]:
    with open_workspace(database_url=world.url, assessments=ASSESSMENTS, create=True) as ws:
        yield ws


def empty(folder: Path) -> World:
    folder.mkdir()
    world = World(folder / "klarsjekk.db", {}, {})
    with opened(world):
        return world


def test_from_an_empty_database_to_hpas(browser: Browser, tmp_path: Path) -> None:
    own, hpas = empty(tmp_path / "own"), empty(tmp_path / "hpas")
    with serve.app(tmp_path / "own", own, secrets=None) as machine:
        file = answered_at_home(browser, machine, own)
    admin = PEOPLE["admin"]
    with opened(hpas) as ws:
        invite(ws, ADMIN, None, role=Role.ADMIN, email=admin.email)
    with serve.provider(tmp_path / "hpas", [admin]) as issuer:
        secrets = serve.secrets_toml({"entra": issuer}, issuers=[issuer])
        with serve.app(tmp_path / "hpas", hpas, secrets=secrets, issuer=issuer) as office:
            page = log_in(browser.new_context(locale="nb-NO"), office, admin.subject, path="kunder")
            page.goto(f"{office.url}/kunder")
            settle(page)
            taken_in_twice(page, file)
    with opened(hpas) as ws:
        [customer] = list_customers(ws, ADMIN)
        answers = open_response(ws, ADMIN, customer.id).answers
        assert (customer.name, customer.invented, answers.get("KO-0201", NO_ANSWER).value) == (NAME, False, 3)
        assert verify(ws.database).findings == ()


def answered_at_home(browser: Browser, machine: serve.Server, own: World) -> bytes:
    """The first screen, one answer and the file; the lead never chooses a role, and nothing is called invented."""
    page = browser.new_page(locale="nb-NO", viewport={"width": 1280, "height": 900})
    screen = Screen(page, Machine(machine.url, own.url, machine.log, {}))
    screen.open("")
    assert violations(screen) == []
    page.get_by_text("Kommune", exact=True).click()
    page.get_by_label("Navn på virksomheten").fill(NAME)
    page.get_by_label("Dato for oppstart").fill("18. mars 2027")
    page.keyboard.press("Enter")
    screen.shows("")
    screen.settle()
    screen.go("egenvurdering")
    Mouse(screen).to_factor(2)
    screen.expect_card("KO-0201")
    Mouse(screen).level("KO-0201", 3)
    screen.expect_saved("KO-0201")
    screen.go("filer")
    assert "ppdiktet" not in page.locator("body").inner_text()
    with page.expect_download() as event:
        page.get_by_role("button", name="Vurderingsfil til HPAS").click()
    assert event.value.suggested_filename.startswith("klarsjekk-vurderingsfil-afjord-kommune-")
    return Path(event.value.path()).read_bytes()


def taken_in_twice(page: Page, file: bytes) -> None:
    given = {"name": "klarsjekk-vurderingsfil.json", "mimeType": "application/json", "buffer": file}
    page.locator("input[type=file]").set_input_files(given)  # type: ignore[arg-type]
    expect(page.get_by_text("og blir lagt til")).to_be_visible()
    page.get_by_role("button", name="Legg til kunden og hent inn").click()
    expect(page.get_by_text(f"{NAME} er hentet inn")).to_be_visible()
    settle(page)
    page.locator("input[type=file]").set_input_files(given)  # type: ignore[arg-type]
    expect(page.get_by_text("Filen har ikke noe nytt.")).to_be_visible()
    expect(page.get_by_text("Kunden er her fra før.")).to_be_visible()
