"""Who has access is seen and changed from the command line, when nobody can log in to do it."""

from dataclasses import replace
from pathlib import Path

import pytest

from cli import main
from language import FORGOTTEN_NAME
from service.answers.assignments import Assignee, assign, list_assignments
from service.answers.responses import open_response
from service.people.access import now
from service.people.actor import Role, local_actor
from service.people.customers import list_customers
from service.people.issuers import trusted
from service.people.logins import Identity, NoMembership, identify
from service.people.members import invite
from service.plan.actions import Owner, create_action, list_actions
from service.workspace import Workspace
from storage.verification import verify
from tests.builders import municipality, workspace

ADMIN = local_actor(Role.ADMIN)
ISSUER = "https://issuer.example"
BOSS = Identity("l-1", ISSUER, "s-1", "sjef@hpas.example", True, "Sjefen", now())


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """One administrator who has logged in, and a lead who had access twice."""
    file = tmp_path / "klarsjekk.db"
    with workspace(f"sqlite:///{file}") as ws:
        invite(ws, ADMIN, None, role=Role.ADMIN, email="sjef@hpas.example", name="Sjefen")
        identify(ws, BOSS, issuers=trusted([ISSUER]))
        customer = municipality(ws, "Egen")[0].customer_id
        invite(ws, ADMIN, customer, role=Role.LEAD, email="lead@kommune.example", name="Lederen")
    return file


def run(database: Path, *arguments: str) -> int:
    return main(["people", *arguments, "--database", str(database)])


def comes(database: Path, identity: Identity) -> bool:
    with workspace(f"sqlite:///{database}") as ws:
        return _in(ws, identity)


def _in(ws: Workspace, identity: Identity) -> bool:
    try:
        identify(ws, identity, issuers=trusted([ISSUER]))
    except NoMembership:
        return False
    return True


def test_everybody_is_listed_with_where_and_whether_they_have_been_here(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(database, "list") == 0
    boss, lead = capsys.readouterr().out.splitlines()
    assert boss.split(" · ")[1:6] == ["Sjefen", "sjef@hpas.example", "admin", "HPAS", "har logget inn"]
    assert lead.split(" · ")[1:] == [
        *("Lederen", "lead@kommune.example", "lead", "Egen"),
        *("har ikke logget inn", "aldri inne"),
    ]


def test_a_provider_that_calls_the_last_administrator_something_else_locks_nobody_out(database: Path) -> None:
    changed = replace(BOSS, subject="s-2", login="l-2")
    assert not comes(database, changed)
    assert run(database, "rebind", "Sjef@hpas.example") == 0
    assert comes(database, changed)
    assert not comes(database, BOSS)


def test_who_is_removed_is_out_and_can_still_be_forgotten(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(database, "remove", "sjef@hpas.example") == 0
    assert not comes(database, BOSS)
    assert run(database, "forget", "sjef@hpas.example") == 0
    capsys.readouterr()
    run(database, "list")
    assert "sjef" not in capsys.readouterr().out.casefold()


def test_every_row_of_a_person_is_forgotten(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(database, "remove", "lead@kommune.example") == 0
    with workspace(f"sqlite:///{database}") as ws:
        invite(ws, ADMIN, None, role=Role.REVIEWER, email="lead@kommune.example", name="Lederen")
    assert run(database, "forget", "lead@kommune.example") == 0
    capsys.readouterr()
    run(database, "list")
    told = capsys.readouterr().out
    assert "Lederen" not in told
    assert told.count("glemt") == 2


def owners(ws: Workspace) -> set[str | None]:
    customer = list_customers(ws, ADMIN)[0].id
    given = {to.name for to in list_assignments(ws, ADMIN, customer).values()}
    return given | {action.owner for action in list_actions(ws, ADMIN, customer)}


@pytest.mark.parametrize("who", ["kari nordmann", "kari@kommune.example"])
def test_a_name_that_was_typed_as_an_owner_is_forgotten_alone_and_with_the_person(database: Path, who: str) -> None:
    with workspace(f"sqlite:///{database}") as ws:
        customer = list_customers(ws, ADMIN)[0].id
        response = open_response(ws, ADMIN, customer).response_id
        lead = local_actor(Role.LEAD, customer)
        invite(ws, ADMIN, customer, role=Role.VIEWER, email="kari@kommune.example", name="Kari Nordmann")
        assign(ws, lead, customer, ["Q-LEVEL"], Assignee(None, "Kari Nordmann"))
        named = Owner(name="Kari Nordmann")
        create_action(ws, lead, response, "Q-LEVEL", owner=named, session="s", edit_no=1)
        assert owners(ws) == {"Kari Nordmann"}
    assert run(database, "forget", who) == 0
    with workspace(f"sqlite:///{database}") as ws:
        assert owners(ws) == {FORGOTTEN_NAME}
        assert verify(ws.database).findings == ()


@pytest.mark.parametrize("act", ["remove", "rebind", "forget"])
def test_who_is_not_there_is_said(database: Path, act: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(database, act, "hvem@som.helst") == 1
    assert capsys.readouterr().err == "HVEM · vi finner ikke «hvem@som.helst». Se «cli.py people list».\n"


@pytest.mark.parametrize("arguments", [("list", "noen"), ("remove",)])
def test_wrong_usage_is_2(database: Path, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(database, *arguments)
    assert stopped.value.code == 2
