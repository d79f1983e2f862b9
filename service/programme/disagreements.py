"""Where customers do not take HPAS's answer, and where HPAS answers what they had answered otherwise themselves."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from scoring.answers import NO_ANSWER, Answer
from scoring.basis import as_asked, reaches_of, stands_apart
from scoring.encoding import measure
from scoring.questionnaire import Form, Question
from scoring.vocabulary import AnswerField
from service.answers.carried import DISAGREEING, GivenAnswer, ProgrammeAnswers, read_programme, settled_among
from service.answers.serialisation import answers_from, fits
from service.forms import kept_forms
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.programme.reaches import TouchedCustomer, read_touched
from service.workspace import Workspace
from storage.answers import encoded_rows
from storage.programme import rows as programme_rows
from storage.programme.rows import OwnField

__all__ = ["HeldAgainst", "disagreements", "earlier_answers"]


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """A customer's own answer to a question that HPAS answers.

    question: the customer's own; asked: the programme's. own: with the reason in `disagrees`, `None` there of an answer
    from before HPAS answered. given: what HPAS answers that customer, `None` where it has not. by, at: of the own answer.
    """

    customer: TouchedCustomer
    question: Question
    asked: str
    own: Answer
    given: GivenAnswer | None
    by: str
    at: datetime


def disagreements(ws: Workspace, actor: Actor) -> list[HeldAgainst]:
    """Every disagreement that is not settled, the oldest first: HPAS's to answer for that customer."""
    allow(ws, actor, Operation.SEE_PROGRAMME)
    with ws.database.reading() as connection:
        found = _own(connection, programme_rows.disagreeing(connection))
    return sorted((each for each in found if stands_apart(each.question, each.own)), key=lambda each: each.at)


def earlier_answers(ws: Workspace, actor: Actor) -> list[HeldAgainst]:
    """What customers had answered themselves before the question became HPAS's, where HPAS says otherwise.

    It counts no more, and is told so that HPAS sees what it knew less of. The oldest first.
    """
    allow(ws, actor, Operation.SEE_PROGRAMME)
    with ws.database.reading() as connection:
        held = encoded_rows.encoded_responses(connection, with_numbers=False)
        forms = kept_forms(connection, {each.fingerprint for each in held})
        questions = {own for form in forms.values() for own in form.questionnaire.carried}
        found = _own(connection, programme_rows.own_answers(connection, questions) if questions else ())
    apart = (each for each in found if each.own.disagrees is None and each.given and _differs(each))
    return sorted(apart, key=lambda each: each.at)


def _differs(each: HeldAgainst) -> bool:
    ours = as_asked(each.question, each.given.answer) if each.given else NO_ANSWER
    theirs, given = measure(each.question, each.own), measure(each.question, ours)
    return theirs == theirs and theirs != given


def _own(connection: Connection, response_ids: Collection[str]) -> list[HeldAgainst]:
    """What these responses say themselves to the questions HPAS answers, with a value, and not settled."""
    wanted = set(response_ids)
    held = [
        each for each in encoded_rows.encoded_responses(connection, with_numbers=False) if each.response_id in wanted
    ]
    if not held:
        return []
    customers = {each.id: each for each in read_touched(connection)}
    forms = kept_forms(connection, {each.fingerprint for each in held})
    asked = {theirs for form in forms.values() for theirs in form.questionnaire.carried.values()}
    carried = {own for form in forms.values() for own in form.questionnaire.carried}
    said = read_programme(connection, asked)
    fields: dict[str, list[OwnField]] = defaultdict(list)
    for field in programme_rows.own_fields(connection, wanted, carried):
        fields[field.response_id].append(field)
    return [
        one
        for each in held
        for one in _of_one(customers[each.customer_id], forms[each.fingerprint], said, fields[each.response_id])
    ]


def _of_one(
    customer: TouchedCustomer,
    form: Form,
    said: ProgrammeAnswers,
    fields: Collection[OwnField],
) -> list[HeldAgainst]:
    asked, carried = form.questionnaire.by_id, form.questionnaire.carried
    within = reaches_of(customer.id, customer.customer_type, customer.go_live)
    given = {own: found for own, theirs in carried.items() if (found := said.holding(theirs, within))}
    mine = [f for f in fields if f.question_id in carried and fits(asked[f.question_id], f.field, f.content)]
    answers = answers_from(form, ((f.question_id, f.field, f.content) for f in mine))
    saved = {(f.question_id, f.field): f for f in mine}
    settled = settled_among(given, {of: field.at for of, field in saved.items()})
    return [
        _held(customer, asked[own], carried[own], answer, given.get(own), saved)
        for own, answer in answers.items()
        if answer.value is not None and own not in settled
    ]


def _held(
    customer: TouchedCustomer,
    question: Question,
    asked: str,
    own: Answer,
    given: GivenAnswer | None,
    saved: Mapping[tuple[str, AnswerField], OwnField],
) -> HeldAgainst:
    last = max((saved[question.id, f] for f in DISAGREEING if (question.id, f) in saved), key=lambda field: field.at)
    return HeldAgainst(customer, question, asked, own, given, last.by, last.at)
