"""«Slik det går nå» and the band of one's peers on Utvikling: an interval, nobody's name, and for HPAS the one that is picked."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from service.people.actor import Role
from service.review.submissions import State, move, send_in
from tests.pages.house import TODAY, House, words

OVERVIEW, TREND, TRENDS = "pages/customer/overview.py", "pages/customer/trend.py", "pages/hpas/trend_of_all.py"
NAME = "Demo kommune C"


def send(house: House, name: str, *, ago: int) -> None:
    """Send in as it stands, as of so many days ago, and open it again."""
    view, lead = house.view(name), house.lead(name)
    when = TODAY - timedelta(days=ago)
    made = send_in(house.ws, lead, view.customer.id, seen=view.marker, as_of=when, incomplete=True)
    move(house.ws, lead, made, State.REOPENED, expected=State.SENT)


def test_where_one_lands_is_said_as_an_interval_from_three_days_on(house: House) -> None:
    send(house, NAME, ago=60)
    for page in (house.open(TREND, customer=NAME), house.open(OVERVIEW, customer=NAME)):
        assert not page.exception
        assert "Slik det går nå" not in words(page)

    send(house, NAME, ago=30)
    for page in (house.open(TREND, customer=NAME), picked(house)):
        assert not page.exception
        assert "Slik det går nå" in words(page)
        assert "alt er på plass" in words(page).casefold()
        assert "over 3\u00a0dager med tall" in words(page)
    assert "**Slik det går nå**, er alt trolig på plass" in words(house.open(OVERVIEW, customer=NAME))


def test_the_band_of_peers_comes_with_enough_of_them_and_names_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scoring.portfolio.bands.TOGETHER", 3)
    monkeypatch.setattr("scoring.portfolio.bands.LEAST", 2)
    others, cut = ("Demo kommune B", "Demo kommune D"), 90
    for name in (NAME, *others):
        told = words(house.open(TREND, customer=NAME))
        assert "Andre på samme tid" not in told
        go_live = house.customers[name].go_live
        assert go_live is not None
        send(house, name, ago=(TODAY - go_live).days + cut)
    told = words(house.open(TREND, customer=NAME))
    assert f"{cut} dager før oppstart hadde halvparten i midten **mellom" in told
    assert "3\u00a0kunder av samme type" in told
    assert not [other for other in others if other in told]


def picked(house: House) -> AppTest:
    page = house.open(TRENDS, role=Role.REVIEWER)
    return page.selectbox(key="courses.picked").set_value(house.customers[NAME].id).run()
