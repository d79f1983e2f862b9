"""What the service reads of one customer for a page or a file, it reads as of one moment."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from scoring.basis import Basis
from service import judgement
from service.answers.responses import history, open_response
from service.form.upgrade import newer_form
from service.judgement import judge_customer
from service.people.actor import Actor
from service.people.customers import go_live_moves
from service.people.members import list_members
from service.plan.actions import create_action, list_actions
from service.portfolio.trend import read_trend
from service.review.ratings import rate
from service.review.submissions import State, move
from service.workspace import Workspace
from tests.builders import ADMIN, REVIEWER, workspace
from tests.counted import transactions
from tests.service.review.sending import days_before, new_lead, say, sent


@dataclass(frozen=True)
class Place:
    """A customer that has sent in twice been rated, and plans something."""

    ws: Workspace
    lead: Actor
    customer_id: str
    response_id: str
    first: str
    second: str


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    with workspace(address_of_module) as opened:
        yield opened


@pytest.fixture(scope="module")
def seen(ws: Workspace) -> Place:
    """One that nothing is done to."""
    return a_place(ws)


@pytest.fixture
def place(ws: Workspace) -> Place:
    """One of the test's own."""
    return a_place(ws)


def a_place(ws: Workspace) -> Place:
    lead = new_lead(ws)
    first = sent(ws, lead, {"Q-LEVEL": 3}, left=120)
    move(ws, REVIEWER, first, State.IN_REVIEW, expected=State.SENT)
    rate(ws, REVIEWER, first, "Q-LEVEL", agreed=False, value=1, reason="Ikke vist")
    move(ws, REVIEWER, first, State.RETURNED, expected=State.IN_REVIEW, comment="Se over")
    second = sent(ws, lead, {"Q-YESNO": True}, left=90)
    customer_id = lead.customer_id or ""
    response_id = open_response(ws, lead, customer_id).response_id
    create_action(ws, lead, response_id, "Q-SHARE", session="p", edit_no=1)
    return Place(ws, lead, customer_id, response_id, first, second)


AS_OF = days_before(80)
READ: dict[str, Callable[[Place], object]] = {
    "situation": lambda at: judge_customer(at.ws, at.lead, at.customer_id, as_of=AS_OF),
    "situation on HPAS's word": lambda at: judge_customer(
        at.ws, at.lead, at.customer_id, as_of=AS_OF, basis=Basis.HPAS
    ),
    "development": lambda at: read_trend(at.ws, at.lead, at.customer_id, as_of=AS_OF),
    "newer form": lambda at: newer_form(at.ws, at.lead, at.customer_id),
    "history": lambda at: history(at.ws, at.lead, at.response_id, "Q-LEVEL"),
    "members": lambda at: list_members(at.ws, at.lead, at.customer_id),
    "moves of the go-live": lambda at: go_live_moves(at.ws, at.lead, at.customer_id),
}


@pytest.mark.parametrize("read", READ.values(), ids=READ.keys())
def test_it_is_one_transaction(seen: Place, read: Callable[[Place], object]) -> None:
    with transactions(seen.ws.database.engine) as begun:
        read(seen)
    assert begun.number == 1


def test_an_action_that_is_made_while_the_customer_is_read_is_in_none_of_it(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made_meanwhile(ws: Workspace, actor: Actor, customer_id: str) -> object:
        say(ws, actor, {"Q-LEVEL": 0})
        create_action(ws, actor, place.response_id, "Q-LEVEL", session="p", edit_no=2)
        return list_actions(ws, actor, customer_id)

    before = judge_customer(place.ws, place.lead, place.customer_id, as_of=AS_OF)
    monkeypatch.setattr(judgement, "list_actions", made_meanwhile)
    meanwhile = judge_customer(place.ws, place.lead, place.customer_id, as_of=AS_OF)
    monkeypatch.undo()
    after = judge_customer(place.ws, place.lead, place.customer_id, as_of=AS_OF)
    assert meanwhile == before
    assert len(after.plan.actions) == len(before.plan.actions) + 1


def test_a_moment_reads_for_each_what_that_one_may_see(place: Place) -> None:
    """HPAS and the customer in one transaction: what is rated and not handed back is still HPAS's alone."""
    move(place.ws, REVIEWER, place.second, State.IN_REVIEW, expected=State.SENT)
    rate(place.ws, REVIEWER, place.second, "Q-YESNO", agreed=False, value=False, reason="Ikke vist")
    with place.ws.database.one_moment():
        theirs = [
            judge_customer(place.ws, actor, place.customer_id, as_of=AS_OF, basis=Basis.HPAS).judgement
            for actor in (ADMIN, place.lead)
        ]
    assert [found.questions["Q-YESNO"].attainment for found in theirs] == [0.0, 1.0]
