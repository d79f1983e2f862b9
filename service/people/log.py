"""The audit log and the yearly review of who has access: reading them, and handing them out as CSV."""

from datetime import date

from language import OPERATIONS, OUTCOMES
from reports.dialect import Dialect, Label
from reports.people_csv import ACCESS, LOG, people_csv
from service.answers.file_import import Exported
from service.people.access import allow, event
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows
from storage.records import AuditRow as LogLine

__all__ = ["LogLine", "export_access", "export_log", "read_log"]


def read_log(ws: Workspace, actor: Actor, *, most: int = 1_000) -> list[LogLine]:
    """The newest lines, the newest first."""
    allow(ws, actor, Operation.READ_AUDIT_LOG)
    with ws.database.reading() as connection:
        return list(reversed(records.audit_log(connection)))[:most]


def export_log(ws: Workspace, actor: Actor, dialect: Dialect, *, as_of: date) -> Exported:
    """The whole log, the oldest first."""
    allow(ws, actor, Operation.READ_AUDIT_LOG)
    with ws.database.reading() as connection:
        lines = records.audit_log(connection)
    _told(ws, actor, Operation.READ_AUDIT_LOG, "log")
    rows = ((line.at, line.actor, *_in_words(line), line.detail) for line in lines)
    return Exported(f"klarsjekk-logg-{as_of.isoformat()}.csv", people_csv(LOG, rows, dialect))


def export_access(ws: Workspace, actor: Actor, dialect: Dialect, *, as_of: date) -> Exported:
    """Everyone who has or has had access, for the yearly review."""
    allow(ws, actor, Operation.REVIEW_ACCESS)
    with ws.database.reading() as connection:
        names = {customer.id: customer.name for customer in records.customers(connection)}
        held = people_rows.members(connection, everyone=True)
    _told(ws, actor, Operation.REVIEW_ACCESS, "access")
    rows = (
        (
            *(m.id, "HPAS" if m.customer_id is None else names[m.customer_id], m.role, m.name, m.email, m.invited_by),
            *(m.invited_at, m.bound_at, m.last_seen_at, m.removed_at),
        )
        for m in held
    )
    return Exported(f"klarsjekk-tilganger-{as_of.isoformat()}.csv", people_csv(ACCESS, rows, dialect))


def _in_words(line: LogLine) -> tuple[Label, str, Label]:
    """What was done to what, and how it went: for programs as it is stored, for people in Norwegian."""
    operation = Label(line.operation, OPERATIONS.get(line.operation, line.operation))
    return operation, line.object, Label(line.outcome, OUTCOMES.get(line.outcome, line.outcome))


def _told(ws: Workspace, actor: Actor, operation: Operation, what: str) -> None:
    with ws.database.writing() as connection:
        records.audit(connection, event(actor, operation, "export", detail=what))
