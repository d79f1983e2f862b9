"""What a vurderingsfil brings, written in the transaction of the one who takes it in; every line keeps its who and when."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from scoring.packed_rows import pack_row
from scoring.plan import ActionStatus
from scoring.waivers import WaiverState
from service.answers.encodings import yardstick_of
from service.answers.responses import with_encoding
from service.answers.serialisation import answers_from
from service.dossier.beside import BroughtBeside, write_beside
from service.dossier.document import Dossier, DossierEvent, DossierSnapshot, DossierWaiver
from service.dossier.merging import BroughtAction, BroughtLine, of_customer
from service.forms import kept_forms
from service.people.actor import Actor
from service.people.customers import CustomerInfo
from service.review.submission_states import State
from service.review.submissions import SnapshotInfo
from service.workspace import Workspace
from storage import records
from storage.answers import rows as answer_rows
from storage.people import rows as people_rows
from storage.people.rows import MoveRow
from storage.plan import rows as plan_rows
from storage.plan.rows import ActionEdit, ActionRow, WaiverEventRow, WaiverRow
from storage.records import ResponseRow
from storage.review import rows as review_rows
from storage.review.rows import EventRow


@dataclass(frozen=True, slots=True)
class Brought:
    """What is new in a file. customer, response: as they are here, None when the file brings them too.

    linked: the customer is known by its name alone, under an id of its own. form: it goes over to the file's questionnaire.
    events: what became since of a waiver or of what was sent in, by its id.
    """

    customer: CustomerInfo | None
    response: ResponseRow | None
    linked: bool
    form: bool
    lines: tuple[BroughtLine, ...]
    actions: tuple[BroughtAction, ...]
    waivers: tuple[DossierWaiver, ...]
    snapshots: tuple[DossierSnapshot, ...]
    events: tuple[tuple[str, DossierEvent], ...]
    beside: BroughtBeside

    @property
    def nothing(self) -> bool:
        new = (self.lines, self.actions, self.waivers, self.snapshots, self.events, self.beside.some)
        return self.customer is not None and not (self.linked or self.form or any(new))


def write(ws: Workspace, connection: Connection, actor: Actor, dossier: Dossier, brought: Brought) -> str:
    """Store what is brought; the customer's id."""
    for kept in dossier.forms:
        records.keep_form(connection, kept.fingerprint, dossier.customer.customer_type, kept.body)
    customer_id = _customer(connection, dossier, brought)
    before = records.response_of(connection, customer_id)
    assert before is not None, "every customer has a response"
    if brought.form:
        records.set_form(connection, before.id, dossier.response.fingerprint)
    for line in brought.lines:
        answer_rows.bring_in(connection, before.id, line.edit, stands=line.stands)
    for action in brought.actions:
        _action(connection, before.id, action)
    for waiver in brought.waivers:
        _waiver(connection, before.id, waiver)
    for snapshot in brought.snapshots:
        _snapshot(connection, before, snapshot)
    _events(connection, brought.events)
    row = records.response_by_id(connection, before.id)
    assert row is not None, "it was there above"
    write_beside(connection, row, brought.beside, actor=actor, answers=bool(brought.lines))
    with_encoding(ws, connection, before)
    return customer_id


def _customer(connection: Connection, dossier: Dossier, brought: Brought) -> str:
    theirs, response = dossier.customer, dossier.response
    if brought.customer is not None:
        if brought.linked:
            people_rows.know_as(connection, theirs.id, brought.customer.id)
        return brought.customer.id
    kind = theirs.customer_type
    made = CustomerInfo(theirs.id, theirs.name, kind, theirs.go_live, theirs.invented, theirs.created_at)
    records.add_customer(connection, made)
    for move in theirs.moves:
        people_rows.add_move(connection, made.id, MoveRow(move.moved_from, move.moved_to, move.actor, move.at))
    records.add_response(
        connection, response.id, made.id, response.fingerprint, actor=response.created_by, at=response.created_at
    )
    return made.id


def _action(connection: Connection, response_id: str, brought: BroughtAction) -> None:
    edits = list(brought.edits)
    if brought.new:
        first = edits.pop(0)
        plan_rows.add_action(connection, _begun(response_id, brought, first), first)
    for edit in edits:
        now = plan_rows.action_by_id(connection, brought.action.id)
        assert now is not None, "it is there, or was added above"
        plan_rows.change_action(connection, now, edit)


def _begun(response_id: str, brought: BroughtAction, first: ActionEdit) -> ActionRow:
    """The action as it was made."""
    due = first.changes.get("due")
    values: dict[str, Any] = {
        **first.changes,
        "due": date.fromisoformat(due) if due else None,
        "id": brought.action.id,
        "response_id": response_id,
        "question_id": brought.action.question_id,
        "done_at": first.at if first.changes["status"] == ActionStatus.DONE else None,
        "version": 1,
        "created_by": first.actor,
        "created_at": first.at,
        "updated_by": first.actor,
        "updated_at": first.at,
    }
    return ActionRow(**values)


def _waiver(connection: Connection, response_id: str, waiver: DossierWaiver) -> None:
    proposed, *later = of_customer(waiver)
    about = (waiver.measure, waiver.owner, waiver.expires, waiver.given_for, proposed.actor, proposed.at)
    row = WaiverRow(waiver.id, response_id, waiver.question_id, WaiverState.PROPOSED.value, *about, *[None] * 3)
    plan_rows.add_waiver(connection, row)
    _events(connection, [(waiver.id, event) for event in later])


def _snapshot(connection: Connection, response: ResponseRow, snapshot: DossierSnapshot) -> None:
    sent, *later = of_customer(snapshot)
    form = kept_forms(connection, [snapshot.fingerprint])[snapshot.fingerprint]
    row = SnapshotInfo(
        id=snapshot.id,
        response_id=response.id,
        customer_id=response.customer.id,
        fingerprint=snapshot.fingerprint,
        as_of=snapshot.as_of,
        go_live=snapshot.go_live,
        days_left=(snapshot.go_live - snapshot.as_of).days,
        sent_at=snapshot.sent_at,
        sent_by=snapshot.sent_by,
        complete=snapshot.complete,
        marker=snapshot.marker,
        state=sent.state.value,
    )
    numbers = pack_row(yardstick_of(form), answers_from(form, json.loads(snapshot.body)))
    review_rows.add_snapshot(connection, row, numbers=numbers, body=snapshot.body)
    _events(connection, [(snapshot.id, event) for event in later])


def _events(connection: Connection, events: Iterable[tuple[str, DossierEvent]]) -> None:
    """What became of waivers and of what was sent in, as the customer has it."""
    for id_, event in events:
        if isinstance(event.state, State):
            row = EventRow(event.state.value, event.actor, event.at, event.reason)
            review_rows.add_event(connection, id_, row)
        else:
            decided = WaiverEventRow(event.state.value, event.actor, event.at, event.reason)
            plan_rows.decide_waiver(connection, id_, decided)
