"""Sammenligning: the questions behind a cell are the same whether it is clicked or chosen in the lists."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from service.people.actor import Role
from tests.pages.house import COMPARISON, House, words

WEAK = "Demo kommune E"


def opened(house: House) -> AppTest:
    return house.open(COMPARISON, role=Role.REVIEWER)


def behind(page: AppTest) -> list[list[str]]:
    """The ids in each table of questions on the page."""
    return [list(frame.value["Id"]) for frame in page.dataframe if "Id" in frame.value]


def test_the_lists_show_the_questions_of_the_cell(house: House) -> None:
    page = opened(house)
    assert behind(page) == []
    page.session_state["cell"] = True
    page.run()
    page.selectbox(key="compare.who").set_value(house.customers[WEAK].id).run()
    page.selectbox(key="compare.group").set_value("F06").run()
    asked = house.view(WEAK).form
    wanted = [q.id for q in asked.questionnaire.questions if asked.factors[q.topic] == "F06"]
    assert behind(page) == [wanted]


@pytest.mark.parametrize("choice", ["F99", "", "operations"])
def test_a_choice_that_is_not_among_the_shown_is_let_go_of(house: House, choice: str) -> None:
    page = opened(house)
    page.session_state["cell"] = True
    page.session_state["compare.who"] = "no such customer"
    page.session_state["compare.group"] = choice
    page.session_state["compare.clicked"] = True
    page.run()
    assert not page.exception
    assert page.selectbox(key="compare.group").value == "overall"


def test_the_map_hands_on_whom_and_what_a_cell_is_about(house: House) -> None:
    (chart,) = [e for e in opened(house).get("plotly_chart") if e.proto.selection_mode]
    spec = json.loads(chart.proto.spec)
    points = next(trace for trace in spec["data"] if trace["type"] == "scatter")
    cells = {(held[0], held[1]) for held in points["customdata"]}
    assert (house.customers[WEAK].id, "F06") in cells
    assert len(cells) == len(points["x"])


def test_the_table_of_customers_has_every_heading_and_the_day_at_a_cut(house: House) -> None:
    page = opened(house)
    assert "«Stoppkrav» er hvor mange" in words(page)
    today = next(frame.value for frame in page.dataframe if "Stoppkrav" in frame.value)
    assert "Svarene er fra" not in today
