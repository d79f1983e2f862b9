"""The days of a wave on screen: what someone else has saved meanwhile is told, and what was typed stands."""

from dataclasses import replace
from datetime import timedelta

from language import short_day
from service.people.actor import Role
from service.plan.phases import give_phases, phases_of_wave
from tests.builders import ADMIN
from tests.pages.house import House

WAVES, NAME = "pages/hpas/waves.py", "Demo kommune C"


def test_a_colleagues_days_are_told_before_they_are_replaced(house: House) -> None:
    go_live = house.customers[NAME].go_live
    assert go_live is not None
    page = house.open(WAVES, role=Role.ADMIN, oppstart=go_live.isoformat())
    page.session_state["phases-edit"] = True
    page.run()
    stood = phases_of_wave(house.ws, ADMIN, go_live)
    build = next(each for each in page.text_input if each.label == "Byggestopp")
    mine, theirs = go_live - timedelta(days=30), go_live - timedelta(days=45)
    give_phases(house.ws, ADMIN, go_live, replace(stood, build_stop=theirs))

    build.set_value(short_day(mine))
    page = next(each for each in page.button if each.label == "Lagre datoene").click().run()
    assert f"byggestopp {short_day(theirs)}" in str(page.error[0].value).replace("\\", "")
    assert phases_of_wave(house.ws, ADMIN, go_live) == replace(stood, build_stop=theirs)
    assert next(each for each in page.text_input if each.label == "Byggestopp").value == short_day(mine)

    page = next(each for each in page.button if each.label == "Lagre datoene").click().run()
    assert not page.error
    assert phases_of_wave(house.ws, ADMIN, go_live).build_stop == mine


def test_they_are_told_also_after_a_day_that_could_not_be_read(house: House) -> None:
    go_live = house.customers[NAME].go_live
    assert go_live is not None
    page = house.open(WAVES, role=Role.ADMIN, oppstart=go_live.isoformat())
    page.session_state["phases-edit"] = True
    page.run()
    theirs = replace(phases_of_wave(house.ws, ADMIN, go_live), build_stop=go_live - timedelta(days=45))
    give_phases(house.ws, ADMIN, go_live, theirs)

    for typed in ("37.1.2027", short_day(go_live - timedelta(days=30))):
        next(each for each in page.text_input if each.label == "Byggestopp").set_value(typed)
        page = next(each for each in page.button if each.label == "Lagre datoene").click().run()
        assert page.error, typed
    assert "andre datoer i mellomtiden" in str(page.error[0].value)
    assert phases_of_wave(house.ws, ADMIN, go_live) == theirs
