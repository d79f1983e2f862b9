"""Saving for tests of storage: a database with one response, and edits."""

from collections import Counter
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, select

from scoring.vocabulary import AnswerField, CustomerType
from storage import records
from storage.answers.rows import Edit
from storage.engines.database import Database, open_database
from storage.records import CustomerRow
from storage.tables import RevisionKind, answer, answer_revision
from storage.verification import verify

RESPONSE = "r1"
AT = datetime(2027, 1, 1, 12, tzinfo=UTC)


def address_of(path: Path) -> str:
    return f"sqlite:///{path}"


def an_event(at: datetime | None = None) -> dict[str, object]:
    """A line of the audit log, the cheapest row there is."""
    return {"at": at or AT, "actor": "a", "operation": "o", "object": "x" * 100, "outcome": "done"}


def events(database: Database) -> int:
    with database.reading() as connection:
        return len(records.audit_log(connection))


def new_database(address: str) -> Database:
    """A new database with one customer and one response, `RESPONSE`."""
    database = open_database(address, create=True)
    add_response(database)
    return database


def add_response(database: Database) -> None:
    with database.writing() as connection:
        add_rows(connection)


def add_rows(connection: Connection) -> None:
    """A customer and its response, `RESPONSE`."""
    records.add_customer(connection, CustomerRow("c1", "Kommune A", CustomerType.MUNICIPALITY, None, True, AT))
    form = sha256(b"{}").hexdigest()
    records.keep_form(connection, form, CustomerType.MUNICIPALITY, "{}")
    records.add_response(connection, RESPONSE, "c1", form, actor="a", at=AT)


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


def revisions_per_question(database: Database) -> Counter[str]:
    """How many there are; the versions are 1..n without a gap, each answer is its last revision, and nothing is amiss."""
    with database.reading() as connection:
        rows = connection.execute(select(answer_revision).order_by(answer_revision.c.id)).all()
        current = {row.question_id: row for row in connection.execute(select(answer))}
    number = Counter(row.question_id for row in rows)
    for question_id, revisions in number.items():
        own = [row for row in rows if row.question_id == question_id]
        assert [row.version for row in own] == list(range(1, revisions + 1))
        assert (current[question_id].content, current[question_id].version) == (own[-1].content, revisions)
    assert verify(database).findings == ()
    return number
