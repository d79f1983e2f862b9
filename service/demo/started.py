"""Invented customers whose day is past: some have started and say how it went, one of them against advice, one has said nothing.

Made after `live_on`; each is as it stood the day before it started, and was sent in then.
"""

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scoring.outcomes.measures import OutcomeMeasure, days_due
from scoring.vocabulary import Area, CustomerType
from service.answers.responses import open_response
from service.demo.customers import Profile, add_profile
from service.outcomes.figures import OutcomeSide, SaidOutcome, record_outcome, record_outcomes
from service.outcomes.starts import confirm_start
from service.people.access import allow
from service.people.actor import Actor, Role, local_actor
from service.people.customers import list_customers
from service.people.permissions import Operation
from service.review.submissions import send_in
from service.workspace import Workspace

REVIEWER = local_actor(Role.REVIEWER)


@dataclass(frozen=True, slots=True)
class StartedProfile:
    """How one was the day before, how many days ago its go-live was, and how it went; `None` where it has not said.

    late: days it started after the day that was set.
    """

    profile: Profile
    ago: int
    trouble: bool | None = False
    late: int = 0


STARTED = (
    StartedProfile(Profile("Demo kommune H", 1, answered=1.0), 40),
    StartedProfile(Profile("Demo kommune I", 1, answered=0.9, weak=tuple(Area), weakness=0.75, failing=5), 100, trouble=True),
    StartedProfile(Profile("Demo kommune J", 1, answered=1.0), 6, trouble=None),
    StartedProfile(Profile("Demo kommune K", 1, answered=1.0, failing=2), 130, late=2),
    StartedProfile(Profile("Demo kommune L", 1, answered=1.0), 65, trouble=True),
    StartedProfile(Profile("Demo fastlegekontor M", 1, answered=1.0, customer_type=CustomerType.GP_OFFICE), 20),
)  # fmt: skip


def have_started(ws: Workspace, actor: Actor, *, as_of: date) -> None:
    """Add those that are not there yet; a second time it does nothing."""
    allow(ws, actor, Operation.FILL_DEMO)
    known = {customer.name for customer in list_customers(ws, actor)}
    for each in STARTED:
        if each.profile.name not in known and each.profile.customer_type in ws.forms:
            add_started(ws, actor, each, as_of)


def add_started(ws: Workspace, actor: Actor, each: StartedProfile, as_of: date) -> str:
    """One whose day is past, with what it has said of it by `as_of`; its id."""
    go_live = as_of - timedelta(days=each.ago)
    then = go_live - timedelta(days=each.profile.days)
    on_that_day = replace(ws, day=then)
    customer_id = add_profile(on_that_day, actor, each.profile, then)
    lead = local_actor(Role.LEAD, customer_id)
    view = open_response(ws, lead, customer_id)
    send_in(on_that_day, lead, customer_id, seen=view.marker, as_of=then, incomplete=True)
    if each.trouble is not None:
        _said_after(ws, lead, customer_id, each, go_live, as_of)
    return customer_id


def _said_after(ws: Workspace, lead: Actor, customer_id: str, each: StartedProfile, go_live: date, as_of: date) -> None:
    """That it started, the figures that are due, and HPAS's view of one where it went wrong."""
    started = go_live + timedelta(days=each.late)
    confirm_start(ws, lead, customer_id, started, as_of=as_of)
    measures = ws.outcomes.of(each.profile.customer_type)
    for days in days_due(started, as_of):
        said = {
            m.id: _said(m, days, wrong=bool(each.trouble), place=n) for n, m in enumerate(measures) if days in m.trouble
        }
        record_outcomes(ws, lead, customer_id, days, said, as_of=as_of)
    if each.trouble and measures:
        seen = SaidOutcome(None, False, "Vi så det samme i feilmeldingene. Stoppkravene sa fra før oppstart.")
        record_outcome(ws, REVIEWER, customer_id, measures[0].id, 7, seen, side=OutcomeSide.HPAS, as_of=as_of)


def _said(measure: OutcomeMeasure, days: int, *, wrong: bool, place: int) -> SaidOutcome:
    """A figure on the right side of the mark; of some nothing is known."""
    if place % 5 == 4:
        return SaidOutcome(None, True, None)
    mark, low = measure.trouble[days], measure.better == "lower"
    share = (1.5 if wrong else 0.4) if low else (0.8 if wrong else 1.05)
    figure = mark * share
    whole = math.ceil(figure) if wrong and low else math.floor(figure) if low or wrong else math.ceil(figure)
    return SaidOutcome(figure if measure.decimals else float(whole), False, None)
