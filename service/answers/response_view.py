"""A response as of one moment: read whole, or known from before and read again only where it was written."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import Connection

from scoring.answers import NO_ANSWER, Answer
from scoring.basis import counted, is_given, stands_apart
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField
from service.answers.carried import GivenAnswer, given_for, settled_among
from service.answers.hpas_standing import standing_of
from service.answers.serialisation import answers_from, with_days
from service.forms import kept_forms
from service.people.actor import is_hpas
from service.people.customers import CustomerInfo
from service.workspace import Workspace
from storage.answers import rows as answer_rows
from storage.answers.rows import FieldRow
from storage.profile import rows as profile_rows
from storage.records import ResponseRow


@dataclass(frozen=True, slots=True)
class Saved:
    """When a field was last saved, by whom (an actor's id), and as which version."""

    version: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ResponseView:
    """A response as of one moment. `saved` has every field that was ever filled, also those emptied since.

    marker: how many revisions it has; what is sent in says which it was decided on. head: the hash of the last one.
    given: what HPAS answers for the customer, by the customer's question. settled: where HPAS has answered anew since
    the customer disagreed. counted: the answers that are judged, `answers` with HPAS's in their places.
    waves: of HPAS's own answers, the days on which those they are for start, the first first.
    facts: of the customer's profile, what is given.
    """

    response_id: str
    customer: CustomerInfo
    form: Form
    answers: Mapping[str, Answer]
    saved: Mapping[tuple[str, AnswerField], Saved]
    last_saved_at: datetime | None
    newer_form_available: bool
    marker: int
    head: str
    given: Mapping[str, GivenAnswer]
    settled: frozenset[str]
    counted: Mapping[str, Answer]
    waves: tuple[date, ...] = ()
    facts: Mapping[str, float] = field(default_factory=dict)

    def stands_apart(self, question_id: str) -> bool:
        """Whether the customer's own answer counts where HPAS has answered: it disagrees, and it is not settled."""
        own = self.answers.get(question_id, NO_ANSWER)
        return question_id not in self.settled and stands_apart(self.form.questionnaire.by_id[question_id], own)


def towards_next_wave(view: ResponseView, as_of: date) -> ResponseView:
    """HPAS's own answers with the go-live they are judged against: the next of its customers', or the last there was.

    A customer's response is as it is: its go-live is its own.
    """
    if not view.waves:
        return view
    next_one = next((day for day in view.waves if day >= as_of), view.waves[-1])
    return replace(view, customer=replace(view.customer, go_live=next_one))


def read_view(ws: Workspace, connection: Connection, row: ResponseRow) -> ResponseView:
    """The whole response as it stands in this transaction."""
    form = kept_forms(connection, [row.fingerprint])[row.fingerprint]
    fields = answer_rows.fields_of(connection, row.id)
    standing = standing_of(connection, form, row.customer.id) if is_hpas(row.customer.id) else None
    if standing is None:
        facts = profile_rows.values_of(connection, row.customer.id)
        view = _view(ws, row, form, fields, {}, {}, given_for(connection, form, row.customer))
        return replace(view, facts=facts)
    named = replace(row, customer=replace(row.customer, name=standing.name))
    return replace(_view(ws, named, form, fields, {}, {}, standing.given), waves=standing.waves)


def is_as_before(view: ResponseView, row: ResponseRow) -> bool:
    """Whether nothing has been said in the response since `view` was read: its chain ends in the same hash."""
    return (view.response_id, view.form.fingerprint, view.head) == (row.id, row.fingerprint, row.head)


def written_since(
    ws: Workspace, connection: Connection, row: ResponseRow, view: ResponseView, questions: Collection[str]
) -> ResponseView:
    """What `read_view` gives when nothing but these questions was written since `view`; only they are read."""
    rows = [field for question_id in set(questions) for field in answer_rows.fields_of(connection, row.id, question_id)]
    others = {question_id: answer for question_id, answer in view.answers.items() if question_id not in questions}
    known = replace(row, customer=view.customer) if view.waves else row
    found = _view(ws, known, view.form, rows, others, view.saved, view.given)
    return replace(found, waves=view.waves, facts=view.facts)


def _view(
    ws: Workspace,
    row: ResponseRow,
    form: Form,
    rows: Collection[FieldRow],
    answers: Mapping[str, Answer],
    saved: Mapping[tuple[str, AnswerField], Saved],
    given: Mapping[str, GivenAnswer],
) -> ResponseView:
    """The rows as they were read, on top of what is known; a row once there never goes away."""
    dated = with_days((field.question_id, field.field, field.content, field.updated_at) for field in rows)
    said = {**answers, **answers_from(form, dated)}
    all_saved = {**saved, **{(f.question_id, f.field): Saved(f.version, f.updated_by, f.updated_at) for f in rows}}
    current = ws.form_of(row.customer.customer_type)
    settled = settled_among(given, {of: held.at for of, held in all_saved.items()})
    return ResponseView(
        response_id=row.id,
        customer=row.customer,
        form=form,
        answers=said,
        saved=all_saved,
        last_saved_at=max((field.at for field in all_saved.values()), default=None),
        newer_form_available=current is not None and current.fingerprint != row.fingerprint,
        marker=row.revisions,
        head=row.head,
        given=given,
        settled=settled,
        counted=_counted(row, form, said, given, settled),
    )


def _counted(
    row: ResponseRow,
    form: Form,
    said: Mapping[str, Answer],
    given: Mapping[str, GivenAnswer],
    settled: frozenset[str],
) -> Mapping[str, Answer]:
    """Of a customer its own answers with HPAS's in their places; of HPAS at a reach what it says there over the rest."""
    theirs = {of: one.answer for of, one in given.items()}
    if is_hpas(row.customer.id):
        return {**theirs, **{of: answer for of, answer in said.items() if is_given(answer) or of not in theirs}}
    return counted(form.questionnaire, said, theirs, settled=settled)
