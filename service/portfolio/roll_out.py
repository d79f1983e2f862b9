"""Moving all who start on one day: tried without a trace, then written for all of them in one transaction with a reason."""

import json
from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import Connection

from service.faults import BadInput
from service.people.access import allow, event, plain_id
from service.people.actor import Actor
from service.people.customers import checked_day, checked_reason, write_move
from service.people.permissions import Operation
from service.portfolio.comparison import Comparison, read_comparison
from service.portfolio.shared_roles import move_bookings
from service.workspace import Workspace
from storage import records


def try_move(ws: Workspace, actor: Actor, moves: Mapping[str, date], *, as_of: date) -> Comparison:
    """All customers as they would be judged if these started on other days. Nothing is written."""
    return read_comparison(ws, actor, as_of=as_of, moved=moves)


def move_wave(
    ws: Workspace, actor: Actor, customer_ids: Collection[str], *, from_day: date, to_day: date, reason: str
) -> int:
    """Let all of these, who start on one day, start on another; how many. One line in the log, a move for each.

    Roles booked for the wave follow it when nobody is left on the day.
    Raises `NotAllowed` for a customer that is not there, and `BadInput`: wave_moved when one of them starts on another day
    now, same_day, move_reason_missing, or what is wrong with the day.
    """
    ids = sorted({plain_id(each) for each in customer_ids})
    with ws.database.reading() as connection:
        known = {customer.id for customer in records.customers(connection)}
    for each in ids or [""]:
        allow(ws, actor, Operation.SET_GO_LIVE, each if each in known else None, thing=f"customer:{each}")
    why, day = checked_reason(reason), checked_day(to_day)
    if why is None:
        raise BadInput("move_reason_missing")
    if day == from_day:
        raise BadInput("same_day")

    def move(connection: Connection, again: bool) -> int:
        records.hold_customers(connection)
        held = [customer for customer in records.customers(connection) if customer.id in ids]
        if again and all(customer.go_live == day for customer in held):
            return len(held)
        if any(customer.go_live != from_day for customer in held):
            raise BadInput("wave_moved")
        for customer in held:
            write_move(connection, actor, customer, day, reason=why)
        if all(customer.go_live != from_day for customer in records.listed_customers(connection)):
            move_bookings(connection, actor, from_day, to_day)
        said = {"from": from_day.isoformat(), "to": to_day.isoformat(), "reason": why, "customers": ids}
        thing = f"wave:{from_day.isoformat()}"
        records.audit(
            connection, event(actor, Operation.SET_GO_LIVE, thing, detail=json.dumps(said, ensure_ascii=False))
        )
        return len(held)

    return ws.database.once(move)
