"""Files of how the figures come about and how customers have come along, and of the lists on the pages of HPAS.

Authorised, logged, made by `reports`.
"""

from collections.abc import Sequence
from datetime import date

from reports.dialect import Dialect
from reports.judgement.breakdown_csv import working_csv
from reports.portfolio.customers_csv import Listed, customers_csv
from reports.portfolio.trend_csv import CourseOf, course_csv, moved_csv
from scoring.basis import Basis
from service.answers.file_import import Exported, file_name
from service.answers.responses import open_response
from service.judgement import situation
from service.people.access import allow, event
from service.people.actor import Actor
from service.people.customers import list_customers
from service.people.permissions import Operation
from service.portfolio.trend import series
from service.portfolio.trend_of_all import courses
from service.workspace import Workspace
from storage import records


def export_working(
    ws: Workspace, actor: Actor, customer_id: str, dialect: Dialect, *, as_of: date, basis: Basis = Basis.CUSTOMER
) -> Exported:
    """What each question adds to the figures of one customer on a day, on one's own word or HPAS's."""
    here = situation(ws, actor, customer_id, as_of=as_of, basis=basis)
    customer = here.view.customer
    thing = f"customer:{customer.id}"
    allow(ws, actor, Operation.EXPORT_ANSWERS, customer.id, thing=thing)
    _log(ws, actor, Operation.EXPORT_ANSWERS, thing, "working")
    made = working_csv(here.judgement, factors=here.view.form.factors, basis=basis, dialect=dialect)
    return Exported(file_name("regnestykke", _named(customer.name, basis), dialect, as_of), made)


def export_course(
    ws: Workspace, actor: Actor, customer_id: str, dialect: Dialect, *, as_of: date, basis: Basis = Basis.CUSTOMER
) -> Exported:
    """Every point of one customer, today last."""
    customer = open_response(ws, actor, customer_id).customer
    thing = f"customer:{customer.id}"
    allow(ws, actor, Operation.EXPORT_ANSWERS, customer.id, thing=thing)
    points = series(ws, actor, customer.id, as_of=as_of, basis=basis)
    _log(ws, actor, Operation.EXPORT_ANSWERS, thing, "course")
    made = course_csv([CourseOf(customer.name, customer.customer_type, points)], basis, dialect)
    return Exported(file_name("utvikling", _named(customer.name, basis), dialect, as_of), made)


def _named(customer: str, basis: Basis) -> str:
    return f"{customer} hpas" if basis is Basis.HPAS else customer


def export_courses(ws: Workspace, actor: Actor, dialect: Dialect, *, as_of: date) -> Exported:
    """Every point of every customer, on the customers' own word."""
    made = course_csv(_courses(ws, actor, as_of, "courses"), Basis.CUSTOMER, dialect)
    return Exported(file_name("utvikling", "alle", dialect, as_of), made)


def export_moved(ws: Workspace, actor: Actor, dialect: Dialect, *, as_of: date) -> Exported:
    """How much each customer has moved since it last sent in."""
    made = moved_csv(_courses(ws, actor, as_of, "moved"), dialect)
    return Exported(file_name("endret-siden-sist", "alle", dialect, as_of), made)


def _courses(ws: Workspace, actor: Actor, as_of: date, what: str) -> Sequence[CourseOf]:
    allow(ws, actor, Operation.EXPORT_COMPARISON)
    found = courses(ws, actor, as_of=as_of)
    _log(ws, actor, Operation.EXPORT_COMPARISON, "customers", what)
    return [CourseOf(each.name, each.customer_type, each.points, each.since, each.moved) for each in found]


def export_customers(ws: Workspace, actor: Actor, dialect: Dialect, *, as_of: date) -> Exported:
    """The customers with their go-lives. `as_of` only names the file."""
    allow(ws, actor, Operation.EXPORT_COMPARISON)
    found = list_customers(ws, actor)
    _log(ws, actor, Operation.EXPORT_COMPARISON, "customers", "customers")
    listed = (Listed(each.id, each.name, each.customer_type, each.go_live) for each in found)
    return Exported(file_name("kunder", "", dialect, as_of), customers_csv(listed, dialect))


def _log(ws: Workspace, actor: Actor, operation: Operation, thing: str, what: str) -> None:
    with ws.database.writing() as connection:
        records.audit(connection, event(actor, operation, thing, detail=what))
