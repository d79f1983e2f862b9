"""HPAS among 250 customers: a queue one can find one's way in, and a whole trust reviewed in few clicks."""

import os
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.many_customers import fill
from benchmarks.scoring import AS_OF
from deploy.processes import free_port, running
from scoring.basis import customers_part
from scoring.questionnaire import Question
from scoring.vocabulary import CustomerType, Kind
from service.answers.responses import open_response
from service.demo.customers import Profile, add_profile
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.review.open_review import looked_at_of
from service.review.review_queue import read_queue
from service.review.submissions import SnapshotView, list_snapshots, open_snapshot, send_in
from service.workspace import open_workspace
from tests.browser.accessible import violations
from tests.browser.screen import Screen
from tests.browser.serve import ASSESSMENTS, Server

ADMIN = local_actor(Role.ADMIN)
TRUST, MANY = "Demo helseforetak T", 250
MOST_CLICKS, MOST_NODES, MOST_HEIGHT = 25, 4_000, 6_000
# How a deviation is said of an answer that is yes or a level.
NOTHING = {Kind.YES_NO: "Nei", Kind.LEVEL: "Nivå 0"}
COUNT_CLICKS = "window.clicks = 0; addEventListener('click', each => { window.clicks += each.isTrusted; }, true);"


@pytest.fixture(scope="module")
def among_many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a trust that has sent in before all the others."""
    folder = tmp_path_factory.mktemp("many")
    database_url = f"sqlite:///{folder / 'many.db'}"
    with open_workspace(database_url=database_url, assessments=ASSESSMENTS, create=True) as ws:
        profile = Profile(TRUST, 92, answered=0.95, customer_type=CustomerType.HEALTH_TRUST)
        customer_id = add_profile(ws, ADMIN, profile, AS_OF)
        lead = local_actor(Role.LEAD, customer_id)
        seen = open_response(ws, lead, customer_id).marker
        send_in(ws, lead, customer_id, seen=seen, as_of=AS_OF, incomplete=True)
        fill(ws.database, MANY)
        customers = {customer.name: customer.id for customer in list_customers(ws, ADMIN)}
    port, log = free_port(), folder / "server.log"
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "server.py", "--server.port", str(port)]
    environment = os.environ | {"DATABASE_URL": database_url, "KLARSJEKK_TODAY": AS_OF.isoformat()}
    with running(command, log, f"{url}/_stcore/health", environment=environment):
        yield Server(url, database_url, log, customers)


@pytest.fixture
def hpas(browser: Browser, among_many: Server) -> Iterator[Screen]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(COUNT_CLICKS)
    yield Screen(page, among_many)
    page.close()


def waiting(server: Server, search: str = "") -> int:
    """How many wait for a review, as it is on disk; those who have started do not."""
    with open_workspace(database_url=server.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
        return read_queue(ws, local_actor(Role.REVIEWER), as_of=AS_OF, search=search).found


def assert_light(page: Page) -> None:
    nodes = page.evaluate("document.querySelectorAll('*').length")
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    assert nodes <= MOST_NODES
    assert height <= MOST_HEIGHT


def test_the_queue_is_searched_and_paged_and_a_row_opens_a_review(hpas: Screen) -> None:
    all_, found = waiting(hpas.server), waiting(hpas.server, "kommune 24")
    assert all_ > found > 1
    hpas.open_for("kvalitetssikring", TRUST, role=Role.REVIEWER)
    expect(hpas.page.get_by_text(f"{all_} vurderinger venter, den eldste først")).to_be_visible()
    expect(hpas.page.get_by_text("Side 1 av 13")).to_be_visible()
    assert_light(hpas.page)
    assert violations(hpas) == []
    hpas.page.get_by_role("button", name="Neste").click()
    expect(hpas.page.get_by_text("Side 2 av 13")).to_be_visible()
    search = hpas.page.get_by_label("Søk etter kunde")
    search.fill("kommune 24")
    search.press("Enter")
    expect(hpas.page.get_by_text(f"{found} av {all_} passer til søket.")).to_be_visible()
    hpas.settle()
    # By the keyboard alone.
    hpas.page.get_by_role("combobox", name="Åpne en på siden").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        hpas.page.keyboard.press(key, delay=100)
    expect(hpas.page.get_by_role("button", name="Tilbake til køen")).to_be_visible()
    assert "innsendt=" in hpas.page.url
    hpas.page.get_by_role("button", name="Tilbake til køen").click()
    expect(hpas.page.get_by_label("Søk etter kunde")).to_be_visible()


def test_a_whole_trust_with_three_deviations_takes_few_clicks(hpas: Screen) -> None:
    page = hpas.page
    hpas.open_for("kvalitetssikring", TRUST, role=Role.REVIEWER)
    page.get_by_role("button", name="Åpne den som har ventet lengst").click()
    page.get_by_role("button", name="Begynn kvalitetssikringen").click()
    expect(page.get_by_text("Kvalitetssikringen er begynt.")).to_be_visible()
    hpas.settle()
    assert_light(page)
    assert violations(hpas) == []

    found = deviations(hpas)
    for question in found:
        disagree(hpas, question)
    pages = page.get_by_text("Side 1 av").inner_text().split()[-1]
    for number in range(2, int(pages) + 1):
        page.get_by_role("button", name="Enig i resten på siden").click()
        expect(page.get_by_text(f"Side {number} av {pages}")).to_be_visible()
        hpas.settle()
    # Two clicks in a row: the second does not take the first away.
    page.get_by_role("button", name="Enig i resten på siden").click()
    page.get_by_role("button", name="Enig i alt annet").click()
    expect(page.get_by_text("0 svar er ikke sett på.")).to_be_visible()
    hpas.settle()
    page.get_by_role("button", name="Ferdig vurdert").click()
    expect(page.get_by_text("Vurderingen er gitt tilbake til kunden.")).to_be_visible()

    assert page.evaluate("window.clicks") <= MOST_CLICKS
    view = stored(hpas.server)
    assert {id_ for id_, rated in view.ratings.items() if not rated.agreed} == {question.id for question in found}
    looked = looked_at_of(view)
    assert looked.unseen == 0
    own = customers_part(view.form.questionnaire, view.answers)
    stops = [each for each in own if view.form.questionnaire.by_id[each].hard_stop is not None]
    assert len(stops) <= looked.looked < looked.answers


def test_all_go_lives_are_on_one_line_and_a_wave_is_tried_on_another_day(hpas: Screen) -> None:
    page = hpas.page
    hpas.open_for("rulleplan", TRUST, role=Role.REVIEWER)
    expect(page.locator(".st-key-roll-out-chart .js-plotly-plot")).to_be_visible()
    hpas.settle()
    assert_light(page)
    assert violations(hpas) == []
    # By the keyboard alone.
    page.get_by_role("combobox", name="Se på én oppstart").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key, delay=100)
    expect(page.get_by_role("heading", name="Prøv en annen dag")).to_be_visible()
    assert "oppstart=" in page.url
    box = page.get_by_label("Ny oppstart for hele bølgen")
    box.fill("01.12.2028")
    box.press("Enter")
    expect(page.get_by_text("Med oppstart 1.")).to_be_visible()
    expect(page.get_by_text("En administrator i HPAS kan flytte bølgen.")).to_be_visible()
    hpas.settle()
    assert_light(page)
    assert violations(hpas) == []


def deviations(screen: Screen) -> list[Question]:
    """Three on the first page that are answered with yes or a level."""
    view = stored(screen.server)
    said = [
        question
        for question in view.form.questionnaire.questions
        if question.kind in NOTHING
        and question.id in view.answers
        and view.answers[question.id].value
        and screen.page.locator(f".st-key-review-{question.id}").count()
    ]
    return said[:3]


def disagree(screen: Screen, question: Question) -> None:
    box = screen.page.locator(f".st-key-review-{question.id}")
    box.locator("summary", has_text="Uenig, eller med merknad").click()
    reason = box.get_by_label("Begrunnelse eller merknad")
    expect(reason).to_be_visible()
    screen.settle()
    box.get_by_text(NOTHING[Kind(question.kind)], exact=True).click()
    screen.settle()
    reason.click()
    reason.fill("Vi fant ingen avtale i dokumentene.")
    box.get_by_role("button", name="Lagre vurderingen").click()
    expect(box.get_by_text("HPAS er uenig")).to_be_visible()
    screen.settle()


def stored(server: Server) -> SnapshotView:
    with open_workspace(database_url=server.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
        (info,) = list_snapshots(ws, ADMIN, server.customers[TRUST])
        return open_snapshot(ws, ADMIN, info.id)
