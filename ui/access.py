"""Who is using the app, on which day, for which customer: the way from a page to the service."""

import os
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from threading import Lock

import streamlit as st

from language import OSLO
from scoring.basis import Basis
from scoring.judgement import Judgement
from scoring.questionnaire import Form
from scoring.yardstick import Yardstick
from service.answers.encodings import measure_of, refresh_sheets
from service.answers.responses import ResponseView, open_response
from service.faults import ContentError, DatabaseProblem, Refused
from service.judgement import Known, Situation, judged_with, known_beside
from service.judgement import situation as find_situation
from service.people.actor import Actor, Role, local_actor
from service.people.customers import CustomerInfo, list_customers
from service.people.log import LogLine, read_log
from service.people.members import end_login, has_administrator, identify
from service.people.permissions import PERMISSIONS, Operation
from service.portfolio.comparison import Everyone, read_everyone
from service.workspace import Workspace, database_address, open_workspace
from ui import login, session

ROOT = Path(__file__).resolve().parent.parent
LOCAL_ROLES = (Role.LEAD, Role.CONTRIBUTOR, Role.VIEWER, Role.REVIEWER, Role.ADMIN)


# Not one of Streamlit's caches: whoever can connect may empty those, and the database is locked to the one who has it open.
_workspaces: dict[str, Workspace] = {}
_turn = Lock()


def workspace() -> Workspace:
    """The open database and the questionnaires, one for the whole process."""
    address = database_url()
    with _turn:
        if address not in _workspaces:
            opened = open_workspace(database_url=address, assessments=ROOT / "assessments")
            refresh_sheets(opened)
            _workspaces[address] = opened
        return _workspaces[address]


def database_url() -> str:
    return database_address(os.environ, default=f"sqlite:///{ROOT / 'data' / 'klarsjekk.db'}")


def one_moment() -> AbstractContextManager[None]:
    """Everything a page loads inside is read in one transaction."""
    return workspace().database.one_moment()


def today() -> date:
    """The day in Norway; `KLARSJEKK_TODAY` sets another one, for demonstrations and tests."""
    fixed = os.environ.get("KLARSJEKK_TODAY")
    return date.fromisoformat(fixed) if fixed else datetime.now(OSLO).date()


def _local_role() -> Role:
    """The role chosen in local mode; what is not a role counts as the first."""
    held = session.chosen(session.ROLE)
    return Role(held) if held in LOCAL_ROLES else LOCAL_ROLES[0]


class NotLoggedIn(Refused):
    """Login is required, and nobody has logged in in this browser."""

    def __init__(self) -> None:
        super().__init__("Du er ikke logget inn. Last siden på nytt.")


class RealCustomers(Exception):
    """Local mode, and a database with customers that are not invented."""

    def __init__(self) -> None:
        super().__init__(
            "Databasen har kunder som ikke er oppdiktet, og innlogging er ikke satt opp. Sett opp [auth] i "
            ".streamlit/secrets.toml, eller velg en database med demokunder."
        )


def actor() -> Actor:
    """The person asking, looked up anew each time: whoever is removed is out at the next click.

    Raises NotLoggedIn, or what `identify` raises.
    """
    if not login.required():
        return local_actor(_local_role(), session.chosen(session.CUSTOMER))
    identity = login.identity()
    if identity is None:
        raise NotLoggedIn
    return identify(workspace(), identity, issuers=login.issuers())


def log_out() -> None:
    """End the login, here and in every tab and process that has the same."""
    identity = login.identity()
    try:
        if identity is not None:
            end_login(workspace(), identity)
    finally:
        st.logout()


CannotStart = (DatabaseProblem, ContentError, RealCustomers)


def customers() -> list[CustomerInfo]:
    """The customers the person may see; in local mode all of them, since the switch goes to any.

    Raises RealCustomers in local mode when one of them is not invented.
    """
    if login.required():
        return list_customers(workspace(), actor())
    found = list_customers(workspace(), local_actor(Role.ADMIN))
    if not all(customer.invented for customer in found):
        raise RealCustomers
    return found


def at_start() -> list[str]:
    """What keeps the app from starting: content, database, or nobody who may let people in. Opens both."""
    try:
        if not login.required():
            customers()
        elif not has_administrator(workspace()):
            return ["Databasen · ingen administrator. Kjør «python cli.py invite --role admin --email ADRESSE» først."]
    except CannotStart as problem:
        return str(problem).splitlines()
    return []


def settle(found: list[CustomerInfo]) -> CustomerInfo | None:
    """The chosen customer, or the first one when none is chosen; None when there are none, or the chosen one is not there."""
    held = session.chosen(session.CUSTOMER)
    customer = next((each for each in found if held in (None, each.id)), None)
    if customer is not None:
        session.choose(session.CUSTOMER, customer.id)
        session.start_afresh_for(customer.id)
    if not login.required():
        session.choose(session.ROLE, _local_role().value)
    return customer


def response() -> ResponseView:
    """The chosen customer's response, read once."""
    return open_response(workspace(), actor(), session.chosen(session.CUSTOMER) or "")


def response_again() -> ResponseView:
    """The same inside a fragment: whoever has lost access meanwhile gets the whole page anew, which says so."""
    try:
        return response()
    except (Refused, DatabaseProblem):
        st.rerun()


def measure(form: Form) -> Yardstick:
    """The form as arrays, laid out once."""
    return measure_of(form)


def days_left(view: ResponseView) -> int | None:
    """Days to the go-live, `None` without one."""
    return None if view.customer.go_live is None else (view.customer.go_live - today()).days


def known(view: ResponseView) -> Known:
    """What the judgement of a response rests on beside its answers: plan, exceptions, HPAS's word."""
    return known_beside(workspace(), actor(), view, as_of=today())


def judged(view: ResponseView, beside: Known) -> Judgement:
    """The judgement of a response today."""
    return judged_with(view, beside, as_of=today())


def may_answer() -> bool:
    """Whether to draw the inputs open; the service decides for itself."""
    return actor().role in (Role.LEAD, Role.CONTRIBUTOR)


def may_plan() -> bool:
    """Whether to offer to plan actions; the service decides for itself."""
    return actor().role in PERMISSIONS[Operation.PLAN_ACTIONS].roles


def everyone(*, cut: int | None = None, basis: Basis = Basis.CUSTOMER) -> Everyone:
    """All customers in numbers, read once: today, or `cut` days before their go-live."""
    return read_everyone(workspace(), actor(), as_of=today(), cut=cut, basis=basis)


def audit_log() -> list[LogLine]:
    return read_log(workspace(), actor())


def situation_again(basis: Basis | None = None) -> Situation:
    """The same inside a fragment: whoever has lost access meanwhile gets the whole page anew, which says so."""
    try:
        return situation(basis)
    except (Refused, DatabaseProblem):
        st.rerun()


def situation(basis: Basis | None = None) -> Situation:
    """The chosen customer whole: answers, plan and exceptions, judged today, on whose word is asked for."""
    customer_id = session.chosen(session.CUSTOMER) or ""
    return find_situation(workspace(), actor(), customer_id, as_of=today(), basis=basis)
