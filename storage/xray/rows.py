"""What was said to findings as rows, and how levels have come to be what they are: plain reading and adding."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from scoring.vocabulary import AnswerField
from storage import facts
from storage.tables import RevisionKind, answer_revision
from storage.xray.tables import finding_answer


@dataclass(frozen=True, slots=True)
class FindingAnswerRow:
    response_id: str
    rule_id: str
    basis: str
    reason: str
    actor: str
    at: datetime


def add_finding_answer(connection: Connection, row: FindingAnswerRow) -> None:
    facts.add(connection, finding_answer, {name: getattr(row, name) for name in FindingAnswerRow.__slots__})


def finding_answers(connection: Connection, response_id: str) -> list[FindingAnswerRow]:
    """All that was said, the oldest first."""
    query = select(finding_answer).where(finding_answer.c.response_id == response_id).order_by(finding_answer.c.id)
    names = FindingAnswerRow.__slots__
    return [FindingAnswerRow(*(getattr(row, name) for name in names)) for row in connection.execute(query)]


def values_over_time(
    connection: Connection, response_id: str, questions: Collection[str]
) -> list[tuple[str, str | None, datetime]]:
    """(question, value as it was stored, when) of each save that became the current answer, the oldest first."""
    said = answer_revision.c
    query = (
        select(said.question_id, said.content, said.at)
        .where(said.response_id == response_id, said.field == AnswerField.VALUE, said.version.is_not(None))
        .where(said.question_id.in_(list(questions)), said.kind != RevisionKind.CONFIRM)
        .order_by(said.id)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]
