"""Two replicas behind nginx for all the tests here, with customers who have not answered anything; and two more with login.

The long walks through login are part of `make soak`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from deploy.local import ASSESSMENTS, Site, missing, site
from scoring.answers import NO_ANSWER, Answer
from service.answers.responses import Revision, history, open_response
from service.people.actor import Role, local_actor
from service.workspace import Workspace, open_workspace
from tests.crash.budget import SOAK
from tests.diligent import Person, blank_customers
from tests.replicas.signing_in import Pair, signing_in

TODAY = date(2027, 2, 1)
CUSTOMERS = 30


@dataclass(frozen=True)
class Replicas:
    """The site, and customers nobody has used: each test takes its own."""

    site: Site
    unused: list[str]

    def take(self) -> str:
        return self.unused.pop()

    def stored(self, customer_id: str, question_id: str) -> Answer:
        with self._reading() as ws:
            return open_response(ws, local_actor(Role.REVIEWER), customer_id).answers.get(question_id, NO_ANSWER)

    def history(self, customer_id: str, question_id: str) -> list[Revision]:
        with self._reading() as ws:
            actor = local_actor(Role.REVIEWER)
            return history(ws, actor, open_response(ws, actor, customer_id).response_id, question_id)

    def lost(self, people: list[Person]) -> dict[str, list[str]]:
        """Customer -> what is amiss, of those where something is."""
        with self._reading() as ws:
            found = {person.customer_id: person.lost(ws) for person in people}
        return {customer: faults for customer, faults in found.items() if faults}

    def _reading(self) -> Workspace:
        return open_workspace(database_url=self.site.database_url, assessments=ASSESSMENTS, read_only=True)


collect_ignore = [] if SOAK else ["test_signing_in_long.py"]


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Two replicas with login, and their provider."""
    assert missing() == []
    with signing_in(tmp_path_factory.mktemp("pair")) as running:
        yield running


@pytest.fixture(scope="session")
def replicas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replicas]:
    assert missing() == []
    unused: list[str] = []

    def fill(ws: Workspace) -> None:
        unused.extend(blank_customers(ws, CUSTOMERS, today=TODAY))

    with site(tmp_path_factory.mktemp("site"), fill=fill, today=TODAY) as running:
        yield Replicas(running, unused)
