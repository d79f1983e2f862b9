"""Om virksomheten: each number is saved at once, what does not fit is said, and shares show it as a fact."""

import pytest

from scoring.answers import Share
from scoring.questionnaire import ShareQuestion
from service.people.actor import Role
from service.profile.facts import give_fact, read_profile
from tests.pages.house import ANSWER, NO_ANSWERS, House, words
from ui import session

PAGE = "pages/customer/profile.py"


def box(fact_id: str) -> str:
    return session.key("answer", f"profile-{fact_id}", "value")


def given(house: House, name: str = NO_ANSWERS) -> dict[str, float | None]:
    lead = house.lead(name)
    held = read_profile(house.ws, lead, lead.customer_id or "").given
    return {fact_id: each.value for fact_id, each in held.items()}


def test_a_number_is_saved_at_once_and_what_is_no_number_is_told_and_kept(house: House) -> None:
    app = house.open(PAGE)
    assert "0 av 14 opplysninger er fylt inn" in next(each.text for each in app.get("progress"))
    app.text_input(key=box("units")).set_value("12").run()
    assert given(house) == {"units": 12.0}
    assert "Lagret" in words(app)
    app.text_input(key=box("employees")).set_value("mange").run()
    assert "Ikke lagret" in words(app)
    assert app.text_input(key=box("employees")).value == "mange"
    app.text_input(key=box("shifts")).set_value("0").run()
    assert "Skriv 1 eller mer" in words(app)
    app.text_input(key=box("units")).set_value("").run()
    assert given(house) == {"units": None}
    assert not app.exception


def test_facts_that_do_not_fit_are_said_with_both_numbers(house: House) -> None:
    lead = house.lead(NO_ANSWERS)
    for fact_id, number in (("employees", 20.0), ("super_users", 30.0)):
        give_fact(house.ws, lead, lead.customer_id or "", fact_id, number)
    said = words(house.open(PAGE))
    assert "Flere superbrukere enn ansatte" in said
    assert "30 superbrukere" in said.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("role", [Role.VIEWER, Role.REVIEWER])
def test_who_only_reads_sees_the_numbers_and_changes_none(house: House, role: Role) -> None:
    app = house.open(PAGE, role=role)
    assert app.text_input(key=box("units")).disabled
    assert "Du kan lese opplysningene" in words(app)


def test_a_share_asks_for_one_number_and_shows_the_other_as_a_fact(house: House) -> None:
    question = next(
        each for each in house.questions(NO_ANSWERS) if isinstance(each, ShareQuestion) and each.all_from == "units"
    )
    app = house.open(ANSWER, sporsmal=question.id)
    keys = {each.key for each in app.text_input}
    done, whole = (session.key("answer", question.id, part) for part in ("done", "all"))
    assert (done in keys, whole in keys) == (True, False)
    assert "ikke fylt inn ennå" in words(app)
    app.text_input(key=done).set_value("3").run()
    assert house.answer(NO_ANSWERS, question.id).value == Share(3, None)
    assert "Tallet i alt mangler i «Om virksomheten»" in words(app)

    lead = house.lead(NO_ANSWERS)
    give_fact(house.ws, lead, lead.customer_id or "", "units", 12.0)
    app.run()
    assert f"Av **12** {question.all.nb} i alt" in words(app)
    assert house.answer(NO_ANSWERS, question.id).value == Share(3, 12)
    app.text_input(key=done).set_value("13").run()
    assert "Det kan ikke være flere ferdige enn det er i alt" in words(app)
    app.text_input(key=done).set_value("").run()
    assert house.answer(NO_ANSWERS, question.id).value is None
