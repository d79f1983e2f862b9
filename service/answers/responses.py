"""One customer's response: opening it, saving one answer or many, and its history.

A save is on disk when the function returns. Nothing is refused because someone else was quicker; the writer is told.
"""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from scoring.answers import BadValue
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField
from service.answers.disagreeing import answers_taken_back
from service.answers.encodings import keep_encoding
from service.answers.not_known import marks_taken_off
from service.answers.response_view import ResponseView, Saved, is_as_before, read_view, written_since
from service.answers.row_merge import beside_others, both_changed
from service.answers.serialisation import Content, fits, pack, readable, unpack
from service.answers.wholes import with_its_whole
from service.faults import BadInput, NotAllowed
from service.forms import kept_forms
from service.people.access import allow, event, moment, plain_id, refusals_logged
from service.people.actor import Actor
from service.people.members import shown_as, shown_names
from service.people.permissions import Operation, require
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.answers.rows import Edit, FieldRow, Outcome, Written
from storage.records import ResponseRow
from storage.tables import RevisionKind

__all__ = [
    "Conflict",
    "Content",
    "Entered",
    "FieldChange",
    "Outcome",
    "Recorded",
    "ResponseView",
    "Revision",
    "RevisionKind",
    "Saved",
    "enter",
    "history",
    "open_response",
    "record_many",
    "restore",
    "with_encoding",
]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field as it should be. `base_version`: the version it was decided on, 0 for none, None when unknown."""

    question_id: str
    field: AnswerField
    content: Content
    base_version: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """What stood there, which the writer had not seen and has now written over.

    rows: of a matrix, those that both have changed; the others are merged. Empty when it is written over whole.
    """

    content: Content
    version: int
    by: str
    at: datetime
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """How a save went. `version` is the field's version now: the `base_version` of the next save."""

    outcome: Outcome
    version: int
    at: datetime
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of changes, in their order, and the response as it stands with them."""

    recorded: list[Recorded]
    view: ResponseView


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of the history. `version` is None when it never became the current answer. `name`: of who said it."""

    id: int
    question_id: str
    field: AnswerField
    version: int | None
    content: Content
    by: str
    at: datetime
    kind: RevisionKind
    name: str


def open_response(ws: Workspace, actor: Actor, customer_id: str) -> ResponseView:
    """The customer's response with all that is known of it, as of one moment.

    Raises `NotAllowed` for a customer that is another's or is not there.
    """
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        row = records.response_of(connection, customer_id)
        allow(ws, actor, Operation.READ, row.customer.id if row else None, thing=f"customer:{customer_id}")
        if row is None:
            raise NotAllowed
        return read_view(ws, connection, row)


def record_many(
    ws: Workspace,
    actor: Actor,
    response_id: str,
    changes: Iterable[FieldChange],
    *,
    session: str,
    edit_no: int,
    kind: RevisionKind = RevisionKind.IMPORT,
) -> list[Recorded]:
    """Save all the changes or none of them; how each went, in their order."""
    return enter(ws, actor, response_id, changes, session=session, edit_no=edit_no, kind=kind).recorded


def enter(
    ws: Workspace,
    actor: Actor,
    response_id: str,
    changes: Iterable[FieldChange],
    *,
    session: str,
    edit_no: int,
    kind: RevisionKind = RevisionKind.EDIT,
    known: ResponseView | None = None,
) -> Entered:
    """Save all the changes or none of them, and read the response with them: one transaction for both.

    known: the response as it was last seen; what nobody has written since is not read again.
    """
    operation = Operation.IMPORT_ANSWERS if kind is RevisionKind.IMPORT else Operation.ANSWER
    response_id, wanted, at = plain_id(response_id), list(changes), moment(ws)
    made = partial(Edit, session=session, edit_no=edit_no, actor=actor.id, at=at, kind=kind)

    def save(connection: Connection, again: bool) -> Entered:
        row = _held(connection, actor, operation, response_id)
        form = kept_forms(connection, [row.fingerprint])[row.fingerprint]
        edits = [_edit(connection, row, form, change, made) for change in wanted]
        edits += [
            *marks_taken_off(connection, response_id, edits),
            *answers_taken_back(connection, response_id, form, edits),
        ]
        written = answer_rows.written_before(connection, response_id, edits) if again else None
        if written is None:
            written = [_write(connection, response_id, form, edit) for edit in edits]
            if operation is Operation.IMPORT_ANSWERS:
                counts = json.dumps(Counter(result.outcome.value for result in written[: len(wanted)]))
                records.audit(connection, event(actor, operation, f"response:{response_id}", detail=counts))
        recorded = [
            _recorded(connection, response_id, form, edit, result)
            for edit, result in zip(edits[: len(wanted)], written, strict=False)
        ]
        return Entered(recorded, with_encoding(ws, connection, row, known, [change.question_id for change in wanted]))

    with refusals_logged(ws, actor, operation, f"response:{response_id}"):
        return ws.database.once(save)


def _edit(connection: Connection, row: ResponseRow, form: Form, change: FieldChange, made: Callable[..., Edit]) -> Edit:
    wanted = change.content
    if change.field is AnswerField.VALUE:
        wanted = with_its_whole(connection, row, form, change.question_id, wanted)
    content = pack(form, change.question_id, change.field, wanted)
    return made(question_id=change.question_id, field=change.field, content=content, base_version=change.base_version)


def _held(connection: Connection, actor: Actor, operation: Operation, response_id: str) -> ResponseRow:
    """The response, kept from others until the transaction ends, when the actor may do this to it."""
    row = records.response_by_id(connection, response_id, for_update=True)
    require(actor, operation, row.customer.id if row else None)
    if row is None:
        raise NotAllowed
    return row


def with_encoding(
    ws: Workspace,
    connection: Connection,
    before: ResponseRow,
    known: ResponseView | None = None,
    written: Collection[str] = (),
) -> ResponseView:
    """The response as it has become since `before`, its row of numbers made anew when its chain or its form has changed.

    known: what is used of before, when it was so; then nothing but the questions in `written` may have changed since.
    """
    row = records.response_by_id(connection, before.id) or before
    if known is not None and is_as_before(known, before):
        view = written_since(ws, connection, row, known, written)
    else:
        view = read_view(ws, connection, row)
    if (row.head, row.fingerprint) != (before.head, before.fingerprint):
        keep_encoding(connection, row, view.form, view.answers)
    return view


def history(ws: Workspace, actor: Actor, response_id: str, question_id: str) -> list[Revision]:
    """All that was ever said about one question, the oldest first. Raises `BadInput`: unknown_question."""
    with ws.database.one_moment():
        form = _form_of(ws, actor, Operation.SEE_HISTORY, response_id)
        question = form.questionnaire.by_id.get(question_id)
        if question is None:
            raise BadInput("unknown_question")
        with ws.database.reading() as connection:
            rows = answer_rows.revisions(connection, response_id, question_id)
            held = records.response_by_id(connection, response_id)
            names = shown_names(connection, held.customer.id) if held else {}
    return [
        Revision(
            id=row.id,
            question_id=row.question_id,
            field=row.field,
            version=row.version,
            # What was said under another form may not fit this one; then it stands as it is stored.
            content=unpack(question, row.field, row.content) if fits(question, row.field, row.content) else row.content,
            by=row.actor,
            at=row.at,
            kind=row.kind,
            name=shown_as(names, row.actor),
        )
        for row in rows
    ]


def restore(
    ws: Workspace,
    actor: Actor,
    response_id: str,
    revision_id: int,
    *,
    base_version: int | None,
    session: str,
    edit_no: int,
) -> Recorded:
    """Take back what a revision said, as a new save.

    Raises `BadInput`: unknown_revision, or what keeps the form of today from taking the value.
    """
    with ws.database.one_moment():
        form = _form_of(ws, actor, Operation.ANSWER, response_id)
        with ws.database.reading() as connection:
            row = answer_rows.revision(connection, response_id, revision_id)
    question = form.questionnaire.by_id.get(row.question_id) if row else None
    if row is None or question is None:
        raise BadInput("unknown_revision")
    try:
        content = unpack(question, row.field, row.content)
    except BadValue as error:
        raise BadInput(error.fault, question_id=question.id, **error.context) from None
    change = FieldChange(row.question_id, row.field, content, base_version)
    kind = RevisionKind.RESTORE
    return record_many(ws, actor, response_id, [change], session=session, edit_no=edit_no, kind=kind)[0]


def _form_of(ws: Workspace, actor: Actor, operation: Operation, response_id: str) -> Form:
    """The form a response is answered with, when the actor may do this to it."""
    response_id = plain_id(response_id)
    with ws.database.reading() as connection:
        row = records.response_by_id(connection, response_id)
        allow(ws, actor, operation, row.customer.id if row else None, thing=f"response:{response_id}")
        if row is None:
            raise NotAllowed
        return kept_forms(connection, [row.fingerprint])[row.fingerprint]


def _write(connection: Connection, response_id: str, form: Form, edit: Edit) -> Written:
    return answer_rows.write(connection, response_id, beside_others(connection, response_id, form, edit))


def _recorded(connection: Connection, response_id: str, form: Form, edit: Edit, written: Written) -> Recorded:
    before = written.overwritten
    if before is None:
        return Recorded(written.outcome, written.version, edit.at)
    rows = both_changed(connection, response_id, form, edit, before.content)
    return Recorded(written.outcome, written.version, edit.at, replace(_conflict(form, before), rows=rows))


def _conflict(form: Form, before: FieldRow) -> Conflict:
    question = form.questionnaire.by_id[before.question_id]
    content = readable(question, before.field, before.content)
    return Conflict(content, before.version, before.updated_by, before.updated_at)
