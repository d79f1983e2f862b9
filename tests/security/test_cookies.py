"""What a login leaves in the browser: nothing when the browser is closed, and never the provider's access token."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

from tests.security.ask import ask
from tests.security.browsing import log_in, settle
from tests.security.raw_client import Client, login_cookie
from tests.security.serve import COOKIE_SECRET, Server
from tests.security.world import PEOPLE

TOKENS = "_streamlit_user_tokens"


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    made = [browser.new_context(locale="nb-NO") for _ in range(2)]
    for context in made:
        context.set_default_timeout(20_000)
    yield made
    for context in made:
        context.close()


def test_a_login_ends_with_the_browser_keeps_no_access_token_and_can_be_ended_from_another(
    contexts: list[BrowserContext], server: Server
) -> None:
    here, there = contexts
    log_in(there, server, "lead-a")
    left = there.pages[0]
    page = log_in(here, server, "lead-a")
    kept = {str(cookie["name"]): cookie for cookie in here.cookies()}
    ours = [cookie for name, cookie in kept.items() if name.startswith("_streamlit_user")]
    assert len(ours) >= 2
    assert {cookie["expires"] for cookie in ours} == {-1}
    said = decode_signed_value(COOKIE_SECRET, TOKENS, kept[TOKENS]["value"])
    assert said is not None
    assert json.loads(said).keys() == {"id_token"}

    logged = server.said()
    assert "oauth2callback" not in logged
    assert "127.0.0.1:" not in logged.replace(server.host, "")

    page.get_by_role("button", name="Innlogginger").click()
    box = page.get_by_role("dialog")
    expect(box.get_by_text("(denne)")).to_have_count(1)
    expect(box.get_by_text("Chrome på Linux").first).to_be_visible()
    others = box.get_by_role("button", name="Avslutt")
    others.first.click()
    expect(page.get_by_text("Innloggingen er avsluttet.")).to_be_visible()
    left.get_by_role("link", name="Mangler").click()
    expect(left.get_by_text("Du er logget ut.")).to_be_visible()
    settle(page)
    expect(page.get_by_role("button", name="Logg ut")).to_be_visible()


def test_a_cookie_is_still_taken_away_at_logout(server: Server) -> None:
    cookie = login_cookie(server, PEOPLE["lead-a"])
    reply = ask(server, "/auth/logout", cookies={"_streamlit_user": cookie})
    assert reply.headers["clear-site-data"] == '"storage"'
    assert "clear-site-data" not in ask(server, "/").headers
    assert [each for each in reply.cookies if re.match(r"_streamlit_user=.*Max-Age=0", each)]


def test_no_answer_says_what_kind_of_server_gave_it(server: Server) -> None:
    for path in ("/", "/_stcore/health", "/static/no-such", "/klarsjekk/health/live"):
        assert "server" not in ask(server, path).headers
    with Client(server) as client:
        assert client.session is not None
