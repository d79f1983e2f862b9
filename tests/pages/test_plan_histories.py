"""What was done with an action and an exception, by whom and when, on the page of the plan."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from service.judgement import judge_customer
from service.people.actor import Role
from service.plan.actions import ActionField, change_action, create_action
from service.plan.waivers import propose_waiver, withdraw_waiver
from tests.pages.house import TODAY, House, words

PLAN, DATE, WEAK = "pages/customer/actions.py", "pages/customer/date.py", "Demo kommune E"
MARKUP = "**fet** ![x](http://sporer.example/x.png)"


def told(app: AppTest) -> str:
    return words(app).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("role", [Role.LEAD, Role.VIEWER])
def test_the_history_of_an_action_says_who_and_what_when_it_is_asked_for(house: House, role: Role) -> None:
    lead, view = house.lead(WEAK), house.view(WEAK)
    question = house.questions(WEAK)[0].id
    made = create_action(house.ws, lead, view.response_id, question, text=MARKUP, session="s", edit_no=1)
    change_action(house.ws, lead, made, {ActionField.STATUS: "started"}, base_version=1, session="s", edit_no=2)
    app = house.open(PLAN, role=role, customer=WEAK)
    assert "Status i gang" not in told(app)
    app.selectbox(key="history.actions").set_value(made).run()
    assert "Lokal bruker. Status i gang" in told(app)
    assert "sporer.example/x.png)" not in "".join(str(each.value) for each in app.markdown)


def test_the_history_of_an_exception_says_who_and_why_when_it_is_asked_for(house: House) -> None:
    lead, view = house.lead(WEAK), house.view(WEAK)
    judged = judge_customer(house.ws, lead, view.customer.id, as_of=TODAY).judgement.questions
    stop = next(q for q, each in judged.items() if each.fails and each.question.waivable)
    expires = (view.customer.go_live or TODAY) + timedelta(days=5)
    about = {"measure": "Vakt", "owner": "Kari", "expires": expires}
    waiver = propose_waiver(house.ws, lead, view.response_id, stop, **about)  # type: ignore[arg-type]
    withdraw_waiver(house.ws, lead, waiver, reason="Ikke lenger nødvendig")
    app = house.open(DATE, customer=WEAK)
    app.toggle(key=f"history.waiver.{waiver}").set_value(True).run()
    said = [line for line in told(app).splitlines() if "Lokal bruker" in line]
    assert "Trukket: Ikke lenger nødvendig" in said[0]
    assert "Foreslått" in said[1]
