"""Answers as rows, one per question and field, and the rules of saving one: nothing typed is ever refused or lost.

Last write wins per field. An older edit of the same session is kept as `superseded`; a write over something the
writer had not seen is kept as `conflict` and tells what stood there. Content is text as it is stored.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, func, select

from scoring.vocabulary import AnswerField
from storage.answers import chain
from storage.records import put
from storage.tables import RevisionKind, answer, answer_revision


class Outcome(StrEnum):
    SAVED = "saved"
    UNCHANGED = "unchanged"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Edit:
    """What someone wants a field to be. `base_version`: what they saw, 0 for nothing, None when they saw nothing."""

    question_id: str
    field: AnswerField
    content: str | None
    base_version: int | None
    session: str
    edit_no: int
    actor: str
    at: datetime
    kind: RevisionKind


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field as it stands. A version of 0 means that nothing has been said."""

    response_id: str
    question_id: str
    field: AnswerField
    content: str | None
    version: int
    session: str
    edit_no: int
    updated_by: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Written:
    """`overwritten` is what stood there when the writer had not seen it."""

    outcome: Outcome
    version: int
    overwritten: FieldRow | None = None


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One line of the history. `version` is None when it never became the current answer."""

    id: int
    question_id: str
    field: AnswerField
    version: int | None
    content: str | None
    actor: str
    session: str
    edit_no: int
    base_version: int | None
    kind: RevisionKind
    at: datetime


_SAID = select(answer).where(answer.c.response_id == bindparam("wanted"), answer.c.version > 0)
_SAID_OF_ONE = _SAID.where(answer.c.question_id == bindparam("asked"))
_ONE = select(answer).where(
    answer.c.response_id == bindparam("wanted"),
    answer.c.question_id == bindparam("asked"),
    answer.c.field == bindparam("part"),
)


def write(connection: Connection, response_id: str, edit: Edit) -> Written:
    """Save one field. The response is held meanwhile, so nobody writes between the reading and the writing."""
    head = chain.hold(connection, response_id)
    now = current(connection, response_id, edit)
    version = now.version if now else 0
    if now and edit.edit_no < _latest_edit(connection, now, edit):
        if now.content != edit.content:
            _append(connection, head, edit, version=None, kind=RevisionKind.SUPERSEDED)
        return Written(Outcome.SUPERSEDED, version)
    if (now.content if now else None) == edit.content:
        _note(connection, response_id, edit, now)
        return Written(Outcome.UNCHANGED, version)
    unseen = now is not None and now.session != edit.session and edit.base_version not in (None, version)
    version += 1
    _put(connection, response_id, edit, version)
    _append(connection, head, edit, version=version, kind=RevisionKind.CONFLICT if unseen else edit.kind)
    return Written(Outcome.SAVED, version, now if unseen else None)


def confirm(connection: Connection, response_id: str, edit: Edit) -> Written | None:
    """Say once more what stands: a revision of its own, with who and when; `None` when something else stands there now."""
    head = chain.hold(connection, response_id)
    now = current(connection, response_id, edit)
    if now is None or now.content is None or now.content != edit.content or now.version != edit.base_version:
        return None
    _put(connection, response_id, edit, now.version + 1)
    _append(connection, head, edit, version=now.version + 1, kind=RevisionKind.CONFIRM)
    return Written(Outcome.SAVED, now.version + 1)


def given_at(connection: Connection, response_id: str, fields: Collection[AnswerField]) -> dict[str, datetime]:
    """Question -> when one of these fields was last said something else in; that someone stood by it is not counted."""
    said = answer_revision.c
    query = (
        select(said.question_id, func.max(said.at))
        .where(said.response_id == response_id, said.version.is_not(None), said.kind != RevisionKind.CONFIRM)
        .where(said.field.in_([field.value for field in fields]))
        .group_by(said.question_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def written_before(connection: Connection, response_id: str, edits: Collection[Edit]) -> list[Written] | None:
    """What came of these edits when they are in the history already; None when none of them is.

    Asked when the word of a save was lost with the connection, so that the save is not made twice.
    """
    chain.hold(connection, response_id)
    found = [_revision_of_edit(connection, response_id, edit) for edit in edits]
    if not any(found):
        return None
    return [_written(connection, response_id, edit, row) for edit, row in zip(edits, found, strict=True)]


def fields_of(connection: Connection, response_id: str, question_id: str | None = None) -> list[FieldRow]:
    """Every field of the response, or of one question in it, that someone has said something in, now empty or not."""
    query, which = (_SAID, {}) if question_id is None else (_SAID_OF_ONE, {"asked": question_id})
    return [_field(row) for row in connection.execute(query, {"wanted": response_id, **which}).all()]


def revisions(connection: Connection, response_id: str, question_id: str | None = None) -> list[RevisionRow]:
    """The history of one question, or of all, the oldest first."""
    query = select(answer_revision).where(answer_revision.c.response_id == response_id)
    if question_id is not None:
        query = query.where(answer_revision.c.question_id == question_id)
    return [_revision(row) for row in connection.execute(query.order_by(answer_revision.c.id))]


def links(connection: Connection, response_id: str) -> list[dict[str, Any]]:
    """The history with the hashes that chain it, the oldest first, as `chain.revision_hash` takes each line."""
    names = [name for name in chain.REVISION if name != "response_id"] + ["hash"]
    query = select(*(answer_revision.c[name] for name in names)).where(answer_revision.c.response_id == response_id)
    return [dict(row) for row in connection.execute(query.order_by(answer_revision.c.id)).mappings()]


def bring_in(connection: Connection, response_id: str, edit: Edit, *, stands: bool) -> None:
    """Add a revision that was made elsewhere, as it was, at the end of the chain; `stands`: it becomes the current answer."""
    head = chain.hold(connection, response_id)
    version = None
    if stands:
        now = current(connection, response_id, edit)
        version = (now.version if now else 0) + 1
        _put(connection, response_id, edit, version)
    _append(connection, head, edit, version=version, kind=edit.kind)


def revision(connection: Connection, response_id: str, revision_id: int) -> RevisionRow | None:
    query = select(answer_revision).where(
        answer_revision.c.response_id == response_id, answer_revision.c.id == revision_id
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else _revision(row)


def content_at(connection: Connection, response_id: str, edit: Edit, version: int) -> str | None:
    """What the field of the edit said as this version."""
    query = select(answer_revision.c.content).where(
        *_same(answer_revision.c, response_id, edit), answer_revision.c.version == version
    )
    return connection.execute(query).scalar_one_or_none()


def current(connection: Connection, response_id: str, edit: Edit) -> FieldRow | None:
    """The field of the edit as it stands."""
    which = {"wanted": response_id, "asked": edit.question_id, "part": edit.field.value}
    row = connection.execute(_ONE, which).one_or_none()
    return None if row is None else _field(row)


def _latest_edit(connection: Connection, now: FieldRow, edit: Edit) -> int:
    """The newest edit of this session; when another has written since, the history knows."""
    if now.session == edit.session:
        return now.edit_no
    query = select(func.max(answer_revision.c.edit_no)).where(
        *_same(answer_revision.c, now.response_id, edit), answer_revision.c.session == edit.session
    )
    latest = connection.execute(query).scalar_one()
    return edit.edit_no if latest is None else int(latest)


def _revision_of_edit(connection: Connection, response_id: str, edit: Edit) -> RevisionRow | None:
    query = select(answer_revision).where(
        *_same(answer_revision.c, response_id, edit),
        answer_revision.c.session == edit.session,
        answer_revision.c.edit_no == edit.edit_no,
        answer_revision.c.at == edit.at,
    )
    row = connection.execute(query.order_by(answer_revision.c.id.desc()).limit(1)).one_or_none()
    return None if row is None else _revision(row)


def _written(connection: Connection, response_id: str, edit: Edit, row: RevisionRow | None) -> Written:
    now = current(connection, response_id, edit)
    version = now.version if now else 0
    if row is None:
        return Written(Outcome.UNCHANGED, version)
    if row.version is None:
        return Written(Outcome.SUPERSEDED, version)
    unseen = row.kind is RevisionKind.CONFLICT
    return Written(Outcome.SAVED, row.version, _before(connection, response_id, edit, row.version) if unseen else None)


def _before(connection: Connection, response_id: str, edit: Edit, version: int) -> FieldRow | None:
    """The field as it stood before it got this version."""
    query = select(answer_revision).where(
        *_same(answer_revision.c, response_id, edit), answer_revision.c.version == version - 1
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    return FieldRow(
        response_id, edit.question_id, edit.field, row.content, row.version, row.session, row.edit_no, row.actor, row.at
    )


def _put(connection: Connection, response_id: str, edit: Edit, version: int) -> None:
    """Make the edit the current answer, as this version."""
    said = {**_row(response_id, edit), "version": version}
    put(connection, answer, {**said, "hash": chain.answer_hash(said)})


def _note(connection: Connection, response_id: str, edit: Edit, now: FieldRow | None) -> None:
    """Remember that this session has said the same, so that an older edit of it cannot come in afterwards."""
    said = {**_row(response_id, edit), "version": 0}
    if now:
        said |= {"version": now.version, "updated_by": now.updated_by, "updated_at": now.updated_at}
    put(connection, answer, {**said, "hash": chain.answer_hash(said)})


def _append(connection: Connection, head: chain.Head, edit: Edit, *, version: int | None, kind: RevisionKind) -> None:
    said = {
        "question_id": edit.question_id,
        "field": edit.field.value,
        "version": version,
        "content": edit.content,
        "actor": edit.actor,
        "session": edit.session,
        "edit_no": edit.edit_no,
        "base_version": edit.base_version,
        "kind": kind.value,
        "at": edit.at,
    }
    chain.append(connection, head, said)


def _same(columns: Any, response_id: str, edit: Edit) -> list[ColumnElement[bool]]:
    return [
        columns.response_id == response_id,
        columns.question_id == edit.question_id,
        columns.field == edit.field.value,
    ]


def _row(response_id: str, edit: Edit) -> dict[str, Any]:
    return {
        "response_id": response_id,
        "question_id": edit.question_id,
        "field": edit.field.value,
        "content": edit.content,
        "session": edit.session,
        "edit_no": edit.edit_no,
        "updated_by": edit.actor,
        "updated_at": edit.at,
    }


def _field(row: Sequence[Any]) -> FieldRow:
    # By place: every save reads all fields of its response, and a column found by its name takes twice as long.
    response_id, question_id, field, *others = row[:9]
    return FieldRow(response_id, question_id, AnswerField(field), *others)


def _revision(row: Row[Any]) -> RevisionRow:
    return RevisionRow(
        row.id,
        row.question_id,
        AnswerField(row.field),
        row.version,
        row.content,
        row.actor,
        row.session,
        row.edit_no,
        row.base_version,
        RevisionKind(row.kind),
        row.at,
    )
