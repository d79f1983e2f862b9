"""The vurderingsfil on the pages: out by a button, in under Kunder after a preview; a bad one says what is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from scoring.proof.phases import Phases
from scoring.vocabulary import AnswerField
from service.answers.responses import open_response
from service.files.dossier import DOSSIER
from service.people.actor import Actor, Role
from service.people.customers import list_customers
from service.plan.phases import correct_phases
from service.workspace import Workspace
from storage.engines.database import open_database
from tests.builders import ADMIN, municipality, record
from tests.pages.house import FILES, SEES_CUSTOMERS, TODAY, House, words
from tests.pages.test_every_page import assert_whole
from tests.service.files.handing import handed

CUSTOMERS = "pages/hpas/customers.py"


@pytest.fixture
def elsewhere(house: House, tmp_path: Path) -> Iterator[tuple[Workspace, Actor]]:
    """An invented customer in another database, who has answered one question."""
    with Workspace(open_database(f"sqlite:///{tmp_path / 'other.db'}", create=True), house.ws.catalogue) as ws:
        lead, response_id = municipality(ws, "Demo *kommune* Ny")
        said = {"base_version": 0, "session": "s", "edit_no": 1}
        record(ws, lead, response_id, "KO-0101", AnswerField.VALUE, 3, **said)  # type: ignore[arg-type]
        yield ws, lead


def file_of(ws: Workspace, lead: Actor) -> bytes:
    return handed(ws, lead, DOSSIER, lead.customer_id, as_of=TODAY).data


def chosen(app: AppTest, data: bytes) -> AppTest:
    app.file_uploader[0].set_value(("vurdering.json", data, "application/json")).run()
    assert_whole(app)
    return app


def test_a_file_is_shown_then_stored_and_the_second_time_there_is_nothing_new(
    house: House, elsewhere: tuple[Workspace, Actor]
) -> None:
    ws, lead = elsewhere
    data = file_of(ws, lead)
    app = chosen(house.open(CUSTOMERS, role=Role.ADMIN), data)
    assert "Demo *kommune* Ny · kommune · " in words(app)
    assert "**ikke her fra før**" in words(app)
    assert lead.customer_id not in {customer.id for customer in list_customers(house.ws, ADMIN)}

    app.button(key="confirm-dossier").click().run()
    assert_whole(app)
    assert "er hentet inn: 1 linje i historikken." in words(app).replace("\\", "")
    assert open_response(house.ws, ADMIN, str(lead.customer_id)).answers["KO-0101"].value == 3
    chosen(app, data)
    assert "Filen har ikke noe nytt." in words(app)
    assert [button for button in app.button if button.key == "confirm-dossier"] == []


def test_days_of_its_own_are_told_before_they_are_taken_in(house: House, elsewhere: tuple[Workspace, Actor]) -> None:
    ws, lead = elsewhere
    correct_phases(ws, lead, str(lead.customer_id), Phases(build_stop=TODAY), reason="Leverandøren er sein.")
    app = chosen(house.open(CUSTOMERS, role=Role.ADMIN), file_of(ws, lead))
    assert "1\u00a0retting av datoene for bygging, test og opplæring" in words(app)
    assert "Datoene for bygging, test og opplæring blir byggestopp" in words(app)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: data[:900], "Filen er kuttet"),
        (lambda data: data.replace(b'"value"', b'"comment"'), "Filen er endret etter at den ble laget"),
        (lambda _: b'{"svar": 1}', "Dette er ikke en vurderingsfil"),
    ],
)
def test_a_bad_file_says_what_is_wrong(
    house: House, elsewhere: tuple[Workspace, Actor], spoil: object, said: str
) -> None:
    app = chosen(house.open(CUSTOMERS, role=Role.ADMIN), spoil(file_of(*elsewhere)))  # type: ignore[operator]
    assert said in words(app)
    assert "Ingenting er lagret." in words(app)
    assert [button for button in app.button if button.key == "confirm-dossier"] == []


@pytest.mark.parametrize("role", SEES_CUSTOMERS)
def test_every_reader_may_take_the_file_out(house: House, role: Role) -> None:
    app = house.open(FILES, role=role)
    assert "Vurderingsfil til HPAS" in [button.label for button in app.button]
