"""Answering, sending in and reviewing for tests, each in one line."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import count

from scoring.answers import Value
from scoring.vocabulary import AnswerField
from service.answers.responses import FieldChange, open_response, record_many
from service.people.actor import Actor
from service.review.open_review import looked_at_of
from service.review.submissions import State, move, open_snapshot, send_in
from service.workspace import Workspace
from tests.builders import GO_LIVE, REVIEWER, municipality

_EDITS = count(1)
Said = Mapping[str, Value | str | None]


def days_before(days: int) -> date:
    return GO_LIVE - timedelta(days=days)


def new_lead(ws: Workspace) -> Actor:
    """The lead of a municipality that is like no other."""
    return municipality(ws, f"Kommune {next(_EDITS)}")[0]


def say(ws: Workspace, actor: Actor, said: Said, *, field: AnswerField = AnswerField.VALUE) -> None:
    """Answer in the actor's own response."""
    changes = [FieldChange(question_id, field, content) for question_id, content in said.items()]
    view = open_response(ws, actor, actor.customer_id or "")
    record_many(ws, actor, view.response_id, changes, session="s", edit_no=next(_EDITS))


def marker(ws: Workspace, actor: Actor) -> int:
    return open_response(ws, actor, actor.customer_id or "").marker


def sent(ws: Workspace, lead: Actor, said: Said | None = None, *, left: int = 90) -> str:
    """Answer and send in so many days before the go-live; the snapshot."""
    if said:
        say(ws, lead, said)
    return send_in(ws, lead, lead.customer_id or "", seen=marker(ws, lead), as_of=days_before(left), incomplete=True)


def begin_review(ws: Workspace, snapshot_id: str) -> str:
    move(ws, REVIEWER, snapshot_id, State.IN_REVIEW, expected=State.SENT)
    return snapshot_id


def hand_back(ws: Workspace, snapshot_id: str, to: State = State.REVIEWED) -> str:
    """By someone who knows how much was not looked at."""
    unseen = looked_at_of(open_snapshot(ws, REVIEWER, snapshot_id)).unseen
    move(ws, REVIEWER, snapshot_id, to, expected=State.IN_REVIEW, comment="Se over bemanningen.", unseen=unseen)
    return snapshot_id
