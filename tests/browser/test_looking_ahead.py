"""What the app knows of time: an answer that is old, a solution that moves, where one lands, and others of one's type."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from language import short_day
from scoring.portfolio.bands import TOGETHER
from scoring.vocabulary import Area
from service.answers.responses import open_response
from service.demo.customers import PROFILES, Profile, add_profile, fill_demo
from service.demo.history import live_on
from service.judgement import judge_customer
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.review.submissions import send_in
from service.workspace import open_workspace
from tests.browser.accessible import violations
from tests.browser.conftest import NewScreen
from tests.browser.screen import Screen
from tests.browser.serve import ASSESSMENTS, TODAY, Server, served

ADMIN = local_actor(Role.ADMIN)
# Of the demo: old answers; a solution that lay still when it was tested; nothing sent in so far; one that has twice.
OLD, MOVES, NEW, SENT_TWICE = "Demo kommune D", "Demo kommune C", "Demo kommune B", "Demo kommune D"
GO_LIVE = TODAY + timedelta(days=next(each.days for each in PROFILES if each.name == MOVES))
# So many days from its go-live; others of its type sent in at that distance, and of the demo so many did.
SIXTH, CUT, ALREADY = "Demo kommune S", 90, 2
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own: the demo with its past, and as many of one type as are one too few to be a band."""
    folder = tmp_path_factory.mktemp("ahead")
    url = f"sqlite:///{folder / 'ahead.db'}"
    with open_workspace(database_url=url, assessments=ASSESSMENTS, create=True) as ws:
        fill_demo(ws, ADMIN, as_of=TODAY)
        live_on(ws, ADMIN, as_of=TODAY)
        for number in range(TOGETHER - 1 - ALREADY):
            made = add_profile(ws, ADMIN, Profile(f"Demo kommune S{number}", CUT, answered=0.95), TODAY)
            lead = local_actor(Role.LEAD, made)
            send_in(ws, lead, made, seen=open_response(ws, lead, made).marker, as_of=TODAY, incomplete=True)
        add_profile(ws, ADMIN, Profile(SIXTH, CUT, answered=0.95), TODAY)
        customers = {customer.name: customer.id for customer in list_customers(ws, ADMIN)}
    with served(folder, url, customers) as running:
        yield running


def stale(server: Server) -> set[str]:
    """The customer's own answers that are old, as it is on disk now."""
    with open_workspace(database_url=server.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
        judged = judge_customer(ws, local_actor(Role.REVIEWER), server.customers[OLD], as_of=TODAY).judgement.questions
    return {id_ for id_, each in judged.items() if each.stale and each.to_confirm}


def named(server: Server) -> str:
    """The first question whose answer counts less for it."""
    view = server.stored(MOVES)
    tried = (each for each in view.form.questionnaire.questions if each.proves_on and view.answers.get(each.id))
    return next(tried).title.nb


def area_test(server: Server) -> float:
    with open_workspace(database_url=server.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
        judgement = judge_customer(ws, local_actor(Role.REVIEWER), server.customers[MOVES], as_of=TODAY).judgement
    return judgement.areas[Area.TESTING].readiness or 0.0


def test_old_answers_are_found_on_oversikt_and_confirmed_by_keyboard_in_one_act(
    new_screen: NewScreen, server: Server
) -> None:
    old = stale(server)
    assert len(old) > 1
    screen = new_screen(**PHONE)
    screen.open_for("", OLD)
    page = screen.page
    expect(page.get_by_text(re.compile(f"^history {len(old)}.svar må bekreftes")).first).to_be_visible()
    page.get_by_role("button", name="Se dem, og bekreft").press("Enter")
    screen.shows("egenvurdering")
    screen.settle()
    for id_ in old:
        expect(screen.card(id_).get_by_text("Sist bekreftet")).to_be_visible()
        expect(screen.card(id_).get_by_text("Må bekreftes")).to_be_visible()
    assert violations(screen) == []
    page.get_by_role("button", name=re.compile(f"Stemmer fortsatt: {len(old)}.svar på denne siden")).press("Enter")
    expect(page.get_by_text(re.compile(f"{len(old)}.svar er bekreftet"))).to_be_visible()
    assert stale(server) == set()
    page.reload()
    screen.settle()
    expect(page.get_by_text("Ingen spørsmål passer til dette valget.")).to_be_visible()
    screen.open_for("", OLD)
    expect(page.get_by_text("må bekreftes")).to_have_count(0)


def test_a_build_stop_past_the_start_of_test_is_drawn_and_makes_the_area_fall(
    new_screen: NewScreen, server: Server
) -> None:
    before = area_test(server)
    screen = new_screen(height=1400)
    screen.open("rulleplan", rolle="admin", oppstart=GO_LIVE.isoformat())
    page = screen.page
    field = page.get_by_label("Byggestopp", exact=True)
    screen.insist(page.get_by_text("Gi datoene for bølgen").click, field)
    screen.settle()
    field.fill(short_day(GO_LIVE - timedelta(days=20)))
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Lagre datoene").press("Enter")
    expect(page.get_by_text("Datoene er lagret.")).to_be_visible()
    screen.settle()
    assert violations(screen) == []

    theirs = new_screen(**PHONE, elsewhere=True)
    theirs.open_for("", MOVES)
    verdict = theirs.page.get_by_test_id("stAlert").first
    expect(verdict).to_contain_text("prøvd på en løsning i bevegelse: siste trinn teller ikke før det er gjort på nytt")
    expect(verdict).to_contain_text("Løsningen bygges fortsatt når testen begynner")
    expect(verdict).to_contain_text(named(server))
    theirs.page.get_by_role("link", name="Se når det bygges, testes og læres").press("Enter")
    theirs.shows("dato")
    theirs.settle()
    hatched = theirs.page.locator('.st-key-phases [style*="pattern"], .st-key-phases path[style*="url("]')
    expect(hatched).to_have_count(2)
    assert violations(theirs) == []
    assert area_test(server) < before


def test_where_one_lands_is_silent_until_three_days_are_known(new_screen: NewScreen) -> None:
    screen = new_screen(**PHONE)
    screen.open_for("utvikling", NEW)
    expect(screen.page.get_by_text("Slik det går nå")).to_have_count(0)
    screen.open_for("", SENT_TWICE)
    expect(
        screen.page.get_by_text(re.compile("Slik det går nå, er alt trolig på plass (mellom|tidligst)"))
    ).to_be_visible()
    screen.page.get_by_role("link", name="Se hva anslaget bygger på").press("Enter")
    screen.shows("utvikling")
    expect(screen.page.get_by_text(re.compile("alt er på plass mellom .* og "))).to_be_visible()
    expect(screen.page.get_by_text(re.compile(r"Da er mellom \d+ og \d+ % på plass"))).to_be_visible()
    screen.settle()
    assert violations(screen) == []


def test_the_sixth_that_sends_in_brings_the_band_and_no_name(new_screen: NewScreen, server: Server) -> None:
    screen = new_screen()
    band = screen.page.get_by_role("heading", name="Andre på samme tid")
    screen.open_for("utvikling", SIXTH)
    expect(band).to_have_count(0)
    send(screen)
    screen.open_for("utvikling", SIXTH)
    expect(band).to_be_visible()
    expect(
        screen.page.get_by_text(re.compile(f"{CUT} dager før oppstart hadde halvparten i midten mellom"))
    ).to_be_visible()
    shown = screen.page.get_by_test_id("stMain").inner_text()
    assert not [name for name in server.customers if name != SIXTH and name in shown]
    assert violations(screen) == []


def send(screen: Screen) -> None:
    screen.open_for("send-inn", SIXTH)
    screen.page.get_by_role("button", name="Send inn").click()
    expect(screen.page.get_by_text("Vurderingen er sendt til HPAS.")).to_be_visible()
    screen.settle()
