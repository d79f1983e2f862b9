"""A GP office on its own machine, from an empty database by link, file, plan, date and paper to HPAS who takes it in."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page, expect

from content.catalogue import read_content
from reports.answers.xlsx_write import answers_xlsx
from scoring.answers import Answer
from scoring.questionnaire import LevelQuestion, ShareQuestion, YesNoQuestion
from scoring.vocabulary import CustomerType
from service.answers.responses import open_response
from service.demo.values import in_route
from service.people.actor import Role
from service.people.customers import list_customers
from service.people.members import invite
from service.plan.actions import list_actions
from service.workspace import Workspace, open_workspace
from storage.verification import verify
from tests.browser.accessible import violations
from tests.browser.hands import TYPED
from tests.browser.screen import Screen
from tests.browser.serve import ASSESSMENTS
from tests.browser.serve import Server as Machine
from tests.browser.test_handing_out import give
from tests.builders import ADMIN
from tests.security import serve
from tests.security.browsing import log_in, settle
from tests.security.world import PEOPLE, TODAY, World
from tests.tell import Tell

NAME = "Demo legekontor"
GO_LIVE = TODAY + timedelta(days=100)
CONTENT = read_content(ASSESSMENTS)
CATALOGUE, ROLES = CONTENT.catalogue, CONTENT.roles
FORM = CATALOGUE.form(CustomerType.GP_OFFICE)
BY_ID = FORM.questionnaire.by_id
ROLE, WHO = ROLES.of(CustomerType.GP_OFFICE)[0], "Turid"
STOP, NOT_BEGUN = "FL-0202", 0
MOST_CLICKS = 12
_COUNT = (
    "addEventListener('pointerdown', () => { sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1 }, true)"
)


@contextmanager
def opened(world: World) -> Iterator[Workspace]:
    with open_workspace(database_url=world.url, assessments=ASSESSMENTS, create=True) as ws:
        yield ws


def empty(folder: Path) -> World:
    folder.mkdir()
    world = World(folder / "klarsjekk.db", {}, {})
    with opened(world):
        return world


def test_from_an_empty_database_to_hpas(browser: Browser, tmp_path: Path, tell: Tell) -> None:
    own, hpas = empty(tmp_path / "own"), empty(tmp_path / "hpas")
    with serve.app(tmp_path / "own", own, secrets=None) as machine:
        file = answered_at_home(browser, machine, own, tell)
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
        assert (customer.name, customer.invented, answers[STOP].value) == (NAME, False, NOT_BEGUN)
        [action] = list_actions(ws, ADMIN, customer.id)
        assert (action.question_id, action.owner, action.due is not None) == (STOP, WHO, True)
        assert verify(ws.database).findings == ()


def answered_at_home(browser: Browser, machine: serve.Server, own: World, tell: Tell) -> bytes:
    """All that a lead does before HPAS sees it. They never choose a role, and nothing is called invented."""
    page = browser.new_page(locale="nb-NO", viewport={"width": 1280, "height": 900})
    screen = Screen(page, Machine(machine.url, own.url, machine.log, {}))
    page.add_init_script(_COUNT)
    screen.open("")
    assert violations(screen) == []
    set_up(screen)
    answers = answered_by_link(screen)
    clicks = int(page.evaluate("sessionStorage.clicks")) - answers
    tell(f"an own GP office: {answers} answers after {clicks} other clicks")
    assert answers >= 6
    assert clicks <= MOST_CLICKS
    answered_by_file(screen)
    planned(screen)
    screen.go("dato")
    assert violations(screen) == []
    screen.go("filer")
    assert "ppdiktet" not in page.locator("body").inner_text()
    assert screen.download("Beslutningsgrunnlag som PDF", "pdf").startswith(b"%PDF")
    return screen.download("Vurderingsfil til HPAS", "json")


def set_up(screen: Screen) -> None:
    """The first screen."""
    page = screen.page
    page.get_by_text("Fastlegekontor", exact=True).click()
    page.get_by_label("Navn på virksomheten").fill(NAME)
    page.get_by_label("Dato for oppstart").fill(f"{GO_LIVE:%d.%m.%Y}")
    page.keyboard.press("Enter")
    screen.shows("")
    screen.settle()


def answered_by_link(screen: Screen) -> int:
    """One role is given to someone, who answers all of it from the link, one click each; how many answers that was."""
    page = screen.page
    page.get_by_role("link", name="Del ut spørsmålene").click()
    screen.shows("fordeling")
    give(screen, f"{ROLE.title.nb} gis til", WHO)
    page.get_by_text("Lenke, fil og e-post").first.click()
    screen.settle()
    link = page.get_by_role("link", name="Åpne spørsmålene").get_attribute("href") or ""
    screen.open("egenvurdering", **{key: held[0] for key, held in parse_qs(urlsplit(link).query).items()})
    expect(page.get_by_text(re.compile(f"^{WHO} · {len(ROLE.questions)}\\sspørsmål"))).to_be_visible()
    for question_id in ROLE.questions:
        answer_in_one_click(screen, question_id)
        screen.expect_saved(question_id)
    return len(ROLE.questions)


def answer_in_one_click(screen: Screen, question_id: str) -> None:
    """A choice is clicked; a field is clicked, typed in, and left by Tab or Enter."""
    card, keyboard = screen.card(question_id), screen.page.keyboard
    question = BY_ID[question_id]
    if isinstance(question, LevelQuestion | YesNoQuestion):
        card.get_by_text("Nivå 2" if isinstance(question, LevelQuestion) else "Ja", exact=True).click()
        return
    card.locator(TYPED).first.click()
    keyboard.type("2")
    if isinstance(question, ShareQuestion):
        keyboard.press("Tab")
        keyboard.type("3")
    keyboard.press("Enter")


def answered_by_file(screen: Screen) -> None:
    """The rest comes back in a file: in route, but for one stop on which nobody has begun."""
    draw = Random(20)
    answers = {
        question.id: Answer(in_route(question, draw, go_live=GO_LIVE, as_of=TODAY))
        for question in FORM.questionnaire.questions
    }
    made = answers_xlsx(FORM.questionnaire, answers | {STOP: Answer(NOT_BEGUN)}, customer=NAME, go_live=GO_LIVE, as_of=TODAY)  # fmt: skip
    screen.go("filer")
    screen.upload(made)
    screen.page.get_by_role("button", name=re.compile(r"^Lagre \d+ endringer$")).click()
    expect(screen.page.get_by_text(re.compile(r"endringer er lagret\."))).to_be_visible()


def planned(screen: Screen) -> None:
    """Dette først: the stop is planned where it stands, and is in the plan."""
    screen.go("")
    row = screen.page.locator(f".st-key-gap-{STOP}")
    row.get_by_role("button", name="Planlegg").click()
    row.get_by_label("Hvem gjør det?").click()
    screen.page.keyboard.type(WHO)
    screen.page.keyboard.press("Enter")
    row.get_by_role("button", name="Legg i planen").click()
    expect(row.get_by_text("I planen:")).to_be_visible()
    screen.go("tiltak")
    expect(screen.page.get_by_text("1 mangler frist")).to_have_count(0)


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
