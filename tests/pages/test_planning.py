"""Every gap offers its action where it stands, to those who may plan; and what no work can reach is said at once."""

from datetime import timedelta
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from language import NO_BREAK, day
from scoring.gaps import When
from scoring.vocabulary import AnswerField, WaitingOn
from service.answers.responses import FieldChange, record_many
from service.demo.values import in_route
from service.judgement import CustomerJudgement, judge_customer
from service.people.actor import Role
from service.plan.actions import Owner, create_action
from tests.builders import ADMIN
from tests.pages.house import GAPS, NO_ANSWERS, OVERVIEW, TODAY, House, words

ACTIONS = "pages/customer/actions.py"
WEAK, STEADY = "Demo kommune E", "Demo kommune C"
OFFER = "Legg i planen"
MAY_PLAN = {Role.LEAD, Role.CONTRIBUTOR}


def here(house: House, name: str) -> CustomerJudgement:
    return judge_customer(house.ws, ADMIN, house.customers[name].id, as_of=TODAY)


def said(page: AppTest) -> str:
    """The words as they are read: what is disarmed looks like what was typed."""
    return words(page).replace("\\", "").replace(NO_BREAK, " ")


def due_now(house: House, name: str) -> list[str]:
    return [gap.question.id for gap in here(house, name).gaps if gap.when is When.NOW]


def plan(house: House, name: str, question_id: str, owner: str | None = None, days: int | None = None) -> None:
    due = None if days is None else TODAY + timedelta(days=days)
    held = None if owner is None else Owner(name=owner)
    response_id = house.view(name).response_id
    create_action(house.ws, house.lead(name), response_id, question_id, owner=held, due=due, session="test", edit_no=1)


def test_a_gap_is_planned_with_one_click_where_it_stands(house: House) -> None:
    before, gaps = house.view(WEAK).answers, due_now(house, WEAK)
    page = house.open(GAPS, customer=WEAK)
    offers = [button for button in page.button if button.label == OFFER]
    assert len(offers) == len(gaps) > 3
    assert f"{len(gaps)}\u00a0har ikke tiltak" in words(page)

    offers[2].click().run()
    (planned,) = here(house, WEAK).plan.actions
    assert planned.action.question_id == str(offers[2].key).split(".")[-1]
    assert [str(title.value) for title in page.title] == ["Mangler"]
    assert "**I planen:** planlagt, mangler eier, mangler frist." in said(page)
    assert len([button for button in page.button if button.label == OFFER]) == len(gaps) - 1
    assert f"{len(gaps) - 1}\u00a0har ikke tiltak" in words(page)
    assert [toast.value for toast in page.toast] == ["1\u00a0tiltak er lagt i planen. Sett eier og frist."]
    assert house.view(WEAK).answers == before


@pytest.mark.parametrize("role", Role)
def test_only_those_who_may_plan_are_offered_to_and_all_see_the_plan(house: House, role: Role) -> None:
    first = due_now(house, WEAK)[0]
    plan(house, WEAK, first, "Åse Bjørnstad", 90)
    page = house.open(GAPS, role=role, customer=WEAK)
    assert any(button.label == OFFER for button in page.button) is (role in MAY_PLAN)
    assert "**I planen:** planlagt, eier Åse Bjørnstad, frist 21. februar 2027, blir for sent." in said(page)
    page = house.open(ACTIONS, role=role, customer=WEAK)
    assert any(button.label == "Lag tiltak" for button in page.button) is (role in MAY_PLAN)


def test_what_people_typed_in_a_plan_is_no_markup_on_the_card(house: House) -> None:
    plan(house, WEAK, due_now(house, WEAK)[0], "**fet** [x](http://x)", -1)
    shown = words(house.open(GAPS, customer=WEAK))
    assert "**fet**" not in shown
    assert r"\*\*fet\*\*" in shown
    assert "forsinket" in shown


def test_what_no_work_can_reach_is_said_with_the_same_date_and_reason_wherever_a_date_stands(house: House) -> None:
    judgement = here(house, WEAK).judgement
    assert judgement.earliest
    assert judgement.earliest.decided_by == judgement.failing[0]
    title = judgement.questions[judgement.failing[0]].question.title.nb
    starts = day(judgement.earliest.date).replace(NO_BREAK, " ")
    why = f"Tidligst {starts}, 202 dager etter datoen dere har nå. Det avgjøres av «{title}»"
    for page in (OVERVIEW, ACTIONS):
        assert why in said(house.open(page, customer=WEAK)), page
        assert "Tidligst " not in said(house.open(page, customer=NO_ANSWERS)), page
        assert "Det avgjøres av" not in said(house.open(page, customer=STEADY)), page
    shown = said(house.open(OVERVIEW, customer=WEAK))
    assert "**Datoen holder ikke: 5 av 27 stoppkrav rekker ikke**" in shown
    assert f"\n- {title}\n" in shown


def test_who_only_waits_is_told_so_on_each_page_and_is_not_called_idle(house: House) -> None:
    view, customer = house.view(WEAK), house.customers[WEAK]
    assert customer.go_live is not None
    gaps = due_now(house, WEAK)
    waits = gaps[0]
    changes = [
        FieldChange(
            question.id,
            AnswerField.VALUE,
            in_route(question, Random(1), go_live=customer.go_live, as_of=TODAY),
            0,
        )
        for question in house.questions(WEAK)
        if question.id in gaps and question.id != waits
    ]
    wait = FieldChange(waits, AnswerField.WAITING_ON, WaitingOn.EPIC, 0)
    record_many(house.ws, house.lead(WEAK), view.response_id, [*changes, wait], session="test", edit_no=1)
    assert due_now(house, WEAK) == [waits]
    for page in (OVERVIEW, GAPS, ACTIONS):
        assert "Dere står ikke stille, dere venter." in words(house.open(page, customer=WEAK)), page
        assert "Dere står ikke stille" not in words(house.open(page, customer=NO_ANSWERS)), page
    assert "venter på Epic" in words(house.open(ACTIONS, customer=WEAK))
