"""The comparison of all customers as a page shows it: read once for all reviewers who look within the same seconds.

At 10,000 customers it takes half a second of a process, and twenty reviewers left no time for those who answer
(`benchmarks/editors_beside.py`). Answers may be up to `LATE_SECONDS` old; everything else is as it is now. Files and the
numbers someone decides on are read anew (`read_comparison`).
"""

from datetime import date
from functools import partial

from scoring.basis import Basis
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.portfolio.comparison import Comparison, read_all
from service.shared_readings import Reading, RestsOn
from service.workspace import Workspace
from storage.tables import answer_revision, audit_event

# Whatever else is said counts at once, also of a table that is added later.
ALL_BUT_ANSWERS = RestsOn(lambda table: table != audit_event.name, late=frozenset({answer_revision.name}))


def shared_comparison(
    ws: Workspace, actor: Actor, *, as_of: date, cut: int | None = None, basis: Basis = Basis.CUSTOMER
) -> Comparison:
    """The same as `read_comparison`, for looking at. Raises `NotAllowed`."""
    allow(ws, actor, Operation.COMPARE)
    return read_shared(ws, as_of=as_of, cut=cut, basis=basis)


def read_shared(ws: Workspace, *, as_of: date, cut: int | None = None, basis: Basis = Basis.CUSTOMER) -> Comparison:
    """The same for who has authorised."""
    read = partial(ready_to_show, as_of=as_of, cut=cut, basis=basis)
    return ws.shared.read(Reading(("comparison", as_of, cut, basis), ALL_BUT_ANSWERS, read, _size, apart=True))


def ready_to_show(ws: Workspace, *, as_of: date, cut: int | None, basis: Basis) -> Comparison:
    """With the figure of each that takes long to work out, and that every page of it needs."""
    found = read_all(ws, as_of=as_of, cut=cut, basis=basis)
    _ = found.judged.ahead_overall
    return found


def _size(found: Comparison) -> int:
    return len(found.members) + len(found.missing)
