"""Data til programmer: a key is made, shown once, listed and ended; what cannot be made is told, and nothing is stored."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from language import short_day
from language.ui.files.keys import QUERY
from service.files.api_reading import who_asks
from service.files.api_tokens import ApiToken, TokenState, list_tokens, tables_for
from service.people.actor import Role
from tests.builders import ADMIN
from tests.pages.house import ROOT, TODAY, House, words
from ui.text import escaped

PAGE = "pages/hpas/data.py"
MAKE = "FormSubmitter:make-key-Lag nøkkelen"
NAME = "Demo kommune C"


@pytest.fixture
def app(house: House) -> AppTest:
    return house.open(PAGE, role=Role.ADMIN)


def held(house: House) -> list[ApiToken]:
    return list_tokens(house.ws, ADMIN, as_of=TODAY)


def secrets(app: AppTest) -> list[str]:
    return [str(each.value) for each in app.code if str(each.value).startswith("klarsjekk_")]


def made(app: AppTest, purpose: str = "Rapport *en*", expires: str | None = None) -> AppTest:
    purpose_box, day_box = app.text_input
    purpose_box.set_value(purpose)
    if expires is not None:
        day_box.set_value(expires)
    return app.button(key=MAKE).click().run()


def test_a_key_is_shown_once_and_stands_in_the_list_until_it_is_ended(app: AppTest, house: House) -> None:
    assert "Ingen ennå." in words(app)
    (secret,) = secrets(made(app))
    assert who_asks(house.ws, secret, as_of=TODAY).purpose == "Rapport *en*"
    assert secrets(app.run()) == []
    assert "Rapport *en*" in [str(each.value) for each in app.text]
    assert escaped("Alle kunder, alle tabeller") in words(app)
    assert "ikke brukt ennå" in words(app)
    (token,) = held(house)
    app.button(key=f"end-key.{token.id}").click().run()
    assert "Er du sikker?" in words(app)
    app.button(key=f"end-key.{token.id}.no").click().run()
    assert held(house)[0].state is TokenState.OPEN
    app.button(key=f"end-key.{token.id}").click().run()
    app.button(key=f"end-key.{token.id}.yes").click().run()
    assert held(house)[0].state is TokenState.ENDED
    assert "Nøkkelen virker ikke lenger." in words(app)
    assert "Tilstand: stoppet." in words(app)


def test_a_key_for_one_customer_is_offered_its_tables_alone(app: AppTest, house: House) -> None:
    customer = house.customers[NAME]
    app.selectbox(key="data.customer").set_value(customer.id).run()
    tables = app.multiselect(key=f"data.customer.{customer.id}")
    assert tables.options == [export.title() for export in tables_for(customer.id).values()]
    tables.set_value(["answers", "gaps"])
    made(app)
    (token,) = held(house)
    assert (token.customer, list(token.tables)) == (NAME, ["answers", "gaps"])
    assert escaped(f"{NAME}, Svarene, ") in words(app)


@pytest.mark.parametrize(
    ("purpose", "expires", "told"),
    [
        ("", None, "Skriv hva nøkkelen skal brukes til."),
        ("Rapport", short_day(TODAY - timedelta(days=1)), "Velg en utløpsdato som ikke er passert."),
        ("Rapport", short_day(TODAY + timedelta(days=367)), "En nøkkel kan gjelde i høyst 366 dager."),
        ("Rapport", "i morgen", "i morgen"),
        ("Rapport", "", "Skriv en dato"),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_stored(
    app: AppTest, house: House, purpose: str, expires: str | None, told: str
) -> None:
    made(app, purpose, expires)
    assert escaped(told) in "\n".join(str(each.value) for each in app.error)
    assert (held(house), secrets(app)) == ([], [])
    assert app.text_input[0].value == purpose


def test_what_stands_on_the_page_for_power_bi_stands_in_the_document_too() -> None:
    document = (ROOT / "docs" / "power-bi.md").read_text(encoding="utf-8")
    assert QUERY(address="https://klarsjekk.eksempel.no") in document
