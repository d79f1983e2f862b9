"""Klarsjekk without login: what a database says of itself, who is here, and setting it up for one real customer."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest

from scoring.vocabulary import AnswerField, CustomerType
from service.answers.responses import open_response
from service.demo.customers import fill_demo
from service.demo.history import start_demo
from service.faults import BadInput, NotAllowed
from service.files.people import CUSTOMERS
from service.people.actor import Actor, Role, local_actor
from service.people.customers import add_customer, go_live_moves, list_customers, set_go_live
from service.people.log import read_log
from service.people.members import invite
from service.people.own_machine import LocalUse, describe_own, local_use, set_up_own, who_is_here
from service.portfolio.comparison import read_comparison
from service.review.review_queue import read_queue
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, municipality, record, workspace
from tests.service.files.handing import handed

NEW = local_actor(Role.LEAD)
# Someone who has logged in.
OFFICE = Actor("m-1", "Kari", Role.ADMIN)
REAL: dict[str, Any] = {"name": "Åfjord kommune", "customer_type": CustomerType.MUNICIPALITY}


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


def own(ws: Workspace) -> tuple[Actor, str]:
    """The database set up for a real municipality: its lead, and its id."""
    made = set_up_own(ws, who_is_here(ws, Role.ADMIN, None), **REAL, go_live=GO_LIVE)
    return who_is_here(ws, Role.ADMIN, "another"), made


def real_ones(ws: Workspace) -> None:
    add_customer(ws, OFFICE, **REAL)


def one_beside(ws: Workspace) -> None:
    own(ws)
    add_customer(ws, OFFICE, name="Hitra", customer_type=CustomerType.MUNICIPALITY)


STATES: list[tuple[Callable[[Workspace], object], LocalUse]] = [
    (lambda _ws: None, LocalUse.NEW),
    (municipality, LocalUse.DEMO),
    (own, LocalUse.OWN),
    (real_ones, LocalUse.CLOSED),
    (one_beside, LocalUse.CLOSED),
]


@pytest.mark.parametrize(("happened", "use"), STATES, ids=["new", "demo", "own", "server", "server after own"])
def test_the_database_says_what_it_is(ws: Workspace, happened: Callable[[Workspace], object], use: LocalUse) -> None:
    happened(ws)
    assert local_use(ws) is use


@pytest.mark.parametrize("role", Role)
def test_a_role_is_chosen_in_a_demo_alone(ws: Workspace, role: Role) -> None:
    assert who_is_here(ws, role, "x") == NEW
    _, made = own(ws)
    assert who_is_here(ws, role, "x") == local_actor(Role.LEAD, made)


def test_where_real_customers_are_a_passer_by_is_nobodys_lead(ws: Workspace) -> None:
    real_ones(ws)
    here = who_is_here(ws, Role.ADMIN, list_customers(ws, OFFICE)[0].id)
    assert (here, list_customers(ws, here)) == (NEW, [])
    with pytest.raises(BadInput) as raised:
        set_up_own(ws, here, **REAL)
    assert raised.value.fault == "already_set_up"


def test_one_real_customer_can_answer_at_once(ws: Workspace) -> None:
    lead, made = own(ws)
    view = open_response(ws, lead, made)
    assert (view.customer.name, view.customer.go_live, view.customer.invented) == ("Åfjord kommune", GO_LIVE, False)
    record(ws, lead, view.response_id, "Q-LEVEL", AnswerField.VALUE, 2, base_version=0, session="s", edit_no=1)
    assert open_response(ws, lead, made).answers["Q-LEVEL"].value == 2


FAULTS = [
    ({"name": " "}, "name_missing"),
    ({"name": "a\tb"}, "line_break_in_name"),
    ({"go_live": date(1900, 1, 1)}, "day_out_of_range"),
    ({"customer_type": CustomerType.GP_OFFICE}, "type_not_offered"),
]


@pytest.mark.parametrize(("given", "fault"), FAULTS)
def test_what_does_not_fit_is_refused_and_the_database_stays_new(
    ws: Workspace, given: dict[str, Any], fault: str
) -> None:
    with pytest.raises(BadInput) as raised:
        set_up_own(ws, NEW, **REAL | given)
    assert (raised.value.fault, local_use(ws)) == (fault, LocalUse.NEW)


@pytest.mark.parametrize("actor", [Actor("m-2", "Ola", Role.LEAD, "x"), OFFICE, local_actor(Role.ADMIN)])
def test_who_has_logged_in_or_is_no_lead_sets_nothing_up(ws: Workspace, actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        set_up_own(ws, actor, **REAL)
    with pytest.raises(NotAllowed):
        start_demo(ws, actor, as_of=GO_LIVE)
    assert local_use(ws) is LocalUse.NEW


def test_of_many_who_set_up_at_once_one_succeeds(ws: Workspace) -> None:
    def set_up(number: int) -> str:
        try:
            return set_up_own(ws, NEW, name=f"Kommune {number}", customer_type=CustomerType.MUNICIPALITY)
        except BadInput as refused:
            return refused.fault

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(set_up, range(6)))
    assert (outcomes.count("already_set_up"), local_use(ws)) == (5, LocalUse.OWN)


def test_a_second_customer_is_refused(ws: Workspace) -> None:
    lead, made = own(ws)
    for actor, invented, fault in ((ADMIN, False, "real_without_login"), (ADMIN, True, "own_machine")):
        with pytest.raises(BadInput) as raised:
            add_customer(ws, actor, name="Hitra", customer_type=CustomerType.MUNICIPALITY, invented=invented)
        assert raised.value.fault == fault
    with pytest.raises(BadInput, match="tatt i bruk"):
        set_up_own(ws, lead, **REAL | {"name": "Hitra"})
    with pytest.raises(BadInput):
        fill_demo(ws, ADMIN, as_of=GO_LIVE)
    with pytest.raises(BadInput):
        start_demo(ws, lead, as_of=GO_LIVE)
    assert [customer.id for customer in list_customers(ws, ADMIN)] == [made]


OF_HPAS: list[Callable[[Workspace, Actor, str], object]] = [
    lambda ws, actor, _made: read_comparison(ws, actor, as_of=GO_LIVE),
    lambda ws, actor, _made: read_queue(ws, actor, as_of=date(2027, 1, 1)).lines,
    lambda ws, actor, _made: read_log(ws, actor),
    lambda ws, actor, made: set_go_live(ws, actor, made, None),
    lambda ws, actor, _made: invite(ws, actor, None, role=Role.ADMIN, email="a@b.example"),
    lambda ws, actor, _made: handed(ws, actor, CUSTOMERS, "", as_of=GO_LIVE),
    lambda ws, actor, _made: add_customer(ws, actor, **REAL | {"name": "Hitra"}),
]


@pytest.mark.parametrize("asked", OF_HPAS)
def test_on_an_own_machine_nobody_is_hpas(ws: Workspace, asked: Callable[[Workspace, Actor, str], object]) -> None:
    lead, made = own(ws)
    with pytest.raises(NotAllowed):
        asked(ws, lead, made)


def test_the_lead_changes_name_and_day_and_the_log_keeps_what_they_were(ws: Workspace) -> None:
    lead, made = own(ws)
    later = GO_LIVE + timedelta(days=30)
    describe_own(ws, lead, made, name=" Ørland ", go_live=later)
    describe_own(ws, lead, made, name="Ørland", go_live=later)
    customer = open_response(ws, lead, made).customer
    assert (customer.name, customer.go_live) == ("Ørland", later)
    assert [(move.moved_from, move.moved_to) for move in go_live_moves(ws, lead, made)] == [(GO_LIVE, later)]
    with ws.database.reading() as connection:
        log = [(row.operation, row.detail) for row in records.audit_log(connection)][-2:]
    assert log == [
        ("describe_own", '{"from": "Åfjord kommune", "to": "Ørland"}'),
        ("set_go_live", f'{{"from": "{GO_LIVE}", "to": "{later}"}}'),
    ]


@pytest.mark.parametrize(("given", "fault"), FAULTS[:3])
def test_a_change_that_does_not_fit_changes_nothing(ws: Workspace, given: dict[str, Any], fault: str) -> None:
    lead, made = own(ws)
    with pytest.raises(BadInput) as raised:
        describe_own(ws, lead, made, **{"name": "Ørland", "go_live": None} | given)
    customer = open_response(ws, lead, made).customer
    assert (raised.value.fault, customer.name, customer.go_live) == (fault, "Åfjord kommune", GO_LIVE)


def test_elsewhere_a_lead_changes_neither(ws: Workspace) -> None:
    demo, _ = municipality(ws)
    here = local_actor(Role.LEAD, demo.customer_id)
    with pytest.raises(NotAllowed):
        describe_own(ws, here, str(demo.customer_id), name="Ny", go_live=None)
    assert open_response(ws, here, str(demo.customer_id)).customer.name == "Kommune A"


def test_the_demo_is_filled_once(ws: Workspace) -> None:
    start_demo(ws, NEW, as_of=date(2027, 2, 1))
    assert local_use(ws) is LocalUse.DEMO
    assert len(list_customers(ws, ADMIN)) >= 5
    with pytest.raises(BadInput) as raised:
        start_demo(ws, NEW, as_of=date(2027, 2, 1))
    assert raised.value.fault == "already_set_up"
