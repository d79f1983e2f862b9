"""Who is counted on by several customers in the same week."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

import pytest

from scoring.plan import ActionStatus
from service.people.actor import Actor, Role
from service.people.customer_changes import archive_customers
from service.people.members import invite
from service.plan.actions import ActionField, Owner, change_action, create_action
from service.portfolio.same_people import same_people
from service.workspace import Workspace
from tests.builders import ADMIN, REVIEWER, municipality, workspace
from tests.counted import statements

MONDAY = date(2027, 3, 1)
# What is planned twice in the same words is one action.
_EDITS = count(1)


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


def plan(ws: Workspace, of: tuple[Actor, str], due: date | None, owner: Owner | None) -> str:
    lead, response_id = of
    edit_no = next(_EDITS)
    said = {"text": f"Tiltak {edit_no}", "owner": owner, "due": due}
    return create_action(ws, lead, response_id, "Q-LEVEL", session="p", edit_no=edit_no, **said)  # type: ignore[arg-type]


def named(name: str) -> Owner:
    return Owner(None, name)


def told(ws: Workspace) -> list[tuple[str, bool, date, list[tuple[str, int]]]]:
    return [
        (each.name, each.by_address, each.monday, sorted(each.due))
        for each in same_people(ws, REVIEWER, as_of=MONDAY + timedelta(days=2))
    ]


def test_one_address_at_two_customers_is_one_person(ws: Workspace) -> None:
    customers = {name: municipality(ws, name) for name in ("Ås", "Os")}
    for lead, response in customers.values():
        made = invite(ws, ADMIN, lead.customer_id, role=Role.CONTRIBUTOR, email="Kari@felles.example")
        for days in (0, 4):
            plan(ws, (lead, response), MONDAY + timedelta(days=days), Owner(made, None))
    assert told(ws) == [("kari@felles.example", True, MONDAY, [("Os", 2), ("Ås", 2)])]


# Owner and day at one, owner and day at the other: is it one person in one week?
PAIRS: list[tuple[str, int, str, int, bool]] = [
    ("Kari Nordmann", 0, "KARI  Nordmann", 6, True),
    ("Kari Nordmann", 0, "Kari Nordmann", 7, False),
    ("Kari Nordmann", 0, "Ola Nordmann", 0, False),
    ("Kari", 0, "Kari", 0, False),
    ("Leder for drift", 0, "Leder for drift", 0, False),
    ("Kari Nordmann", -1, "Kari Nordmann", -1, False),
]


@pytest.mark.parametrize(("one", "at", "other", "then", "same"), PAIRS)
def test_a_typed_name_is_one_person_when_it_is_written_alike(
    ws: Workspace, one: str, at: int, other: str, then: int, same: bool
) -> None:
    first, second = municipality(ws, "Ås"), municipality(ws, "Os")
    plan(ws, first, MONDAY + timedelta(days=at), named(one))
    plan(ws, second, MONDAY + timedelta(days=then), named(other))
    assert bool(told(ws)) is same
    if same:
        assert told(ws) == [(one, False, MONDAY, [("Os", 1), ("Ås", 1)])]


def test_what_is_done_has_no_day_or_belongs_to_an_archived_customer_asks_nobody(ws: Workspace) -> None:
    first, second, third = (municipality(ws, name) for name in ("Ås", "Os", "Elverum"))
    plan(ws, first, MONDAY, named("Kari Nordmann"))
    done = plan(ws, second, MONDAY, named("Kari Nordmann"))
    plan(ws, second, None, named("Kari Nordmann"))
    plan(ws, third, MONDAY, named("Kari Nordmann"))
    changed = {ActionField.STATUS: ActionStatus.DONE}
    change_action(ws, second[0], done, changed, base_version=1, session="s", edit_no=2)
    archive_customers(ws, ADMIN, [third[0].customer_id or ""])
    assert told(ws) == []


def test_the_statements_are_as_many_however_many_own_something(ws: Workspace) -> None:
    # The first reading of a day is noted in the log.
    counted, _ = list[int](), told(ws)
    for many in range(2):
        for name in (f"Ås {many}", f"Os {many}", f"Elverum {many}"):
            plan(ws, municipality(ws, name), MONDAY, named("Kari Nordmann"))
        with statements(ws.database.engine) as seen:
            assert len(told(ws)) == 1
        counted.append(seen.number)
    assert counted[0] == counted[1]
