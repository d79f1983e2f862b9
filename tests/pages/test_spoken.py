"""In which language the app is drawn: what the lead chooses is the customer's, what others choose is their tab's."""

import pytest
from streamlit.testing.v1 import AppTest

from language import Language, speaking
from service.people.actor import Role
from service.people.customers import list_customers
from service.people.spoken import language_of
from tests.builders import ADMIN
from tests.pages.house import METHOD, NO_ANSWERS, House

CHOSEN = "switch.language"


def choose(app: AppTest, language: Language, *, before: Language = Language.BOKMAL) -> AppTest:
    app.radio(CHOSEN).set_value(language)
    run(app, before)
    return app


def run(app: AppTest, on_screen: Language) -> AppTest:
    """What a browser sends is what was on screen, which AppTest makes anew of the boxes in this thread."""
    with speaking(on_screen):
        app.run()
    assert not app.exception
    return app


def kept(house: House) -> dict[str, Language]:
    return {each.name: language_of(each) for each in list_customers(house.ws, ADMIN)}


def switch_says(app: AppTest) -> Language:
    return Language(str(app.radio(CHOSEN).value))


def test_the_lead_chooses_for_the_customer_and_everyone_of_it_gets_it(house: House) -> None:
    choose(house.open(), Language.NYNORSK)
    assert kept(house)[NO_ANSWERS] is Language.NYNORSK
    assert [name for name, language in kept(house).items() if language is Language.NYNORSK] == [NO_ANSWERS]
    for role in (Role.LEAD, Role.VIEWER):
        assert switch_says(house.open(role=role)) is Language.NYNORSK


def test_others_choose_for_their_tab_alone_and_it_lasts_from_page_to_page(house: House) -> None:
    app = choose(house.open(role=Role.VIEWER), Language.NYNORSK)
    assert kept(house)[NO_ANSWERS] is Language.BOKMAL
    assert app.query_params["sprak"] == "nn"
    assert switch_says(run(app.switch_page(METHOD), Language.NYNORSK)) is Language.NYNORSK
    assert switch_says(house.open(role=Role.VIEWER)) is Language.BOKMAL


def test_hpas_is_not_spoken_to_in_the_customers_language(house: House) -> None:
    choose(house.open(), Language.NYNORSK)
    assert switch_says(house.open(role=Role.REVIEWER)) is Language.BOKMAL


def test_a_lead_is_not_moved_by_the_address_once_the_customer_has_chosen(house: House) -> None:
    choose(house.open(), Language.NYNORSK)
    assert switch_says(house.open(sprak="nb")) is Language.NYNORSK
    assert switch_says(house.open(role=Role.VIEWER, sprak="nb")) is Language.BOKMAL


def test_an_address_with_another_language_is_passed_over(house: House) -> None:
    assert switch_says(house.open(role=Role.VIEWER, sprak="en")) is Language.BOKMAL


@pytest.mark.parametrize("role", [Role.LEAD, Role.VIEWER])
def test_a_click_speaks_the_language_of_its_tab_before_the_page_is_drawn(role: Role, house: House) -> None:
    app = choose(house.open(role=role), Language.NYNORSK)
    choose(app, Language.BOKMAL, before=Language.NYNORSK)
    assert switch_says(app) is Language.BOKMAL
    assert kept(house)[NO_ANSWERS] is Language.BOKMAL
