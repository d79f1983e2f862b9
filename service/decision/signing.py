"""Making a decision and signing it: one side proposes and signs, the other signs. Nothing is ever taken back but by a new one.

The second signature stands only on what the first one saw: what has changed since asks for a new proposal. A
postponement moves the go-live when both have signed.
"""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import Connection

from language import DECISION_SIDES, DECISIONS
from scoring.packed_rows import pack_row
from scoring.vocabulary import CustomerType, DecisionKind, DecisionSide
from scoring.waivers import WaiverState
from service.decision.ground import DecisionGround, decision_ground
from service.decision.kept import read_decisions
from service.decision.stood import as_it_stands
from service.decision.wanted import WantedDecision, checked_conditions, checked_new_day, checked_reason
from service.faults import BadInput, NotAllowed
from service.judgement import judge_customer
from service.people.access import allow, event, moment, plain_id, refusals_logged
from service.people.actor import CUSTOMER_ROLES, Actor, Role
from service.people.customers import CustomerInfo, write_move
from service.people.permissions import PERMISSIONS, Operation
from service.review.submission_states import State
from service.review.submissions import ChangedSince, NotSeen
from service.workspace import Workspace
from storage import records
from storage.decision import rows as decision_rows
from storage.decision.rows import DecisionRow, SignatureRow
from storage.people import rows as people_rows
from storage.plan import rows as plan_rows
from storage.records import ResponseRow
from storage.review import rows as submission_rows


@dataclass(frozen=True, slots=True)
class SeenBy:
    """What was on screen: how many revisions the response had, and how many answers they know nobody has looked at."""

    marker: int
    unseen: int


def side_of(role: Role, customer: CustomerInfo) -> DecisionSide | None:
    """Whom someone with this role signs for; `None` when they do not.

    A lead signs at a GP office alone: there the one who leads the project is often the one who decides.
    """
    if role not in PERMISSIONS[Operation.SIGN_DECISION].roles:
        return None
    if role not in CUSTOMER_ROLES:
        return DecisionSide.HPAS
    decides = role is Role.DECISION_MAKER or customer.customer_type is CustomerType.GP_OFFICE
    return DecisionSide.CUSTOMER if decides else None


def propose_decision(
    ws: Workspace,
    actor: Actor,
    customer_id: str,
    proposal: WantedDecision,
    *,
    snapshot_id: str,
    saw: SeenBy,
    as_of: date,
) -> str:
    """Put a decision on what was sent in before both sides, signed for one's own; its id.

    Raises `NotAllowed`, `ChangedSince`, `NotSeen`, or `BadInput`: what keeps anything from being decided
    (`DecisionGround.obstacle`), newer_sent, decision_not_allowed, or what is wrong with a condition, the day or the reason.
    """
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        held = records.response_of(connection, customer_id)
        side = _side(ws, actor, held.customer if held else None, f"customer:{customer_id}")
    ground = _ground(ws, actor, customer_id, snapshot_id, saw, as_of)
    at = moment(ws)
    row = _row(ground, proposal, at)
    row = replace(row, signatures=(SignatureRow(side.value, saw.unseen, actor.id, actor.role.value, at),))
    numbers = pack_row(ground.here.measured_by, ground.answers)
    stood = json.dumps(as_it_stands(ground), ensure_ascii=False, separators=(",", ":"))

    def save(connection: Connection, again: bool) -> None:
        if again and decision_rows.decision_by_id(connection, row.id) is not None:
            return
        _still(connection, ground)
        decision_rows.add_decision(connection, row, numbers=numbers, stood=stood)
        told = event(actor, Operation.SIGN_DECISION, f"decision:{row.id}", detail=f"proposed {row.kind} {side.value}")
        records.audit(connection, told)

    ws.database.once(save)
    return row.id


def sign_decision(ws: Workspace, actor: Actor, decision_id: str, *, saw: SeenBy, as_of: date) -> None:
    """Sign for the other side. A postponement moves the go-live, in the same transaction.

    Raises `NotAllowed`, `ChangedSince`, `NotSeen`, or `BadInput`: the same as `propose_decision`, and decision_passed,
    already_signed, own_decision, decision_fallen.
    """
    decision_id = plain_id(decision_id)
    with ws.database.reading() as connection:
        row = decision_rows.decision_by_id(connection, decision_id)
        customer = next(iter(records.customers(connection, row.customer_id)), None) if row else None
        side = _side(ws, actor, customer, f"decision:{decision_id}")
        if row is None:
            raise NotAllowed
        _may_sign(connection, actor, row, side)
    ground = _ground(ws, actor, row.customer_id, row.snapshot_id, saw, as_of)
    waiting = read_decisions(ws, actor, ground.here).waiting
    if waiting is None or waiting.row.id != row.id:
        raise BadInput("decision_passed")
    if waiting.changes:
        raise BadInput("decision_fallen")
    kind = DecisionKind(row.kind)
    _allowed(ground, kind)
    at = moment(ws)

    def save(connection: Connection, again: bool) -> None:
        if kind is DecisionKind.POSTPONE:
            records.hold_customers(connection)
        held = decision_rows.decision_by_id(connection, row.id) or row
        if again and any((each.actor, each.at) == (actor.id, at) for each in held.signatures):
            return
        response = _still(connection, ground)
        _may_sign(connection, actor, held, side)
        signed = SignatureRow(side.value, saw.unseen, actor.id, actor.role.value, at)
        decision_rows.add_signature(connection, row.id, signed)
        told = event(actor, Operation.SIGN_DECISION, f"decision:{row.id}", detail=f"signed {row.kind} {side.value}")
        records.audit(connection, told)
        if kind is DecisionKind.POSTPONE:
            _postpone(connection, actor, response, row)

    ws.database.once(save)


def _side(ws: Workspace, actor: Actor, customer: CustomerInfo | None, thing: str) -> DecisionSide:
    """Whom they sign for, when they may."""
    allow(ws, actor, Operation.SIGN_DECISION, customer.id if customer else None, thing=thing)
    side = side_of(actor.role, customer) if customer else None
    if side is None:
        with refusals_logged(ws, actor, Operation.SIGN_DECISION, thing):
            raise NotAllowed
    return side


def _ground(
    ws: Workspace, actor: Actor, customer_id: str, snapshot_id: str, saw: SeenBy, as_of: date
) -> DecisionGround:
    """What it is made on, when that is what they saw, and nothing is in the way."""
    with ws.database.one_moment():
        ground = decision_ground(ws, actor, judge_customer(ws, actor, customer_id, as_of=as_of))
        marker, response_id = ground.here.view.marker, ground.here.view.response_id
        since = saw.marker if 0 <= saw.marker <= marker else 0
        with ws.database.reading() as connection:
            changed = submission_rows.changed_questions(connection, response_id, since) if since != marker else 0
    if ground.obstacle:
        raise BadInput(ground.obstacle, **ground.context)
    if ground.then is None or ground.then.info.id != snapshot_id:
        raise BadInput("newer_sent")
    if changed:
        raise ChangedSince(changed)
    if ground.unseen != saw.unseen:
        raise NotSeen(ground.unseen)
    return ground


def _allowed(ground: DecisionGround, kind: DecisionKind) -> None:
    if kind not in ground.allowed:
        raise BadInput("decision_not_allowed", kind=DECISIONS[kind])


def _row(ground: DecisionGround, wanted: WantedDecision, at: datetime) -> DecisionRow:
    """The decision as it is kept, nobody's signature on it."""
    view, then = ground.here.view, ground.then
    go_live = view.customer.go_live
    assert then is not None, "there is ground to stand on"
    assert go_live is not None, "there is ground to stand on"
    kind = DecisionKind(wanted.kind)
    _allowed(ground, kind)
    return DecisionRow(
        id=uuid4().hex,
        response_id=view.response_id,
        customer_id=view.customer.id,
        snapshot_id=then.info.id,
        kind=kind.value,
        go_live=go_live,
        new_go_live=checked_new_day(wanted, go_live),
        earliest=ground.earliest,
        reason=checked_reason(wanted),
        marker=view.marker,
        head=view.head,
        waivers=json.dumps({s.judged.question.id: s.waiver.id for s in ground.stops if s.waiver}),
        made_at=at,
        fingerprint=view.form.fingerprint,
        conditions=checked_conditions(wanted, ground.here.judgement.as_of),
    )


def _still(connection: Connection, ground: DecisionGround) -> ResponseRow:
    """The response, held, when nothing of what the decision is made on has changed since it was read."""
    view, then = ground.here.view, ground.then
    row = records.response_by_id(connection, view.response_id, for_update=True)
    if row is None or then is None:
        raise NotAllowed
    if row.revisions != view.marker:
        raise ChangedSince(submission_rows.changed_questions(connection, row.id, view.marker))
    newest = [each for each in submission_rows.of_response(connection, row.id) if each.state != State.REOPENED][-1]
    if (newest.id, newest.state) != (then.info.id, then.info.state):
        raise BadInput("newer_sent" if newest.id != then.info.id else "not_reviewed")
    leaned = {stop.waiver.id for stop in ground.stops if stop.waiver}
    approved = {each.id for each in plan_rows.waivers_of(connection, row.id) if each.state == WaiverState.APPROVED}
    if row.customer.go_live != view.customer.go_live or not leaned <= approved:
        raise BadInput("decision_fallen")
    return row


def _may_sign(connection: Connection, actor: Actor, row: DecisionRow, side: DecisionSide) -> None:
    """Both sides sign, and not the same person."""
    if any(each.side == side for each in row.signatures):
        raise BadInput("already_signed", side=DECISION_SIDES[side])
    member = people_rows.member_by_id(connection, actor.id)
    same = {actor.id} | ({each.id for each in people_rows.same_person(connection, member)} if member else set())
    if any(each.actor in same for each in row.signatures):
        raise BadInput("own_decision", side=DECISION_SIDES[side])


def _postpone(connection: Connection, actor: Actor, response: ResponseRow, row: DecisionRow) -> None:
    """Move the go-live as both have signed; the log says why."""
    write_move(connection, actor, response.customer, row.new_go_live)
    said = {"from": row.go_live.isoformat(), "to": row.new_go_live and row.new_go_live.isoformat()}
    detail = json.dumps(said | {"reason": row.reason}, ensure_ascii=False)
    records.audit(connection, event(actor, Operation.SET_GO_LIVE, f"customer:{row.customer_id}", detail=detail))
