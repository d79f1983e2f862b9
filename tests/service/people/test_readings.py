"""What HPAS reads of a customer is logged, once for each person and day, and what a customer reads of its own is not."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from service.answers.responses import open_response
from service.people import access
from service.people.actor import Actor, Role
from service.people.checksum import head_of
from service.workspace import Workspace
from storage import records
from storage.verification import verify
from tests.builders import municipality, workspace

REVIEWERS = [Actor(f"reviewer-{number}", "Kari", Role.REVIEWER) for number in range(2)]


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path) as made:
        yield made


def readings(ws: Workspace) -> list[tuple[str, str]]:
    with ws.database.reading() as connection:
        return [(row.actor, row.object) for row in records.audit_log(connection) if row.operation == "read"]


def test_each_person_each_customer_and_each_day_is_one_line(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    today = access.now()
    monkeypatch.setattr(access, "now", lambda: today)
    leads = [municipality(ws, f"Kommune {name}")[0] for name in "AB"]
    customers = [str(lead.customer_id) for lead in leads]
    wanted = [(actor.id, f"customer:{customer}") for actor in REVIEWERS for customer in customers]
    for _turn in range(3):
        for actor in REVIEWERS:
            for customer in customers:
                open_response(ws, actor, customer)
    assert readings(ws) == wanted
    tomorrow = today + timedelta(days=1)
    monkeypatch.setattr(access, "now", lambda: tomorrow)
    open_response(ws, REVIEWERS[0], customers[0])
    assert readings(ws) == [*wanted, wanted[0]]
    assert verify(ws.database).findings == ()


def test_what_a_customer_reads_of_its_own_is_not_logged(ws: Workspace) -> None:
    lead, _ = municipality(ws)
    open_response(ws, lead, str(lead.customer_id))
    assert readings(ws) == []


def test_the_checksum_for_paper_is_in_the_chain_ever_after(ws: Workspace) -> None:
    lead, _ = municipality(ws)
    checksum = head_of(ws, lead, str(lead.customer_id))
    assert checksum == verify(ws.database).chain.checksum
    municipality(ws, "Kommune B")
    assert verify(ws.database, against=checksum).findings == ()
