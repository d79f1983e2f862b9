"""Sammenligning: order, marks and colours, what is behind a cell, and choices that stand in the address."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pyarrow
import pytest
from streamlit.testing.v1 import AppTest

from service import shared_readings
from service.apart import ReadApart
from service.judgement import judge_customer
from service.people.actor import Role
from service.plan.actions import Owner, create_action
from tests.pages.house import COMPARISON, NO_ANSWERS, NO_DATE, OVERVIEW, TODAY, House, words
from ui.portfolio.comparison import STOP

WEAK = "Demo kommune E"


def opened(house: House, **address: str) -> AppTest:
    page = house.open(COMPARISON, role=Role.REVIEWER)
    for name, content in address.items():
        page.query_params[name] = content
    page.run()
    assert [error.message for error in page.exception] == []
    return page


def customers(page: AppTest) -> list[str]:
    return list(table(page)["Kunde"])


def table(page: AppTest) -> Any:
    return next(frame.value for frame in page.dataframe if "Stopp" in frame.value)


def choose_cell(page: AppTest, house: House, name: str, group: str) -> AppTest:
    """As a click on the cell does."""
    page.session_state["compare.who"] = house.customers[name].id
    page.session_state["compare.group"] = group
    return page.run()


def test_who_fails_stands_first_and_who_is_undecided_last(house: House) -> None:
    page = opened(house)
    found = table(page).set_index("Kunde")
    verdicts = list(found["Konklusjon"])
    assert verdicts[0] == "Datoen holder ikke"
    assert found["Stopp"].iloc[0] > 0
    undecided = [verdict in ("For få svar", "–") for verdict in verdicts]
    assert undecided == sorted(undecided)
    assert set(found.index[undecided]) >= {NO_ANSWERS, NO_DATE}


def test_two_who_look_at_one_reading_each_see_what_they_have_chosen(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    everyone = customers(opened(house))
    monkeypatch.setattr(shared_readings, "MANY", 1)
    asked: list[bool] = []

    def counted(beside: ReadApart, *args: Any) -> Any:
        found = read(beside, *args)
        asked.append(found is not None)
        return found

    read = ReadApart.read
    monkeypatch.setattr(ReadApart, "read", counted)
    assert customers(opened(house)) == everyone
    assert customers(opened(house, sok="kommune e")) == [WEAK]
    assert customers(opened(house)) == everyone
    # The first page they come to reads too.
    assert asked
    assert all(asked)


def test_the_mark_stands_on_the_factors_whose_stops_fail_and_days_are_numbers(house: House) -> None:
    view = house.view(WEAK)
    judged = judge_customer(house.ws, house.lead(WEAK), view.customer.id, as_of=TODAY).judgement
    failing = {view.form.factors[view.form.questionnaire.by_id[each].topic] for each in judged.failing}
    page = opened(house)
    shown = next(frame for frame in page.dataframe if "Stopp" in frame.value)
    line = said_in(shown).iloc[customers(page).index(WEAK)]
    assert failing
    assert {heading for heading in line.index if heading.startswith("F") and STOP in line[heading]} == failing
    assert shown.value["Alt"].dtype.kind == "f"
    assert set(shown.value.iloc[customers(page).index(WEAK)]["Stoppkrav svikter i"].split(", ")) == failing


def said_in(shown: Any) -> pd.DataFrame:
    """What stands in the cells, which `Styler` sends beside the numbers."""
    return pd.DataFrame(pyarrow.ipc.open_stream(shown.proto.arrow_data.styler.display_values).read_pandas())


CHOSEN: list[tuple[Mapping[str, str], list[str]]] = [
    ({"sok": "kommune e"}, [WEAK]),
    ({"sok": "finnes ikke"}, []),
    ({"rekke": "navn", "sok": "demo"}, [f"Demo kommune {letter}" for letter in "ABCDE"]),
    ({"startet": "ja"}, []),
    ({"konklusjon": "not_ready", "sok": "demo"}, [WEAK, "Demo kommune B"]),
]


@pytest.mark.parametrize(("address", "names"), CHOSEN)
def test_a_choice_in_the_address_is_followed(house: House, address: Mapping[str, str], names: list[str]) -> None:
    page = opened(house, **address)
    if names:
        assert [name for name in customers(page) if name in names] == customers(page)
        assert set(customers(page)) <= set(names)
    else:
        assert "Ingen kunder passer til valget" in words(page)


def test_a_choice_stands_in_the_address_and_survives_a_visit_to_another_page(house: House) -> None:
    page = opened(house)
    page.text_input(key="compare.sok").set_value("kommune e").run()
    assert page.query_params["sok"] == "kommune e"
    page.switch_page(OVERVIEW).run()
    for name in ("sok", "rekke"):
        page.query_params.pop(name, None)
    page.switch_page(COMPARISON).run()
    assert customers(page) == [WEAK]
    assert page.query_params["sok"] == "kommune e"


@pytest.mark.parametrize(
    "address",
    [
        {"tid": "91"},
        {"grunnlag": "noen"},
        {"type": "sykehus"},
        {"oppstart": "i morgen"},
        {"side": "-1"},
        {"side": "٣"},
        {"side": "9"},
        {"rekke": "x"},
        {"avstand": "x"},
        {"del": "x"},
        {"kolonner": "x"},
        {"startet": "x"},
        {"oppstart": "2031-01-01"},
    ],
)
def test_an_address_that_means_nothing_breaks_nothing(house: House, address: Mapping[str, str]) -> None:
    assert opened(house, **address).title[0].value == "Sammenligning"


def test_a_cell_opens_the_answers_behind_it_with_owner_and_date(house: House) -> None:
    view = house.view(WEAK)
    stop = next(q for q in view.form.questionnaire.questions if q.hard_stop)
    factor = view.form.factors[stop.topic]
    to, here = Owner(name="Kari Nordmann"), (house.ws, house.lead(WEAK), view.response_id, stop.id)
    create_action(*here, owner=to, due=TODAY, session="s", edit_no=1)
    page = choose_cell(opened(house), house, WEAK, factor)
    page.button(key="compare.behind").click().run()
    found = next(frame.value for frame in page.dataframe if "Eier" in frame.value).set_index("Id")
    asked = [q.id for q in view.form.questionnaire.questions if view.form.factors[q.topic] == factor]
    assert sorted(found.index) == sorted(asked)
    assert (found.loc[stop.id, "Eier"], found.loc[stop.id, "Frist"]) == ("Kari Nordmann", TODAY)


@pytest.mark.parametrize("group", ["F99", "", "operations"])
def test_a_column_there_is_none_of_is_about_everything(house: House, group: str) -> None:
    page = choose_cell(opened(house), house, WEAK, group)
    page.button(key="compare.behind").click().run()
    found = next(frame.value for frame in page.dataframe if "Eier" in frame.value)
    assert len(found) == len(house.view(WEAK).form.questionnaire.questions)


PARTS = [
    ("mangler", "Mangler hos mange"),
    ("spredning", "Spredning"),
    ("venter", "Kundene venter på"),
    ("historie", "Oppstarter som har vært"),
]


@pytest.mark.parametrize(("part", "heading"), PARTS)
def test_each_part_is_drawn_when_it_is_looked_at(house: House, part: str, heading: str) -> None:
    page = opened(house, **{"del": part})
    assert heading in [each.value for each in page.header]
    assert not [frame for frame in page.dataframe if "Stopp" in frame.value]
    for chart in page.get("plotly_chart"):
        assert chart.proto.alt
        assert '"toImage"' in chart.proto.config


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({}, "I dag · Kundens vurdering"),
        ({"tid": "90", "grunnlag": "hpas"}, "T−90 · HPAS' vurdering"),
        ({"type": "municipality", "konklusjon": "behind"}, "I dag · Kundens vurdering · Kommune · På etterskudd"),
        ({"avstand": "under-60", "rekke": "navn"}, "I dag · Kundens vurdering · under 60 dager · Navn"),
        ({"oppstart": "2027-02-01"}, "I dag · Kundens vurdering · Oppstart 01.02.2027"),
    ],
)
def test_what_is_chosen_is_summed_up_on_the_line_that_unfolds(
    house: House, address: Mapping[str, str], said: str
) -> None:
    page = opened(house, **address)
    assert [box.label for box in page.expander if "Filtre" in box.label] == [f"Filtre og rekkefølge: {said}"]
