"""«Slik det går nå»: where one customer lands, from the go-lives that have been and its own way so far."""

from collections.abc import Sequence
from datetime import date

from language import local_day
from scoring.basis import Basis
from scoring.forecast.landing import LEAST, Landing, landing
from scoring.forecast.reference_class import PastPlan, reference_class
from scoring.portfolio.trend import TrendPoint
from scoring.reference_cases import past_plans
from service.judgement import CustomerJudgement
from service.people.access import allow, plain_id
from service.people.actor import Actor
from service.people.permissions import Operation
from service.portfolio.trend import points_so_far
from service.workspace import Workspace
from storage import records
from storage.people import rows as people_rows

__all__ = ["Landing", "forecast", "forecast_of"]


def forecast_of(ws: Workspace, actor: Actor, here: CustomerJudgement, *, as_of: date, basis: Basis) -> Landing | None:
    """The same of a customer that is read with what it has sent in: opened only where it is enough to say something.

    Raises `NotAllowed`.
    """
    customer_id = here.view.customer.id
    allow(ws, actor, Operation.READ, customer_id, thing=f"customer:{customer_id}")
    if len(here.sent) < LEAST - 1:
        return None
    return forecast(ws, actor, customer_id, points_so_far(ws, actor, here, as_of=as_of, basis=basis))


def forecast(ws: Workspace, actor: Actor, customer_id: str, points: Sequence[TrendPoint]) -> Landing | None:
    """Where it goes; None where too little is known to say (`scoring.forecast.landing`), and for who has started.

    points: its own, the oldest first, today last. The class is the report's go-lives and the customers here that have
    started, invented ones beside invented ones alone. Raises `NotAllowed`.
    """
    customer_id = plain_id(customer_id)
    with ws.database.reading() as connection:
        known = records.customers(connection, customer_id)
        allow(ws, actor, Operation.READ, customer_id if known else None, thing=f"customer:{customer_id}")
        if known[0].started_on is not None:
            return None
        here = people_rows.plans_of_started(connection, invented=known[0].invented)
    started = [PastPlan(local_day(set_on), planned, came) for set_on, planned, came in here if planned is not None]
    return landing(points, reference_class([*past_plans(ws.reference_cases), *started]))
