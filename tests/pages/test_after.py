"""After the go-live: asked first of all whether it started, confirmed, recorded, and seen by HPAS."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from scoring.vocabulary import Verdict
from service.judgement import judge_customer
from service.outcomes.figures import read_outcomes
from service.outcomes.starts import confirm_start
from service.people.actor import Role
from service.people.customers import set_go_live
from tests.builders import ADMIN
from tests.pages.house import GAPS, OVERVIEW, TODAY, WEEK, House, headings, words

AFTER, OF_ALL, DATE = "pages/customer/after.py", "pages/hpas/outcomes.py", "pages/customer/date.py"
NAME = "Demo kommune E"
AGO = 10


@pytest.fixture
def past(house: House) -> House:
    """One whose day is past, with stops that fail, and of whom nobody has said that it started."""
    set_go_live(house.ws, ADMIN, house.customers[NAME].id, TODAY - timedelta(days=AGO))
    return house


@pytest.fixture
def started(past: House) -> House:
    confirm_start(past.ws, past.lead(NAME), past.customers[NAME].id, TODAY - timedelta(days=AGO), as_of=TODAY)
    return past


def opened(house: House, page: str = OVERVIEW, role: Role = Role.LEAD) -> AppTest:
    app = house.open(page, role=role, customer=NAME)
    assert not app.exception
    return app


def told(app: AppTest) -> str:
    """What stands on the page, without the signs that disarm markup."""
    return words(app).replace("\\", "")


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def test_when_the_day_is_past_the_first_page_asks_first_of_all_and_offers_no_later_day_as_advice(past: House) -> None:
    app = opened(past)
    said = words(app).replace("\u00a0", " ")
    assert headings(app)[1].replace("\u00a0", " ").startswith("Startet dere ")
    assert "Tidligst " not in said
    assert "Tidligste forsvarlige oppstart" not in headings(app)
    assert "Be HPAS legge den inn." in said


@pytest.mark.parametrize("page", [OVERVIEW, AFTER])
def test_confirmed_there_it_is_in_use_and_the_rest_rests(past: House, page: str) -> None:
    app = press(opened(past, page), "Ja, vi har startet")
    assert not app.exception
    here = judge_customer(past.ws, ADMIN, past.customers[NAME].id, as_of=TODAY)
    assert here.judgement.verdict is Verdict.IN_USE
    said = words(opened(past)).replace("\u00a0", " ")
    assert "**I bruk siden 13. november 2026.**" in said
    assert "Tallene 7 dager etter oppstart" in said
    assert {"Etter oppstart", "Gjenstår etter oppstart"} <= set(headings(opened(past)))
    assert "Tallene" not in headings(opened(past))


@pytest.mark.parametrize(
    ("typed", "said"),
    [("1.1.2030", "Dagen er ikke kommet ennå."), ("i går", "er ikke en dato"), ("", "Skriv en dato")],
)
def test_a_day_that_cannot_be_is_told_and_stays_as_it_was_typed(past: House, typed: str, said: str) -> None:
    app = opened(past, AFTER)
    field = next(each for each in app.text_input if each.label == "Dagen dere faktisk startet")
    field.set_value(typed)
    app = press(app, "Ja, vi har startet")
    assert said in told(app)
    assert next(each for each in app.text_input if each.label == "Dagen dere faktisk startet").value == typed
    assert judge_customer(past.ws, ADMIN, past.customers[NAME].id, as_of=TODAY).judgement.started is None


def test_a_viewer_is_told_who_can_confirm(past: House) -> None:
    app = opened(past, role=Role.VIEWER)
    assert "Ja, vi har startet" not in [button.label for button in app.button]
    assert "Prosjektlederen hos dere eller HPAS bekrefter oppstarten." in words(app)


def test_figures_are_recorded_not_known_is_one_and_hpas_has_its_own_beside_it(started: House) -> None:
    app = opened(started, AFTER)
    next(each for each in app.text_input if each.label == "Timer løsningen var nede, timer").set_value("7,5")
    next(each for each in app.checkbox if each.label == "Vet ikke").set_value(True)
    app = press(app, "Lagre")
    assert "2\u00a0målinger er lagret." in words(app)

    hpas = opened(started, AFTER, Role.REVIEWER)
    assert "Kunden: 7,5\u00a0timer" in words(hpas)
    assert "Kunden: vet ikke" in words(hpas)
    next(each for each in hpas.text_input if each.label == "HPAS' tall for Timer løsningen var nede, timer").set_value(
        "9"
    )
    hpas = press(hpas, "Lagre")
    (first, *_) = read_outcomes(started.ws, ADMIN, started.customers[NAME].id, as_of=TODAY).rounds
    line = next(each for each in first.lines if each.measure.id == "downtime")
    assert (line.own.figure, line.hpas.figure, line.wrong, first.answered) == (7.5, 9.0, True, 2)


def test_what_is_wrong_with_a_figure_is_told_with_its_name_and_nothing_is_stored(started: House) -> None:
    app = opened(started, AFTER)
    next(each for each in app.text_input if each.label.startswith("Kritiske feil")).set_value("1,5")
    next(each for each in app.text_input if each.label.startswith("Timer løsningen")).set_value("3")
    app = press(app, "Lagre")
    assert "«Kritiske feil som er åpne»: skriv et helt tall." in told(app)
    (first, *_) = read_outcomes(started.ws, ADMIN, started.customers[NAME].id, as_of=TODAY).rounds
    assert first.answered == 0
    assert next(each for each in app.text_input if each.label.startswith("Timer løsningen")).value == "3"


def test_the_day_is_corrected_and_taken_back_with_a_reason(started: House) -> None:
    app = opened(started, AFTER)
    assert "Skriv hvorfor det som sto, ikke stemmer." in told(press(app, "Vi har ikke startet"))
    app = opened(started, AFTER)
    next(each for each in app.text_input if each.label == "Hvorfor stemmer ikke det som står?").set_value("Utsatt")
    app = press(app, "Vi har ikke startet")
    assert headings(app)[1].startswith("Startet dere")
    assert judge_customer(started.ws, ADMIN, started.customers[NAME].id, as_of=TODAY).judgement.asks_if_started


def test_other_pages_of_one_in_use_know_it(started: House) -> None:
    assert "Datoen er bak dere" in words(opened(started, DATE))
    assert "Dere er i bruk." in words(opened(started, GAPS))
    assert "ikke noe å sende inn" in words(opened(started, "pages/customer/send_in.py"))


def test_hpas_is_told_who_has_not_confirmed_and_whose_figures_are_due(past: House) -> None:
    assert "Datoen er passert, og oppstarten er ikke bekreftet: 1" in headings(opened(past, WEEK, Role.REVIEWER))
    confirm_start(past.ws, ADMIN, past.customers[NAME].id, TODAY - timedelta(days=AGO), as_of=TODAY)
    app = opened(past, WEEK, Role.REVIEWER)
    assert "Tall etter oppstart som ikke er ført: 1" in headings(app)


def test_hpas_sees_who_has_started_and_why_the_topics_are_hidden(started: House) -> None:
    app = opened(started, OF_ALL, Role.REVIEWER)
    (table,) = [frame.value for frame in app.dataframe if "Etterpå" in frame.value]
    assert list(table["Kunde"]) == [NAME]
    assert list(table["Etterpå"]) == ["ingen tall ennå"]
    assert "Tabellen vises når minst 5 kunder har ført tall. Nå har 0 gjort det." in words(app)
