"""Kortversjonen: chosen on Egenvurdering, provisional on Oversikt, and on to the whole with every word."""

from streamlit.testing.v1 import AppTest

from scoring.questionnaire import Question
from tests.pages.house import ANSWER, NO_ANSWERS, OVERVIEW, House, words
from ui import session

CUSTOMER = "Demo kommune D"
PROVISIONAL = "Foreløpig: bygger på kortversjonen"


def core(house: House, name: str = NO_ANSWERS) -> list[Question]:
    return [each for each in house.questions(name) if each.core]


def cards(app: AppTest) -> set[str]:
    return {
        str(each.key).split(".")[1] for each in (*app.text_input, *app.radio) if str(each.key).startswith("answer.")
    }


def test_the_first_day_offers_it_and_egenvurdering_shows_its_questions_and_the_way_to_the_whole(house: House) -> None:
    asked = core(house)
    assert f"begynn med kortversjonen: {len(asked)}" in words(house.open(OVERVIEW)).replace("\N{NO-BREAK SPACE}", " ")
    app = house.open(ANSWER)
    app.button(key="short-form").click().run()
    assert cards(app) <= {each.id for each in asked}
    assert "Konklusjonen blir foreløpig" in words(app)
    app.button(key="whole-form").click().run()
    assert not cards(app) <= {each.id for each in asked}
    assert "Konklusjonen blir foreløpig" not in words(app)
    assert not app.exception


def test_its_verdict_is_provisional_and_shown_by_itself_until_enough_of_the_whole_is_answered(house: House) -> None:
    asked = [each for each in house.view(NO_ANSWERS).form.questionnaire.questions if each.core]
    for each in asked:
        house.put_in_place(NO_ANSWERS, each.id)
    app = house.open(OVERVIEW)
    assert PROVISIONAL in words(app)
    assert "Med alle svarene" not in words(app)
    told = words(app)
    places = [told.index(f"**{each.title.nb}**") for each in asked]
    assert places == sorted(places)
    app.segmented_control(key=session.key("overview", "edition")).set_value("hele").run()
    assert PROVISIONAL not in words(app)
    assert not app.exception


def test_near_the_start_it_is_for_every_week_and_says_what_the_whole_says(house: House) -> None:
    app = house.open(OVERVIEW, customer=CUSTOMER)
    assert PROVISIONAL not in words(app)
    app = house.open(OVERVIEW, customer=CUSTOMER, utgave="kort")
    said = words(app)
    assert "går dere gjennom kortversjonen hver uke" in said
    assert "Med alle svarene:" in said
    assert not app.exception
