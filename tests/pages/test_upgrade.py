"""The questions have been revised since a customer began: the lead sees what is new and goes over; others see nothing."""

from dataclasses import replace

from scoring.frozen import Text
from scoring.questionnaire import Catalogue, Question, Questionnaire
from scoring.vocabulary import CustomerType
from service.people.actor import Role
from tests.pages.house import ANSWER, House, words
from ui import access

CUSTOMER = "Demo kommune D"
OFFER, DONE = "Bytt til det nye skjemaet", "Dere svarer nå på det nye skjemaet."


def revise(house: House) -> str:
    """Leave the last question out of what municipalities are asked from now on; its title."""
    old = house.ws.catalogue.questionnaires[CustomerType.MUNICIPALITY]
    offer_instead(house, old, old.questions[:-1])
    return old.questions[-1].title.nb


def offer_instead(house: House, old: Questionnaire, asked: tuple[Question, ...]) -> None:
    """Ask municipalities these questions from now on."""
    catalogue = house.ws.catalogue
    fields = {name: getattr(old, name) for name in Questionnaire.model_fields}
    held = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    offered = {**catalogue.questionnaires, CustomerType.MUNICIPALITY: Questionnaire(**fields | {"questions": asked})}
    revised = Catalogue(**held | {"questionnaires": offered})
    access._workspaces[access.database_url()] = replace(house.ws, catalogue=revised)


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


def replace_first(house: House) -> tuple[str, str]:
    """Ask of municipalities another question in the place of the first that is answered here; both titles."""
    catalogue, answered = house.ws.catalogue, house.view(CUSTOMER).answers
    old = catalogue.questionnaires[CustomerType.MUNICIPALITY]
    gone = next(q for q in old.questions if q.id in answered and not q.from_programme)
    fields = {name: getattr(gone, name) for name in type(gone).model_fields}
    new = type(gone)(**fields | {"id": "KO-0199", "title": Text(nb="Spurt på nytt"), "replaces": (gone.id,)})
    offer_instead(house, old, tuple(new if q is gone else q for q in old.questions))
    return gone.title.nb, new.title.nb


def test_what_goes_over_to_another_question_is_said_and_the_old_answer_can_be_read(house: House) -> None:
    before, after = replace_first(house)
    app = house.open(ANSWER, customer=CUSTOMER)
    assert f"Svaret på «{before}» blir svar på «{after}»" in words(app).replace("\\", "")
    next(button for button in app.button if button.label == OFFER).click().run()
    fold = next(box for box in app.expander if "spørsmål som ikke stilles lenger" in box.label)
    assert before not in words(app)
    app.session_state["set-aside"] = True
    app.run()
    assert fold.label.startswith("1")
    assert before in words(app)
    assert f"Nå spør vi om «{after}»" in words(app)
    assert not app.exception


def test_others_are_not_asked(house: House) -> None:
    revise(house)
    for role in (Role.CONTRIBUTOR, Role.VIEWER, Role.REVIEWER):
        app = house.open(ANSWER, customer=CUSTOMER, role=role)
        assert OFFER not in [button.label for button in app.button]
