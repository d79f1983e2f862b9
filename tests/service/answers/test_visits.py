"""When someone was last here: when a visit is over, what it is compared with, and that noting it keeps nobody out."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from scoring.answers import Answer
from scoring.vocabulary import AnswerField
from service.answers.responses import ResponseView, open_response
from service.answers.visits import Visit, answers_when, came, read_visit, said_at, visit_now
from service.faults import NotAllowed
from service.people.actor import Actor, Role
from service.workspace import Workspace
from tests.builders import municipality, record, workspace

AT = datetime(2027, 2, 1, 9, tzinfo=UTC)
_NUMBERS = count(1)


@pytest.fixture(scope="module")
def ws(address_of_module: str) -> Iterator[Workspace]:
    made = workspace(address_of_module)
    yield made
    made.close()


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    return municipality(ws, f"Kommune {next(_NUMBERS)}")[0]


def view(ws: Workspace, lead: Actor) -> ResponseView:
    return open_response(ws, lead, str(lead.customer_id))


def says(ws: Workspace, who: Actor, level: int) -> None:
    response_id = open_response(ws, who, str(who.customer_id)).response_id
    told = {"base_version": None, "session": f"s{next(_NUMBERS)}", "edit_no": 1}
    record(ws, who, response_id, "Q-LEVEL", AnswerField.VALUE, level, **told)  # type: ignore[arg-type]


def hours(number: float) -> datetime:
    return AT + timedelta(hours=number)


# What is noted, how much was said when the reader last said something, how many hours later -> what it is compared with.
RULE: list[tuple[Visit | None, int, float, tuple[int | None, datetime | None]]] = [
    (None, 3, 0, (None, None)),
    (Visit(None, None, 5, AT), 0, 1, (None, None)),
    (Visit(2, hours(-30), 5, AT), 0, 3.9, (2, hours(-30))),
    (Visit(2, hours(-30), 5, AT), 0, 4, (5, AT)),
    # What they said themselves after they had read is no news to them.
    (Visit(2, hours(-30), 5, AT), 7, 40, (7, AT)),
]


@pytest.mark.parametrize(("noted", "own", "later", "wanted"), RULE)
def test_a_visit_is_over_when_nobody_has_read_for_some_hours(
    noted: Visit | None, own: int, later: float, wanted: tuple[int | None, datetime | None]
) -> None:
    found = visit_now(noted, seen=9, own=own, at=hours(later))
    assert ((found.since, found.since_at), found.seen, found.read_at) == (wanted, 9, hours(later))


def test_what_was_said_is_read_as_it_stood_then(ws: Workspace, lead: Actor) -> None:
    helper = Actor("m-helper", "Per", Role.CONTRIBUTOR, lead.customer_id)
    says(ws, lead, 1)
    says(ws, helper, 2)
    says(ws, helper, 3)
    now = view(ws, lead)
    then = [answers_when(ws, lead, now, revisions) for revisions in range(4)]
    assert then == [{}, *({"Q-LEVEL": Answer(level)} for level in (1, 2, 3))]
    assert read_visit(ws, lead, now) == (None, 1)
    assert read_visit(ws, helper, now) == (None, 3)
    assert [said_at(ws, lead, now, at) for at in (AT - timedelta(days=9_000), AT + timedelta(days=9_000))] == [0, 3]


def test_a_visit_is_noted_for_each_reader_and_not_at_every_click(ws: Workspace, lead: Actor) -> None:
    other, here = Actor("m-other", "Per", Role.VIEWER, lead.customer_id), view(ws, lead)
    first = visit_now(None, seen=0, own=0, at=AT)
    came(ws, lead, here, None, first)
    assert (read_visit(ws, lead, here)[0], read_visit(ws, other, here)[0]) == (first, None)
    came(ws, lead, here, first, visit_now(first, seen=0, own=0, at=hours(0.1)))
    assert read_visit(ws, lead, here)[0] == first
    later = visit_now(first, seen=0, own=0, at=hours(5))
    came(ws, lead, here, first, later)
    assert read_visit(ws, lead, here)[0] == later == Visit(0, AT, 0, hours(5))


def test_who_may_not_read_leaves_no_visit(ws: Workspace, lead: Actor) -> None:
    stranger, here = Actor("m-stranger", "Ola", Role.LEAD, "another"), view(ws, lead)
    for act in (
        lambda: read_visit(ws, stranger, here),
        lambda: came(ws, stranger, here, None, visit_now(None, seen=0, own=0, at=AT)),
        lambda: answers_when(ws, stranger, here, 0),
        lambda: said_at(ws, stranger, here, AT),
    ):
        with pytest.raises(NotAllowed):
            act()
