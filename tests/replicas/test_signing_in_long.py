"""The long walks through login on two replicas: killed in the midst, other clocks, other keys, and what a provider leaves out."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.chromium import Chromium
from tests.replicas.signing_in import (
    Pair,
    answers,
    at_provider,
    away,
    clock,
    go_on,
    is_in,
    is_out,
    killed,
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
NOT_DONE = "Innloggingen ble ikke fullført."
NO_ACCESS = "ingen har gitt deg tilgang"


@pytest.fixture(params=[1, 2])
def replica(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def test_a_replica_killed_in_the_middle_of_a_login_hinders_nobody(chromium: Chromium, pair: Pair, replica: int) -> None:
    who = pair.take()
    with person(chromium, pair, replica=replica) as context:
        page = at_provider(context, pair, who)
        with killed(pair, replica):
            go_on(page, who)
            is_in(page)
            assert route(context) == 3 - replica
            assert mark(A) in text_of(page)


def test_a_replica_killed_in_the_middle_of_a_session_hinders_nobody(
    chromium: Chromium, pair: Pair, replica: int
) -> None:
    with person(chromium, pair, replica=replica) as context:
        page = logged_in(context, pair, pair.take(), QUESTIONS)
        answers(page)
        with killed(pair, replica):
            page.wait_for_function("() => 'klarsjekkBroken' in document.documentElement.dataset")
            page.wait_for_function("() => !('klarsjekkBroken' in document.documentElement.dataset)")
            settle(page)
            is_in(page)
            answers(page)
        answers(page)


def test_a_login_outlives_both_processes(chromium: Chromium, pair: Pair) -> None:
    with person(chromium, pair, replica=1) as context:
        page = logged_in(context, pair, pair.take(), QUESTIONS)
        with killed(pair, 1):
            pass
        with killed(pair, 2):
            pass
        page.reload()
        is_in(page)
        answers(page)


def test_a_login_that_was_ended_stays_ended_in_processes_that_begin_later(chromium: Chromium, pair: Pair) -> None:
    with person(chromium, pair, replica=1) as context:
        page = logged_in(context, pair, pair.take(), QUESTIONS)
        cookies = context.cookies()
        logged_out(page)
        with killed(pair, 1), killed(pair, 2):
            pass
        context.add_cookies(cookies)  # type: ignore[arg-type]
        for replica in (1, 2):
            move(context, pair, replica)
            is_out(opened(context, pair, QUESTIONS))


@pytest.mark.parametrize("ahead", [-300, -120, 120, 300])
def test_clocks_may_differ_by_five_minutes(chromium: Chromium, pair: Pair, ahead: int) -> None:
    with clock(pair, ahead), person(chromium, pair, replica=1) as context:
        page = logged_in(context, pair, pair.take(), QUESTIONS)
        move(context, pair, 2)
        answers(page)
        answers(opened(context, pair, QUESTIONS))


@pytest.mark.parametrize("ahead", [-3 * 3600, 900])
def test_a_clock_that_is_quite_wrong_lets_nobody_in_and_that_is_said(
    chromium: Chromium, pair: Pair, ahead: int
) -> None:
    who = pair.take()
    with clock(pair, ahead), person(chromium, pair, replica=1) as context:
        page = at_provider(context, pair, who)
        go_on(page, who)
        expect(page.get_by_text(NOT_DONE)).to_be_visible()
        is_out(page)


def test_keys_rotated_at_the_provider_are_taken_by_both(chromium: Chromium, pair: Pair) -> None:
    with person(chromium, pair, replica=1) as one, person(chromium, pair, replica=2) as another:
        here = logged_in(one, pair, pair.take(), QUESTIONS)
        logged_in(another, pair, pair.take())
        for _ in range(2):
            with away(pair):
                pass
            answers(here)
            for replica in (1, 2):
                with person(chromium, pair, replica=replica) as new:
                    is_in(logged_in(new, pair, pair.take()))


def test_keys_rotated_in_the_middle_of_a_login(chromium: Chromium, pair: Pair, replica: int) -> None:
    who = pair.take()
    with person(chromium, pair, replica=replica) as context:
        page = at_provider(context, pair, who)
        with away(pair):
            pass
        go_on(page, who)
        is_in(page)


def test_a_provider_that_goes_away_in_the_middle_of_a_login_is_told_of(chromium: Chromium, pair: Pair) -> None:
    who = pair.take()
    with person(chromium, pair, replica=1) as context:
        page = at_provider(context, pair, who)

        def gone_by_now(asked: Route) -> None:
            said = asked.fetch(max_redirects=0)
            pair.provider.stop()
            asked.fulfill(response=said)

        page.route(f"{pair.provider.issuer}/**", gone_by_now)
        try:
            go_on(page, who)
            expect(page.get_by_text(NOT_DONE)).to_be_visible()
            is_out(page)
        finally:
            pair.provider.start()


def test_one_who_says_no_at_the_provider_is_back_where_they_began(chromium: Chromium, pair: Pair) -> None:
    with person(chromium, pair, replica=1) as context:
        page = at_provider(context, pair, pair.take())
        page.get_by_role("button", name="Deny").click()
        expect(page.get_by_text(NOT_DONE)).to_be_visible()
        is_out(page)


def test_logging_out_while_the_provider_is_away_ends_all_on_both(chromium: Chromium, pair: Pair) -> None:
    with person(chromium, pair, replica=1) as context:
        page = logged_in(context, pair, pair.take(), QUESTIONS)
        move(context, pair, 2)
        there = opened(context, pair, QUESTIONS)
        with away(pair):
            page.get_by_role("button", name="Logg ut").click()
            is_out(page)
            there.get_by_role("link", name="Mangler").click()
            is_out(there)


def test_a_token_without_an_address_binds_no_invitation_and_lets_in_who_is_known(
    chromium: Chromium, pair: Pair
) -> None:
    known, new = pair.take(), pair.take()
    with person(chromium, pair, replica=1) as context:
        logged_in(context, pair, known)
    pair.provider.says(known, name="Uten adresse")
    pair.provider.says(new, name="Uten adresse")
    with person(chromium, pair, replica=2) as context:
        assert mark(A) in text_of(logged_in(context, pair, known))
    with person(chromium, pair, replica=2) as context:
        page = logged_in(context, pair, new)
        expect(page.get_by_text(NO_ACCESS).first).to_be_visible()
        assert mark(A) not in page.content()


@pytest.mark.parametrize("verified", [False, None])
def test_an_address_nobody_has_verified_binds_no_invitation(
    chromium: Chromium, pair: Pair, verified: bool | None
) -> None:
    new = pair.unused.pop()
    pair.provider.says(new.subject, email=new.email, email_verified=verified)
    with person(chromium, pair, replica=1) as context:
        expect(logged_in(context, pair, new.subject).get_by_text(NO_ACCESS).first).to_be_visible()


def test_a_login_that_is_ended_from_another_machine_is_out_on_the_other_replica(chromium: Chromium, pair: Pair) -> None:
    who = pair.take()
    with person(chromium, pair, replica=2) as left, person(chromium, pair, replica=1) as context:
        there, page = logged_in(left, pair, who, QUESTIONS), logged_in(context, pair, who)
        page.get_by_role("button", name="Innlogginger").click()
        page.get_by_role("dialog").get_by_role("button", name="Avslutt").first.click()
        expect(page.get_by_text("Innloggingen er avsluttet.")).to_be_visible()
        there.get_by_role("link", name="Mangler").click()
        is_out(there)
        page.reload()
        is_in(page)


def test_two_people_on_two_replicas_each_see_their_own(chromium: Chromium, pair: Pair) -> None:
    with person(chromium, pair, replica=1) as one, person(chromium, pair, replica=2) as another:
        here, there = logged_in(one, pair, pair.take()), logged_in(another, pair, "other")
        assert (route(one), route(another)) == (1, 2)
        for page, own, foreign in ((here, A, B), (there, B, A)):
            assert mark(own) in text_of(page)
            assert mark(foreign) not in page.content()


def test_going_back_over_a_login_that_is_done_shows_no_error(chromium: Chromium, pair: Pair) -> None:
    with person(chromium, pair, replica=1) as context:
        page = logged_in(context, pair, pair.take(), QUESTIONS)
        move(context, pair, 2)
        replay(page)
        is_in(page)


def replay(page: Page) -> None:
    page.goto(f"{page.url.split('/egenvurdering')[0]}/oauth2callback?code=brukt&state=gammel")
    settle(page)


def test_the_way_in_is_open_again_when_the_provider_is_back(chromium: Chromium, pair: Pair, replica: int) -> None:
    who = pair.take()
    with person(chromium, pair, replica=replica) as context:
        page = opened(context, pair)
        with away(pair):
            page.get_by_role("button", name=BUTTONS["entra"]).click()
            expect(page.get_by_text("Vi får ikke kontakt")).to_be_visible()
        page.get_by_role("button", name=BUTTONS["entra"]).click()
        go_on(page, who)
        is_in(page)
        expect(page.get_by_text("Vi får ikke kontakt")).to_have_count(0)
