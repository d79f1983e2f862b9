"""Saving for tests of storage: a database with one response, edits, and a process that saves until it is killed."""

import os
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import Thread

from scoring.words import AnswerField, CustomerType
from storage import answer_rows, records
from storage.answer_rows import Edit
from storage.database import Database, open_database
from storage.records import CustomerRow
from storage.tables import RevisionKind

RESPONSE = "r1"
AT = datetime(2027, 1, 1, 12, tzinfo=UTC)


def address(path: Path) -> str:
    return f"sqlite:///{path}"


def an_event(at: datetime | None = None) -> dict[str, object]:
    """A line of the audit log, the cheapest row there is."""
    return {"at": at or AT, "actor": "a", "operation": "o", "object": "x" * 100, "outcome": "done"}


def events(database: Database) -> int:
    with database.reading() as connection:
        return len(records.audit_log(connection))


def new_database(path: Path) -> Database:
    """A new database with one customer and one response, `RESPONSE`."""
    database = open_database(address(path), create=True)
    with database.writing() as connection:
        records.add_customer(connection, CustomerRow("c1", "Kommune A", CustomerType.MUNICIPALITY, None, True, AT))
        records.keep_form(connection, "f1", CustomerType.MUNICIPALITY, "{}")
        records.add_response(connection, RESPONSE, "c1", "f1", actor="a", at=AT)
    return database


def an_edit(
    session: str,
    edit_no: int,
    content: str | None,
    *,
    base_version: int | None = 0,
    question_id: str = "Q-1",
    field: AnswerField = AnswerField.VALUE,
) -> Edit:
    return Edit(question_id, field, content, base_version, session, edit_no, session, AT, RevisionKind.EDIT)


def save_until_killed(path: Path, told: Path, run: int) -> None:
    """Four people save; what was saved is told to the file `told`, a line each, after the save has returned."""
    database = open_database(address(path))
    file = os.open(told, os.O_WRONLY | os.O_APPEND)

    def person(number: int) -> None:
        for turn in count():
            content = f"{run}/{number}/{turn}"
            with database.writing() as connection:
                edit = an_edit(f"{run}-{number}", turn, content, question_id=f"Q-{number % 2}")
                answer_rows.write(connection, RESPONSE, edit)
            os.write(file, f"{content}\n".encode())

    people = [Thread(target=person, args=(number,)) for number in range(4)]
    for thread in people:
        thread.start()
    for thread in people:
        thread.join()
