"""The questions have been revised since a customer began: the lead sees what is new and goes over; others see nothing."""

from dataclasses import replace

from scoring.questionnaire import Catalogue, Questionnaire
from scoring.vocabulary import CustomerType
from service.people.actor import Role
from tests.pages.house import ANSWER, House, words
from ui import access

CUSTOMER = "Demo kommune D"
OFFER, DONE = "Bytt til det nye skjemaet", "Dere svarer nå på det nye skjemaet."


def revise(house: House) -> str:
    """Leave the last question out of what municipalities are asked from now on; its title."""
    catalogue = house.ws.catalogue
    old = catalogue.questionnaires[CustomerType.MUNICIPALITY]
    fields = {name: getattr(old, name) for name in Questionnaire.model_fields}
    shorter = Questionnaire(**fields | {"questions": old.questions[:-1]})
    held = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    offered = {**catalogue.questionnaires, CustomerType.MUNICIPALITY: shorter}
    revised = Catalogue(**held | {"questionnaires": offered})
    access._workspaces[access.database_url()] = replace(house.ws, catalogue=revised)
    return old.questions[-1].title.nb


def test_a_lead_sees_what_is_new_and_goes_over(house: House) -> None:
    before = house.view(CUSTOMER)
    gone = revise(house)
    app = house.open(ANSWER, customer=CUSTOMER)
    assert gone in words(app)
    assert "Tas ut: 1\N{NO-BREAK SPACE}spørsmål" in words(app)
    next(button for button in app.button if button.label == OFFER).click().run()
    assert DONE in words(app)
    assert gone not in words(app)
    assert not app.exception
    after = house.view(CUSTOMER)
    assert len(after.form.questionnaire.questions) == len(before.form.questionnaire.questions) - 1
    asked = {question.id for question in after.form.questionnaire.questions}
    assert after.answers == {found: answer for found, answer in before.answers.items() if found in asked}


def test_others_are_not_asked(house: House) -> None:
    revise(house)
    for role in (Role.CONTRIBUTOR, Role.VIEWER, Role.REVIEWER):
        app = house.open(ANSWER, customer=CUSTOMER, role=role)
        assert OFFER not in [button.label for button in app.button]
