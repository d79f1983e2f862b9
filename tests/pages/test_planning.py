"""Every gap is planned, given away and answered where it stands by those who may; what no work can reach is said at once."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from language import NO_BREAK, day
from scoring.gaps import When, first_things
from scoring.plan import suggested_due
from scoring.vocabulary import AnswerField, WaitingOn
from service.answers.assignments import Assignee, assign, list_assignments
from service.answers.responses import FieldChange, record_many
from service.judgement import CustomerJudgement, judge_customer
from service.people.actor import Role
from service.plan.actions import Owner, create_action
from tests.builders import ADMIN
from tests.pages.house import GAPS, NO_ANSWERS, OVERVIEW, SEES_CUSTOMERS, TODAY, House, words

ACTIONS, DATE = "pages/customer/actions.py", "pages/customer/date.py"
WEAK, STEADY = "Demo kommune E", "Demo kommune C"
OFFER, MORE = "Planlegg", "Nytt tiltak"
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


def open_row(page: AppTest, question_id: str) -> AppTest:
    """Fold out a gap on Mangler."""
    page.session_state[f"gap-open.{question_id}"] = True
    return page.run()


def press(page: AppTest, label: str, question_id: str = "") -> AppTest:
    (button,) = (each for each in page.button if each.label == label and str(each.key).endswith(question_id))
    return button.click().run()


def test_a_gap_is_planned_where_it_stands_with_what_its_question_proposes(house: House) -> None:
    before, gaps = house.view(WEAK).answers, [gap for gap in here(house, WEAK).gaps if gap.open]
    asked = gaps[2].question
    page = open_row(house.open(GAPS, customer=WEAK), asked.id)
    assert f"{len(gaps)}\u00a0har ikke tiltak" in words(page)
    press(page, OFFER, asked.id)
    assert page.text_area[0].value == asked.action.nb
    owner = next(box for box in page.selectbox if box.label == "Hvem gjør det?")
    assert owner.value is None
    press(page, "Legg i planen")

    (planned,) = here(house, WEAK).plan.actions
    assert (planned.action.question_id, planned.action.due) == (asked.id, suggested_due(gaps[2]))
    assert [str(title.value) for title in page.title] == ["Mangler"]
    assert [toast.value for toast in page.toast] == ["Tiltaket er lagt i planen."]
    open_row(page, asked.id)
    assert f"**I planen:** planlagt, frist {day(suggested_due(gaps[2])).replace(NO_BREAK, ' ')}" in said(page)
    assert f"{len(gaps) - 1}\u00a0har ikke tiltak" in words(page)
    assert page.text_area.values == []
    assert house.view(WEAK).answers == before


def test_what_is_wrong_is_said_at_the_form_which_keeps_what_was_typed(house: House) -> None:
    first = due_now(house, WEAK)[0]
    page = press(open_row(house.open(GAPS, customer=WEAK), first), OFFER, first)
    page.text_area[0].set_value("Ringe dem")
    next(field for field in page.text_input if field.label == "Frist").set_value("31.02.2027")
    press(page, "Legg i planen")
    assert "31.02.2027" in said(page)
    assert page.text_area[0].value == "Ringe dem"
    assert here(house, WEAK).plan.actions == ()


def test_what_comes_is_planned_before_it_is_late(house: House) -> None:
    """A week before its first steps fall due, nothing is late; each of them can be planned."""
    gaps = here(house, STEADY).gaps
    coming = sorted((gap for gap in gaps if not gap.open), key=lambda gap: gap.start_by or gap.by)[0]
    page = press(open_row(house.open(GAPS, customer=STEADY), coming.question.id), OFFER, coming.question.id)
    press(page, "Legg i planen")
    (planned,) = here(house, STEADY).plan.actions
    assert (planned.action.question_id, planned.action.due) == (coming.question.id, coming.by)


def test_an_own_action_is_written_on_tiltak(house: House) -> None:
    page = house.open(ACTIONS, customer=WEAK)
    page.text_area[0].set_value("Bestille rom")
    press(page, "Legg i planen")
    (planned,) = here(house, WEAK).plan.actions
    assert (planned.action.question_id, planned.action.text) == (None, "Bestille rom")
    press(page, "Legg i planen")
    assert "Skriv hva som skal gjøres" in said(page)


def test_a_question_is_given_away_and_taken_back_where_it_stands(house: House) -> None:
    first = first_things(here(house, WEAK).gaps)[0].question.id
    page = press(house.open(OVERVIEW, customer=WEAK), "Gi til", first)
    press(page, "Gi spørsmålet")
    assert "Velg hvem, eller skriv et navn" in said(page)
    assign(house.ws, house.lead(WEAK), house.customers[WEAK].id, [first], Assignee(None, "Turid"))
    page.run()
    assert "Gitt til Turid." in said(page)
    press(page, "Ta tilbake fra Turid")
    assert "Gitt til" not in said(page)
    assert list_assignments(house.ws, house.lead(WEAK), house.customers[WEAK].id) == {}


def test_a_waiver_is_asked_for_where_the_stop_stands(house: House) -> None:
    stop = next(gap for gap in here(house, WEAK).gaps if gap.hard_stop and gap.open and gap.question.waivable)
    page = press(open_row(house.open(GAPS, customer=WEAK), stop.question.id), "Be om unntak", stop.question.id)
    page.text_area[0].set_value("Ekstra vakt")
    page.text_input[0].set_value("Kommunalsjefen")
    press(page, "Send til HPAS")
    (case,) = here(house, WEAK).waivers
    assert (case.question_id, case.measure, case.owner) == (stop.question.id, "Ekstra vakt", "Kommunalsjefen")
    assert "Be om unntak" not in [str(each.label) for each in page.button if str(each.key).endswith(stop.question.id)]


def test_dette_forst_has_the_first_things_in_their_order(house: House) -> None:
    found = first_things(here(house, WEAK).gaps)
    page = house.open(OVERVIEW, customer=WEAK)
    offered = [str(button.key).split(".")[1] for button in page.button if button.label == OFFER]
    assert offered == [gap.question.id for gap in found]
    assert len(offered) == 5
    assert "Dette først" not in said(house.open(OVERVIEW, customer=NO_ANSWERS))


@pytest.mark.parametrize("role", SEES_CUSTOMERS)
def test_only_those_who_may_plan_are_offered_to_and_all_see_the_plan(house: House, role: Role) -> None:
    first = due_now(house, WEAK)[0]
    plan(house, WEAK, first, "Åse Bjørnstad", 90)
    page = open_row(house.open(GAPS, role=role, customer=WEAK), first)
    labels = {button.label for button in page.button}
    assert (MORE in labels) is (role in MAY_PLAN)
    assert ("Gi til" in labels) is (role is Role.LEAD)
    assert ("Svar" in labels, "Se spørsmålet" in labels) == (role in MAY_PLAN, role not in MAY_PLAN)
    assert "**I planen:** planlagt, eier Åse Bjørnstad, frist 21. februar 2027, blir for sent." in said(page)
    page = house.open(ACTIONS, role=role, customer=WEAK)
    assert any(button.label == "Legg i planen" for button in page.button) is (role in MAY_PLAN)


def test_what_people_typed_in_a_plan_is_no_markup_in_the_row(house: House) -> None:
    first = due_now(house, WEAK)[0]
    plan(house, WEAK, first, "**fet** [x](http://x)", -1)
    shown = words(open_row(house.open(GAPS, customer=WEAK), first))
    assert "**fet**" not in shown
    assert r"\*\*fet\*\*" in shown
    assert "forsinket" in shown


def test_what_no_work_can_reach_is_said_with_the_same_date_and_reason_wherever_a_date_stands(house: House) -> None:
    judgement = here(house, WEAK).judgement
    assert judgement.earliest
    assert judgement.earliest.decided_by == judgement.failing[0]
    title = judgement.questions[judgement.failing[0]].question.title.nb
    starts = day(judgement.earliest.date).replace(NO_BREAK, " ")
    assert judgement.go_live
    late = (judgement.earliest.date - judgement.go_live).days
    why = f"Tidligst {starts}, {late} dager etter datoen dere har nå. Det avgjøres av «{title}»"
    for page in (OVERVIEW, DATE):
        assert why in said(house.open(page, customer=WEAK)), page
        assert "Tidligst " not in said(house.open(page, customer=NO_ANSWERS)), page
        assert "Det avgjøres av" not in said(house.open(page, customer=STEADY)), page
    shown = said(house.open(OVERVIEW, customer=WEAK))
    assert f"**Datoen holder ikke: {len(judgement.failing)} av 31 stoppkrav rekker ikke**" in shown
    assert f"\n- {title} ({late} dager for lite)\n" in shown


def test_who_only_waits_is_told_so_on_each_page_and_is_not_called_idle(house: House) -> None:
    gaps = due_now(house, WEAK)
    own = [q.id for q in house.questions(WEAK) if q.from_programme is None]
    waits = next(gap for gap in gaps if gap in own)
    for question_id in gaps:
        if question_id != waits:
            house.put_in_place(WEAK, question_id)
    wait, view = FieldChange(waits, AnswerField.WAITING_ON, WaitingOn.EPIC, 0), house.view(WEAK)
    record_many(house.ws, house.lead(WEAK), view.response_id, [wait], session="test", edit_no=1)
    assert due_now(house, WEAK) == [waits]
    for page in (OVERVIEW, GAPS, ACTIONS):
        assert "Dere står ikke stille, dere venter." in words(house.open(page, customer=WEAK)), page
        assert "Dere står ikke stille" not in words(house.open(page, customer=NO_ANSWERS)), page
    assert "**Epic:** 1 spørsmål, 1 må gjøres nå" in said(house.open(OVERVIEW, customer=WEAK))
