"""The queue: the oldest first, a page at a time, with who looks at it and what is new since the last review."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from language import local_day
from scoring.vocabulary import Verdict
from service.people.access import now
from service.people.actor import Actor, Role
from service.people.members import invite, list_members
from service.review import review_queue
from service.review.ratings import rate
from service.review.review_queue import QueuePage, read_queue
from service.review.submissions import State, move
from service.workspace import Workspace
from tests.builders import ADMIN, REVIEWER, municipality, workspace
from tests.counted import statements
from tests.service.review.sending import begin_review, hand_back, sent


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    """A database without what other tests have sent in."""
    with workspace(address) as opened:
        yield opened


def read(ws: Workspace, *, done: bool = False, search: str = "", page: int = 1) -> QueuePage:
    return read_queue(ws, REVIEWER, as_of=local_day(now()) + timedelta(days=3), done=done, search=search, page=page)


def names(page: QueuePage) -> list[str]:
    return [line.customer.name for line in page.lines]


def test_it_has_what_waits_the_oldest_first_with_what_to_look_at(ws: Workspace) -> None:
    lead, other, third = (municipality(ws, name)[0] for name in "ABC")
    hand_back(ws, begin_review(ws, sent(ws, lead, {"Q-LEVEL": 4, "Q-STOP": True, "Q-YESNO": True}, left=120)))
    # Of the one too little is answered to say; the stop of the other takes 30 days, and 28 are left.
    begin_review(ws, sent(ws, other, {"Q-LEVEL": 1}, left=29))
    sent(ws, lead, {"Q-LEVEL": 2, "Q-STOP": False, "Q-NUMBER": 2}, left=28)
    hand_back(ws, begin_review(ws, sent(ws, third)))
    assert [(each.customer.name, each.info.state) for each in read(ws).lines] == [
        ("B", "in_review"),
        ("A", "sent"),
    ]
    page = read(ws)
    assert names(page) == ["B", "A"]
    assert [(line.failed_stops, line.changed, line.worse) for line in page.lines] == [(0, None, 0), (1, 3, 2)]
    assert [line.waited for line in page.lines] == [3, 3]
    assert [line.reviewers for line in page.lines] == [("Lokal bruker",), ()]
    assert page.lines[1].verdict is Verdict.NOT_READY
    assert names(read(ws, done=True)) == ["C", "A"]


def test_what_was_taken_back_or_only_sent_is_no_review_to_count_from(ws: Workspace) -> None:
    lead = municipality(ws, "A")[0]
    move(ws, lead, sent(ws, lead, {"Q-LEVEL": 4}), State.REOPENED, expected=State.SENT)
    sent(ws, lead, {"Q-LEVEL": 1}, left=60)
    assert [line.changed for line in read(ws).lines] == [None]


PAGES = [
    ({}, ["K0", "K1"], 5, 1),
    ({"page": 3}, ["K4"], 5, 3),
    ({"page": 9}, ["K4"], 5, 3),
    ({"page": -1}, ["K0", "K1"], 5, 1),
    ({"search": " k3"}, ["K3"], 1, 1),
    ({"search": "ingen"}, [], 0, 1),
]


def test_a_page_is_the_nearest_one_and_the_search_is_by_name(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_queue, "AT_ONCE", 2)
    for number in range(5):
        sent(ws, municipality(ws, f"K{number}")[0])
    for wanted, shown, found, number in PAGES:
        page = read(ws, **wanted)  # type: ignore[arg-type]
        assert (names(page), page.found, page.every, page.page) == (shown, found, 5, number), wanted


def test_it_is_read_in_as_many_statements_whatever_there_is(ws: Workspace) -> None:
    counted = []
    for number in range(4):
        lead = municipality(ws, f"K{number}")[0]
        made = hand_back(ws, begin_review(ws, sent(ws, lead, {"Q-LEVEL": 1}, left=120)))
        begin_review(ws, sent(ws, lead, {"Q-LEVEL": 2}))
        assert made
        with statements(ws.database.engine) as said:
            read(ws)
        counted.append(said.number)
    assert len(set(counted[1:])) == 1
    assert counted[-1] <= 8


def test_who_has_said_something_last_stands_first(ws: Workspace) -> None:
    made = begin_review(ws, sent(ws, municipality(ws, "A")[0], {"Q-LEVEL": 3}))
    for name in ("Kari", "Ola", "Kari"):
        email = f"{name.lower()}@hpas.example"
        known = {each.email: each.id for each in list_members(ws, ADMIN, None)}
        member = known.get(email) or invite(ws, ADMIN, None, role=Role.REVIEWER, email=email, name=name)
        rate(ws, Actor(member, name, Role.REVIEWER, None), made, "Q-LEVEL", agreed=True)
    assert [line.reviewers for line in read(ws).lines] == [("Kari", "Ola", "Lokal bruker")]
