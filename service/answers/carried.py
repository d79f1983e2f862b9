"""HPAS's answers as they are kept, read for the customers they are for: one of them, or all at once.

Nothing here asks who may: it is read as a part of what the actor has been let in to.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from scoring.answers import NO_ANSWER, Answer
from scoring.basis import Reach, counted, is_given, reaches_of
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField, CustomerType, ReachKind
from service.answers.serialisation import ANSWERED, CONFIRMED_ON, answers_from, pack, with_days
from service.forms import kept_forms
from storage.answers import rows as answer_rows
from storage.programme import rows as programme_rows
from storage.programme.rows import GivenField, ReachRow
from storage.records import CustomerRow, ResponseRow

# What a customer says when it disagrees: the reason, and its own answer.
DISAGREEING = (AnswerField.DISAGREES, AnswerField.VALUE)


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What HPAS answers to one of its own questions, for whom. by, at: who said so last, and when.

    touched_at: when anything of it was saved last, a comment too.
    """

    question_id: str
    reach: Reach
    answer: Answer
    by: str
    at: datetime
    touched_at: datetime


@dataclass(frozen=True, slots=True)
class ProgrammeAnswers:
    """What HPAS has answered at each reach: question of the programme -> answer."""

    given: Mapping[Reach, Mapping[str, GivenAnswer]]

    def holding(self, question_id: str, within: Sequence[Reach]) -> GivenAnswer | None:
        """The answer that holds for who is within these, the most particular first."""
        found = (self.given.get(reach, {}).get(question_id) for reach in within)
        return next((answer for answer in found if answer), None)


def read_programme(
    connection: Connection, questions: Collection[str], within: Iterable[Reach] | None = None
) -> ProgrammeAnswers:
    """HPAS's answers to these questions, at the reaches asked for or all. In at most three statements."""
    if not questions:
        return ProgrammeAnswers({})
    wanted = None if within is None else [(reach.kind, reach.target) for reach in within]
    rows = programme_rows.reaches(connection, wanted)
    if not rows:
        return ProgrammeAnswers({})
    said: dict[str, list[GivenField]] = defaultdict(list)
    for field in programme_rows.given(connection, [row.response_id for row in rows], questions):
        said[field.response_id].append(field)
    forms = kept_forms(connection, {row.fingerprint for row in rows})
    return ProgrammeAnswers(
        {Reach(row.kind, row.target): _given(row, forms[row.fingerprint], said[row.response_id]) for row in rows}
    )


def given_for(connection: Connection, form: Form, customer: CustomerRow) -> dict[str, GivenAnswer]:
    """Question id of the customer's -> HPAS's answer to it; nothing for HPAS itself."""
    carried = form.questionnaire.carried
    if not carried or not isinstance(customer.customer_type, CustomerType):
        return {}
    within = reaches_of(customer.id, customer.customer_type, customer.go_live)
    found = read_programme(connection, set(carried.values()), within)
    held = {own: found.holding(theirs, within) for own, theirs in carried.items()}
    return {own: answer for own, answer in held.items() if answer}


def settled_among(
    given: Mapping[str, GivenAnswer], saved: Mapping[tuple[str, AnswerField], datetime]
) -> frozenset[str]:
    """The questions on which HPAS has answered a customer by itself since the customer disagreed.

    saved: (question, field) of the customer's -> when it was saved last.
    """
    return frozenset(
        question_id
        for question_id, one in given.items()
        if one.reach.kind is ReachKind.CUSTOMER and one.touched_at > _disagreed_at(saved, question_id)
    )


def _disagreed_at(saved: Mapping[tuple[str, AnswerField], datetime], question_id: str) -> datetime:
    held = (saved.get((question_id, field)) for field in DISAGREEING)
    return max((at for at in held if at), default=datetime.min.replace(tzinfo=UTC))


def frozen_answers(
    connection: Connection, row: ResponseRow, form: Form
) -> tuple[dict[str, Answer], list[tuple[str, str, str]]]:
    """The answers that count now, and every field of them as it is stored: HPAS's as HPAS gave them, in the customer's place.

    What a customer had answered before the question became HPAS's is left to the history.
    """
    fields = [field for field in answer_rows.fields_of(connection, row.id) if field.content is not None]
    own = answers_from(form, with_days((f.question_id, f.field, f.content, f.updated_at) for f in fields))
    given = given_for(connection, form, row.customer)
    settled = settled_among(given, {(field.question_id, field.field): field.updated_at for field in fields})
    answers = counted(form.questionnaire, own, {of: one.answer for of, one in given.items()}, settled=settled)
    carried = {of for of in form.questionnaire.carried if answers.get(of, NO_ANSWER).disagrees is None}
    said = [(f.question_id, f.field.value, f.content) for f in fields if f.content and f.question_id not in carried]
    said += [line for question_id in sorted(carried & answers.keys()) for line in _fields(form, question_id, answers)]
    said += [(of, CONFIRMED_ON, each.confirmed_on.isoformat()) for of, each in answers.items() if each.confirmed_on]
    return answers, sorted(said)


def value_that_counts(connection: Connection, row: ResponseRow, question_id: str) -> str | None:
    """The value of a question as it is stored: the customer's own, or HPAS's where that counts."""
    form = kept_forms(connection, [row.fingerprint])[row.fingerprint]
    _, said = frozen_answers(connection, row, form)
    return next((content for of, field, content in said if (of, field) == (question_id, AnswerField.VALUE)), None)


def _fields(form: Form, question_id: str, answers: Mapping[str, Answer]) -> Iterator[tuple[str, str, str]]:
    for field in AnswerField:
        stored = pack(form, question_id, field, getattr(answers[question_id], field))
        if stored is not None:
            yield question_id, field.value, stored


def _given(row: ReachRow, form: Form, fields: Sequence[GivenField]) -> dict[str, GivenAnswer]:
    answers = answers_from(form, with_days((f.question_id, f.field, f.content, f.at) for f in fields))
    saved: dict[str, list[GivenField]] = defaultdict(list)
    for field in fields:
        saved[field.question_id].append(field)
    return {
        question_id: _one(question_id, Reach(row.kind, row.target), answer, saved[question_id])
        for question_id, answer in answers.items()
        if is_given(answer)
    }


def _one(question_id: str, reach: Reach, answer: Answer, fields: Sequence[GivenField]) -> GivenAnswer:
    newest = max((field for field in fields if field.field in ANSWERED), key=lambda field: field.at)
    return GivenAnswer(question_id, reach, answer, newest.by, newest.at, max(field.at for field in fields))
