"""Finding the way: where one stopped, the next question, filters that stand in the address, and the search."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from scoring.answers import NO_ANSWER, Share, Value
from scoring.judgement import Judged, Judgement
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField, Area, Kind, Status
from service.answers.responses import FieldChange, record_many
from service.judgement import judge_customer
from service.review.submissions import send_in
from tests.pages.house import ANSWER, NO_ANSWERS, TODAY, House, visit, words
from ui.answers.filters import FILTERS
from ui.answers.next_question import following, resume

HERE, HALF = NO_ANSWERS, "Demo kommune D"
SAID: dict[Kind, Value] = {
    Kind.LEVEL: 2,
    Kind.YES_NO: True,
    Kind.SHARE: Share(1, 2),
    Kind.NUMBER: 3.0,
    Kind.DATE: TODAY,
}


def judgement(house: House, name: str) -> Judgement:
    lead = house.lead(name)
    return judge_customer(house.ws, lead, house.customers[name].id, as_of=TODAY).judgement


def shown(app: AppTest) -> list[str]:
    """Ids of the questions on the page, in their order."""
    heads = [str(element.value) for element in app.markdown if "### " in element.value]
    return [head.split("\n")[0].rpartition(":small[")[2].removesuffix("]") for head in heads]


def address(app: AppTest, name: str) -> str:
    held = app.query_params[name]
    return held if isinstance(held, str) else held[0]


def test_the_page_opens_where_one_stopped(house: House) -> None:
    asked = house.questions(HERE)
    factors = house.view(HERE).form.factors
    answered = next(q for q in asked if factors[q.topic] == "F04" and q.kind is Kind.LEVEL)
    house.open_question(answered).radio(key=f"answer.{answered.id}.value").set_value(2).run()
    app = house.open(ANSWER)
    assert app.selectbox(key="answers.factor").value == "F04"
    first = shown(app)[0]
    assert first == resume(house.view(HERE), judgement(house, HERE), "local-lead")
    assert house.answer(HERE, first) == NO_ANSWER
    assert address(app, "sporsmal") == first


def test_an_address_with_a_question_opens_it_in_its_factor(house: House) -> None:
    app = visit(ANSWER, kunde=house.customers[HERE].id, rolle="lead", sporsmal="KO-0403", tema="F01")
    assert shown(app)[0] == "KO-0403"
    assert app.selectbox(key="answers.factor").value == "F04"


def test_an_address_with_a_question_that_is_not_asked_is_as_one_without(house: House) -> None:
    app = visit(ANSWER, kunde=house.customers[HERE].id, rolle="lead", sporsmal="KO-9999", tema="F04")
    assert app.selectbox(key="answers.factor").value == "F04"
    assert "sporsmal" not in app.query_params


def test_the_next_question_without_an_answer_is_shown_first_and_no_one_comes_twice(house: House) -> None:
    app = house.open(ANSWER)
    seen = [shown(app)[0]]
    for _ in range(5):
        app.button(key="next-open").click().run()
        seen.append(shown(app)[0])
    assert len(set(seen)) == 6
    for each in seen:
        assert house.answer(HERE, each) == NO_ANSWER


def test_what_was_answered_since_the_page_was_drawn_is_passed_over(house: House) -> None:
    app = house.open(ANSWER)
    found = following(judgement(house, HERE), [shown(app)[0]])
    question = house.view(HERE).form.questionnaire.by_id[found or ""]
    house.someone_else_says(HERE, question.id, SAID[Kind(question.kind)])
    app.button(key="next-open").click().run()
    assert question.id not in (shown(app)[0], "")


def an_open_one(question: Question, *, due: bool) -> Judged:
    status = Status.UNANSWERED if due else Status.NOT_DUE
    return Judged(
        question,
        NO_ANSWER,
        TODAY,
        None,
        status,
        None,
        None,
        None,
        False,
        None,
        None,
        None,
        0,
        True,
        False,
        False,
        False,
    )


@pytest.mark.parametrize(
    ("due", "given", "expected"),
    [
        ("abc", "", "a"),
        ("abc", "a", "b"),
        ("abc", "b", "c"),
        ("abc", "c", "a"),
        ("abc", "ab", "c"),
        ("ab", "ab", "c"),
        ("ab", "abc", "a"),
        ("a", "abc", "a"),
        ("a", "a", "b"),
        ("abc", "x", "a"),
    ],
)
def test_what_is_due_comes_first_and_all_are_given_before_one_comes_again(
    house: House, due: str, given: str, expected: str
) -> None:
    question = house.questions(HERE)[0]
    asked = {each: an_open_one(question, due=each in due) for each in "abc"}
    assert following(replace(judgement(house, HERE), questions=asked), list(given)) == expected


def test_when_one_is_left_it_is_not_given_again(house: House) -> None:
    only = {"a": an_open_one(house.questions(HERE)[0], due=True)}
    assert following(replace(judgement(house, HERE), questions=only), ["a"]) is None


def test_when_all_is_answered_the_page_says_where_to_go(house: House) -> None:
    own = [question.id for question in house.questions(HERE) if question.from_programme is None]
    reason = [FieldChange(each, AnswerField.NOT_APPLICABLE, "Gjelder ikke oss.") for each in own]
    record_many(house.ws, house.lead(HERE), house.view(HERE).response_id, reason, session="all", edit_no=1)
    app = house.open(ANSWER, tema="F01")
    assert "Alt er besvart" in words(app)
    assert "Send inn til HPAS" in [link.proto.label for link in app.get("page_link")]
    assert [button for button in app.button if button.key == "next-open"] == []


def test_every_filter_stands_in_the_address_and_shows_the_same_from_a_link(house: House) -> None:
    for kept in FILTERS:
        app = house.open(ANSWER, customer=HALF)
        app.selectbox(key="answers.filter").set_value(kept.address).run()
        assert address(app, "vis") == kept.address
        linked = house.open(ANSWER, customer=HALF, vis=kept.address)
        assert shown(linked) == shown(app)
        assert not app.exception


def test_a_link_to_test_shows_questions_of_the_area_test_alone(house: House) -> None:
    asked = house.view(HERE).form.questionnaire.by_id
    found = shown(house.open(ANSWER, vis="test"))
    assert found
    assert all(Area.TESTING in asked[each].areas for each in found)


def test_a_filter_that_does_not_exist_shows_the_factor(house: House) -> None:
    app = house.open(ANSWER, vis="tull", tema="F03")
    assert app.selectbox(key="answers.factor").value == "F03"
    assert "vis" not in app.query_params


def test_what_is_changed_after_sending_in_is_found(house: House) -> None:
    customer = house.customers[HALF]
    view = house.view(HALF)
    send_in(house.ws, house.lead(HALF), customer.id, seen=view.marker, as_of=TODAY, incomplete=True)
    assert shown(house.open(ANSWER, customer=HALF, vis="endret")) == []
    changed = next(q for q in house.questions(HALF) if q.kind is Kind.YES_NO)
    house.someone_else_says(HALF, changed.id, house.answer(HALF, changed.id).value is not True)
    assert shown(house.open(ANSWER, customer=HALF, vis="endret")) == [changed.id]


@pytest.mark.parametrize("text", ["KO-0403", "ko-0403", "0403", " KO-0403 "])
def test_a_search_by_id_finds_the_question_and_opens_it(house: House, text: str) -> None:
    expected = "KO-0403"
    app = house.open(ANSWER, tema="F01")
    app.text_input(key="answers.search").set_value(text).run()
    assert shown(app) == []
    app.button(key=f"found.{expected}").click().run()
    assert shown(app)[0] == expected
    assert app.text_input(key="answers.search").value == ""


def test_a_search_by_words_takes_capital_letters_and_looks_in_the_help(house: House) -> None:
    question = next(q for q in house.questions(HERE) if any(sign in q.help.nb for sign in "æøå"))
    word = max((part for part in question.help.nb.split() if part.isalpha()), key=len)
    app = house.open(ANSWER)
    app.text_input(key="answers.search").set_value(word.upper()).run()
    label = app.button(key=f"found.{question.id}").label
    # Each hit is marked where it stands, and the explanation is shown where the word stands only there.
    hit = f":orange-background[{word}]"
    assert hit.casefold() in f"{label}\n{words(app)}".casefold()


def test_a_search_that_finds_nothing_says_what_to_do(house: House) -> None:
    app = house.open(ANSWER)
    app.text_input(key="answers.search").set_value("xyzzy").run()
    assert "Prøv et annet ord" in words(app)


def test_the_link_on_the_overview_goes_to_where_one_stopped(house: House) -> None:
    app = house.open(customer=HALF)
    link = next(each.proto for each in app.get("page_link") if each.proto.label == "Fortsett egenvurderingen")
    wanted = resume(house.view(HALF), judgement(house, HALF), "local-lead")
    assert f"sporsmal={wanted}" in link.query_string
