"""The real server on a demo database of its own, and what is stored in it."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from deploy.processes import ROOT, free_port, running
from scoring.answers import NO_ANSWER, Answer
from scoring.plan import Action
from scoring.vocabulary import CustomerType
from service.answers.assignments import Assignee, assign, list_assignments
from service.answers.responses import ResponseView, open_response
from service.demo.customers import Profile, add_profile, fill_demo
from service.people.actor import Role, local_actor
from service.people.customers import add_customer, list_customers
from service.plan.actions import create_action, list_actions
from service.workspace import Workspace, open_workspace
from tests.browser.underway import add_underway

ASSESSMENTS = ROOT / "assessments"
# Nothing that lives only in one process, such as a connection, is put into a session: to look at all of it after each run
# takes a tenth of an answer, so it is done here and not where people work.
CHECKED = {"STREAMLIT_RUNNER_ENFORCE_SERIALIZABLE_SESSION_STATE": "true"}
TODAY = date(2027, 2, 1)
# Customers who have not answered anything, so near their go-live that every question is asked: one per test that writes.
BLANK = {
    name: f"Demo kommune {letter}"
    for name, letter in zip(
        ("answering", "notes", "files", "planning", "matrix", "handing", "going on", "short", "spoken"),
        "XYZÆQHÅPW",
        strict=True,
    )
}
# One whose assessment is sent in and reviewed: three months from its go-live, with most of it answered.
SENDS_IN = "Demo kommune V"


@dataclass(frozen=True)
class Server:
    url: str
    database_url: str
    log: Path
    customers: Mapping[str, str]
    """Name of a customer -> its id."""

    def stored(self, customer: str) -> ResponseView:
        """The response of the customer with this name, as it is on disk now."""
        with open_workspace(database_url=self.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
            return open_response(ws, local_actor(Role.REVIEWER), self.customers[customer])

    def plan(self, customer: str) -> dict[str, Action]:
        """The customer's actions for questions as they are on disk now, by question."""
        with open_workspace(database_url=self.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
            found = list_actions(ws, local_actor(Role.REVIEWER), self.customers[customer])
        return {action.question_id: action for action in found if action.question_id}

    def given(self, customer: str) -> dict[str, str]:
        """Question -> the name of who is to answer it, as it is on disk now."""
        with open_workspace(database_url=self.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
            found = list_assignments(ws, local_actor(Role.REVIEWER), self.customers[customer])
        return {question_id: to.name for question_id, to in found.items()}

    def answer(self, customer: str, question_id: str) -> Answer:
        return self.stored(customer).answers.get(question_id, NO_ANSWER)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """A fresh database in `folder` with the demo, the blank customers and one on the way, and the app on a free port."""
    database_url = f"sqlite:///{folder / 'demo.db'}"
    with served(folder, database_url, _fill(database_url)) as running_server:
        yield running_server


@contextmanager
def served(folder: Path, database_url: str, customers: Mapping[str, str]) -> Iterator[Server]:
    """The app on a free port, on a database that is filled. customers: name -> id."""
    port, log = free_port(), folder / "server.log"
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "server.py", "--server.port", str(port)]
    environment = os.environ | {"DATABASE_URL": database_url, "KLARSJEKK_TODAY": TODAY.isoformat()} | CHECKED
    with running(command, log, f"{url}/_stcore/health", environment=environment):
        yield Server(url, database_url, log, customers)


def _fill(database_url: str) -> dict[str, str]:
    admin = local_actor(Role.ADMIN)
    with open_workspace(database_url=database_url, assessments=ASSESSMENTS, create=True) as ws:
        fill_demo(ws, admin, as_of=TODAY)
        for name in BLANK.values():
            go_live = TODAY + timedelta(days=45)
            add_customer(ws, admin, name=name, customer_type=CustomerType.MUNICIPALITY, go_live=go_live, invented=True)
        _plan_stops(ws, BLANK["planning"])
        _name_someone(ws, BLANK["planning"])
        add_underway(ws, admin, today=TODAY)
        add_profile(ws, admin, Profile(SENDS_IN, 92, answered=0.95), TODAY)
        return {customer.name: customer.id for customer in list_customers(ws, admin)}


def _name_someone(ws: Workspace, name: str) -> None:
    """Someone without login has a question to answer."""
    customer = next(each for each in list_customers(ws, local_actor(Role.ADMIN)) if each.name == name)
    lead = local_actor(Role.LEAD, customer.id)
    first = open_response(ws, lead, customer.id).form.questionnaire.questions[0]
    assign(ws, lead, customer.id, [first.id], Assignee(None, "Turid Moe"))


def _plan_stops(ws: Workspace, name: str) -> None:
    """An action for each of the hard stops."""
    customer = next(each for each in list_customers(ws, local_actor(Role.ADMIN)) if each.name == name)
    lead = local_actor(Role.LEAD, customer.id)
    view = open_response(ws, lead, customer.id)
    for edit_no, question in enumerate(view.form.questionnaire.questions, start=1):
        if question.hard_stop:
            create_action(ws, lead, view.response_id, question.id, session="built", edit_no=edit_no)
