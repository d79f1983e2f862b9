"""Files of what all customers lack and do about it: their gaps, their actions, and the exceptions they have asked for."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from language import CUSTOMER_TYPES, HARD_STOPS, RESPONSIBLE, STATUSES, WAITING_ON
from language.service.files import all_plans as words
from language.service.people.members import FORGOTTEN
from reports.columns import Table, choice, day, moment, number, text, truth, whole
from reports.judgement.gaps_csv import WHEN
from reports.plan.plan_wording import ACTION_STATUSES
from scoring.gaps import When, due_step
from scoring.packed_rows import WAITED_ON
from scoring.plan import OPEN
from scoring.portfolio.portfolio import FormBatch
from scoring.questionnaire import Question
from scoring.rules import NONE
from scoring.rules import STATUSES as CODES
from scoring.vocabulary import LATE, Status, WaitingOn
from scoring.waivers import WaiverState
from service.files.answers import everyone
from service.files.export import Export, ExportScope, Wanted, rows_of
from service.forms import kept_forms
from service.people.permissions import Operation
from service.plan.waivers_in_force import waivers_that_hold
from service.portfolio.comparison import ComparedMember, Comparison
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows
from storage.plan import rows as plan_rows
from storage.plan.rows import ActionRow, WaiverRow
from storage.records import ResponseRow

_SETTLED = (Status.MET, Status.NOT_APPLICABLE)


class _GapLine(NamedTuple):
    """expected: what the plan asks for now, 0..1. slack, reserve: days, `None` where no step is to come."""

    member: ComparedMember
    question: Question
    factor: str
    status: Status
    attainment: float | None
    expected: float | None
    by: date
    days_late: int
    slack: int | None
    reserve: int | None
    waiting_on: WaitingOn | None
    waived: bool

    @property
    def when(self) -> When:
        return When.NOW if self.status in LATE else When.AT_RISK if self.status is Status.AT_RISK else When.NEXT


_GAPS: Table[_GapLine] = {
    text("customer_id", "Kunde-id"): lambda line: line.member.customer_id,
    text("customer", "Kunde"): lambda line: line.member.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: line.member.customer_type,
    day("go_live", "Oppstart"): lambda line: line.member.go_live,
    text("question_id", "Spørsmål-id"): lambda line: line.question.id,
    text("question", "Spørsmål"): lambda line: line.question.title.nb,
    text("factor", "Suksessfaktor"): lambda line: line.factor,
    choice("hard_stop", "Stoppkrav", HARD_STOPS): lambda line: line.question.hard_stop,
    choice("when", "Når", WHEN): lambda line: line.when,
    choice("status", "Status", STATUSES): lambda line: line.status,
    number("attainment", "Oppnåelse", 3): lambda line: line.attainment,
    number("expected_attainment", "Forventet oppnåelse", 3): lambda line: line.expected,
    day("by", "Frist"): lambda line: line.by,
    whole("days_late", "Dager på etterskudd"): lambda line: line.days_late,
    whole("slack_days", "Dager å gå på"): lambda line: line.slack,
    whole("reserve_days", "Dager til datoen ikke holder"): lambda line: line.reserve,
    choice("waiting_on", "Venter på", WAITING_ON): lambda line: line.waiting_on,
    choice("responsible", "Ansvarlig", RESPONSIBLE): lambda line: line.question.responsible,
    truth("waived", "Godkjent unntak"): lambda line: line.waived,
}


def _gaps(ws: Workspace, wanted: Wanted) -> Iterator[_GapLine]:
    """As `scoring.gaps` finds them of one customer; those with the same form stand together. None without a go-live."""
    found = everyone(ws, wanted)
    for part, (laid, judged) in enumerate(found.judged.parts):
        open_ = (judged.status != NONE) & ~np.isin(judged.status, [CODES.index(status) for status in _SETTLED])
        for row, column in np.argwhere(open_ & ~np.isnan(laid.go_live)[:, None]).tolist():
            yield _gap(found, laid, part, row, column)


def _gap(found: Comparison, laid: FormBatch, part: int, row: int, column: int) -> _GapLine:
    judged = found.judged.parts[part][1]
    question, status = laid.yardstick.questions[column], CODES[judged.status[row, column]]
    attained = _number(judged.attainment[row, column])
    go_live, left = int(laid.go_live[row]), int(laid.go_live[row] - laid.as_of[row])
    days, _ = due_step(question, attained, left, now=status in LATE)
    return _GapLine(
        member=found.members[int(laid.places[row])],
        question=question,
        factor=laid.yardstick.form.factors[question.topic],
        status=status,
        attainment=attained,
        expected=_number(laid.yardstick.expected[judged.phase[row], column]),
        by=date.fromordinal(go_live) - timedelta(days=days),
        days_late=int(judged.days_late[row, column]),
        slack=_days(judged.slack[row, column]),
        reserve=_days(judged.reserve[row, column]),
        waiting_on=WAITED_ON[found.waits[part][1][row, column]],
        waived=bool(judged.waived[row, column]),
    )


def _number(value: float) -> float | None:
    return float(value) if value == value else None


def _days(value: float) -> int | None:
    return int(value) if np.isfinite(value) else None


ALL_GAPS = Export(
    id="all_gaps",
    title=words.ALL_GAPS,
    about=words.ABOUT_ALL_GAPS,
    named="mangler-alle",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_GAPS,
    key=("customer_id", "question_id"),
    read=_gaps,
    rows=rows_of(_GAPS),
    at_a_cut=True,
    on_a_basis=True,
)


class _ActionLine(NamedTuple):
    response: ResponseRow
    action: ActionRow
    question: str | None
    owner: str | None
    overdue: bool


_ACTIONS: Table[_ActionLine] = {
    text("action_id", "Tiltak-id"): lambda line: line.action.id,
    text("customer_id", "Kunde-id"): lambda line: line.response.customer.id,
    text("customer", "Kunde"): lambda line: line.response.customer.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: line.response.customer.customer_type,
    text("question_id", "Spørsmål-id"): lambda line: line.action.question_id,
    text("question", "Spørsmål"): lambda line: line.question,
    text("action", "Tiltak"): lambda line: line.action.text,
    choice("status", "Status", ACTION_STATUSES): lambda line: line.action.status,
    text("owner", "Ansvarlig"): lambda line: line.owner,
    day("due", "Frist"): lambda line: line.action.due,
    truth("overdue", "Over fristen"): lambda line: line.overdue,
    text("note", "Merknad"): lambda line: line.action.note,
    moment("done_at", "Ferdig"): lambda line: line.action.done_at,
    moment("created_at", "Laget"): lambda line: line.action.created_at,
    moment("updated_at", "Sist endret"): lambda line: line.action.updated_at,
}


def _actions(ws: Workspace, wanted: Wanted) -> Iterator[_ActionLine]:
    """In the order they were made."""
    with ws.database.reading() as connection:
        responses = {response.id: response for response in records.newest_responses(connection)}
        forms = kept_forms(connection, {response.fingerprint for response in responses.values()})
        held = [row for row in plan_rows.all_actions(connection) if row.response_id in responses]
        names = {m.id: m.name or m.email or FORGOTTEN() for m in people_rows.members(connection, everyone=True)}
    for row in held:
        response = responses[row.response_id]
        asked = forms[response.fingerprint].questionnaire.by_id.get(row.question_id or "")
        owner = names.get(row.owner_member, FORGOTTEN()) if row.owner_member else row.owner_name
        overdue = row.status in OPEN and row.due is not None and row.due < wanted.as_of
        yield _ActionLine(response, row, asked.title.nb if asked else None, owner, overdue)


ACTIONS = Export(
    id="actions",
    title=words.ACTIONS,
    about=words.ABOUT_ACTIONS,
    named="tiltak-alle",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_ACTIONS,
    key=("action_id",),
    read=_actions,
    rows=rows_of(_ACTIONS),
)

STATES = {
    WaiverState.PROPOSED: "foreslått",
    WaiverState.APPROVED: "godkjent",
    WaiverState.REJECTED: "avslått",
    WaiverState.WITHDRAWN: "trukket tilbake",
}


class _WaiverLine(NamedTuple):
    response: ResponseRow
    waiver: WaiverRow
    question: str | None
    holds: bool


_WAIVERS: Table[_WaiverLine] = {
    text("waiver_id", "Unntak-id"): lambda line: line.waiver.id,
    text("customer_id", "Kunde-id"): lambda line: line.response.customer.id,
    text("customer", "Kunde"): lambda line: line.response.customer.name,
    choice("customer_type", "Kundetype", CUSTOMER_TYPES): lambda line: line.response.customer.customer_type,
    text("question_id", "Spørsmål-id"): lambda line: line.waiver.question_id,
    text("question", "Spørsmål"): lambda line: line.question,
    choice("state", "Status", STATES): lambda line: line.waiver.state,
    truth("holds", "Gjelder nå"): lambda line: line.holds,
    text("measure", "Tiltak i stedet"): lambda line: line.waiver.measure,
    text("owner", "Ansvarlig"): lambda line: line.waiver.owner,
    day("expires", "Gjelder til"): lambda line: line.waiver.expires,
    text("proposed_by", "Foreslått av"): lambda line: line.waiver.proposed_by,
    moment("proposed_at", "Foreslått"): lambda line: line.waiver.proposed_at,
    text("decided_by", "Avgjort av"): lambda line: line.waiver.decided_by,
    moment("decided_at", "Avgjort"): lambda line: line.waiver.decided_at,
    text("reason", "Begrunnelse"): lambda line: line.waiver.reason,
}


def _waivers(ws: Workspace, wanted: Wanted) -> Iterator[_WaiverLine]:
    """In the order they were proposed."""
    with ws.database.reading() as connection:
        responses = {response.id: response for response in records.newest_responses(connection)}
        forms = kept_forms(connection, {response.fingerprint for response in responses.values()})
        held = [row for row in plan_rows.waivers_of(connection) if row.response_id in responses]
    in_force = waivers_that_hold(ws, wanted.actor, as_of=wanted.as_of)
    for row in held:
        response = responses[row.response_id]
        asked = forms[response.fingerprint].questionnaire.by_id.get(row.question_id)
        yield _WaiverLine(response, row, asked.title.nb if asked else None, row.id in in_force)


WAIVERS = Export(
    id="waivers",
    title=words.WAIVERS,
    about=words.ABOUT_WAIVERS,
    named="unntak-alle",
    operation=Operation.EXPORT_COMPARISON,
    scope=ExportScope.ALL,
    columns=_WAIVERS,
    key=("waiver_id",),
    read=_waivers,
    rows=rows_of(_WAIVERS),
)
