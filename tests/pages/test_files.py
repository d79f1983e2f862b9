"""Filer offers the useful first and nothing that is empty."""

import pytest

from service.plan.actions import create_action
from tests.pages.house import FILES, NO_ANSWERS, NO_DATE, House, words

USEFUL = ["decision_basis", "workbook", "answers_book", "calendar", "dossier", "archive"]
TABLES = ["answers", "gaps", "work_items"]
# Customer -> the files that are not offered, and a sentence that says why.
LACKING = {
    "Demo kommune D": (["work_items"], "Tiltakene kan lastes ned når planen har et åpent tiltak."),
    NO_ANSWERS: (["answers", "work_items"], "Svarene kan lastes ned når noe er besvart."),
    NO_DATE: (["calendar", *TABLES], "når datoen for oppstart er satt."),
}


@pytest.mark.parametrize("customer", LACKING)
def test_what_has_something_in_it_is_offered_in_order_and_the_rest_is_told(house: House, customer: str) -> None:
    lacking, why = LACKING[customer]
    app = house.open(FILES, customer=customer)
    offered = [str(button.key).split(".")[1] for button in app.button if str(button.key).startswith("download.")]
    assert list(dict.fromkeys(offered)) == [each for each in [*USEFUL, *TABLES] if each not in lacking]
    assert why in words(app)


def test_what_is_for_programs_is_folded_away(house: House) -> None:
    name = "Demo kommune D"
    lead, view = house.lead(name), house.view(name)
    create_action(house.ws, lead, view.response_id, house.questions(name)[0].id, session="s", edit_no=1)
    app = house.open(FILES, customer=name)
    (fold,) = [each for each in app.expander if each.label == "Tabeller og filer for programmer"]
    inside = {str(button.key).split(".")[1] for button in fold.button}
    assert inside == set(TABLES)
    assert not fold.proto.expanded
