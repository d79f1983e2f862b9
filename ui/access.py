"""Who is using the app, on which day, for which customer: the way from a page to the service."""

import os
from datetime import date, datetime
from pathlib import Path

import streamlit as st

from language import OSLO
from scoring.judgement import Judgement, judge
from scoring.questionnaire import Form
from scoring.yardstick import Yardstick, yardstick
from service.actor import Actor, Role, local_actor
from service.comparison import CustomerAnswers, load_all
from service.customers import CustomerInfo, list_customers
from service.faults import ContentError, DatabaseProblem
from service.responses import ResponseView, open_response
from service.workspace import Workspace, open_workspace
from ui import session

ROOT = Path(__file__).resolve().parent.parent
CannotStart = (DatabaseProblem, ContentError)
LOCAL_ROLES = (Role.LEAD, Role.CONTRIBUTOR, Role.VIEWER, Role.REVIEWER, Role.ADMIN)


@st.cache_resource(show_spinner="Åpner Klarsjekk")
def workspace() -> Workspace:
    """The open database and the questionnaires, one for the whole process."""
    return open_workspace(database_url=database_url(), assessments=ROOT / "assessments")


def database_url() -> str:
    return os.environ.get("DATABASE_URL") or f"sqlite:///{ROOT / 'data' / 'klarsjekk.db'}"


def today() -> date:
    """The day in Norway; `KLARSJEKK_TODAY` sets another one, for demonstrations and tests."""
    fixed = os.environ.get("KLARSJEKK_TODAY")
    return date.fromisoformat(fixed) if fixed else datetime.now(OSLO).date()


def role() -> Role:
    """The role chosen in local mode; what is not a role counts as the first."""
    held = session.chosen(session.ROLE)
    return Role(held) if held in LOCAL_ROLES else LOCAL_ROLES[0]


def actor() -> Actor:
    """The person asking, made anew on each run."""
    return local_actor(role(), session.chosen(session.CUSTOMER))


def customers() -> list[CustomerInfo]:
    """Everyone the switch of local mode can go to."""
    return list_customers(workspace(), local_actor(Role.ADMIN))


def settle(found: list[CustomerInfo]) -> CustomerInfo | None:
    """The chosen customer, or the first one when what was chosen does not exist."""
    if not found:
        return None
    held = session.chosen(session.CUSTOMER)
    customer = next((c for c in found if c.id == held), found[0])
    session.choose(session.CUSTOMER, customer.id)
    session.choose(session.ROLE, role().value)
    return customer


def response() -> ResponseView:
    """The chosen customer's response, read once."""
    return open_response(workspace(), actor(), session.chosen(session.CUSTOMER) or "")


@st.cache_resource(max_entries=64)
def _laid_out(_form: Form, fingerprint: str) -> Yardstick:
    """The form as arrays, kept by its fingerprint alone."""
    assert _form.fingerprint == fingerprint
    return yardstick(_form)


def measure(form: Form) -> Yardstick:
    return _laid_out(form, form.fingerprint)


def judged(view: ResponseView) -> Judgement:
    """The judgement of a response today."""
    return judge(measure(view.form), view.answers, go_live=view.customer.go_live, as_of=today())


def may_answer() -> bool:
    """Whether to draw the inputs open; the service decides for itself."""
    return role() in (Role.LEAD, Role.CONTRIBUTOR)


def everyone() -> list[CustomerAnswers]:
    """All customers with their answers, read once."""
    return load_all(workspace(), actor())
