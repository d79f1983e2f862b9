"""Fordeling and «Mine spørsmål» on the pages: who sees what, and what a link opens."""

import pytest

from scoring.vocabulary import AnswerField
from service.answers.assignments import Assignee, assign, list_assignments
from service.answers.portions import read_handed_out, token_of
from service.people.actor import Role
from service.people.members import invite, list_members
from tests.builders import ADMIN, record
from tests.pages.house import ANSWER, NO_ANSWERS, House, words
from tests.pages.test_transactions import NAME, with_login

PAGE = "pages/customer/handing_out.py"
KARI = Assignee(None, "Kari *Ås*")


def _role(house: House, number: int = 2) -> tuple[str, tuple[str, ...]]:
    """Key and questions of one of the roles."""
    found = read_handed_out(house.ws, house.lead(NO_ANSWERS), house.view(NO_ANSWERS)).roles[number]
    return found.key, found.questions


def _give(house: House, question_ids: tuple[str, ...], to: Assignee | None = KARI) -> None:
    assign(house.ws, house.lead(NO_ANSWERS), house.customers[NO_ANSWERS].id, question_ids, to)


def _given(house: House) -> dict[str, str]:
    lead = house.lead(NO_ANSWERS)
    return {each: to.name for each, to in list_assignments(house.ws, lead, str(lead.customer_id)).items()}


def test_a_role_is_given_in_one_act_and_taken_back_in_one(house: House) -> None:
    lead = house.lead(NO_ANSWERS)
    invite(house.ws, ADMIN, str(lead.customer_id), role=Role.CONTRIBUTOR, email="p@k.example", name="Per *P*")
    key, questions = _role(house)
    app = house.open(PAGE)
    box = app.selectbox(f"give.{token_of(key)}")
    box.select("Per *P*").run()
    assert _given(house) == dict.fromkeys(questions, "Per *P*")
    assert f"{len(questions)} spørsmål er gitt til Per \\*P\\*." in words(app).replace("\u00a0", " ")
    assert app.selectbox(f"give.{token_of(key)}").value == "Per *P*"
    app.selectbox(f"give.{token_of(key)}").select_index(None).run()
    assert _given(house) == {}


def test_the_lead_sees_how_far_each_has_come_and_who_has_not_begun(house: House) -> None:
    _, questions = _role(house)
    _give(house, questions)
    told = words(house.open(PAGE)).replace("\u00a0", " ")
    assert "**Ikke begynt:** Kari \\*Ås\\*." in told
    view, field = house.view(NO_ANSWERS), AnswerField.NOT_APPLICABLE
    record(house.ws, house.lead(NO_ANSWERS), view.response_id, questions[0], field, "Nei", base_version=None, session="s", edit_no=1)  # fmt: skip
    told = words(house.open(PAGE)).replace("\u00a0", " ")
    assert "Ikke begynt" not in told
    assert f"1 av {len(questions)} spørsmål besvart" in told


@pytest.mark.parametrize("role", [Role.LEAD, Role.CONTRIBUTOR, Role.VIEWER, Role.REVIEWER])
def test_a_link_shows_the_questions_of_a_person_or_a_role_and_no_others(house: House, role: Role) -> None:
    key, questions = _role(house)
    few = questions[:3]
    _give(house, few)
    for held, asked in ((KARI.name, few), (key, questions)):
        app = house.open(ANSWER, role=role, ansvarlig=held)
        told = words(app).replace("\u00a0", " ")
        assert f"· {len(asked)} spørsmål" in told
        assert f", 0 av {len(asked)} av disse" in str(app.get("progress")[0].proto.text)
        titles = {q.id: q.title.nb for q in house.questions(NO_ANSWERS)}
        shown = [question_id for question_id, title in titles.items() if title in told]
        assert shown == list(asked)[:12]


def test_the_next_question_and_the_filters_stay_within_what_is_handed_out(house: House) -> None:
    _, questions = _role(house)
    few = questions[:3]
    _give(house, few)
    app = house.open(ANSWER, ansvarlig=KARI.name)
    given = []
    for _ in few:
        app.button("next-open").click().run()
        given.append(app.query_params["sporsmal"])
        assert app.query_params["ansvarlig"] == KARI.name
    assert sorted(given) == sorted(few)
    record(house.ws, house.lead(NO_ANSWERS), house.view(NO_ANSWERS).response_id, few[0], AnswerField.NOT_APPLICABLE, "Nei", base_version=None, session="s", edit_no=1)  # fmt: skip
    app = house.open(ANSWER, ansvarlig=KARI.name, vis="ubesvart")
    titles = {q.id: q.title.nb for q in house.questions(NO_ANSWERS)}
    assert {each for each, title in titles.items() if title in words(app)} == set(few[1:])


def test_who_gave_what_to_whom_and_when_is_told_and_who_took_it_back(house: House) -> None:
    _, questions = _role(house)
    _give(house, questions[:4])
    assign(house.ws, house.lead(NO_ANSWERS), house.customers[NO_ANSWERS].id, [questions[0]], None)
    title = house.view(NO_ANSWERS).form.questionnaire.by_id[questions[0]].title.nb
    told = words(house.open(PAGE)).replace("\u00a0", " ")
    by = house.lead(NO_ANSWERS).name
    assert f"{by} tok tilbake 1 spørsmål: «{title}»." in told
    assert f"{by} ga 4 spørsmål til Kari \\*Ås\\*: «{title}», " in told
    assert "og 1 til." in told


def test_a_link_that_no_longer_holds_shows_all_and_says_so(house: House) -> None:
    told = words(house.open(ANSWER, ansvarlig="Ola"))
    assert "ikke er delt ut slik lenger" in told
    assert "**Ola**" not in told


def test_a_member_finds_their_own_questions_in_one_click(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with_login(house, monkeypatch, Role.CONTRIBUTOR)
    customer_id = house.customers[NAME].id
    (member,) = list_members(house.ws, ADMIN, customer_id)
    mine = [question.id for question in house.questions(NAME)][:2]
    assign(house.ws, house.lead(NAME), customer_id, mine, Assignee(member.id, ""))
    app = house.open(ANSWER, role=Role.CONTRIBUTOR, customer=NAME)
    app.button("portion-mine").click().run()
    assert "**Mine spørsmål**" in words(app)
    assert app.query_params["ansvarlig"] == member.id
    app.button("portion-all").click().run()
    assert "ansvarlig" not in app.query_params


def test_a_name_that_cannot_be_is_told_where_it_was_typed(house: House) -> None:
    """What no list offers is sent as a browser would send it, and nothing is given."""
    key, _ = _role(house)
    app = house.open(PAGE)
    box = app.selectbox(f"give.{token_of(key)}")
    box.options.append("Kari \u202e")
    box.select("Kari \u202e").run()
    assert [each.value for each in app.error] == [
        "**Ikke lagret.** Tegn nummer 6 \\(U\\+202E\\) snur skriveretningen og kan ikke stå i et navn\\. Slett det\\."
    ]
    assert _given(house) == {}


def test_who_may_log_in_is_sent_a_link_and_all_others_a_file(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with_login(house, monkeypatch, Role.LEAD)
    customer_id = house.customers[NAME].id
    (member,) = list_members(house.ws, ADMIN, customer_id)
    first, second = [question.id for question in house.questions(NAME)][:2]
    assign(house.ws, house.lead(NAME), customer_id, [first], Assignee(member.id, ""))
    assign(house.ws, house.lead(NAME), customer_id, [second], KARI)
    app = house.open(PAGE, customer=NAME)
    for key in (member.id, KARI.name):
        app.session_state[f"tools.{token_of(key)}"] = True
    app.run()
    texts = {str(each.value) for each in app.code}
    (linked,) = (text for text in texts if f"- {first}: " in text)
    (attached,) = (text for text in texts if f"- {second}: " in text)
    assert f"/egenvurdering?kunde={customer_id}&ansvarlig={member.id}" in linked
    assert "Excel-filen" in attached
    assert "Hei Kari *Ås*." in attached
    assert "egenvurdering?" not in attached
