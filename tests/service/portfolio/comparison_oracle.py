"""All customers side by side, for HPAS: everything read in the same few statements, however many they are.

Whole answers, for those who need them; for figures alone `service.portfolio.comparison` is many times as fast and says the same.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from scoring.answers import NO_ANSWER, Answer, Answers
from scoring.basis import Basis, Rating, answers_on_basis
from scoring.encoding import measure
from scoring.portfolio.cuts import FARTHEST
from scoring.questionnaire import Form, Question
from scoring.vocabulary import AnswerField, CustomerType
from service.answers.serialisation import answers_from
from service.forms import kept_forms
from service.people.access import allow
from service.people.actor import Actor
from service.people.customers import CustomerInfo
from service.people.permissions import Operation
from service.review.rated_values import rated_value, still_said
from service.workspace import Workspace
from storage import records
from storage.answers import encoded_rows
from storage.answers.encoded_rows import EncodedSnapshot
from storage.review import rows as submission_rows
from storage.review.rows import RatingRow
from storage.tables import answer

JUDGED = (AnswerField.VALUE, AnswerField.NOT_APPLICABLE, AnswerField.WAITING_ON)


@dataclass(frozen=True, slots=True)
class CustomerAnswers:
    """One customer's newest response. Without texts, comments and evidence are `None` in every answer."""

    response_id: str
    customer: CustomerInfo
    form: Form
    answers: Mapping[str, Answer]
    last_saved_at: datetime | None


def load_all(
    ws: Workspace, actor: Actor, customer_type: CustomerType | None = None, *, with_texts: bool = False
) -> list[CustomerAnswers]:
    """Every customer (of one type) with its answers, as of one moment, in the order they were added."""
    allow(ws, actor, Operation.EXPORT_COMPARISON if with_texts else Operation.COMPARE)
    with ws.database.reading() as connection:
        responses = [
            row for row in records.newest_responses(connection) if customer_type in (None, row.customer.customer_type)
        ]
        forms = kept_forms(connection, {row.fingerprint for row in responses})
        fields = tuple(AnswerField) if with_texts else JUDGED
        said: dict[str, list[tuple[str, str, str | None]]] = defaultdict(list)
        for response_id, question_id, field, content in fields_of_all(connection, fields):
            said[response_id].append((question_id, field, content))
        saved_at = last_saved(connection)
    return [
        CustomerAnswers(
            response_id=row.id,
            customer=row.customer,
            form=forms[row.fingerprint],
            answers=answers_from(forms[row.fingerprint], said.get(row.id, ())),
            last_saved_at=saved_at.get(row.id),
        )
        for row in responses
    ]


def fields_of_all(connection: Connection, fields: Collection[AnswerField]) -> list[tuple[str, str, str, str]]:
    """(response, question, field, content) of every response there is, in these fields, the empty ones left out."""
    query = select(answer.c.response_id, answer.c.question_id, answer.c.field, answer.c.content).where(
        answer.c.content.is_not(None), answer.c.field.in_([field.value for field in fields])
    )
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(query)]


def last_saved(connection: Connection) -> dict[str, datetime]:
    """Response -> when something in it was last saved."""
    latest = select(answer.c.response_id, func.max(answer.c.updated_at, type_=answer.c.updated_at.type))
    rows = connection.execute(latest.where(answer.c.version > 0).group_by(answer.c.response_id))
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class CutAnswers:
    """One customer at a cut: its answers on the basis asked for, to be judged at `as_of` towards `go_live`.

    snapshot_id: what stands for it at the cut, `None` today. own: the customer's own answers.
    """

    customer: CustomerInfo
    form: Form
    answers: Mapping[str, Answer]
    own: Mapping[str, Answer]
    go_live: date | None
    as_of: date
    snapshot_id: str | None = None


def load_cut(
    ws: Workspace, actor: Actor, cut: int | None = None, basis: Basis = Basis.CUSTOMER, *, as_of: date
) -> list[CutAnswers]:
    """Every customer at a cut, in the order they were added; who has sent in nothing near it is left out.

    cut: days before the go-live, `None` for the working responses on `as_of`.
    """
    allow(ws, actor, Operation.COMPARE)
    if cut is None:
        rows = [
            CutAnswers(each.customer, each.form, each.answers, each.answers, each.customer.go_live, as_of)
            for each in load_all(ws, actor)
        ]
    with ws.database.reading() as connection:
        if cut is not None:
            rows = _at_cut(connection, cut)
        lines = submission_rows.ratings(connection) if basis is Basis.HPAS else []
        rated = encoded_rows.rated_snapshots(connection) if lines else []
        forms = kept_forms(connection, {each.fingerprint for each in rated})
        then = {each.snapshot_id: answers for each, answers in _sent_in(connection, rated, forms)}
    return _on_hpas_basis(rows, lines, rated, then) if lines else rows


def _at_cut(connection: Connection, cut: int) -> list[CutAnswers]:
    taken = {each.customer_id: each for each in encoded_rows.snapshots_at_cut(connection, cut, farthest=FARTHEST)}
    forms = kept_forms(connection, {each.fingerprint for each in taken.values()})
    said = {each.customer_id: answers for each, answers in _sent_in(connection, taken.values(), forms)}
    return [
        _taken(row.customer, taken[row.customer.id], forms[taken[row.customer.id].fingerprint], said[row.customer.id])
        for row in records.newest_responses(connection)
        if row.customer.id in taken
    ]


def _taken(customer: CustomerInfo, each: EncodedSnapshot, form: Form, said: Answers) -> CutAnswers:
    return CutAnswers(customer, form, said, said, each.go_live, each.as_of, each.snapshot_id)


def _sent_in(
    connection: Connection, taken: Collection[EncodedSnapshot], forms: Mapping[str, Form]
) -> list[tuple[EncodedSnapshot, Answers]]:
    """Each with the answers that were sent in."""
    bodies = submission_rows.bodies(connection, [each.snapshot_id for each in taken])
    return [(each, answers_from(forms[each.fingerprint], json.loads(bodies[each.snapshot_id]))) for each in taken]


def _on_hpas_basis(
    rows: Sequence[CutAnswers],
    lines: Sequence[RatingRow],
    rated: Sequence[EncodedSnapshot],
    then: Mapping[str, Answers],
) -> list[CutAnswers]:
    """With HPAS's ratings: of the snapshot itself, or today of the newest that has any, while the answers still stand."""
    by_id = {each.snapshot_id: each for each in rated}
    newest = {each.customer_id: each for each in rated}
    said: dict[str, list[RatingRow]] = defaultdict(list)
    for line in lines:
        said[line.snapshot_id].append(line)
    found = []
    for row in rows:
        each = by_id.get(row.snapshot_id) if row.snapshot_id else newest.get(row.customer.id)
        if each:
            ratings = _ratings(row, said[each.snapshot_id], then[each.snapshot_id])
            row = replace(row, answers=answers_on_basis(row.own, ratings, Basis.HPAS))
        found.append(row)
    return found


def still_holds(question: Question, now: Answer, then: Answer) -> bool:
    """The rule of `scoring.basis`, on answers as they are."""
    if now.not_applicable is not None or then.not_applicable is not None:
        return now.not_applicable is not None and then.not_applicable is not None
    a, b = measure(question, now), measure(question, then)
    return a == b or (a != a and b != b)


def _ratings(row: CutAnswers, lines: Sequence[RatingRow], then: Answers) -> dict[str, Rating]:
    asked = row.form.questionnaire.by_id
    return {
        line.question_id: Rating(line.agreed, rated_value(row.form, line))
        for line in lines
        if (question := asked.get(line.question_id))
        and still_said(row.form, line)
        and still_holds(question, row.own.get(line.question_id, NO_ANSWER), then.get(line.question_id, NO_ANSWER))
    }


def nearest(days_left: Sequence[int], cut: int) -> int | None:
    """Place of the snapshot nearest the cut, or `None` when all are farther off than `FARTHEST`.

    Of two as near, the one from before the cut; of two from the same day, the later in the sequence.
    """
    near = [(abs(days - cut), -days, -place) for place, days in enumerate(days_left) if abs(days - cut) <= FARTHEST]
    return -min(near)[2] if near else None
