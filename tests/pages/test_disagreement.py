"""The disagreement map on Kvalitetssikring: nothing said where the two agree, else ranked and narrowed down."""

from collections.abc import Hashable
from typing import Any

from streamlit.testing.v1 import AppTest

from service.people.actor import Role, local_actor
from service.review.ratings import disagreement, rate
from service.review.submissions import State, move, send_in
from tests.pages.house import TODAY, House, headings, words

REVIEWS = "pages/hpas/reviews.py"
REVIEWER = local_actor(Role.REVIEWER)
HEADING = "Der HPAS og kundene er uenige"
ONE, OTHER = "Demo kommune D", "Demo kommune E"


def rated(house: House, name: str, *, least: int) -> None:
    """Send in, and have HPAS set the first levels to nothing."""
    lead, view = house.lead(name), house.view(name)
    made = send_in(house.ws, lead, view.customer.id, seen=view.marker, as_of=TODAY, incomplete=True)
    move(house.ws, REVIEWER, made, State.IN_REVIEW, expected=State.SENT)
    levels = [q for q in view.form.questionnaire.questions if q.kind == "level" and _level(house, name, q.id)]
    for question in levels[:least]:
        rate(house.ws, REVIEWER, made, question.id, agreed=False, value=0, reason="Ingen dokumentasjon.")


def _level(house: House, name: str, question_id: str) -> bool:
    return bool(house.answer(name, question_id).value)


def opened(house: House) -> AppTest:
    """The part of the page that is about where the two part."""
    page = house.open(REVIEWS, role=Role.REVIEWER)
    page.session_state["reviews.part"] = "apart"
    return page.run()


def table(page: AppTest) -> list[dict[Hashable, Any]]:
    return next(f.value for f in page.dataframe if "Kunden høyest" in f.value).to_dict("records")


def test_where_nobody_disagrees_the_map_says_when_it_comes(house: House) -> None:
    page = opened(house)
    assert HEADING in headings(page)
    assert "Ingen uenighet ennå." in words(page)
    assert not page.get("plotly_chart")


def test_questions_are_ranked_across_customers_and_narrowed_to_one(house: House) -> None:
    rated(house, ONE, least=3)
    rated(house, OTHER, least=2)
    page = opened(house)
    assert not page.exception
    found = disagreement(house.ws, REVIEWER)
    assert "5 svar der HPAS har en annen vurdering." in words(page).replace("\u00a0", " ")
    lines = table(page)
    assert sum(int(str(line["Svar"])) for line in lines) == len(found) == 5
    distances = [float(str(line["Avstand"]).replace(",", ".")) for line in lines]
    assert distances == sorted(distances, reverse=True)

    page.selectbox(key="apart.by").set_value("customer").run()
    assert {(line["Kunde"], line["Svar"]) for line in table(page)} == {(ONE, 3), (OTHER, 2)}
    page.selectbox(key="apart.customer").set_value(house.customers[OTHER].id).run()
    assert [line["Svar"] for line in table(page)] == [2]
