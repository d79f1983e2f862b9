"""A save that fails for a real cause: it is told, what was typed stays, nothing else is lost, and the next one works."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event
from streamlit.testing.v1 import AppTest

from scoring.questionnaire import Question
from scoring.vocabulary import Kind
from tests.pages.house import NO_ANSWERS, House, words
from tests.pages.test_answering import first, opened

LONG = "Dette er lenge siden. " * 400


@contextmanager
def connections_with(engine: Engine, *settings: str) -> Iterator[None]:
    """Every connection of the app gets these settings of SQLite, until the block ends."""

    def configure(connection: Any, _record: object) -> None:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")

    event.listen(engine, "connect", configure)
    engine.dispose()
    try:
        yield
    finally:
        event.remove(engine, "connect", configure)
        engine.dispose()


def read_only(house: House) -> AbstractContextManager[None]:
    return connections_with(house.ws.database.engine, "query_only=1")


def full_disk(house: House) -> AbstractContextManager[None]:
    """SQLite may not take one page more than it has."""
    with closing(sqlite3.connect(house.path)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    return connections_with(house.ws.database.engine, f"max_page_count={pages}")


@contextmanager
def held_by_another(house: House) -> Iterator[None]:
    """Another connection writes and does not let go; the app does not wait its 30 seconds."""
    engine = house.ws.database.engine
    with (
        closing(sqlite3.connect(house.path, isolation_level=None)) as other,
        connections_with(engine, "busy_timeout=0"),
    ):
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def moved_away(house: House) -> Iterator[None]:
    """Someone moves the file while it is open: writing would go on into a file nobody finds."""
    elsewhere = house.path.with_suffix(".moved")
    house.path.rename(elsewhere)
    yield
    elsewhere.rename(house.path)


CAUSES = [
    (read_only, "databasen kan leses"),
    (full_disk, "disken er full"),
    (held_by_another, "databasen er opptatt"),
    (moved_away, "databasefilen finnes ikke"),
]
Cause = Callable[[House], AbstractContextManager[None]]


def page_with_the_comment_open(house: House) -> tuple[AppTest, Question]:
    question = first(house, Kind.LEVEL)
    return opened(house.open_question(question), question), question


@pytest.mark.parametrize(("cause", "said"), CAUSES)
def test_what_was_typed_stays_and_the_next_save_works(house: House, cause: Cause, said: str) -> None:
    app, question = page_with_the_comment_open(house)
    key = f"comment.{question.id}"
    with cause(house):
        app.text_area(key=key).set_value(LONG).run()
        assert [error.message for error in app.exception] == []
        assert "**Ikke lagret.**" in words(app)
        assert said in words(app)
        assert app.text_area(key=key).value == LONG
        assert house.answer(NO_ANSWERS, question.id).comment is None

    app.text_area(key=key).set_value("Kort.").run()
    assert house.answer(NO_ANSWERS, question.id).comment == "Kort."
    assert "Ikke lagret" not in words(app)


@pytest.mark.parametrize(("cause", "said"), CAUSES)
def test_trying_again_saves_what_stands_in_the_field(house: House, cause: Cause, said: str) -> None:
    app, question = page_with_the_comment_open(house)
    with cause(house):
        app.text_area(key=f"comment.{question.id}").set_value(LONG).run()
        app.button(key=f"retry.{question.id}.comment").click().run()
        assert said in words(app)
    app.button(key=f"retry.{question.id}.comment").click().run()
    assert house.answer(NO_ANSWERS, question.id).comment == LONG.strip()
    assert "Ikke lagret" not in words(app)


def test_an_answer_that_was_not_saved_does_not_count(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = house.open_question(question)
    with read_only(house):
        app.radio(key=f"answer.{question.id}.value").set_value(4).run()
        assert app.radio(key=f"answer.{question.id}.value").value == 4
        assert "0 av " in str(app.get("progress")[0].proto.text)
        assert "**Ikke lagret.**" in words(app)
    app.button(key=f"retry.{question.id}.value").click().run()
    assert house.answer(NO_ANSWERS, question.id).value == 4


def test_an_answer_stored_before_is_still_there_after_a_save_that_failed(house: House) -> None:
    question = first(house, Kind.LEVEL)
    app = house.open_question(question)
    app.radio(key=f"answer.{question.id}.value").set_value(1).run()
    with read_only(house):
        app.radio(key=f"answer.{question.id}.value").set_value(4).run()
    assert house.answer(NO_ANSWERS, question.id).value == 1


@pytest.mark.parametrize("text", ["Før\x00etter", "\x1b[31mrødt"])
def test_text_that_cannot_be_stored_is_told_and_stays(house: House, text: str) -> None:
    app, question = page_with_the_comment_open(house)
    app.text_area(key=f"comment.{question.id}").set_value(text).run()
    assert "**Ikke lagret.**" in words(app)
    assert app.text_area(key=f"comment.{question.id}").value == text
    assert house.answer(NO_ANSWERS, question.id).comment is None
