"""The comparison of all customers as a page shows it: read once for all reviewers who look within the same seconds.

At 10,000 customers it takes half a second of the process, and twenty reviewers left no time for those who answer
(`benchmarks/editors_beside.py`). Answers may be up to `LATE_SECONDS` old; everything else is as it is now. Files and the
numbers someone decides on are read anew (`read_comparison`).
"""

from datetime import date

from scoring.basis import Basis
from service.people.access import allow
from service.people.actor import Actor
from service.people.permissions import Operation
from service.portfolio.comparison import Comparison, read_all
from service.shared_readings import RestsOn
from service.workspace import Workspace
from storage.tables import answer_revision, audit_event

# Whatever else is said counts at once, also of a table that is added later.
_RESTS_ON = RestsOn(lambda table: table != audit_event.name, late=frozenset({answer_revision.name}))


def shared_comparison(
    ws: Workspace, actor: Actor, *, as_of: date, cut: int | None = None, basis: Basis = Basis.CUSTOMER
) -> Comparison:
    """The same as `read_comparison`, for looking at. Raises `NotAllowed`."""
    allow(ws, actor, Operation.COMPARE)
    return ws.shared.read(
        ("comparison", as_of, cut, basis),
        _RESTS_ON,
        lambda: read_all(ws, as_of=as_of, cut=cut, basis=basis),
        lambda found: len(found.members) + len(found.missing),
    )
