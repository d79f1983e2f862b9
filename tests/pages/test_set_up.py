"""The first screen of an empty database: one's own customer, or the demo; and what an own machine then is and is not."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from language import Language, speaking
from scoring.vocabulary import CustomerType
from service.people.actor import Actor, Role
from service.people.customers import CustomerInfo, add_customer, list_customers
from service.people.own_machine import LocalUse, local_use
from service.people.spoken import language_of
from tests.builders import ADMIN
from tests.new_files import new_file
from tests.pages.house import OVERVIEW, SET_UP, has, headings, visit, words
from tests.pages.test_every_page import PAGES, assert_whole
from ui import access, session

MEMBERS, SEND_IN = "pages/customer/members.py", "pages/customer/send_in.py"
HIDDEN = ("ppdiktet", "Demodata", "velger selv hvem")


@pytest.fixture
def empty(bare_app: Path) -> Path:
    new_file(bare_app)
    return bare_app


def begin(*, kind: CustomerType | None = CustomerType.MUNICIPALITY, name: str = "Åfjord", day: str = "") -> AppTest:
    """The form filled in and sent, by one who opens the address as an administrator."""
    app = visit(rolle=Role.ADMIN.value)
    app.radio(key="set-up.type").set_value(kind)
    app.text_input(key="set-up.name").set_value(name)
    app.text_input(key="set-up.go-live").set_value(day)
    app.button(key="set-up.own").click().run()
    return app


def customers() -> list[CustomerInfo]:
    return list_customers(access.workspace(), ADMIN)


@pytest.mark.usefixtures("empty")
def test_one_form_and_one_is_at_the_overview_of_ones_own() -> None:
    app = begin(name=" Åfjord kommune ", day="1. juni 2027")
    assert_whole(app)
    assert headings(app)[0] == "Oversikt"
    [customer] = customers()
    assert (customer.name, customer.customer_type, customer.go_live, customer.invented) == (
        "Åfjord kommune",
        CustomerType.MUNICIPALITY,
        date(2027, 6, 1),
        False,
    )
    assert local_use(access.workspace()) is LocalUse.OWN


@pytest.mark.usefixtures("empty")
def test_the_first_page_has_the_switch_and_what_it_is_read_in_is_the_customers() -> None:
    app = visit()
    app.radio(key="switch.language").set_value(Language.NYNORSK).run()
    with speaking(Language.NYNORSK):
        app.radio(key="set-up.type").set_value(CustomerType.MUNICIPALITY)
        app.text_input(key="set-up.name").set_value("Ås")
        app.button(key="set-up.own").click().run()
    assert_whole(app)
    assert [language_of(each) for each in customers()] == [Language.NYNORSK]
    assert app.radio(key="switch.language").value == Language.NYNORSK


BAD = [
    ({"kind": None, "name": "", "day": "31.02.2027"}, ["Velg hva slags", "Skriv et navn", "finnes ikke i kalenderen"]),
    ({"day": "snart"}, ["«snart» er ikke en dato"]),
    ({"name": "a\u0007b"}, ["Tegn nummer 2"]),
    ({"day": "01.06.27"}, ["bare to sifre"]),
]


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(("typed", "said"), BAD)
def test_what_is_wrong_is_said_all_at_once_and_what_was_typed_stands(typed: dict[str, object], said: list[str]) -> None:
    app = begin(**typed)  # type: ignore[arg-type]
    assert_whole(app)
    [told] = app.error
    assert [words for words in said if words not in told.value.replace("\\", "")] == []
    assert told.value.count("\n") == len(said) - 1
    assert app.text_input(key="set-up.go-live").value == typed.get("day", "")
    assert customers() == []


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", CustomerType)
def test_an_own_machine_has_every_page_of_the_customer_and_none_of_hpas(role: Role, kind: CustomerType) -> None:
    begin(kind=kind, day="01.06.2027")
    app = visit(rolle=role.value)
    found = {page for page in PAGES if has(app, page)}
    # Nobody signs where HPAS is not there.
    assert found == {page for page, (roles, _) in PAGES.items() if Role.LEAD in roles} - {"pages/customer/decision.py"}
    for page in found:
        app.switch_page(page).run()
        assert_whole(app)
        assert [word for word in HIDDEN if word in words(app)] == []
        assert session.key("switch", "role") not in [box.key for box in app.selectbox]


@pytest.mark.usefixtures("empty")
def test_the_lead_gives_it_another_name_and_day() -> None:
    begin()
    app = visit(MEMBERS)
    assert headings(app) == ["Tilgang", "Om virksomheten", "Hvem har tilgang"]
    name, day = app.text_input
    name.set_value("Ørland kommune")
    day.set_value("15.08.2027")
    app.button[-1].click().run()
    assert_whole(app)
    assert ([box.value for box in app.success], customers()[0].name, customers()[0].go_live) == (
        ["Lagret. Alle frister regnes fra datoen for oppstart."],
        "Ørland kommune",
        date(2027, 8, 15),
    )
    app.text_input[1].set_value("aldri")
    app.button[-1].click().run()
    assert "«aldri» er ikke en dato" in words(app)
    assert customers()[0].go_live == date(2027, 8, 15)


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("page", [OVERVIEW, SEND_IN])
def test_where_the_date_is_missing_it_says_that_the_lead_sets_it(page: str) -> None:
    begin()
    assert "Skriv den under «Tilgang»." in words(visit(page))


@pytest.mark.usefixtures("empty")
def test_the_demo_is_one_click() -> None:
    app = visit()
    app.button(key="set-up.demo").click().run(timeout=60)
    assert_whole(app)
    assert headings(app)[0] == "Oversikt"
    assert "Demodata" in words(app)
    assert local_use(access.workspace()) is LocalUse.DEMO
    assert app.selectbox(key=session.key("switch", "role")).value is Role.LEAD
    assert not has(app, SET_UP)


@pytest.mark.usefixtures("empty")
def test_a_database_from_a_server_does_not_open_without_login() -> None:
    office = Actor("m-1", "Kari", Role.ADMIN)
    add_customer(access.workspace(), office, name="Åfjord", customer_type=CustomerType.MUNICIPALITY)
    app = visit()
    assert headings(app) == ["Klarsjekk kan ikke åpnes"]
    assert "innlogging er ikke satt opp" in words(app)
