"""Answering: what is clicked or typed is on disk at once, said to be saved, and there again when one comes back."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from scoring.answers import Share, Value
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField, Kind, WaitingOn
from service.answers.responses import history
from service.people.actor import Role
from tests.pages.house import ANSWER, DAYS_LEFT, METHOD, NO_ANSWERS, House, visit, words

HERE = NO_ANSWERS
# The search of the answers, and the switch between the languages.
ALWAYS_OPEN = ("answers.search", "switch.language")
Give = Callable[[AppTest, str], Any]


def first(house: House, kind: Kind) -> Question:
    """A question of this kind whose input is on its page when nothing is answered."""
    for question in house.questions(HERE):
        # What is not expected for a long time yet lies folded away.
        if question.kind is kind and max(question.steps) >= DAYS_LEFT:
            return question
    raise LookupError(kind)


def typed(part: str, text: str) -> Give:
    return lambda app, question: app.text_input(key=f"answer.{question}.{part}").set_value(text)


def chosen(option: object) -> Give:
    return lambda app, question: app.radio(key=f"answer.{question}.value").set_value(option)


GIVEN: list[tuple[Kind, list[Give], Value]] = [
    (Kind.LEVEL, [chosen(0)], 0),
    (Kind.LEVEL, [chosen(3), chosen(4)], 4),
    (Kind.YES_NO, [chosen(True)], True),
    (Kind.YES_NO, [chosen(True), chosen(False)], False),
    (Kind.SHARE, [typed("done", "3"), typed("all", "12")], Share(3, 12)),
    (Kind.SHARE, [typed("done", "0"), typed("all", "2,0")], Share(0, 2)),
    (Kind.SHARE, [typed("done", "3")], Share(3, None)),
    (Kind.SHARE, [typed("all", "1\N{NO-BREAK SPACE}200")], Share(None, 1200)),
    (Kind.NUMBER, [typed("value", "2,5")], 2.5),
    (Kind.NUMBER, [typed("value", "0")], 0.0),
    (Kind.DATE, [typed("value", "2.11.2026")], date(2026, 11, 2)),
    (Kind.DATE, [typed("value", "2. november 2026")], date(2026, 11, 2)),
]


@pytest.mark.parametrize(("kind", "steps", "stored"), GIVEN)
def test_what_is_given_is_stored_said_to_be_saved_and_there_again(
    house: House, kind: Kind, steps: list[Give], stored: Value
) -> None:
    question = first(house, kind)
    app = house.open_question(question)
    for give in steps:
        give(app, question.id)
        app.run()
    assert house.answer(HERE, question.id).value == stored
    assert "Lagret" in words(app)
    assert [error.message for error in app.exception] == []

    app.switch_page(METHOD).run()
    app.switch_page(ANSWER).run()
    assert held(house.open_question(question), question) == held(app, question)
    assert set(held(app, question)) != {None}


def held(app: AppTest, question: Question) -> list[object]:
    """What the inputs of the question hold on the screen."""
    keys = {f"answer.{question.id}.{part}" for part in ("value", "done", "all")}
    inputs = [*app.radio, *app.text_input]
    return [widget.value for widget in inputs if widget.key in keys]


# Part of the input, what is typed, what is said of it; nothing of it is stored, and it stays as it was typed.
NOT_UNDERSTOOD = [
    (Kind.SHARE, "done", "ca 3", "«ca 3» er ikke et tall"),
    (Kind.SHARE, "done", "75 %", "«75 %» er prosent"),
    (Kind.SHARE, "done", "-2", "utenfor 0"),
    (Kind.SHARE, "done", "2e2", "eksponent"),
    (Kind.SHARE, "done", "1.200", "kan leses på to måter"),
    (Kind.SHARE, "done", "3,5", "«3,5» er ikke et helt tall"),
    (Kind.SHARE, "done", "24", "ikke være flere ferdige enn det er i alt (24 av 12)"),
    (Kind.SHARE, "all", "0", "kan ikke være «0»"),
    (Kind.NUMBER, "value", "om lag 4", "ikke et tall"),
    (Kind.DATE, "value", "31.02.2026", "finnes ikke i kalenderen"),
    (Kind.DATE, "value", "3.4.26", "bare to sifre i året"),
]


@pytest.mark.parametrize(("kind", "part", "text", "said"), NOT_UNDERSTOOD)
def test_what_is_not_understood_is_said_kept_as_it_was_typed_and_not_stored(
    house: House, kind: Kind, part: str, text: str, said: str
) -> None:
    question = first(house, kind)
    app = house.open_question(question)
    if kind is Kind.SHARE:
        for give in (typed("done", "3"), typed("all", "12")):
            give(app, question.id).run()
    before = house.answer(HERE, question.id).value
    typed(part, text)(app, question.id).run()
    told = words(app).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")
    assert "Ikke lagret" in told
    assert said in told
    assert house.answer(HERE, question.id).value == before

    app.switch_page(METHOD).run()
    app.switch_page(ANSWER).run()
    assert text in held(app, question)
    assert "Ikke lagret" in words(app)


def test_half_a_share_says_what_is_missing(house: House) -> None:
    question = first(house, Kind.SHARE)
    app = house.open_question(question)
    app.text_input(key=f"answer.{question.id}.done").set_value("3")
    app.run()
    assert "Skriv begge tallene" in words(app)
    app.text_input(key=f"answer.{question.id}.all").set_value("4")
    app.run()
    assert "Skriv begge tallene" not in words(app)


def test_the_progress_counts_the_answer_at_once(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = house.open_question(question)
    assert re.fullmatch(r"0 av \d+ spørsmål besvart, 0 av \d+ i dette temaet", progress(app))
    app.radio(key=f"answer.{question.id}.value").set_value(2)
    app.run()
    assert re.fullmatch(r"1 av \d+ spørsmål besvart, 1 av \d+ i dette temaet", progress(app))


def progress(app: AppTest) -> str:
    return str(app.get("progress")[0].proto.text)


def opened(app: AppTest, question: Question) -> AppTest:
    """The same page with all that can be opened on the card."""
    app.session_state[f"more.{question.id}"] = ["wait", "left_out", "more", "why", "history"]
    return app.run()


TEXTS = [
    (AnswerField.COMMENT, "Vi er i gang, men **mangler** folk ![x](http://sporer.example/x.png)"),
    (AnswerField.EVIDENCE, "https://prosjektrom.example/plan"),
    (AnswerField.NOT_APPLICABLE, "Vi kjøper tjenesten av nabokommunen."),
]


@pytest.mark.parametrize(("field", "text"), TEXTS)
def test_what_is_written_about_an_answer_is_stored_and_can_be_taken_away(
    house: House, field: AnswerField, text: str
) -> None:
    question = first(house, Kind.LEVEL)
    app = opened(house.open_question(question), question)
    app.text_area(key=f"{field.value}.{question.id}").set_value(f"  {text}\n").run()
    assert getattr(house.answer(HERE, question.id), field.value) == text
    assert "Lagret" in words(app)
    assert "sporer.example" not in "".join(str(m.value) for m in (*app.markdown, *app.caption, *app.info))

    app.text_area(key=f"{field.value}.{question.id}").set_value("").run()
    assert getattr(house.answer(HERE, question.id), field.value) is None


def test_whom_they_wait_on_is_stored_and_told_while_the_box_is_closed(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = opened(house.open_question(question), question)
    app.selectbox(key=f"waiting_on.{question.id}").set_value(WaitingOn.EPIC).run()
    assert house.answer(HERE, question.id).waiting_on is WaitingOn.EPIC
    assert "Venter på Epic" in words(house.open_question(question))


def test_not_applicable_hides_the_input_and_taking_it_back_shows_it_with_the_answer(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = house.open_question(question)
    app.radio(key=f"answer.{question.id}.value").set_value(3).run()
    reason = f"not_applicable.{question.id}"
    opened(app, question).text_area(key=reason).set_value("Gjelder ikke oss.").run()
    assert held(app, question) == []
    assert "ikke er aktuelt" in words(app)

    app.text_area(key=reason).set_value("").run()
    assert held(app, question) == [3]


@pytest.mark.parametrize("kind", [Kind.LEVEL, Kind.SHARE, Kind.NUMBER, Kind.DATE])
def test_an_answer_that_is_removed_is_unanswered_again_and_stays_in_the_history(house: House, kind: Kind) -> None:
    question = first(house, kind)
    app = house.open_question(question)
    steps, _ = next((steps, stored) for found, steps, stored in GIVEN if found is kind)
    for give in steps:
        give(app, question.id)
        app.run()
    before = house.answer(HERE, question.id).value
    opened(app, question).button(key=f"clear.{question.id}").click().run()

    assert house.answer(HERE, question.id).value is None
    assert set(held(app, question)) <= {None, ""}
    told = history(house.ws, house.lead(HERE), house.view(HERE).response_id, question.id)
    assert before in [line.content for line in told]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.REVIEWER, Role.ADMIN])
def test_who_may_only_read_gets_locked_inputs(house: House, role: Role) -> None:
    for question in {first(house, kind).id: first(house, kind) for kind, _, _ in GIVEN}.values():
        app = opened(house.open_question(question, role=role), question)
        inputs = [each for each in (*app.radio, *app.text_input, *app.text_area) if each.key not in ALWAYS_OPEN]
        assert inputs
        assert all(widget.disabled for widget in inputs)
        assert not [button for button in app.button if button.key == f"clear.{question.id}"]


@pytest.mark.parametrize("role", [Role.LEAD, Role.CONTRIBUTOR])
def test_who_may_answer_gets_open_inputs(house: House, role: Role) -> None:
    app = house.open_question(first(house, Kind.LEVEL), role=role)
    assert not any(widget.disabled for widget in [*app.radio, *app.text_input])


def test_someone_elses_edit_is_told_and_can_be_taken_back(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = house.open_question(question)
    house.someone_else_says(HERE, question.id, 1)
    app.radio(key=f"answer.{question.id}.value").set_value(3).run()

    assert house.answer(HERE, question.id).value == 3
    assert "av en annen, mens du hadde spørsmålet åpent" in words(app)
    assert "nivå\N{NO-BREAK SPACE}1" in [text.value for text in app.text]

    app.button(key=f"restore.{question.id}.value").click().run()
    assert house.answer(HERE, question.id).value == 1
    assert held(app, question) == [1]
    assert "av en annen" not in words(app)


def test_ones_own_later_edits_are_no_conflict(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = house.open_question(question)
    for level in (1, 2, 3):
        app.radio(key=f"answer.{question.id}.value").set_value(level).run()
    assert "av en annen" not in words(app)


def test_another_customer_in_the_same_tab_never_shows_the_answers_of_the_first(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = house.open_question(question)
    app.radio(key=f"answer.{question.id}.value").set_value(2).run()
    other = "Demo kommune B"
    stored = house.answer(other, question.id).value
    app.selectbox(key="switch.customer").set_value(house.customers[other].id).run()
    assert held(app, question) == [stored]
    assert house.answer(other, question.id).value == stored


def first_card(app: AppTest) -> str:
    return next(str(element.value) for element in app.markdown if "### " in element.value)


def test_an_address_with_a_theme_opens_that_theme(house: House) -> None:
    app = visit(ANSWER, kunde=house.customers[HERE].id, rolle="lead", tema="F04")
    assert app.selectbox(key="answers.factor").value == "F04"
