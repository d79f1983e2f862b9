"""The answer that nothing has fallen due yet: a box on the card, saved as an answer, and taken off again."""

from scoring.answers import NONE_YET
from scoring.questionnaire import Question
from tests.pages.house import NO_ANSWERS, House, words


def _question(house: House) -> Question:
    asked = (each for each in house.questions(NO_ANSWERS) if each.from_programme is None)
    return next(each for each in asked if each.none_yet is not None and each.first_step >= 90)


def test_the_box_is_an_answer_that_takes_the_place_of_the_input_and_can_be_taken_off(house: House) -> None:
    question = _question(house)
    app = house.open_question(question)
    box = next(each for each in app.checkbox if each.label == question.none_yet.nb) if question.none_yet else None
    assert box is not None
    box.check().run()
    assert house.answer(NO_ANSWERS, question.id).value is NONE_YET
    assert "Lagret" in words(app)
    assert not [each for each in app.text_input if str(each.key).startswith(f"answer.{question.id}")]
    next(each for each in app.checkbox if each.key == box.key).uncheck().run()
    assert house.answer(NO_ANSWERS, question.id).value is None
