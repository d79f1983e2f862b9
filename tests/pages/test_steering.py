"""Kunder og tilgang and Denne uken with a house full of customers: search, pages, what is done to many, and a reminder."""

from datetime import timedelta
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from scoring.vocabulary import AnswerField, CustomerType
from service.answers.responses import FieldChange, enter
from service.demo.values import in_route
from service.people.actor import Role
from service.people.customer_changes import archive_customers, describe_customers
from service.people.customers import add_customer
from service.people.members import invite
from tests.builders import ADMIN
from tests.pages.house import NO_DATE, TODAY, WEEK, House, has, words

CUSTOMERS = "pages/hpas/customers.py"
MANY = 45


@pytest.fixture
def full(house: House) -> House:
    """Forty-five more, in two regions."""
    go_live = TODAY + timedelta(days=95)
    for number in range(MANY):
        kind = CustomerType.GP_OFFICE if number % 3 else CustomerType.MUNICIPALITY
        made = add_customer(
            house.ws, ADMIN, name=f"Sted {number:02}", customer_type=kind, go_live=go_live, invented=True
        )
        describe_customers(house.ws, ADMIN, [made], {"region": "Nord" if number % 2 else "Sør"})
    return house


def rows(app: AppTest) -> list[str]:
    return list(app.dataframe[0].value["Kunde"]) if app.dataframe else []


def test_the_table_is_paged_and_the_page_stands_in_the_address(full: House) -> None:
    app = full.open(CUSTOMERS, role=Role.ADMIN)
    assert len(rows(app)) == 40
    app.button(key="pager.kunde-side.on").click().run()
    assert (len(rows(app)), app.query_params["kunde-side"]) == (MANY + 7 - 40, "2")
    assert rows(full.open(CUSTOMERS, role=Role.ADMIN, **{"kunde-side": "2"})) == rows(app)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"sok": "sted 07"}, ["Sted 07"]),
        ({"sok": "STED", "region": "Nord", "type": "municipality"}, [f"Sted {n:02}" for n in range(3, MANY, 6)]),
        ({"utvalg": "uten-dato"}, [NO_DATE]),
        ({"utvalg": "arkivert"}, []),
        ({"sok": "finnes ikke"}, []),
        ({"sok": "sted 07", "region": "<script>", "type": "x", "utvalg": "y", "kunde-side": "-7"}, ["Sted 07"]),
    ],
)
def test_what_is_searched_for_stands_in_the_address(full: House, asked: dict[str, str], found: list[str]) -> None:
    assert rows(full.open(CUSTOMERS, role=Role.ADMIN, **asked)) == found


def test_a_search_turns_back_to_the_first_page(full: House) -> None:
    app = full.open(CUSTOMERS, role=Role.ADMIN, **{"kunde-side": "2"})
    app.text_input(key="addressed.sok").set_value("sted").run()
    assert ("kunde-side" in app.query_params, rows(app)[0], app.query_params["sok"]) == (False, "Sted 00", "sted")


def test_an_archived_customer_is_on_no_page_but_among_the_archived(full: House) -> None:
    archive_customers(full.ws, ADMIN, [full.customers["Sted 07"].id])
    assert rows(full.open(CUSTOMERS, role=Role.ADMIN, sok="sted 07")) == []
    assert rows(full.open(CUSTOMERS, role=Role.ADMIN, utvalg="arkivert")) == ["Sted 07"]
    assert "Vi finner ikke kunden" in words(full.open("pages/customer/gaps.py", role=Role.ADMIN, customer="Sted 07"))


def test_the_week_shows_ten_of_each_and_all_of_one(full: House) -> None:
    app = full.open(WEEK, role=Role.REVIEWER)
    shown = words(app).replace("\u00a0", " ")
    assert f"Har aldri logget inn: {MANY + 2}" in shown
    assert shown.count("passerer T−90 om 5 dager") == 10
    app.button(key="week.all.cuts").click().run()
    assert words(app).count("passerer T−90 om 5 dager") == 40
    assert app.query_params["liste"] == "cuts"
    app.button(key="pager.uke-side.on").click().run()
    assert words(app).count("passerer T−90 om 5 dager") == MANY - 40 + 1


def test_a_reminder_is_a_letter_to_copy_where_there_is_no_mail_server(full: House) -> None:
    customer_id = full.customers["Sted 07"].id
    invite(full.ws, ADMIN, customer_id, role=Role.LEAD, email="leder@sted.example")
    app = full.open(WEEK, role=Role.REVIEWER, liste="never-in", **{"uke-side": "1"})
    app.button(key=f"week.nudge.never-in.{customer_id}").click().run()
    assert ["Klarsjekk venter på svar fra Sted 07" in each.value for each in app.code] == [True, False]
    assert app.code[1].value == "leder@sted.example"


def test_a_customer_has_no_list_of_the_week(full: House) -> None:
    assert not has(full.open(role=Role.LEAD), WEEK)


def test_the_first_page_says_what_hpas_owes_and_who_is_not_of_its_mind(house: House) -> None:
    assert "fra HPAS er kunder uenige i" not in words(house.open(WEEK, role=Role.REVIEWER))
    name, carried = "Demo kommune E", next(iter(house.view("Demo kommune E").form.questionnaire.carried))
    view, question = house.view(name), house.view(name).form.questionnaire.by_id[carried]
    go_live = house.customers[name].go_live
    assert go_live
    own = in_route(question, Random(1), go_live=go_live, as_of=TODAY)
    said = [FieldChange(carried, AnswerField.DISAGREES, "Ikke hos oss"), FieldChange(carried, AnswerField.VALUE, own)]
    enter(house.ws, house.lead(name), view.response_id, said, session="apart", edit_no=1)

    told = words(house.open(WEEK, role=Role.REVIEWER))
    assert "fra HPAS. Det eldste er" in told
    assert "**1 svar** fra HPAS er kunder uenige i." in told.replace("\u00a0", " ")
