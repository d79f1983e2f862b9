"""The tables HPAS takes away: which each page offers, one at a time, at the cut and on the basis of the page."""

import pytest
from streamlit.testing.v1 import AppTest

from service.files.catalogue import EXPORTS, PACKED
from service.people.actor import Role
from tests.pages.house import COMPARISON, WEEK, House

# Page -> the tables it offers, the first one chosen from the start, and whether all of them are there in one package.
OFFERED = {
    WEEK: ([table.id for table in PACKED], True),
    COMPARISON: (
        ["comparison", "comparison_long", "all_answers", "all_gaps", "actions", "waivers", "all_decisions"],
        True,
    ),
    "pages/hpas/waves.py": (["waves", "wave_members", "wave_stops", "moves"], False),
    "pages/hpas/reviews.py": (["all_snapshots", "ratings", "waivers"], False),
}


def buttons(app: AppTest) -> set[str]:
    return {str(button.key).split(".", 1)[1] for button in app.button if str(button.key).startswith("download.")}


@pytest.mark.parametrize("page", OFFERED)
def test_a_page_offers_its_tables_one_at_a_time(house: House, page: str) -> None:
    tables, package = OFFERED[page]
    app = house.open(page, role=Role.REVIEWER)
    (box,) = [each for each in app.selectbox if each.label == "Tabell"]
    assert box.options == [EXPORTS[each].title() for each in tables]
    whole = {"datapackage.norwegian"} if package else set()
    whole |= {"steering.norwegian"} if page == WEEK else set()
    for wanted in (tables[0], tables[-1]):
        app = next(each for each in app.selectbox if each.label == "Tabell").set_value(wanted).run()
        assert not app.exception
        assert buttons(app) == {f"{wanted}.{form}" for form in ("norwegian", "program", "schema")} | whole
        assert EXPORTS[wanted].about() in [caption.value for caption in app.caption]
