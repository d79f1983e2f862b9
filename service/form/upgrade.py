"""Moving a response to the questionnaire that is asked now: what that would mean, and doing it.

No answer is deleted. What was said to a question that is asked no more stays in the database. An answer that cannot be
said in the new way is taken off the question, a row that is asked no more off its answer; both stay in the history. The audit log keeps which questionnaire the
response had and how many revisions, and the questionnaire itself is kept: together they are the response as it was.
"""

import json
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import Connection

from scoring.questionnaire import Form, Question
from scoring.vocabulary import AnswerField
from service.answers.responses import ResponseView, open_response, with_encoding
from service.answers.serialisation import as_asked_now
from service.faults import BadInput, NotAllowed
from service.forms import keep
from service.people.access import event, now, plain_id, refusals_logged
from service.people.actor import Actor
from service.people.permissions import Operation, require
from service.review.submission_states import OPEN
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.answers.rows import Edit, FieldRow
from storage.records import ResponseRow
from storage.review import rows as submission_rows
from storage.tables import RevisionKind

# What a change of is a change of wording; everything else is what is required, or how it is answered.
_WORDING = {
    "title",
    "help",
    "proof",
    "answered_by",
    "action",
    "basis",
    "margin_basis",
    "waivable_basis",
    "lessons",
    "related",
    "responsible",
    "lead_days",
}


@dataclass(frozen=True, slots=True)
class NewerForm:
    """A response, and the form that is asked now of customers of its type.

    changed: asked in both, with another requirement or another way to answer. reworded: with other words only.
    unfit: ids of the questions whose answer cannot be said in the new way.
    """

    view: ResponseView
    form: Form
    added: tuple[Question, ...]
    changed: tuple[Question, ...]
    reworded: tuple[Question, ...]
    removed: tuple[Question, ...]
    unfit: tuple[str, ...]


def newer_form(ws: Workspace, actor: Actor, customer_id: str) -> NewerForm | None:
    """What the form that is asked now would change for the customer's response; None when it has that form."""
    with ws.database.one_moment():
        view = open_response(ws, actor, customer_id)
        if not view.newer_form_available:
            return None
        with ws.database.reading() as connection:
            rows = answer_rows.fields_of(connection, view.response_id)
    form = ws.form_of(view.customer.customer_type)
    if form is None:
        return None
    before, after = view.form.questionnaire.by_id, form.questionnaire.by_id
    both = [(before[found], question) for found, question in after.items() if found in before]
    return NewerForm(
        view=view,
        form=form,
        added=tuple(question for found, question in after.items() if found not in before),
        changed=tuple(new for old, new in both if _asked(old) != _asked(new)),
        reworded=tuple(new for old, new in both if old != new and _asked(old) == _asked(new)),
        removed=tuple(question for found, question in before.items() if found not in after),
        unfit=tuple(row.question_id for row in rows if row.content is not None and _now(form, row) is None),
    )


def move_to_newer(ws: Workspace, actor: Actor, customer_id: str, *, fingerprint: str) -> ResponseView:
    """Let the response have the form that is asked now. `fingerprint`: that of the form whose changes were shown.

    Raises `BadInput`: form_changed when it is another one by now, form_while_sent while HPAS has the response.
    """
    customer_id = plain_id(customer_id)

    def work(connection: Connection, _again: bool) -> ResponseView:
        row = _held(connection, actor, customer_id)
        form = ws.form_of(row.customer.customer_type)
        if form is None or form.fingerprint != fingerprint:
            raise BadInput("form_changed")
        if any(sent.state in OPEN for sent in submission_rows.of_response(connection, row.id)):
            raise BadInput("form_while_sent")
        if row.fingerprint != fingerprint:
            _move(connection, actor, row, form)
        return with_encoding(ws, connection, row)

    with refusals_logged(ws, actor, Operation.CHANGE_FORM, f"customer:{customer_id}"):
        return ws.database.once(work)


def _held(connection: Connection, actor: Actor, customer_id: str) -> ResponseRow:
    found = records.response_of(connection, customer_id)
    require(actor, Operation.CHANGE_FORM, found.customer.id if found else None)
    row = records.response_by_id(connection, found.id, for_update=True) if found else None
    if row is None:
        raise NotAllowed
    return row


def _move(connection: Connection, actor: Actor, row: ResponseRow, form: Form) -> None:
    keep(connection, form)
    session, at = f"form-{uuid4().hex}", now()
    for said in answer_rows.fields_of(connection, row.id):
        left = _now(form, said)
        if left != said.content:
            changed = Edit(
                said.question_id, said.field, left, said.version, session, 1, actor.id, at, RevisionKind.FORM
            )
            answer_rows.write(connection, row.id, changed)
    records.set_form(connection, row.id, form.fingerprint)
    moved = {"from": row.fingerprint, "to": form.fingerprint, "revisions": row.revisions}
    records.audit(connection, event(actor, Operation.CHANGE_FORM, f"response:{row.id}", detail=json.dumps(moved)))


def _now(form: Form, row: FieldRow) -> str | None:
    """What a stored field says in this form; what is asked no more as it is."""
    question = form.questionnaire.by_id.get(row.question_id)
    return row.content if question is None else as_asked_now(question, AnswerField(row.field), row.content)


def _asked(question: Question) -> dict[str, object]:
    """What is required of an answer and how it is given, without the words around it."""
    return question.model_dump(exclude=_WORDING)
