"""Whose word a page rests on: the switch is there once HPAS has another word that the reader may see, and moves the figures."""

import pytest

from scoring.basis import Basis
from scoring.vocabulary import AnswerField
from service.people.actor import Role, local_actor
from service.portfolio.trend import read_points
from service.review.ratings import rate
from service.review.submissions import State, move, send_in
from tests.builders import record
from tests.pages.house import GAPS, OVERVIEW, TODAY, House
from tests.service.review.sending import hand_back

TREND = "pages/customer/trend.py"
NAME, KEY = "Demo kommune C", "basis.chosen"
REVIEWER = local_actor(Role.REVIEWER)
PAGES = (OVERVIEW, GAPS, TREND)


def reviewed(house: House, *, to: State | None) -> str:
    """Sent in, and HPAS says that a level is nothing; handed back or not. The question."""
    view = house.view(NAME)
    made = send_in(house.ws, house.lead(NAME), view.customer.id, seen=view.marker, as_of=TODAY, incomplete=True)
    move(house.ws, REVIEWER, made, State.IN_REVIEW, expected=State.SENT)
    question = next(
        q for q in view.form.questionnaire.questions if q.kind == "level" and house.answer(NAME, q.id).value
    )
    rate(house.ws, REVIEWER, made, question.id, agreed=False, value=0, reason="Ingen dokumentasjon.")
    if to:
        hand_back(house.ws, made, to)
    return question.id


def offered(house: House, page: str, role: Role) -> bool:
    app = house.open(page, role=role, customer=NAME)
    assert not app.exception
    return any(element.key == KEY for element in app.button_group)


@pytest.mark.parametrize("page", PAGES)
def test_the_customer_is_offered_it_once_the_review_is_handed_back(house: House, page: str) -> None:
    reviewed(house, to=None)
    assert (offered(house, page, Role.LEAD), offered(house, page, Role.REVIEWER)) == (False, True)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("to", [State.RETURNED, State.REVIEWED])
def test_everyone_who_may_read_is_offered_it_then(house: House, page: str, to: State) -> None:
    assert not offered(house, page, Role.LEAD)
    reviewed(house, to=to)
    assert all(offered(house, page, role) for role in (Role.LEAD, Role.VIEWER, Role.REVIEWER))


def test_the_figures_move_with_the_switch_and_back(house: House) -> None:
    reviewed(house, to=State.REVIEWED)
    lead, customer = house.lead(NAME), house.customers[NAME].id
    own, hpas = (read_points(house.ws, lead, customer, as_of=TODAY, basis=basis)[-1].readiness for basis in Basis)
    assert own is not None
    assert hpas is not None
    assert round(hpas) < round(own)
    page = house.open(OVERVIEW, customer=NAME)
    for basis, wanted in ((Basis.HPAS, hpas), (Basis.CUSTOMER, own)):
        page.session_state[KEY] = basis
        page.run()
        assert page.metric[0].value == f"{wanted:.0f}\u00a0%"
        told = any("HPAS har sett på 1 av" in caption.value for caption in page.caption)
        assert told is (basis is Basis.HPAS)


def test_a_rating_lets_go_when_the_answer_is_changed_and_the_past_keeps_it(house: House) -> None:
    question_id = reviewed(house, to=State.RETURNED)
    view, lead = house.view(NAME), house.lead(NAME)
    told = {"base_version": None, "session": "basis", "edit_no": 1}
    record(house.ws, lead, view.response_id, question_id, AnswerField.VALUE, 1, **told)  # type: ignore[arg-type]
    assert [offered(house, page, Role.LEAD) for page in PAGES] == [False, False, True]
    own, hpas = (read_points(house.ws, lead, view.customer.id, as_of=TODAY, basis=basis) for basis in Basis)
    assert (own[0] != hpas[0], own[-1] == hpas[-1]) == (True, True)


def test_a_choice_that_was_made_elsewhere_does_nothing_where_hpas_has_said_nothing(house: House) -> None:
    page = house.open(OVERVIEW, customer=NAME)
    before = page.metric[0].value
    page.session_state[KEY] = Basis.HPAS
    assert page.run().metric[0].value == before
