"""Utvikling for alle: bounded in what it draws, narrowed by type, one customer on top, and empty where nothing is."""

import json
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from reports.palette import LIGHT
from reports.portfolio.trend_chart import MOST, TrendAxis, trends_chart
from scoring.portfolio.trend import TrendPoint
from service.people.actor import Role
from service.review.submissions import send_in
from tests.pages.house import NO_DATE, TODAY, House, words

TRENDS = "pages/hpas/trend_of_all.py"
NAME = "Demo kommune C"


def opened(house: House) -> AppTest:
    page = house.open(TRENDS, role=Role.REVIEWER)
    assert not page.exception
    return page


def traces(page: AppTest) -> dict[str, list[object]]:
    """Name -> where along the axis its points are."""
    (chart,) = page.get("plotly_chart")
    return {trace["name"]: trace["x"] for trace in json.loads(chart.proto.spec)["data"]}


def test_before_anyone_has_sent_in_the_page_says_what_will_come(house: House) -> None:
    page = opened(house)
    assert "Ingen av disse kundene har sendt inn noe ennå." in words(page)
    assert len([x for x in traces(page)["kundene"] if x is None]) == len(house.customers) - 1, (
        "all but the one without a date"
    )
    assert not [box for box in page.selectbox if box.label == "Kunde" and box.key == "courses.picked"]
    assert NO_DATE in house.customers


def test_one_who_is_picked_is_drawn_on_top_and_told_question_by_question(house: House) -> None:
    view = house.view(NAME)
    send_in(house.ws, house.lead(NAME), view.customer.id, seen=view.marker, as_of=TODAY, incomplete=True)
    page = opened(house)
    moved = next(frame.value for frame in page.dataframe if "Dårligere" in frame.value)
    assert moved.set_index("Kunde").loc[NAME, "Bedre"] == 0
    page.selectbox(key="courses.picked").set_value(view.customer.id).run()
    assert not page.exception
    assert NAME in traces(page)
    assert "ingenting er endret." in words(page)


def test_the_filter_on_type_and_the_history(house: House) -> None:
    page = opened(house)
    page.selectbox(key="courses.kind").set_value("municipality")
    page.toggle(key="courses.history").set_value(True).run()
    assert not page.exception
    assert any(name.endswith("(historie)") for name in traces(page))


@pytest.mark.parametrize("shown", list(TrendAxis))
def test_ten_thousand_customers_are_one_trace_of_bounded_length(shown: TrendAxis) -> None:
    points = [
        TrendPoint("", date(2027, 1, 1) - timedelta(days=left), left, 50.0, 40.0, 60.0, 55.0, None, -9.0)
        for left in (90, 60)
    ]
    figure = trends_chart([points] * 10_000, shown, LIGHT)
    (trace,) = figure.data
    assert len(trace.x) == 3 * MOST
    assert set(trace.y) == {None, -5.0 if shown is TrendAxis.DISTANCE else 50.0}
