"""The chain that makes the history tell when it was tampered with, and the seal on every answer.

A revision carries the hash of the one before it in the same response and its own; the response carries how many
there are and the last hash, so that a missing end is seen too. It shows what was changed by anyone who does not
work the whole chain out anew; it keeps nobody out.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    bindparam,
    func,
    literal_column,
    select,
    update,
)

from storage import facts
from storage.tables import answer_revision, response

REVISION = (
    "id",
    "response_id",
    "question_id",
    "field",
    "version",
    "content",
    "actor",
    "session",
    "edit_no",
    "base_version",
    "kind",
    "at",
    "prev_hash",
)
ANSWER = (
    "response_id",
    "question_id",
    "field",
    "content",
    "version",
    "session",
    "edit_no",
    "updated_by",
    "updated_at",
)


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain of a response ends; `next_id` is the number the next revision gets."""

    response_id: str
    revisions: int
    hash: str
    next_id: int


def revision_hash(row: Mapping[Any, Any]) -> str:
    """The hash of a revision, over everything it says and the hash before it."""
    return _hash("revision", [row[name] for name in REVISION])


def answer_hash(row: Mapping[Any, Any]) -> str:
    """The seal of an answer as it stands."""
    return _hash("answer", [row[name] for name in ANSWER])


def hold(connection: Connection, response_id: str) -> Head:
    """The end of the chain, held until the transaction ends: nobody else writes in this response meanwhile."""
    row = connection.execute(_end(connection.dialect.name), {"wanted": response_id}).one()
    return Head(response_id, row[0], row[1], row[2])


def append(connection: Connection, head: Head, said: Mapping[str, Any]) -> None:
    """Add a revision at the end of the chain."""
    row = {**said, "id": head.next_id, "response_id": head.response_id, "prev_hash": head.hash}
    row["hash"] = revision_hash(row)
    facts.add(connection, answer_revision, row)
    connection.execute(_ENDING, {"wanted": head.response_id, "count": head.revisions + 1, "end": row["hash"]})


_ENDING = (
    update(response)
    .where(response.c.id == bindparam("wanted"))
    .values(revisions=bindparam("count"), head=bindparam("end"))
)


@cache
def _end(dialect: str) -> Select[Any]:
    query = select(response.c.revisions, response.c.head, _next_id(dialect))
    return query.where(response.c.id == bindparam("wanted")).with_for_update()


def _next_id(dialect: str) -> ColumnElement[int]:
    """The id is part of the hash, so it must be known before the row is written."""
    if dialect == "postgresql":
        return func.nextval("answer_revision_id_seq", type_=Integer)
    last = "(SELECT seq FROM sqlite_sequence WHERE name = 'answer_revision')"
    return literal_column(f"coalesce({last}, 0) + 1", Integer)


def _hash(kind: str, values: list[Any]) -> str:
    plain = [value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value for value in values]
    return sha256(json.dumps([kind, *plain], separators=(",", ":")).encode()).hexdigest()
