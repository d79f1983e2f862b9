"""Moving a response to the questionnaire that is asked now: what that would mean, and doing it.

No answer is deleted. What was said to a question that is asked no more stays in the database. An answer that cannot be
said in the new way is taken off the question, a row that is asked no more off its answer; both stay in the history. The audit log keeps which questionnaire the
response had and how many revisions, and the questionnaire itself is kept: together they are the response as it was.
Where a question replaces others, the first answer among theirs goes on there, with all that stands beside it.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import Connection

from scoring.questionnaire import Form, Question
from scoring.vocabulary import AnswerField
from service.answers.responses import ResponseView, open_response, with_encoding
from service.answers.serialisation import as_asked_now
from service.answers.wholes import put_wholes
from service.faults import BadInput, NotAllowed
from service.form.following import Successor, successors
from service.forms import keep, kept_forms
from service.people.access import event, now, plain_id, refusals_logged
from service.people.actor import Actor
from service.people.permissions import Operation, require
from service.review.submission_states import OPEN
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.answers.rows import Edit, FieldRow
from storage.profile import rows as profile_rows
from storage.records import ResponseRow
from storage.review import rows as submission_rows
from storage.tables import RevisionKind

# What a change of is a change of wording, or of how long an answer holds; everything else is what is required, or how it is answered.
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
    "fresh_days",
    "proves_on",
    "core",
    "replaces",
}


@dataclass(frozen=True, slots=True)
class NewerForm:
    """A response, and the form that is asked now of customers of its type.

    changed: asked in both, with another requirement or another way to answer. reworded: with other words only.
    unfit: ids of the questions whose answer cannot be said in the new way. successors: those that replace others; the
    ones they replace are neither added nor removed.
    """

    view: ResponseView
    form: Form
    added: tuple[Question, ...]
    changed: tuple[Question, ...]
    reworded: tuple[Question, ...]
    removed: tuple[Question, ...]
    unfit: tuple[str, ...]
    successors: tuple[Successor, ...]


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
    following = tuple(each for each in successors(view.form, form, rows) if before.keys() & set(each.replaced))
    replaced = {old for each in following for old in each.replaced}
    known = before.keys() | {each.question.id for each in following}
    unfit = [row.question_id for row in rows if row.content is not None and _now(form, row) is None]
    return NewerForm(
        view=view,
        form=form,
        added=tuple(question for found, question in after.items() if found not in known),
        changed=tuple(new for old, new in both if _asked(old) != _asked(new)),
        reworded=tuple(new for old, new in both if old != new and _asked(old) == _asked(new)),
        removed=tuple(each for found, each in before.items() if found not in after and found not in replaced),
        unfit=(*unfit, *(each.question.id for each in following if each.unfit)),
        successors=following,
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
    standing = answer_rows.fields_of(connection, row.id)
    _follow(connection, row, form, standing, session)
    for said in standing:
        left = _now(form, said)
        if left != said.content:
            changed = Edit(
                said.question_id, said.field, left, said.version, session, 1, actor.id, at, RevisionKind.FORM
            )
            answer_rows.write(connection, row.id, changed)
    records.set_form(connection, row.id, form.fingerprint)
    _take_wholes(connection, actor, row.id, session)
    moved = {"from": row.fingerprint, "to": form.fingerprint, "revisions": row.revisions}
    records.audit(connection, event(actor, Operation.CHANGE_FORM, f"response:{row.id}", detail=json.dumps(moved)))


def _take_wholes(connection: Connection, actor: Actor, response_id: str, session: str) -> None:
    """Let the shares that take their whole from the profile have it, where it is given."""
    row = records.response_by_id(connection, response_id)
    if row is not None:
        facts = profile_rows.values_of(connection, row.customer.id)
        put_wholes(connection, row, facts, by=actor.id, at=now(), session=session)


def _follow(connection: Connection, row: ResponseRow, form: Form, standing: Collection[FieldRow], session: str) -> None:
    """Give each question that replaces others what was said there, by whom and when it was said."""
    before = kept_forms(connection, [row.fingerprint])[row.fingerprint]
    for each in successors(before, form, standing):
        for field, said in each.moved.items():
            content = as_asked_now(each.question, field, said.content)
            made = (said.updated_by, said.updated_at, RevisionKind.FORM)
            edit = Edit(each.question.id, field, content, None, session, 1, *made)
            answer_rows.write(connection, row.id, edit)


def _now(form: Form, row: FieldRow) -> str | None:
    """What a stored field says in this form; what is asked no more as it is."""
    question = form.questionnaire.by_id.get(row.question_id)
    return row.content if question is None else as_asked_now(question, AnswerField(row.field), row.content)


def _asked(question: Question) -> dict[str, object]:
    """What is required of an answer and how it is given, without the words around it."""
    return question.model_dump(exclude=_WORDING)
