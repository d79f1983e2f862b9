"""Utvikling for alle: bounded in what it draws, narrowed by type, one customer on top, and empty where nothing is."""

import json
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from reports.palette import LIGHT
from reports.portfolio.trend_chart import MOST, TrendAxis, middle_of, trends_chart
from scoring.portfolio.bands import Band
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


def traces(page: AppTest) -> dict[str, list[float | None]]:
    """Name -> how high each of its points is."""
    (chart,) = page.get("plotly_chart")
    assert '"toImage"' in chart.proto.config
    assert chart.proto.alt
    return {trace["name"]: trace["y"] for trace in json.loads(chart.proto.spec)["data"]}


def test_before_anyone_has_sent_in_the_page_says_what_will_come(house: House) -> None:
    page = opened(house)
    assert "Ingen av disse kundene har sendt inn noe ennå." in words(page)
    dots = traces(page)["kundene i dag"]
    assert 0 < len(dots) < len(house.customers)
    assert None not in dots
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
    drawn = {name: held for name, held in traces(page).items() if name.endswith("(historie, laveste)")}
    assert drawn
    assert all(figure is not None and figure < 0 for held in drawn.values() for figure in held[-3:])


def point(left: int, readiness: float | None = 50.0) -> TrendPoint:
    return TrendPoint("", date(2027, 1, 1) - timedelta(days=left), left, readiness, 40.0, 60.0, 55.0, None, -9.0)


HEIGHTS = {TrendAxis.DISTANCE: (-5.0, -15.0), TrendAxis.READINESS: (50.0, 40.0), TrendAxis.DAYS: (-9.0, None)}


@pytest.mark.parametrize("shown", list(TrendAxis))
def test_ten_thousand_customers_are_a_band_and_so_many_dots(shown: TrendAxis) -> None:
    figure = trends_chart([("x", [point(90), point(60)])] * 10_000, shown, LIGHT, history={"før": [point(60, None)]})
    drawn = {trace.name: list(trace.y) for trace in figure.data}
    height, lowest = HEIGHTS[shown]
    assert drawn["midterste kunde"] == [height, height]
    assert drawn["kundene i dag"] == [height] * MOST
    assert drawn.get("før (historie, laveste)") == (None if lowest is None else [lowest])


def test_the_middle_counts_each_customer_once_in_a_span_and_leaves_out_too_few() -> None:
    lines = [(str(n), [point(75, 10.0), point(61, 10.0 * n)]) for n in range(1, 6)] + [("6", [point(200, 90.0)])]
    assert middle_of(lines, TrendAxis.READINESS) == {75: Band(5, 20.0, 30.0, 40.0)}
