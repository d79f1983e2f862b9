"""The real server on a demo database of its own, and what is stored in it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from scoring.answers import NO_ANSWER, Answer
from scoring.plan import Action
from scoring.words import CustomerType
from service.actor import Role, local_actor
from service.customers import add_customer, list_customers
from service.demo import Profile, add_profile, fill_demo
from service.plan import list_actions
from service.responses import ResponseView, open_response
from service.workspace import open_workspace
from tests.browser.underway import add_underway

ROOT = Path(__file__).resolve().parents[2]
ASSESSMENTS = ROOT / "assessments"
TODAY = date(2027, 2, 1)
# Customers who have not answered anything, so near their go-live that every question is asked: one per test that writes.
BLANK = {name: f"Demo kommune {letter}" for name, letter in zip(("answering", "notes", "files"), "XYZ", strict=True)}
# One whose assessment is sent in and reviewed: three months from its go-live, with most of it answered.
SENDS_IN = "Demo kommune V"
START_SECONDS = 120


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
        """The customer's actions as they are on disk now, by question."""
        with open_workspace(database_url=self.database_url, assessments=ASSESSMENTS, read_only=True) as ws:
            found = list_actions(ws, local_actor(Role.REVIEWER), self.customers[customer])
        return {action.question_id: action for action in found}

    def answer(self, customer: str, question_id: str) -> Answer:
        return self.stored(customer).answers.get(question_id, NO_ANSWER)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """A fresh database in `folder` with the demo, the blank customers and one on the way, and the app on a free port."""
    database_url = f"sqlite:///{folder / 'demo.db'}"
    customers = _fill(database_url)
    port, log = _free_port(), folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "server.py", "--server.port", str(port)],
            cwd=ROOT,
            env=os.environ | {"DATABASE_URL": database_url, "KLARSJEKK_TODAY": TODAY.isoformat()},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            server = Server(f"http://127.0.0.1:{port}", database_url, log, customers)
            _wait_until_healthy(process, server)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=60)


def _fill(database_url: str) -> dict[str, str]:
    admin = local_actor(Role.ADMIN)
    with open_workspace(database_url=database_url, assessments=ASSESSMENTS, create=True) as ws:
        fill_demo(ws, admin, as_of=TODAY)
        for name in BLANK.values():
            go_live = TODAY + timedelta(days=45)
            add_customer(ws, admin, name=name, customer_type=CustomerType.MUNICIPALITY, go_live=go_live, invented=True)
        add_underway(ws, admin, today=TODAY)
        add_profile(ws, admin, Profile(SENDS_IN, 92, answered=0.95), TODAY)
        return {customer.name: customer.id for customer in list_customers(ws, admin)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(process: subprocess.Popen[bytes], server: Server) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=5) as reply:
                if reply.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The server did not start:\n{server.log.read_text(errors='replace')}")
