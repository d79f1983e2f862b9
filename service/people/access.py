"""The door: may this actor do this to that? A refusal is written to the audit log before it is told."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from enum import StrEnum

from language import OSLO, local_day
from service.faults import DatabaseProblem, NotAllowed
from service.people.actor import Actor, is_hpas
from service.people.permissions import Operation, Scope, require, scope_of
from service.workspace import Workspace
from storage import records
from storage.records import AuditRow

LONGEST_ID = 64


def now() -> datetime:
    """The moment of writing; the only clock of the service."""
    return datetime.now(UTC)


def moment(ws: Workspace) -> datetime:
    """When something is said: now, on the day the workspace is set to where it is set."""
    said = now()
    return said if ws.day is None else datetime.combine(ws.day, said.astimezone(OSLO).timetz()).astimezone(UTC)


def event(
    actor: Actor, operation: StrEnum, thing: str, *, outcome: str = "done", detail: str | None = None
) -> AuditRow:
    return AuditRow(now(), actor.id, operation.value, thing, outcome, detail)


def allow(
    ws: Workspace, actor: Actor, operation: Operation, customer_id: str | None = None, *, thing: str = ""
) -> None:
    """Raise `NotAllowed` unless the actor may. `customer_id` None: what was asked for does not exist."""
    with refusals_logged(ws, actor, operation, thing):
        require(actor, operation, customer_id)
    if operation is Operation.COMPARE:
        _note_reading(ws, actor, operation, "customers")
    if customer_id is None or is_hpas(customer_id) or operation not in _READINGS:
        return
    if scope_of(actor, operation) is Scope.ALL:
        _note_reading(ws, actor, Operation.READ, f"customer:{customer_id}")


_READINGS = frozenset({Operation.READ, Operation.SEE_HISTORY})


def _note_reading(ws: Workspace, actor: Actor, operation: Operation, thing: str) -> None:
    """Log that someone of HPAS has read a customer's data, or compared all: once for each person, thing and day of a process.

    A line for each run of a page would bury what else the log says, and grow it faster than the answers.
    """
    today = (local_day(now()), actor.id, thing)
    if today in ws.read_by or not ws.database.writable:
        return
    # What cannot be logged now must not keep anyone from reading: it is tried again at the next reading.
    with suppress(DatabaseProblem):
        with ws.database.writing() as connection:
            records.audit(connection, event(actor, operation, thing))
        ws.read_by.difference_update({line for line in ws.read_by if line[0] != today[0]})
        ws.read_by.add(today)


@contextmanager
def refusals_logged(ws: Workspace, actor: Actor, operation: Operation, thing: str) -> Iterator[None]:
    """Write a `NotAllowed` of the block to the audit log. Goes around a transaction, never into one."""
    try:
        yield
    except NotAllowed:
        # A log that cannot be written must not turn a refusal into something else.
        with suppress(DatabaseProblem), ws.database.writing() as connection:
            records.audit(connection, event(actor, operation, thing, outcome="refused"))
        raise


def plain_id(text: object) -> str:
    """An id from outside as it can be looked up; what could never be one is "", which nothing is called."""
    if isinstance(text, str) and len(text) <= LONGEST_ID and text.isascii() and text.isprintable():
        return text
    return ""
