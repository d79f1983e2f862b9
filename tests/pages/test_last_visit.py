"""Oversikt says what has changed since the reader was last here, whoever sent in what; and is read when it cannot be noted."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from scoring.vocabulary import Kind
from service.people.actor import Role
from storage.answers.tables import visit
from tests.pages.house import House, words
from tests.pages.test_not_saved import full_disk
from tests.pages.test_transactions import NAME, with_login


def hours_go_by(house: House, number: int) -> None:
    with house.ws.database.writing() as connection:
        connection.execute(update(visit).values(read_at=datetime.now(UTC) - timedelta(hours=number)))


def test_what_a_colleague_has_said_since_one_left_is_told_on_oversikt(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_login(house, monkeypatch, Role.LEAD)
    assert "Siden du var her sist" not in words(house.open(customer=NAME))
    own = (q for q in house.questions(NAME) if q.kind is Kind.YES_NO and q.from_programme is None)
    asked = next(q for q in own if house.answer(NAME, q.id).value is not None)
    house.someone_else_says(NAME, asked.id, True)
    # The same visit: nothing is said, for nothing was left.
    assert "Siden du var her sist" not in words(house.open(customer=NAME))
    hours_go_by(house, 3)
    assert "Siden du var her sist" not in words(house.open(customer=NAME))
    house.someone_else_says(NAME, asked.id, False)
    hours_go_by(house, 5)
    app = house.open(customer=NAME)
    assert "Siden du var her sist" in words(app)
    assert "er dårligere" in words(app)
    # Drawn anew it is still the same visit, and the change can be opened.
    app.session_state["since-visit"] = True
    app.run()
    assert list(app.dataframe[0].value["Spørsmål"]) == [asked.title.nb]


def test_a_full_disk_keeps_nobody_from_reading(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with_login(house, monkeypatch, Role.LEAD)
    house.open(customer=NAME)
    hours_go_by(house, 5)
    with full_disk(house):
        app = house.open(customer=NAME)
    assert [error.message for error in app.exception] == []
    assert "Siden du var her sist" in words(app)
