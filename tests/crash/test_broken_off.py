"""A save, an import and a restore are all or nothing, at whichever statement they are broken off, on both engines."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from typing import Any

import pytest
from sqlalchemy import event, select

from scoring.vocabulary import AnswerField
from service.answers.responses import FieldChange, RevisionKind, history, record_many, restore
from service.people.actor import Actor
from service.workspace import Workspace
from storage.engines.database import Database
from storage.tables import metadata
from storage.verification import verify
from tests.builders import municipality, record, workspace

COMMENT = AnswerField.COMMENT
Work = Callable[[Workspace, Actor, str], object]


class Stop(BaseException):
    """As Streamlit stops a script: not an Exception."""


def _save(ws: Workspace, lead: Actor, response_id: str) -> object:
    return record(ws, lead, response_id, "Q-LEVEL", COMMENT, "new", base_version=1, session="B", edit_no=1)


def _import(ws: Workspace, lead: Actor, response_id: str) -> object:
    changes = [FieldChange(question_id, COMMENT, "new") for question_id in ("Q-LEVEL", "Q-YESNO", "Q-DATE")]
    return record_many(ws, lead, response_id, changes, session="i", edit_no=1, kind=RevisionKind.IMPORT)


def _restore(ws: Workspace, lead: Actor, response_id: str) -> object:
    first = history(ws, lead, response_id, "Q-LEVEL")[0]
    return restore(ws, lead, response_id, first.id, base_version=2, session="C", edit_no=1)


WORK: dict[str, Work] = {"save": _save, "import": _import, "restore": _restore}


@pytest.mark.parametrize("error", [Stop, RuntimeError])
@pytest.mark.parametrize("when", ["before_cursor_execute", "after_cursor_execute", "commit"])
@pytest.mark.parametrize("work", WORK.values(), ids=WORK.keys())
def test_it_is_all_or_nothing_wherever_it_is_broken_off(
    address: str, work: Work, when: str, error: type[BaseException]
) -> None:
    with workspace(address) as ws:
        lead, response_id = municipality(ws)
        for number, text in enumerate(("first", "second"), start=1):
            record(
                ws, lead, response_id, "Q-LEVEL", COMMENT, text, base_version=number - 1, session="A", edit_no=number
            )
        before = _stored(ws.database)
        for at in count(1):
            with _breaking_off(ws.database, when, at, error) as broken, suppress(error):
                work(ws, lead, response_id)
            if not broken:
                break
            assert _stored(ws.database) == before
        assert _stored(ws.database) != before
        assert verify(ws.database).findings == ()
    assert at > (1 if when == "commit" else 5)


@contextmanager
def _breaking_off(database: Database, when: str, at: int, error: type[BaseException]) -> Iterator[list[int]]:
    """Raise `error` at the statement (or commit) number `at`; tells whether it came to that."""
    broken: list[int] = []
    numbers = count(1)

    def stop(*_: Any) -> None:
        if next(numbers) == at:
            broken.append(at)
            raise error

    event.listen(database.engine, when, stop)
    try:
        yield broken
    finally:
        event.remove(database.engine, when, stop)


def _stored(database: Database) -> dict[str, list[Any]]:
    with database.reading() as connection:
        return {table.name: sorted(map(repr, connection.execute(select(table)))) for table in metadata.sorted_tables}
