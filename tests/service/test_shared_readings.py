"""What is read once for all: never older than what must be seen at once, and only so much older than an answer."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from scoring.basis import Basis
from scoring.vocabulary import CustomerType
from service import shared_readings
from service.answers.responses import open_response
from service.people.actor import Actor, Role
from service.people.customer_changes import archive_customers
from service.people.customers import add_customer, list_customers, set_go_live
from service.plan.actions import create_action
from service.portfolio import shared_comparison as looked_at
from service.portfolio.comparison import Comparison, read_all, read_comparison
from service.portfolio.shared_comparison import shared_comparison
from service.review.ratings import rate
from service.review.submissions import State, move
from service.shared_readings import KEPT, Reading, RestsOn
from service.workspace import Workspace
from storage.engines.database import open_database
from tests.builders import ADMIN, GO_LIVE, REVIEWER, workspace
from tests.service.review.sending import days_before, new_lead, say, sent

TODAY = days_before(45)


@pytest.fixture
def ws(address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A database where two customers are many."""
    monkeypatch.setattr(shared_readings, "MANY", 2)
    with workspace(address) as opened:
        new_lead(opened)
        new_lead(opened)
        yield opened


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many customers each reading of all had."""
    found: list[int] = []

    def counted(*args: object, **named: object) -> Comparison:
        made = read_all(*args, **named)  # type: ignore[arg-type]
        found.append(len(made.members))
        return made

    monkeypatch.setattr(looked_at, "read_all", counted)
    return found


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    """Of one of the two."""
    return Actor("lead", "Leder", Role.LEAD, list_customers(ws, ADMIN)[0].id)


def look(ws: Workspace) -> Comparison:
    return shared_comparison(ws, REVIEWER, as_of=TODAY)


def old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let so long pass that an answer must be seen."""
    monkeypatch.setattr(shared_readings, "LATE_SECONDS", -1.0)


def same(one: Comparison, other: Comparison) -> bool:
    return one.members == other.members and one.judged.rows() == other.judged.rows()


def test_two_who_look_are_given_one_reading(ws: Workspace, read: list[int]) -> None:
    assert look(ws) is look(ws)
    assert read == [2]
    assert same(look(ws), read_comparison(ws, REVIEWER, as_of=TODAY))


def test_each_day_distance_and_basis_is_a_reading_of_its_own_and_few_are_kept(ws: Workspace, read: list[int]) -> None:
    cuts = [None, *range(10, 10 * KEPT + 10, 10)]
    for cut in cuts:
        shared_comparison(ws, REVIEWER, as_of=TODAY, cut=cut)
    assert len(read) == len(cuts)
    assert len(ws.shared._kept) == len(ws.shared._turns) == KEPT


def test_what_is_asked_for_again_and_again_is_kept(ws: Workspace, read: list[int]) -> None:
    before = look(ws)
    for cut in range(10, 10 * KEPT + 10, 10):
        shared_comparison(ws, REVIEWER, as_of=TODAY, cut=cut)
        assert look(ws) is before
    assert len(read) == KEPT + 1


def test_of_few_customers_nothing_is_kept(ws: Workspace, read: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_readings, "MANY", 3)
    assert look(ws) is not look(ws)
    assert read == [2, 2]


def test_an_answer_is_seen_when_some_seconds_have_passed(
    ws: Workspace, lead: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = look(ws)
    say(ws, lead, {"Q-LEVEL": 4})
    assert look(ws) is before
    old(monkeypatch)
    assert look(ws) is not before
    assert same(look(ws), read_comparison(ws, REVIEWER, as_of=TODAY))


def test_what_is_still_true_is_kept_however_old_it_is(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    before = look(ws)
    old(monkeypatch)
    assert look(ws) is before


def one_more(ws: Workspace) -> str:
    kind = CustomerType.MUNICIPALITY
    return add_customer(ws, ADMIN, name="Demo kommune ny", customer_type=kind, go_live=GO_LIVE, invented=True)


WRITES: dict[str, Callable[[Workspace, Actor], object]] = {
    "a new customer": lambda ws, _: one_more(ws),
    "another day": lambda ws, lead: set_go_live(ws, ADMIN, lead.customer_id or "", days_before(10)),
    "one who is archived": lambda ws, lead: archive_customers(ws, ADMIN, [lead.customer_id or ""]),
    "an action": lambda ws, lead: create_action(ws, lead, open_of(ws, lead), "Q-STOP", session="a test", edit_no=1),
    "what is sent in": lambda ws, lead: sent(ws, lead, {"Q-LEVEL": 3}, left=60),
}


def open_of(ws: Workspace, lead: Actor) -> str:
    return open_response(ws, lead, lead.customer_id or "").response_id


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_all_else_is_seen_at_once(ws: Workspace, lead: Actor, write: Callable[[Workspace, Actor], object]) -> None:
    before = look(ws)
    write(ws, lead)
    assert look(ws) is not before
    assert same(look(ws), read_comparison(ws, REVIEWER, as_of=TODAY))


def test_a_rating_is_seen_at_once(ws: Workspace, lead: Actor) -> None:
    snapshot = sent(ws, lead, {"Q-LEVEL": 3}, left=60)
    move(ws, REVIEWER, snapshot, State.IN_REVIEW, expected=State.SENT)
    before = shared_comparison(ws, REVIEWER, as_of=TODAY, basis=Basis.HPAS)
    rate(ws, REVIEWER, snapshot, "Q-LEVEL", agreed=False, value=1, reason="Ikke vist")
    after = shared_comparison(ws, REVIEWER, as_of=TODAY, basis=Basis.HPAS)
    assert not same(before, after)
    assert same(after, read_comparison(ws, REVIEWER, as_of=TODAY, basis=Basis.HPAS))


def test_what_another_process_writes_is_seen(ws: Workspace, lead: Actor, address: str) -> None:
    with Workspace(open_database(address, beside=True), ws.catalogue) as other:
        before, listed = look(ws), list_customers(ws, ADMIN)
        assert list_customers(ws, ADMIN) == listed
        archive_customers(other, ADMIN, [lead.customer_id or ""])
        assert look(ws) is not before
        assert [each.name for each in list_customers(ws, ADMIN)] != [each.name for each in listed]


def test_the_list_of_customers_is_each_ones_own(ws: Workspace, lead: Actor) -> None:
    listed = list_customers(ws, ADMIN)
    listed.clear()
    assert len(list_customers(ws, ADMIN)) == 2
    assert [each.id for each in list_customers(ws, lead)] == [lead.customer_id]


def test_those_who_ask_at_the_same_time_wait_for_one_reading(ws: Workspace) -> None:
    all_here, readings = Barrier(4), list[int]()

    def slowly(_: Workspace) -> list[int]:
        readings.append(1)
        Event().wait(0.2)
        return [0, 0]

    def ask() -> list[int]:
        all_here.wait()
        return ws.shared.read(Reading("a thing", RestsOn(lambda _: True), slowly, len))

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: ask(), range(4)))
    assert readings == [1]
    assert all(each is found[0] for each in found)


def test_who_sees_an_older_moment_is_not_given_what_is_newer(ws: Workspace) -> None:
    with ThreadPoolExecutor(1) as pool, ws.database.one_moment(), ws.database.reading():
        before = [each.name for each in list_customers(ws, ADMIN)]

        def elsewhere() -> list[str]:
            one_more(ws)
            return [each.name for each in list_customers(ws, ADMIN)]

        assert pool.submit(elsewhere).result() != before
        assert [each.name for each in list_customers(ws, ADMIN)] == before
