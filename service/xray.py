"""What contradicts itself or looks odd in one response, and that someone has looked at it and why it stands.

Nothing is changed by a finding: no answer, no verdict. A word on it holds as long as the answers behind it do.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from statistics import fmean

from sqlalchemy import Connection

from scoring.answers import NO_ANSWER, Answer, Answers, Value
from scoring.judgement import Judgement
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField, CustomerType
from scoring.xray.findings import XrayCase, XrayFinding, levels_of, xray
from service.answers.serialisation import ANSWERED, fits, pack, unpack
from service.faults import BadInput, NotAllowed
from service.judgement import CustomerJudgement, answered_at, judge_customer
from service.people.access import allow, event, now, plain_id
from service.people.actor import Actor
from service.people.members import shown_as, shown_names
from service.people.permissions import PERMISSIONS, Operation
from service.portfolio.comparison import read_comparison
from service.review.submissions import cleaned
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.xray import rows as xray_rows
from storage.xray.rows import FindingAnswerRow


@dataclass(frozen=True, slots=True)
class LookedAt:
    """That someone has looked at a finding, and why it stands. `name`: of who said so."""

    reason: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CustomerFinding:
    """One finding with what was said to it. `basis`: what the answers behind it say, in 64 signs."""

    seen: XrayFinding
    basis: str
    looked_at: LookedAt | None = None


@dataclass(frozen=True, slots=True)
class _Response:
    """Whose answers they are, and what they say."""

    response_id: str
    customer_id: str
    form: Form
    answers: Answers


def findings_of(ws: Workspace, actor: Actor, here: CustomerJudgement) -> list[CustomerFinding]:
    """What is seen in the response as it stands, the gravest first.

    Those of HPAS also see what is far above the neighbours: customers of the same type that start on the same day.
    """
    view = here.view
    held = _Response(view.response_id, view.customer.id, view.form, view.counted)
    case = XrayCase(
        judgement=here.judgement,
        answered_at=answered_at(view),
        actions=here.plan.actions,
        neighbours=_neighbours(ws, actor, here),
    )
    return _findings(ws, actor, held, case)


def look_at(
    ws: Workspace, actor: Actor, customer_id: str, *, rule_id: str, basis: str, reason: str, as_of: date
) -> None:
    """Say that someone has looked at a finding, and why it stands.

    Raises `NotAllowed`, and `BadInput`: finding_reason_missing, finding_gone when it is not seen any more, or what is wrong
    with the text.
    """
    customer_id = plain_id(customer_id)
    allow(ws, actor, Operation.ANSWER_FINDING, customer_id, thing=f"customer:{customer_id}")
    why = cleaned(reason)
    if why is None:
        raise BadInput("finding_reason_missing")
    here = judge_customer(ws, actor, customer_id, as_of=as_of)
    seen = {(found.seen.rule_id, found.basis) for found in findings_of(ws, actor, here)}
    if (rule_id, basis) not in seen:
        raise BadInput("finding_gone")
    row = FindingAnswerRow(here.view.response_id, rule_id, basis, why, actor.id, now())

    def save(connection: Connection, again: bool) -> None:
        if records.response_by_id(connection, row.response_id, for_update=True) is None:
            raise NotAllowed
        if again and row in xray_rows.finding_answers(connection, row.response_id):
            return
        xray_rows.add_finding_answer(connection, row)
        thing = f"response:{row.response_id}"
        records.audit(connection, event(actor, Operation.ANSWER_FINDING, thing, detail=rule_id))

    ws.database.once(save)


def _findings(ws: Workspace, actor: Actor, held: _Response, case: XrayCase) -> list[CustomerFinding]:
    allow(ws, actor, Operation.SEE_HISTORY, held.customer_id, thing=f"response:{held.response_id}")
    with ws.database.reading() as connection:
        levels = _levels(connection, held, case.judgement)
        answered = _answered(connection, held, case)
        said = _looked_at(connection, held)
    seen = xray(
        ws.xray,
        XrayCase(case.judgement, answered, levels, case.actions, case.neighbours),
    )
    based = [(found, _basis(held, found)) for found in seen]
    return [CustomerFinding(found, basis, said.get((found.rule_id, basis))) for found, basis in based]


def _answered(connection: Connection, held: _Response, case: XrayCase) -> Mapping[str, datetime]:
    """When each answer came about: what someone only stood by was said when it was said first."""
    given, carried = answer_rows.given_at(connection, held.response_id, ANSWERED), held.form.questionnaire.carried
    theirs = {id_ for id_ in carried if held.answers.get(id_, NO_ANSWER).disagrees is None}
    return {id_: at if id_ in theirs else given.get(id_, at) for id_, at in case.answered_at.items()}


def _levels(
    connection: Connection, held: _Response, judgement: Judgement
) -> Mapping[str, Sequence[tuple[datetime, Value | None]]]:
    found: dict[str, list[tuple[datetime, Value | None]]] = defaultdict(list)
    for question_id, stored, at in xray_rows.values_over_time(connection, held.response_id, levels_of(judgement)):
        question = held.form.questionnaire.by_id[question_id]
        if fits(question, AnswerField.VALUE, stored):
            value = unpack(question, AnswerField.VALUE, stored)
            found[question_id].append((at, None if isinstance(value, str) else value))
    return found


def _looked_at(connection: Connection, held: _Response) -> dict[tuple[str, str], LookedAt]:
    """The newest word on each finding."""
    names = shown_names(connection, held.customer_id)
    return {
        (row.rule_id, row.basis): LookedAt(row.reason, shown_as(names, row.actor), row.at)
        for row in xray_rows.finding_answers(connection, held.response_id)
    }


def _basis(held: _Response, found: XrayFinding) -> str:
    said = [[found.rule_id], *([each, *_said(held, each)] for each in found.questions)]
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _said(held: _Response, question_id: str) -> tuple[str | None, str | None]:
    answer: Answer = held.answers.get(question_id, NO_ANSWER)
    return pack(held.form, question_id, AnswerField.VALUE, answer.value), answer.not_applicable


def _neighbours(ws: Workspace, actor: Actor, here: CustomerJudgement) -> Mapping[str, Sequence[float]]:
    """Topic -> the mean attainments of the others of its type that start on its day, for those who may compare."""
    rule, view = ws.xray.habits.above_neighbours, here.view
    kind = view.customer.customer_type
    if rule is None or not isinstance(kind, CustomerType) or actor.role not in PERMISSIONS[Operation.COMPARE].roles:
        return {}
    compared = read_comparison(ws, actor, as_of=here.judgement.as_of, customer_type=kind)
    found: dict[str, list[float]] = defaultdict(list)
    for place, member in enumerate(compared.members):
        if member.go_live == view.customer.go_live and member.customer_id != view.customer.id:
            attained = compared.judged.attainment(place)
            for topic in rule.topics:
                own = [
                    value
                    for question in compared.judged.yardstick_of(place).questions
                    if question.topic == topic and (value := attained[question.id][1]) is not None
                ]
                if own:
                    found[topic].append(fmean(own))
    return found
