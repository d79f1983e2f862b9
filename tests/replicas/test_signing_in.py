"""Login and two replicas together: begun on one and ended on the other, ended on both at once, and a provider that is away."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import APIResponse, Page, expect

from tests.chromium import Chromium
from tests.replicas.signing_in import (
    Pair,
    answers,
    at_provider,
    away,
    go_on,
    is_in,
    is_out,
    logged_in,
    logged_out,
    move,
    opened,
    person,
    route,
)
from tests.security.browsing import BUTTONS, settle, text_of
from tests.security.world import A, B, mark

QUESTIONS = "egenvurdering?tema=F02"
ENGLISH = re.compile(r"error|authentication|failed|denied|invalid", re.IGNORECASE)


@pytest.mark.parametrize(("begun", "ended"), [(1, 2), (2, 1)])
def test_a_login_begun_on_one_ends_on_the_other(chromium: Chromium, pair: Pair, begun: int, ended: int) -> None:
    who = pair.take()
    with person(chromium, pair, replica=begun) as context:
        page = at_provider(context, pair, who)
        assert route(context) == begun
        move(context, pair, ended)
        go_on(page, who)
        is_in(page)
        assert route(context) == ended
        assert mark(A) in text_of(page)
        assert mark(B) not in page.content()


def test_logging_out_in_one_tab_ends_all_on_both(chromium: Chromium, pair: Pair) -> None:
    with person(chromium, pair, replica=1) as context:
        here = logged_in(context, pair, pair.take(), QUESTIONS)
        move(context, pair, 2)
        there, idle = opened(context, pair, QUESTIONS), opened(context, pair, "mangler")
        assert route(context) == 2
        answers(there)
        logged_out(here)
        there.get_by_role("link", name="Mangler").click()
        is_out(there)
        idle.reload()
        is_out(idle)
        for replica in (1, 2):
            move(context, pair, replica)
            is_out(opened(context, pair, QUESTIONS))


def test_a_ticket_given_out_before_a_logout_ends_with_it(chromium: Chromium, pair: Pair) -> None:
    with person(chromium, pair, replica=1) as context:
        page = logged_in(context, pair, pair.take(), "filer")
        before = ticket(page)
        after = ticket(page, before)
        assert fetch(page, before).status == 200
        cookies = context.cookies()
        logged_out(opened(context, pair, "filer"))
        context.add_cookies(cookies)  # type: ignore[arg-type]
        assert fetch(page, after).status in (403, 404, 410)


def ticket(page: Page, before: str = "") -> str:
    """The address of a file that is ready, another one than before; the page itself does not fetch it."""
    page.evaluate("() => { HTMLAnchorElement.prototype.click = () => undefined; }")
    page.get_by_role("button", name="Excel-fil til å fylle ut").click()
    link = page.locator('[class*="st-key-ready-"] a[href*="/last-ned/"]').first
    expect(link).not_to_have_attribute("href", before)
    return str(link.get_attribute("href"))


def fetch(page: Page, address: str) -> APIResponse:
    return page.context.request.get(urljoin(page.url, address))


def test_one_who_loses_the_role_is_out_on_both_at_the_next_click(chromium: Chromium, pair: Pair) -> None:
    who = pair.take()
    with person(chromium, pair, replica=1) as context:
        here = logged_in(context, pair, who, QUESTIONS)
        move(context, pair, 2)
        there = opened(context, pair, QUESTIONS)
        pair.removed(who)
        for page in (here, there):
            page.get_by_role("link", name="Mangler", exact=True).click()
            expect(page.get_by_text("ingen har gitt deg tilgang").first).to_be_visible()
            settle(page)
            assert mark(A) not in text_of(page)


def test_when_the_provider_is_away_that_is_said_and_those_who_are_in_go_on(chromium: Chromium, pair: Pair) -> None:
    with person(chromium, pair, replica=1) as one, person(chromium, pair, replica=2) as another:
        here = logged_in(one, pair, pair.take(), QUESTIONS)
        page = opened(another, pair)
        with away(pair):
            page.get_by_role("button", name=BUTTONS["entra"]).click()
            expect(page.get_by_text("Vi får ikke kontakt med innloggingstjenesten.")).to_be_visible()
            is_out(page)
            assert not ENGLISH.search(text_of(page))
            answers(here)
            move(one, pair, 2)
            answers(opened(one, pair, QUESTIONS))
        who = pair.take()
        page.get_by_role("button", name=BUTTONS["entra"]).click()
        go_on(page, who)
        is_in(page)
