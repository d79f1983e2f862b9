"""The way in and out in a real browser, by a real provider process: who gets in, to what, and when they are out again."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from service.people.logins import LONGEST_LOGIN
from tests.chromium import Chromium
from tests.security.browsing import BUTTONS, choose, go, log_in, log_out, pick, settle, text_of
from tests.security.raw_client import USER_COOKIE, login_cookie
from tests.security.serve import CLIENT_SECRET, COOKIE_SECRET, Server
from tests.security.world import LEVEL, PEOPLE, YES_NO, A, B, mark

NewContext = Callable[[], BrowserContext]
NO_ACCESS = re.compile("ingen har gitt deg tilgang")


@pytest.fixture
def new_context(chromium: Chromium, server: Server) -> Iterator[NewContext]:
    """Browsers of their own; afterwards no error has shown in any of them, and the log holds no secret."""
    errors: list[str] = []
    before = len(server.said())

    def listen(page: Page) -> None:
        page.on("pageerror", lambda error: errors.append(str(error)))

    with ExitStack() as made:

        def make() -> BrowserContext:
            context = made.enter_context(chromium.visitor())
            context.on("page", listen)
            made.callback(context.remove_listener, "page", listen)
            return context

        yield make
    assert errors == []
    said = server.said()[before:]
    assert "Traceback" not in said
    assert COOKIE_SECRET not in said
    assert CLIENT_SECRET not in said


@pytest.fixture
def context(new_context: NewContext) -> BrowserContext:
    return new_context()


def is_the_login_page(page: Page) -> None:
    expect(page.get_by_role("button", name=BUTTONS["entra"])).to_be_visible()
    settle(page)
    assert mark(A) not in text_of(page)
    assert mark(B) not in text_of(page)
    expect(page.get_by_role("button", name="Logg ut")).to_have_count(0)


def other_answer(page: Page) -> Locator:
    """What a question is not answered with."""
    return page.locator(f".st-key-card-{YES_NO} label:has(input[type=radio]:not(:checked))").first


def test_every_provider_has_a_button(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    go(page, server)
    for name in BUTTONS.values():
        expect(page.get_by_role("button", name=name)).to_be_visible()


@pytest.mark.parametrize("path", ["egenvurdering?tema=F02", "tilgang", "kunder", "metode"])
def test_a_deep_link_before_login_shows_the_login_and_nothing_else(
    context: BrowserContext, server: Server, path: str
) -> None:
    page = context.new_page()
    go(page, server, path)
    is_the_login_page(page)


def test_an_invited_lead_gets_in_and_sees_the_own_customer_only(context: BrowserContext, server: Server) -> None:
    page = log_in(context, server, "lead-a")
    go(page, server, f"filer?kunde={server.world.customers[B]}")
    expect(page.get_by_role("heading", level=1, name="Vi finner ikke kunden")).to_be_visible()
    assert mark(B) not in page.content()
    page.get_by_role("button", name=re.compile(f"^Gå til .*{mark(A)}")).click()
    expect(page.get_by_role("heading", level=1, name="Filer")).to_be_visible()
    settle(page)
    for link in ("Oversikt", "Egenvurdering", "Filer", "Tilgang"):
        assert mark(A) in text_of(page)
        assert mark(B) not in page.content()
        page.get_by_role("link", name=link, exact=True).click()
        expect(page.get_by_role("heading", level=1, name=link, exact=True)).to_be_visible()
        settle(page)
    expect(page.get_by_role("link", name="Sammenligning")).to_have_count(0)


@pytest.mark.parametrize(("who", "provider"), [("stranger", "entra"), ("unverified", "entra"), ("lead-b", "other")])
def test_one_who_is_not_let_in_gets_a_kind_page_and_no_data(
    context: BrowserContext, server: Server, who: str, provider: str
) -> None:
    page = log_in(context, server, who, provider=provider)
    expect(page.get_by_role("heading", name="Ingen tilgang")).to_be_visible()
    expect(page.get_by_text(NO_ACCESS).first).to_be_visible()
    expect(page.get_by_role("link", name="Oversikt")).to_have_count(0)
    assert mark(B) not in page.content()


def test_after_logging_out_every_tab_asks_for_a_new_login(context: BrowserContext, server: Server) -> None:
    page = log_in(context, server, "contributor-a")
    other = context.new_page()
    go(other, server, "egenvurdering?tema=F02")
    log_out(page)
    is_the_login_page(page)
    other.get_by_role("link", name="Mangler").click()
    is_the_login_page(other)
    go(other, server, "mangler")
    is_the_login_page(other)


def test_a_copy_of_the_cookie_is_worth_nothing_after_logging_out(new_context: NewContext, server: Server) -> None:
    context = new_context()
    page = log_in(context, server, "contributor-a")
    copied = [cookie for cookie in context.cookies() if str(cookie.get("name")).startswith("_streamlit")]
    thief = new_context()
    thief.add_cookies(copied)  # type: ignore[arg-type]
    stolen = thief.new_page()
    go(stolen, server, "metode")
    expect(stolen.get_by_role("button", name="Logg ut")).to_be_visible()
    log_out(page)
    go(stolen, server, "mangler")
    is_the_login_page(stolen)


@pytest.mark.parametrize(("who", "where"), [("leaver", "a link"), ("clicker", "an answer")])
def test_one_who_is_removed_is_out_at_the_next_click(
    context: BrowserContext, server: Server, who: str, where: str
) -> None:
    page = log_in(context, server, who, path="egenvurdering?tema=F02")
    go(page, server, "egenvurdering?tema=F02")
    before = server.world.stored()
    assert mark(A) in text_of(page)
    server.world.removed(who)
    before = server.world.stored()
    if where == "a link":
        page.get_by_role("link", name="Mangler", exact=True).click()
    else:
        other_answer(page).click()
    expect(page.get_by_text(NO_ACCESS).first).to_be_visible()
    settle(page)
    assert mark(A) not in text_of(page)
    expect(page.locator(f".st-key-card-{LEVEL}")).to_have_count(0)
    assert server.world.stored() == before


def test_a_login_of_more_than_twelve_hours_is_asked_for_again_and_works_again(
    context: BrowserContext, server: Server
) -> None:
    old = int(time.time() - LONGEST_LOGIN.total_seconds()) + 12
    cookie = login_cookie(server, PEOPLE["sleeper"], iat=old)
    context.add_cookies([{"name": USER_COOKIE, "value": cookie, "url": server.url}])
    page = context.new_page()
    go(page, server, "egenvurdering?tema=F02")
    assert mark(A) in text_of(page)
    page.wait_for_timeout(max(0.0, old + LONGEST_LOGIN.total_seconds() + 1 - time.time()) * 1000)
    other_answer(page).click()
    expect(page.get_by_text("mer enn tolv timer").first).to_be_visible()
    settle(page)
    is_the_login_page(page)
    choose(page, "sleeper")
    assert mark(A) in text_of(page)


def test_an_administrator_invites_and_that_person_gets_in(new_context: NewContext, server: Server) -> None:
    newcomer = PEOPLE["newcomer"]
    page = log_in(new_context(), server, "admin")
    go(page, server, "kunder")
    pick(page, page.get_by_role("combobox", name="Kunde").last, re.compile(mark(B)))
    # The form is another one once those of this customer stand there.
    expect(page.get_by_text(PEOPLE["lead-b"].email).first).to_be_visible()
    settle(page)
    form = page.get_by_test_id("stForm").filter(has=page.get_by_label("E-postadresse")).first
    form.get_by_label("E-postadresse").fill(f" {newcomer.email.upper()} ")
    form.get_by_label("Navn (kan stå tomt)").fill("Nykommer")
    form.get_by_role("button", name="Inviter").click()
    expect(page.get_by_text("Invitasjonen er lagret").first).to_be_visible()

    theirs = log_in(new_context(), server, "newcomer")
    assert mark(B) in text_of(theirs)
    assert mark(A) not in theirs.content()
    expect(theirs.get_by_role("link", name="Tilgang")).to_be_visible()
