"""Rulleplan: one line for all go-lives, one wave at a time, and a move that is seen before it is made."""

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from language import short_day
from service.people.actor import Role
from service.people.customers import list_customers, set_go_live
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
