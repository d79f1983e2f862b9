"""Saving for tests of storage: a database with one response, and edits."""

from collections import Counter
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, insert, select

from scoring.vocabulary import AnswerField, CustomerType
from storage import records
from storage.answers.rows import Edit
from storage.engines.database import Database, open_database
from storage.records import CustomerRow
from storage.tables import RevisionKind, answer, answer_revision, customer, questionnaire_form, response
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


def add_rows_as_they_were(connection: Connection) -> None:
    """The same in a schema from before: only the columns that every one of them has, and nothing said to a chain."""
    form = sha256(b"{}").hexdigest()
    kind = CustomerType.MUNICIPALITY.value
    of_customer = {"id": "c1", "name": "Kommune A", "customer_type": kind, "invented": True, "created_at": AT}
    connection.execute(insert(customer).values(of_customer))
    connection.execute(insert(questionnaire_form).values(fingerprint=form, customer_type=kind, body="{}"))
    of_response = {"id": RESPONSE, "customer_id": "c1", "fingerprint": form, "created_at": AT, "created_by": "a"}
    connection.execute(insert(response).values(of_response))


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
