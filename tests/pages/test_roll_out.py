"""Rulleplan: one line for all go-lives, one wave at a time, and a move that is seen before it is made."""

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from language import day, short_day
from service.people.actor import Role
from service.people.customer_changes import move_customers
from service.people.customers import list_customers, set_go_live
from service.portfolio.shared_roles import Booking, book_role
from tests.builders import ADMIN
from tests.pages.house import TODAY, House, headings, words

PAGE = "pages/hpas/waves.py"
ONE, OTHER = "Demo kommune D", "Demo kommune E"
DAY = TODAY + timedelta(days=70)


@pytest.fixture
def wave(house: House) -> House:
    """Two that start on one day, alone in their week."""
    for name in (ONE, OTHER):
        set_go_live(house.ws, ADMIN, house.customers[name].id, DAY)
    return house


def opened(house: House, role: Role = Role.ADMIN) -> AppTest:
    return house.open(PAGE, role=role, oppstart=DAY.isoformat())


def starts(house: House) -> dict[str, date | None]:
    return {each.name: each.go_live for each in list_customers(house.ws, ADMIN) if each.name in (ONE, OTHER)}


def test_all_go_lives_are_on_one_line_with_a_table_and_what_they_are_held_against(wave: House) -> None:
    page = wave.open(PAGE, role=Role.REVIEWER)
    assert not page.exception
    assert len(page.get("plotly_chart")) == 1
    table = page.dataframe[0].value
    days = list(table["Oppstart"])
    assert days == sorted(days)
    row = table[table["Oppstart"] == DAY].iloc[0]
    assert (row["Kunder"], row["Datoen holder ikke"] >= 1, row["Stoppkrav"] >= 1) == (2, True, True)
    assert any("samme uke" in each or "for få dager" in each or "i jul" in each for each in table["Merket"])


def test_a_wave_that_is_chosen_says_who_is_in_it_and_what_fails_for_whom(wave: House) -> None:
    page = opened(wave)
    assert any(each.endswith("2\u00a0kunder") for each in headings(page))
    grid = next(frame.value for frame in page.dataframe if "Tema" in frame.value)
    assert OTHER in grid.columns
    assert (grid[OTHER] == "✕").any()
    assert (grid["Antall"] >= (grid[OTHER] == "✕")).all()


def test_another_day_is_tried_for_all_and_nothing_is_moved_before_it_is_confirmed_with_a_reason(wave: House) -> None:
    page = opened(wave)
    later = DAY + timedelta(days=200)
    page.text_input(key=f"move.{DAY.isoformat()}").set_value(short_day(later)).run()
    assert not page.exception
    before_and_after = next(frame.value for frame in page.dataframe if "Stoppkrav etter" in frame.value)
    assert (before_and_after["Stoppkrav etter"] <= before_and_after["Stoppkrav nå"]).all()
    assert before_and_after["Stoppkrav etter"].sum() < before_and_after["Stoppkrav nå"].sum()
    assert set(starts(wave).values()) == {DAY}

    _move(page, "")
    assert any("Skriv hvorfor oppstarten flyttes" in each.value for each in page.error)
    assert set(starts(wave).values()) == {DAY}
    _move(page, "Sommerferien")
    assert set(starts(wave).values()) == {later}
    assert "starter nå" in words(page)


def test_only_those_that_stood_in_the_table_are_moved(wave: House) -> None:
    page = opened(wave)
    later = DAY + timedelta(days=200)
    page.text_input(key=f"move.{DAY.isoformat()}").set_value(short_day(later)).run()
    third = wave.customers["Demo kommune C"].id
    set_go_live(wave.ws, ADMIN, third, DAY)
    _move(page, "Sommerferien")
    assert set(starts(wave).values()) == {later}
    assert wave.view("Demo kommune C").customer.go_live == DAY


def _move(page: AppTest, reason: str) -> None:
    page.text_area[0].set_value(reason)
    button = next(each for each in page.button if each.label.startswith("Flytt"))
    button.click().run()
    assert not page.exception


def test_a_reviewer_tries_and_does_not_move(wave: House) -> None:
    page = opened(wave, Role.REVIEWER)
    page.text_input(key=f"move.{DAY.isoformat()}").set_value(short_day(DAY + timedelta(days=60))).run()
    assert "En administrator i HPAS kan flytte bølgen." in words(page)
    assert not any(each.label.startswith("Flytt") for each in page.button)


@pytest.mark.parametrize("typed", ["i morgen", "31.02.2027", ""])
def test_a_day_that_is_none_is_said_below_the_box(wave: House, typed: str) -> None:
    page = opened(wave)
    page.text_input(key=f"move.{DAY.isoformat()}").set_value(typed).run()
    assert not page.exception
    assert bool(page.error) is bool(typed)
    assert "Ingenting lagres før du bekrefter." in words(page)


@pytest.mark.parametrize("address", ["finnes-ikke", "2027-13-01", "2020-01-01"])
def test_a_day_in_the_address_on_which_nobody_starts_shows_the_line_alone(wave: House, address: str) -> None:
    page = wave.open(PAGE, role=Role.ADMIN, oppstart=address)
    assert not page.exception
    assert headings(page) == ["Rulleplan", "Ta bølgene med deg"]


def test_shared_roles_are_booked_shown_where_they_are_too_much_and_taken_away(wave: House) -> None:
    page = wave.open(PAGE, role=Role.ADMIN, **{"del": "roller"})
    assert "Ingen eier tiltak med frist i samme uke" in words(page)
    page.session_state["booking.open"] = True
    page.run()
    _book(page, first="nei")
    assert any("«nei»" in each.value for each in page.error)
    for _ in range(2):
        _book(page, first=short_day(DAY))
        assert "Rollen er satt opp." in words(page)
    conflicts, booked = (frame.value for frame in page.dataframe)
    assert (list(conflicts["Rolle"]), list(conflicts["Det meste"])) == (["Opplæringsleder"], ["120 %"])
    assert list(booked["Hvem"]) == [f"oppstart {short_day(DAY)}"] * 2
    assert len(page.get("plotly_chart")) == 1
    page.selectbox(key="booking.gone").select_index(0)
    next(each for each in page.button if each.label == "Ta bort").click().run()
    assert "Linjen er tatt bort." in words(page)
    assert "Ingen rolle er satt opp med mer enn 100 prosent" in words(page)


def _book(page: AppTest, *, first: str) -> None:
    next(each for each in page.text_input if each.label == "Rolle eller funksjon").set_value("Opplæringsleder")
    next(each for each in page.selectbox if each.label == "Oppstart").set_value(DAY)
    for label, said in (("Fra og med", first), ("Til og med", short_day(DAY + timedelta(days=9)))):
        next(each for each in page.text_input if each.label == label).set_value(said)
    page.number_input[0].set_value(60)
    next(each for each in page.button if each.label == "Sett opp").click().run()
    assert not page.exception


def test_a_move_that_is_tried_says_what_it_does_to_shared_roles(wave: House) -> None:
    own = wave.customers["Demo kommune C"]
    later = DAY + timedelta(days=203)
    set_go_live(wave.ws, ADMIN, own.id, later)
    for customer, there, at in ((None, DAY, DAY), (own.id, None, later)):
        book_role(wave.ws, ADMIN, Booking("Testleder", customer, there, at - timedelta(days=9), at, 60))
    page = opened(wave)
    page.text_input(key=f"move.{DAY.isoformat()}").set_value(short_day(later)).run()
    assert not page.exception
    told = next(each for each in words(page).splitlines() if "Over 100 prosent" in each).replace("\\", "")
    wave_then = f"oppstart {day(later)}".replace("\u00a0", " ")
    assert all(each in told for each in ("Testleder", "120 %", wave_then, "Demo kommune C"))
    page.text_input(key=f"move.{DAY.isoformat()}").set_value(short_day(DAY + timedelta(days=1))).run()
    assert "flyttingen endrer ikke hvem som er satt opp for mye" in words(page)


def test_a_reviewer_sees_shared_roles_and_books_none(wave: House) -> None:
    page = wave.open(PAGE, role=Role.REVIEWER, **{"del": "roller"})
    assert "En administrator i HPAS setter opp rollene." in words(page)
    assert not any(each.label == "Sett opp" for each in page.button)


def test_what_the_go_live_before_lacks_stands_with_the_days_between(wave: House) -> None:
    next_one = min(each.go_live for each in list_customers(wave.ws, ADMIN) if each.go_live and each.go_live > DAY)
    page = wave.open(PAGE, role=Role.ADMIN, oppstart=next_one.isoformat())
    assert f"Forrige oppstart er {day(DAY)}, {(next_one - DAY).days}\u00a0dag" in words(page)
    assert "mangler noe som skulle vært på plass nå" in words(page)
    lacking = next(frame.value for frame in page.dataframe if "Andre svar" in frame.value)
    assert (lacking["Stoppkrav"] + lacking["Andre svar"] > 0).all()


def test_the_customer_reads_why_its_date_was_moved_where_it_reads_the_date(wave: House) -> None:
    move_customers(wave.ws, ADMIN, {wave.customers[ONE].id: DAY + timedelta(days=7)}, reason="Leverandøren er sen")
    for page in ("pages/customer/overview.py", "pages/customer/date.py"):
        told = words(wave.open(page, customer=ONE))
        assert f"flyttet fra {day(DAY)} til {day(DAY + timedelta(days=7))}" in told
        assert "«Leverandøren er sen»" in told
        assert "Leverandøren" not in words(wave.open(page, customer=OTHER))
