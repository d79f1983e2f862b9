"""Approved exceptions (godkjent unntak): proposed by the customer's lead, decided by HPAS, with every step kept.

Nobody decides what they have proposed themselves. Whether an approved one still holds is derived
(`scoring.waivers.standing`): it falls by itself when it expires or when the answer it was given for changes.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import Connection

from language import day as day_text
from language import local_day, said
from scoring.answers import FIRST_DAY, LAST_DAY
from scoring.questionnaire import Form
from scoring.vocabulary import AnswerField
from scoring.waivers import WaiverCase, WaiverState
from service.answers.carried import value_that_counts
from service.answers.serialisation import fits, unpack
from service.faults import BadInput, NotAllowed
from service.forms import kept_forms
from service.people.access import allow, event, moment, plain_id
from service.people.actor import Actor
from service.people.customers import CustomerInfo
from service.people.members import shown_as, shown_names
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.plain_text import BadText, clean_name, clean_text
from storage.plan import rows as plan_rows
from storage.plan.rows import WaiverEventRow, WaiverRow
from storage.records import ResponseRow

__all__ = [
    "CustomerWaiver",
    "WaiverEvent",
    "approved_waivers",
    "case_of",
    "decide_waiver",
    "list_waivers",
    "open_proposals",
    "propose_waiver",
    "waiver_history",
    "withdraw_waiver",
]


@dataclass(frozen=True, slots=True)
class WaiverEvent:
    """What happened to a waiver: the state it got, by whom (an actor's id, and the name to show), when and why."""

    state: WaiverState
    by: str
    at: datetime
    reason: str | None
    name: str


@dataclass(frozen=True, slots=True)
class CustomerWaiver:
    """A waiver among those of all customers. `question` is its title."""

    customer: CustomerInfo
    question: str
    case: WaiverCase


def propose_waiver(
    ws: Workspace, actor: Actor, response_id: str, question_id: str, *, measure: str, owner: str, expires: date
) -> str:
    """Ask HPAS to go on with a hard stop as it is answered now; the waiver's id.

    Raises `NotAllowed` when the response is gone, and `BadInput`: already_proposed, or what is wrong with the question, the
    texts or the day.
    """
    response_id = plain_id(response_id)
    with ws.database.reading() as connection:
        response = records.response_by_id(connection, response_id)
        customer_id = response.customer.id if response else None
        allow(ws, actor, Operation.PROPOSE_WAIVER, customer_id, thing=f"response:{response_id}")
        if response is None:
            raise NotAllowed
        _check_hard_stop(kept_forms(connection, [response.fingerprint])[response.fingerprint], question_id)
    at = moment(ws)
    wanted = (_text(measure, "measure_missing"), _name(owner), _coming_day(expires, at))
    _lasts(expires, response.customer.go_live)
    waiver_id = uuid4().hex

    def save(connection: Connection, again: bool) -> None:
        if records.response_by_id(connection, response_id, for_update=True) is None:
            raise NotAllowed
        proposed = [row for row in plan_rows.waivers_of(connection, response_id) if row.state == WaiverState.PROPOSED]
        if again and any(row.id == waiver_id for row in proposed):
            return
        if any(row.question_id == question_id for row in proposed):
            raise BadInput("already_proposed", question_id=question_id)
        given_for = value_that_counts(connection, response, question_id)
        about = (WaiverState.PROPOSED.value, *wanted, given_for, actor.id, at, None, None, None)
        plan_rows.add_waiver(connection, WaiverRow(waiver_id, response_id, question_id, *about))
        records.audit(connection, event(actor, Operation.PROPOSE_WAIVER, f"waiver:{waiver_id}", detail=question_id))

    ws.database.once(save)
    return waiver_id


def decide_waiver(ws: Workspace, actor: Actor, waiver_id: str, *, approve: bool, reason: str) -> None:
    """Approve or reject a proposal. Refused when the answer is no longer the one it was proposed for.

    Raises `NotAllowed` when the waiver is gone, and `BadInput`: own_proposal, not_proposed, answer_changed, or what is wrong
    with the reason or the day.
    """
    waiver_id = plain_id(waiver_id)
    with ws.database.reading() as connection:
        _, response = _found(connection, waiver_id)
        customer_id = response.customer.id if response else None
        allow(ws, actor, Operation.DECIDE_WAIVER, customer_id, thing=f"waiver:{waiver_id}")
    if response is None:
        raise NotAllowed
    at, why = moment(ws), _text(reason, "decision_reason_missing")
    state = WaiverState.APPROVED if approve else WaiverState.REJECTED

    def save(connection: Connection, again: bool) -> None:
        row = _held(connection, waiver_id, response.id)
        if again and (row.state, row.decided_by, row.decided_at) == (state.value, actor.id, at):
            return
        if row.proposed_by == actor.id:
            raise BadInput("own_proposal")
        if row.state != WaiverState.PROPOSED:
            raise BadInput("not_proposed")
        if approve:
            _coming_day(row.expires, at)
            _lasts(row.expires, response.customer.go_live)
            if value_that_counts(connection, response, row.question_id) != row.given_for:
                raise BadInput("answer_changed", question_id=row.question_id)
        plan_rows.decide_waiver(connection, waiver_id, WaiverEventRow(state.value, actor.id, at, why))
        detail = f"{state.value} {row.question_id}"
        records.audit(connection, event(actor, Operation.DECIDE_WAIVER, f"waiver:{waiver_id}", detail=detail))

    ws.database.once(save)


def withdraw_waiver(ws: Workspace, actor: Actor, waiver_id: str, *, reason: str) -> None:
    """Take back a proposal (the customer's lead) or an approval (HPAS).

    Raises `NotAllowed` when the waiver is gone, and `BadInput`: not_proposed, decision_reason_missing.
    """
    waiver_id = plain_id(waiver_id)
    with ws.database.reading() as connection:
        row, response = _found(connection, waiver_id)
        decided = row is not None and row.state == WaiverState.APPROVED
        operation = Operation.DECIDE_WAIVER if decided else Operation.PROPOSE_WAIVER
        allow(ws, actor, operation, response.customer.id if response else None, thing=f"waiver:{waiver_id}")
    if row is None or response is None:
        raise NotAllowed
    at, why = moment(ws), _text(reason, "decision_reason_missing")

    def save(connection: Connection, again: bool) -> None:
        current = _held(connection, waiver_id, response.id)
        if again and (current.state, current.decided_at) == (WaiverState.WITHDRAWN.value, at):
            return
        if current.state != row.state or current.state not in (WaiverState.PROPOSED, WaiverState.APPROVED):
            raise BadInput("not_proposed")
        event_row = WaiverEventRow(WaiverState.WITHDRAWN.value, actor.id, at, why)
        plan_rows.decide_waiver(connection, waiver_id, event_row)
        records.audit(connection, event(actor, operation, f"waiver:{waiver_id}", detail=f"withdrawn {row.question_id}"))

    ws.database.once(save)


def list_waivers(ws: Workspace, actor: Actor, customer_id: str) -> list[WaiverCase]:
    """Every waiver of the customer's response, the oldest first.

    Raises `NotAllowed` for a customer that is another's or is not there.
    """
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        response = records.response_of(connection, customer_id)
        allow(ws, actor, Operation.READ, response.customer.id if response else None, thing=f"customer:{customer_id}")
        if response is None:
            raise NotAllowed
        form = kept_forms(connection, [response.fingerprint])[response.fingerprint]
        return [case for row in plan_rows.waivers_of(connection, response.id) if (case := case_of(row, form))]


def open_proposals(ws: Workspace, actor: Actor) -> list[CustomerWaiver]:
    """What waits for HPAS to decide, across all customers, the oldest first."""
    return _of_all(ws, actor, WaiverState.PROPOSED)


def approved_waivers(ws: Workspace, actor: Actor) -> list[CustomerWaiver]:
    """What HPAS has approved, across all customers, the oldest first; whether each still holds is derived."""
    return _of_all(ws, actor, WaiverState.APPROVED)


def _of_all(ws: Workspace, actor: Actor, state: WaiverState) -> list[CustomerWaiver]:
    allow(ws, actor, Operation.COMPARE)
    with ws.database.reading() as connection:
        held = [row for row in plan_rows.waivers_of(connection) if row.state == state]
        responses = {response.id: response for response in records.newest_responses(connection)} if held else {}
        forms = kept_forms(connection, {response.fingerprint for response in responses.values()})
    found = []
    for row in held:
        response = responses.get(row.response_id)
        if response and (case := case_of(row, form := forms[response.fingerprint])):
            title = said(form.questionnaire.by_id[row.question_id].title)
            found.append(CustomerWaiver(response.customer, title, case))
    return found


def waiver_history(ws: Workspace, actor: Actor, waiver_id: str) -> list[WaiverEvent]:
    """Everything that happened to a waiver, the oldest first."""
    waiver_id = plain_id(waiver_id)
    with ws.database.reading() as connection:
        _, response = _found(connection, waiver_id)
        customer_id = response.customer.id if response else None
        allow(ws, actor, Operation.SEE_HISTORY, customer_id, thing=f"waiver:{waiver_id}")
        events = plan_rows.waiver_events(connection, waiver_id)
        names = shown_names(connection, customer_id or "")
    return [
        WaiverEvent(WaiverState(each.state), each.actor, each.at, each.reason, shown_as(names, each.actor))
        for each in events
    ]


def _check_hard_stop(form: Form, question_id: str) -> None:
    question = form.questionnaire.by_id.get(question_id)
    if question is None:
        raise BadInput("unknown_question")
    if question.hard_stop is None:
        raise BadInput("not_a_hard_stop", question_id=question_id)
    if not question.waivable:
        raise BadInput("not_waivable", question_id=question_id)


def _found(connection: Connection, waiver_id: str) -> tuple[WaiverRow | None, ResponseRow | None]:
    row = plan_rows.waiver_by_id(connection, waiver_id)
    return row, records.response_by_id(connection, row.response_id) if row else None


def _held(connection: Connection, waiver_id: str, response_id: str) -> WaiverRow:
    """The waiver as it stands, with its response held, so that neither it nor the answer changes meanwhile."""
    records.response_by_id(connection, response_id, for_update=True)
    row = plan_rows.waiver_by_id(connection, waiver_id)
    if row is None:
        raise NotAllowed
    return row


def case_of(row: WaiverRow, form: Form) -> WaiverCase | None:
    """The row in words; None when the form no longer asks that question, or not in the way it was answered."""
    question = form.questionnaire.by_id.get(row.question_id)
    if question is None or not fits(question, AnswerField.VALUE, row.given_for):
        return None
    value = unpack(question, AnswerField.VALUE, row.given_for)
    assert not isinstance(value, str)
    return WaiverCase(
        id=row.id,
        question_id=row.question_id,
        state=WaiverState(row.state),
        measure=row.measure,
        owner=row.owner,
        expires=row.expires,
        given_for=value,
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
    )


def _text(text: object, missing: str) -> str:
    try:
        clean = clean_text(text)
    except BadText as error:
        raise BadInput(error.fault, question_id=None, **error.context) from None
    if clean is None:
        raise BadInput(missing)
    return clean


def _name(text: object) -> str:
    try:
        return clean_name(text)
    except BadText as error:
        raise BadInput(error.fault, question_id=None, **error.context) from None


def _lasts(expires: date, go_live: date | None) -> None:
    """A waiver lets a customer start: one that ends before the go-live lets nobody."""
    if go_live is not None and expires < go_live:
        raise BadInput("expires_before_go_live", go_live=day_text(go_live))


def _coming_day(day: object, at: datetime) -> date:
    if not isinstance(day, date) or isinstance(day, datetime) or not FIRST_DAY <= day <= LAST_DAY:
        raise BadInput("day_out_of_range")
    if day < local_day(at):
        raise BadInput("expires_passed")
    return day
