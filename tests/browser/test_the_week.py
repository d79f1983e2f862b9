"""What a lead does every week: from Oversikt to a planned stop in a few clicks, the whole list on a phone, and back to one's place."""

import pytest
from playwright.sync_api import Locator, expect

from scoring.gaps import first_things
from scoring.questionnaire import LevelQuestion
from service.judgement import CustomerJudgement, judge_customer
from service.people.actor import Role, local_actor
from service.workspace import open_workspace
from tests.browser.accessible import violations
from tests.browser.conftest import NewScreen
from tests.browser.screen import Screen
from tests.browser.serve import ASSESSMENTS, TODAY, Server
from ui.plan import waivers

# The one with most missing now, and the one with most that comes.
LATE, EARLY = "Demo kommune E", "Demo kommune A"
# Nobody else answers for it here.
ANSWERED = "Demo kommune D"
OWNER = "Turid Moe"
MOST_CLICKS = 4
PHONE, SCREENS = {"width": 390, "height": 844}, 4
_COUNT = "window.presses = 0; addEventListener('pointerdown', () => (window.presses += 1), true)"
_HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"
_IN_VIEW = "each => { const { top } = each.getBoundingClientRect(); return top >= 0 && top < innerHeight; }"


def stored(server: Server, customer: str) -> CustomerJudgement:
    with open_workspace(database_url=server.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
        return judge_customer(ws, local_actor(Role.REVIEWER), server.customers[customer], as_of=TODAY)


def row(screen: Screen, question_id: str) -> Locator:
    return screen.page.locator(f".st-key-gap-{question_id}")


def unfold(screen: Screen, question_id: str) -> Locator:
    found = row(screen, question_id)
    screen.insist(found.locator("summary").click, found.get_by_role("button", name="Svar"))
    screen.settle()
    return found


def test_the_most_urgent_stop_is_planned_from_oversikt_in_four_clicks_and_one_name(
    screen: Screen, server: Server
) -> None:
    gaps = stored(server, LATE).gaps
    stop = next(gap for gap in first_things(gaps) if gap.hard_stop).question.id
    screen.open_for("", LATE)
    page, here = screen.page, row(screen, stop)
    page.evaluate(_COUNT)
    here.get_by_role("button", name="Planlegg").click()
    here.get_by_label("Hvem gjør det?").click()
    page.keyboard.type(OWNER)
    page.keyboard.press("Enter")
    here.get_by_role("button", name="Legg i planen").click()
    expect(here.get_by_text("I planen:")).to_be_visible()
    assert page.evaluate("window.presses") <= MOST_CLICKS
    action = server.plan(LATE)[stop]
    assert (action.owner, action.due is not None, bool(action.text)) == (OWNER, True, True)
    # The form is gone, and the keyboard is still where the person was.
    screen.settle()
    screen.until(lambda: here.evaluate("each => each.contains(document.activeElement)"), True)


def test_the_first_thing_is_answered_on_oversikt_where_it_stands(new_screen: NewScreen, server: Server) -> None:
    found = next(g for g in first_things(stored(server, ANSWERED).gaps) if isinstance(g.question, LevelQuestion))
    asked = found.question.id
    screen = new_screen(**PHONE)
    screen.open_for("", ANSWERED)
    here = row(screen, asked)
    best = here.get_by_role("radio", name="Nivå 4")
    screen.insist(here.get_by_role("button", name="Svar").click, best)
    screen.settle()
    assert violations(screen) == []
    here.get_by_role("radio", name="Nivå 3").focus()
    screen.page.keyboard.press("ArrowDown")
    expect(here.get_by_text("Lagret")).to_be_visible()
    screen.until(lambda: server.stored(ANSWERED).answers[asked].value, 4)
    # Nothing moves under who answers, until it is done.
    expect(best).to_be_focused()
    expect(here.get_by_text("Mangler ikke lenger")).to_be_visible()
    here.get_by_role("button", name="Ferdig").click()
    expect(here).to_have_count(0)
    screen.shows("")


@pytest.mark.parametrize("customer", [LATE, EARLY])
def test_a_phone_shows_the_whole_list_in_four_screens(new_screen: NewScreen, customer: str) -> None:
    screen = new_screen(**PHONE)
    screen.open_for("mangler", customer)
    assert screen.page.evaluate(_HEIGHT) <= SCREENS * PHONE["height"]


def test_a_form_that_is_open_in_a_row_is_accessible_on_a_phone(new_screen: NewScreen, server: Server) -> None:
    here = stored(server, LATE)
    waivable = waivers.open_stops_of(here)
    stop = next(gap.question.id for gap in here.gaps if gap.own and gap.question.id in waivable)
    screen = new_screen(**PHONE)
    screen.open_for("mangler", LATE)
    form = unfold(screen, stop)
    for button, field in (("Gi til", "Hvem skal svare?"), ("Be om unntak", "Hvem svarer for det?")):
        screen.insist(form.get_by_role("button", name=button).click, form.get_by_label(field))
        screen.settle()
        assert violations(screen) == [], button


def test_back_from_a_question_is_to_the_place_in_the_list(screen: Screen, server: Server) -> None:
    last = [gap.question.id for gap in stored(server, LATE).gaps if gap.open and not gap.question.areas][-1]
    screen.open_for("mangler", LATE)
    here = unfold(screen, last)
    button = here.get_by_role("button", name="Se hele temaet")
    screen.insist(here.get_by_role("button", name="Svar").click, button)
    screen.settle()
    button.click()
    screen.shows("egenvurdering")
    screen.expect_card(last)
    screen.page.go_back()
    screen.shows("mangler")
    expect(button).to_be_focused()
    screen.until(lambda: button.evaluate(_IN_VIEW), True)
