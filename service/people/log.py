"""The audit log, for reading on screen; `service.files.people` hands it out."""

from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.records import AuditRow as LogLine

__all__ = ["LogLine", "read_log"]


def read_log(ws: Workspace, actor: Actor, *, most: int = 1_000) -> list[LogLine]:
    """The newest lines, the newest first."""
    allow(ws, actor, Operation.READ_AUDIT_LOG)
    with ws.database.reading() as connection:
        return list(reversed(records.audit_log(connection)))[:most]
