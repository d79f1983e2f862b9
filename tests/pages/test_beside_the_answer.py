"""Beside the answer: «vet ikke ennå», what it amounts to, and its history with a way back."""

from streamlit.testing.v1 import AppTest

from scoring.answers import Answer, Matrix, MatrixRow, Share
from scoring.basis import EVERYONE
from scoring.questionnaire import Question
from scoring.vocabulary import Kind, WaitingOn
from service.answers.responses import RevisionKind, history
from service.people.actor import Role
from service.programme.reaches import open_reach
from tests.builders import ADMIN
from tests.pages.house import ANSWER, DAYS_LEFT, NO_ANSWERS, House, visit, words

HERE = NO_ANSWERS


def first(house: House, kind: Kind) -> Question:
    return next(q for q in house.questions(HERE) if q.kind is kind and max(q.steps) >= DAYS_LEFT)


def press(app: AppTest, question: Question, *folds: str) -> AppTest:
    """Have these pressed on the card, and no others."""
    pills = next(each for each in app.button_group if each.key == f"more.{question.id}")
    pills.set_value(list(folds)).run()
    return app


def offered(app: AppTest, question: Question) -> str:
    pills = next(each for each in app.button_group if each.key == f"more.{question.id}")
    return " ".join(option.content for option in pills.proto.options)


def test_what_is_not_known_yet_is_stored_seen_again_and_taken_off_by_an_answer(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = press(house.open_question(question), question, "not_known")
    assert house.answer(HERE, question.id) == Answer(not_known=True)
    assert "Vet ikke ennå" in words(app)
    assert "Vet ikke ennå: 1" in progress(app)
    found = house.open(ANSWER, vis="vet-ikke")
    assert question.title.nb in words(found)

    app.radio(key=f"answer.{question.id}.value").set_value(0).run()
    assert house.answer(HERE, question.id) == Answer(value=0)
    assert "Vet ikke ennå" not in words(app)
    assert "Vet ikke ennå" not in offered(app, question)
    assert "Vet ikke ennå" not in progress(app)
    assert "av en annen" not in words(app)


def progress(app: AppTest) -> str:
    return str(app.get("progress")[0].proto.text)


def test_the_mark_is_taken_off_by_pressing_again_and_other_folds_leave_it(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = press(house.open_question(question), question, "not_known")
    press(app, question, "not_known", "why")
    assert house.answer(HERE, question.id).not_known
    press(app, question, "why")
    assert not house.answer(HERE, question.id).not_known
    press(app, question, "why", "not_known")
    assert house.answer(HERE, question.id).not_known
    assert "av en annen" not in words(app)


def test_the_next_question_is_one_that_is_not_marked(house: House) -> None:
    app = house.open(ANSWER)
    shown = app.query_params["sporsmal"]
    question = house.view(HERE).form.questionnaire.by_id[shown if isinstance(shown, str) else shown[0]]
    press(app, question, "not_known")
    reopened = house.open(ANSWER)
    assert reopened.query_params["sporsmal"] != app.query_params["sporsmal"]


def test_whom_they_wait_on_stands_beside_the_answer(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = press(house.open_question(question), question, "wait")
    app.selectbox(key=f"waiting_on.{question.id}").set_value(WaitingOn.HPAS).run()
    assert house.answer(HERE, question.id).waiting_on is WaitingOn.HPAS


def test_a_viewer_is_told_of_the_mark_and_cannot_press_it(house: House) -> None:
    question = first(house, Kind.LEVEL)
    press(house.open_question(question), question, "not_known")
    app = house.open_question(question, role=Role.VIEWER)
    assert "Vet ikke ennå" in words(app)
    assert "Vet ikke ennå" not in offered(app, question)


def test_the_card_says_what_the_answer_amounts_to(house: House) -> None:
    question = first(house, Kind.SHARE)
    app = house.open_question(question)
    app.text_input(key=f"answer.{question.id}.done").set_value("3").run()
    app.text_input(key=f"answer.{question.id}.all").set_value("8").run()
    told = words(app).replace("\\", "").replace("\u00a0", " ")
    assert "3 av 8 (38 %). Nå forventes" in told


def test_the_history_says_who_when_and_what_and_an_earlier_answer_can_stand_again(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = house.open_question(question)
    for level in (1, 3):
        app.radio(key=f"answer.{question.id}.value").set_value(level).run()
    assert "Lokal bruker" not in words(app)
    press(app, question, "history")
    told = [line for line in words(app).replace("\\", "").splitlines() if "Lokal bruker" in line]
    assert [line.rpartition("Svar: ")[2].replace("\u00a0", " ") for line in told] == ["nivå 3", "nivå 1"]

    (back,) = [button for button in app.button if (button.key or "").startswith(f"undo.{question.id}.")]
    back.click().run()
    assert house.answer(HERE, question.id).value == 1
    assert app.radio(key=f"answer.{question.id}.value").value == 1
    lines = history(house.ws, house.lead(HERE), house.view(HERE).response_id, question.id)
    assert [line.kind for line in lines] == [RevisionKind.EDIT, RevisionKind.EDIT, RevisionKind.RESTORE]
    assert "tatt tilbake" in words(app)
    assert "av en annen" not in words(app)


def test_taking_back_over_what_someone_else_has_said_meanwhile_is_told(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = house.open_question(question)
    for level in (1, 3):
        app.radio(key=f"answer.{question.id}.value").set_value(level).run()
    press(app, question, "history")
    house.someone_else_says(HERE, question.id, 4)
    next(button for button in app.button if (button.key or "").startswith(f"undo.{question.id}.")).click().run()
    assert house.answer(HERE, question.id).value == 1
    assert "av en annen, mens du hadde spørsmålet åpent" in words(app)


def test_the_history_of_a_table_says_the_rows_that_were_changed(house: House) -> None:
    question = first(house, Kind.MATRIX)
    rows = [row.id for row in question.fixed_rows[:2]] if question.fixed_rows else ["A", "B"]  # type: ignore[union-attr]
    one, two = (MatrixRow(row, Share(1, 4)) for row in rows)
    house.someone_else_says(HERE, question.id, Matrix((one, two)))
    house.someone_else_says(HERE, question.id, Matrix((MatrixRow(rows[0], Share(3, 4)), two)))
    app = press(house.open_question(question), question, "history")
    told = [line for line in words(app).splitlines() if "Lokal bruker" in line]
    assert told[0].count(" av ") == 1
    assert told[1].count(" av ") == 2


def test_a_viewer_sees_the_history_without_a_way_back(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = house.open_question(question)
    for level in (1, 3):
        app.radio(key=f"answer.{question.id}.value").set_value(level).run()
    seen = press(house.open_question(question, role=Role.VIEWER), question, "history")
    assert words(seen).count("Lokal bruker") == 2
    assert not [button for button in seen.button if (button.key or "").startswith("undo.")]


def test_what_hpas_is_asked_is_there_in_english_and_what_customers_are_asked_is_not(house: House) -> None:
    everyone = open_reach(house.ws, ADMIN, EVERYONE)
    asked = everyone.form.questionnaire.questions[0]
    app = visit(ANSWER, kunde=everyone.customer.id, rolle=Role.PROGRAMME.value, tema=everyone.form.factors[asked.topic])
    held = house.ws.english.texts[asked.id]
    assert held.help not in words(app)
    press(app, asked, "english")
    assert held.title in words(app)
    assert held.help in words(app)
    assert f"**Next step:** {held.action}" in words(app)

    own = first(house, Kind.LEVEL)
    assert "In English" not in offered(house.open_question(own), own)
