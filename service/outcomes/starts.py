"""That a customer has started: said once its go-live has come, corrected or taken back with a reason, never overwritten."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from service.faults import BadInput, NotAllowed
from service.people.access import allow, event, now, plain_id
from service.people.actor import Actor
from service.people.customers import CustomerInfo, checked_day
from service.people.members import shown_as, shown_names
from service.people.permissions import Operation
from service.review.submissions import cleaned
from service.workspace import Workspace
from storage import records
from storage.outcomes import rows as outcome_rows
from storage.outcomes.rows import StartRow

# Who started so much earlier than its go-live has most likely mistyped the year; HPAS moves the go-live then.
EARLIEST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class SaidStart:
    """What someone said of the start. started_on: `None` takes it back. name: of who said so."""

    started_on: date | None
    reason: str | None
    name: str
    at: datetime


def confirm_start(
    ws: Workspace, actor: Actor, customer_id: str, started_on: date | None, *, as_of: date, reason: str | None = None
) -> None:
    """Say on which day the customer truly started. Another day than was said needs a reason; the same again says nothing.

    Raises `NotAllowed`, and `BadInput`: go_live_not_come, start_day_missing, start_ahead, start_too_early,
    start_reason_missing, or what is wrong with the day or the text.
    """
    id_ = _allowed(ws, actor, customer_id)
    day, why = checked_day(started_on), cleaned(reason)
    if day is None:
        raise BadInput("start_day_missing")
    if day > as_of:
        raise BadInput("start_ahead")

    def check(held: CustomerInfo) -> None:
        if held.go_live is None or held.go_live > as_of:
            raise BadInput("go_live_not_come")
        if day < held.go_live - EARLIEST:
            raise BadInput("start_too_early", most=EARLIEST.days)
        if held.started_on is not None and why is None:
            raise BadInput("start_reason_missing")

    _say(ws, actor, id_, day, why, check)


def take_back_start(ws: Workspace, actor: Actor, customer_id: str, *, reason: str | None) -> None:
    """Say that the customer has not started after all. Raises `NotAllowed`, and `BadInput`: start_reason_missing."""
    id_ = _allowed(ws, actor, customer_id)
    why = cleaned(reason)
    if why is None:
        raise BadInput("start_reason_missing")
    _say(ws, actor, id_, None, why, lambda _held: None)


def start_history(ws: Workspace, actor: Actor, customer_id: str) -> list[SaidStart]:
    """All that was said of the start, the newest first."""
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
        allow(ws, actor, Operation.READ, customer_id if known else None, thing=f"customer:{customer_id}")
        names = shown_names(connection, customer_id)
        said = outcome_rows.starts(connection, customer_id)
    return [SaidStart(row.started_on, row.reason, shown_as(names, row.actor), row.at) for row in reversed(said)]


def _allowed(ws: Workspace, actor: Actor, customer_id: str) -> str:
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
    allow(ws, actor, Operation.CONFIRM_START, customer_id if known else None, thing=f"customer:{customer_id}")
    return customer_id


def _say(
    ws: Workspace,
    actor: Actor,
    customer_id: str,
    day: date | None,
    why: str | None,
    check: Callable[[CustomerInfo], None],
) -> None:
    row = StartRow(day, why, actor.id, now())

    def say(connection: Connection, _again: bool) -> None:
        records.hold_customers(connection)
        held = next(iter(records.customers(connection, customer_id)), None)
        if held is None:
            raise NotAllowed
        # A second click, or one whose answer never came back, says what stands already.
        if held.started_on == day:
            return
        check(held)
        outcome_rows.say_started(connection, customer_id, row)
        told = json.dumps({"from": _iso(held.started_on), "to": _iso(day), "reason": why}, ensure_ascii=False)
        records.audit(connection, event(actor, Operation.CONFIRM_START, f"customer:{customer_id}", detail=told))

    ws.database.once(say)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
