"""Sending in: a response frozen as it stands, read again as it was, and moved on by those who may.

Unlike a save, sending in and moving on are refused when someone else has been quicker: they are decisions on what was
seen (`ChangedSince`, `MovedOn`). The working response always goes on.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import Connection

from language.service.review import submissions as words
from scoring.answers import Answer, Value
from scoring.basis import customers_part
from scoring.judgement import Judgement, judge
from scoring.packed_rows import pack_row
from scoring.questionnaire import Form
from scoring.review.looked_at import Manner
from scoring.review.looked_at import unseen as unseen_of
from scoring.vocabulary import Status
from service.answers.carried import frozen_answers
from service.answers.encodings import yardstick_of
from service.answers.serialisation import answers_from
from service.faults import BadInput, NotAllowed, Refused
from service.forms import kept_forms
from service.people.access import allow, event, moment, plain_id
from service.people.actor import CUSTOMER_ROLES, Actor
from service.people.customers import CustomerInfo
from service.people.permissions import Operation
from service.review.carrying import carry_over
from service.review.rated_values import rated_value
from service.review.submission_states import HANDED_BACK, OPEN, State, move_between, operation_of
from service.workspace import Workspace
from storage import records
from storage.plain_text import BadText, clean_text
from storage.records import ResponseRow
from storage.review import rows as submission_rows
from storage.review.rows import EventRow, RatingRow
from storage.review.rows import SnapshotRow as SnapshotInfo

__all__ = [
    "ChangedSince",
    "GivenRating",
    "MovedOn",
    "NotSeen",
    "SnapshotInfo",
    "SnapshotView",
    "State",
    "blockers",
    "list_snapshots",
    "move",
    "open_snapshot",
    "send_in",
]


class ChangedSince(Refused):
    """`count` questions are answered otherwise than when the page was drawn. Nothing was sent in."""

    def __init__(self, changed: int) -> None:
        super().__init__(words.CHANGED_SINCE(changed=changed))
        self.count = changed


class MovedOn(Refused):
    """Someone else has moved it; `state` is where it stands now."""

    def __init__(self, state: State) -> None:
        super().__init__(words.MOVED_ON())
        self.state = state


class NotSeen(Refused):
    """`count` answers have no word of HPAS's, and the person has not said that they know. Nothing was changed."""

    def __init__(self, unseen: int) -> None:
        super().__init__(words.NOT_SEEN(unseen=unseen))
        self.count = unseen


@dataclass(frozen=True, slots=True)
class GivenRating:
    """What HPAS says of one answer, as it stands. `manner`: how it came to it, `None` by looking."""

    agreed: bool
    value: Value | None
    reason: str | None
    by: str
    at: datetime
    manner: Manner | None = None


@dataclass(frozen=True, slots=True)
class SnapshotView:
    """What was sent in, as it was. `ratings`: question -> HPAS's rating; empty for the customer until handed back."""

    info: SnapshotInfo
    customer: CustomerInfo
    form: Form
    answers: Mapping[str, Answer]
    events: tuple[EventRow, ...]
    ratings: Mapping[str, GivenRating]

    @property
    def state(self) -> State:
        return State(self.info.state)


def blockers(judgement: Judgement) -> list[str]:
    """Ids of the customer's own hard stops that are due and have no answer, in the order of the form."""
    return [
        question_id
        for question_id, judged in judgement.questions.items()
        if judged.own and judged.question.hard_stop and judged.status is Status.UNANSWERED
    ]


def send_in(ws: Workspace, actor: Actor, customer_id: str, *, seen: int, as_of: date, incomplete: bool = False) -> str:
    """Freeze the customer's response; the snapshot's id. `seen`: the marker of the view that was decided on.

    A second click on the same answers gives the snapshot that is there. Raises `NotAllowed`, `ChangedSince`, or `BadInput`:
    go_live_missing, due_stops_unanswered (unless `incomplete`), already_sent, already_in_review.
    """
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        row = records.response_of(connection, customer_id)
    allow(ws, actor, Operation.SEND_IN, row.customer.id if row else None, thing=f"customer:{customer_id}")
    if row is None:
        raise NotAllowed
    response_id, at = row.id, moment(ws)

    def send(connection: Connection, _again: bool) -> str:
        held = records.response_by_id(connection, response_id, for_update=True)
        if held is None:
            raise NotAllowed
        _unchanged(connection, held, seen)
        return _open_already(connection, held) or _freeze(connection, actor, held, as_of, at, incomplete=incomplete)

    return ws.database.once(send)


def _unchanged(connection: Connection, row: ResponseRow, seen: int) -> None:
    since = seen if 0 <= seen <= row.revisions else 0
    changed = submission_rows.changed_questions(connection, row.id, since) if seen != row.revisions else 0
    if changed:
        raise ChangedSince(changed)


def _open_already(connection: Connection, row: ResponseRow) -> str | None:
    """The snapshot that is open and says the same; a double click has already sent it."""
    for sent in submission_rows.of_response(connection, row.id):
        if sent.state in OPEN:
            if not submission_rows.changed_questions(connection, row.id, sent.marker):
                return sent.id
            raise BadInput("already_sent" if sent.state == State.SENT else "already_in_review")
    return None


def _freeze(
    connection: Connection, actor: Actor, row: ResponseRow, as_of: date, at: datetime, *, incomplete: bool
) -> str:
    go_live = row.customer.go_live
    if go_live is None:
        raise BadInput("go_live_missing")
    form = kept_forms(connection, [row.fingerprint])[row.fingerprint]
    answers, said = frozen_answers(connection, row, form)
    missing = blockers(judge(yardstick_of(form), answers, go_live=go_live, as_of=as_of))
    if missing and not incomplete:
        raise BadInput("due_stops_unanswered", questions=", ".join(missing))
    sent = SnapshotInfo(
        id=uuid4().hex,
        response_id=row.id,
        customer_id=row.customer.id,
        fingerprint=row.fingerprint,
        as_of=as_of,
        go_live=go_live,
        days_left=(go_live - as_of).days,
        sent_at=at,
        sent_by=actor.id,
        complete=not missing,
        marker=row.revisions,
        state=State.SENT.value,
    )
    body = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    submission_rows.add_snapshot(connection, sent, numbers=pack_row(yardstick_of(form), answers), body=body)
    records.audit(connection, event(actor, Operation.SEND_IN, f"snapshot:{sent.id}", detail=f"response:{row.id}"))
    return sent.id


def list_snapshots(ws: Workspace, actor: Actor, customer_id: str) -> list[SnapshotInfo]:
    """What the customer has sent in, the newest first."""
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
        allow(ws, actor, Operation.READ, customer_id if known else None, thing=f"customer:{customer_id}")
        found = submission_rows.snapshots(connection, customer_id=customer_id)
    return found[::-1]


def open_snapshot(ws: Workspace, actor: Actor, snapshot_id: str) -> SnapshotView:
    """What was sent in, with all that became of it that the actor may see."""
    snapshot_id = plain_id(snapshot_id)
    with ws.database.reading() as connection:
        info = allowed_snapshot(ws, connection, actor, Operation.READ, snapshot_id)
        customer = records.customers(connection, info.customer_id)[0]
        form = kept_forms(connection, [info.fingerprint])[info.fingerprint]
        body = submission_rows.bodies(connection, [info.id])[info.id]
        happened = submission_rows.events(connection, info.id)
        lines = submission_rows.ratings(connection, info.id) if sees_reviews(actor, info) else []
    ratings = {line.question_id: _rated(form, line) for line in lines}
    return SnapshotView(info, customer, form, answers_from(form, json.loads(body)), tuple(happened), ratings)


def sees_reviews(actor: Actor, info: SnapshotInfo) -> bool:
    """HPAS always; the customer once it is handed back."""
    return actor.role not in CUSTOMER_ROLES or info.state in HANDED_BACK


def _rated(form: Form, line: RatingRow) -> GivenRating:
    manner = None if line.manner is None else Manner(line.manner)
    return GivenRating(line.agreed, rated_value(form, line), line.reason, line.actor, line.at, manner)


def move(
    ws: Workspace,
    actor: Actor,
    snapshot_id: str,
    to: State,
    *,
    expected: State,
    comment: str | None = None,
    unseen: int = 0,
) -> None:
    """Bring a snapshot to another state. `expected`: where it stood on the page; `unseen`: how many answers were not looked at.

    Beginning a review carries over what still holds of the last one. Raises `MovedOn` when it stands elsewhere, `NotSeen`
    when a review is finished with another number unseen, or `BadInput`: no_such_move, newer_sent, comment_missing,
    reopen_reason_missing.
    """
    snapshot_id = plain_id(snapshot_id)
    operation = operation_of(to)
    with ws.database.reading() as connection:
        allowed_snapshot(ws, connection, actor, operation or Operation.REVIEW, snapshot_id)
    step = move_between(expected, to)
    if step is None:
        raise BadInput("no_such_move")
    said = cleaned(comment)
    if step.comment and said is None:
        raise BadInput("reopen_reason_missing" if to is State.IN_REVIEW else "comment_missing")
    at = moment(ws)

    def go(connection: Connection, again: bool) -> None:
        info = held_snapshot(connection, snapshot_id)
        if again and info.state == to:
            return
        if info.state != expected:
            raise MovedOn(State(info.state))
        _may_go(connection, info, to, unseen)
        submission_rows.add_event(connection, snapshot_id, EventRow(to.value, actor.id, at, said))
        if (info.state, to) == (State.SENT, State.IN_REVIEW):
            carry_over(connection, info, actor=actor.id, at=at)
        records.audit(connection, event(actor, step.operation, f"snapshot:{snapshot_id}", detail=to.value))

    ws.database.once(go)


def _may_go(connection: Connection, info: SnapshotInfo, to: State, known: int) -> None:
    """What must hold beside the state: nothing newer is sent in, and what is not seen is known."""
    if info.state in HANDED_BACK and submission_rows.of_response(connection, info.response_id)[-1].id != info.id:
        raise BadInput("newer_sent")
    if to is State.REVIEWED and (found := len(_unseen(connection, info))) != known:
        raise NotSeen(found)


def _unseen(connection: Connection, info: SnapshotInfo) -> list[str]:
    form = kept_forms(connection, [info.fingerprint])[info.fingerprint]
    answers = answers_from(form, json.loads(submission_rows.bodies(connection, [info.id])[info.id]))
    own = customers_part(form.questionnaire, answers)
    return unseen_of(own, {line.question_id: line for line in submission_rows.ratings(connection, info.id)})


def allowed_snapshot(
    ws: Workspace, connection: Connection, actor: Actor, operation: Operation, snapshot_id: str
) -> SnapshotInfo:
    """The snapshot, when the actor may do this to it. Raises `NotAllowed`."""
    info = submission_rows.snapshot_by_id(connection, snapshot_id)
    allow(ws, actor, operation, info.customer_id if info else None, thing=f"snapshot:{snapshot_id}")
    if info is None:
        raise NotAllowed
    return info


def held_snapshot(connection: Connection, snapshot_id: str) -> SnapshotInfo:
    """The snapshot as it stands, while nobody else moves it: whoever writes of a response holds the response.

    Raises `NotAllowed` when the snapshot or its response is gone.
    """
    info = submission_rows.snapshot_by_id(connection, snapshot_id)
    if info is None or records.response_by_id(connection, info.response_id, for_update=True) is None:
        raise NotAllowed
    # What was read before the response was ours may be out of date.
    return submission_rows.snapshot_by_id(connection, snapshot_id) or info


def cleaned(text: str | None) -> str | None:
    """The text as it is stored; `None` when nothing is said. Raises `BadInput`."""
    try:
        return None if text is None else clean_text(text)
    except BadText as error:
        raise BadInput(error.fault, question_id=None, **error.context) from None
