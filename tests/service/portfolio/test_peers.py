"""Where one lands and what is seen of peers, by the service: who may, what counts, and what tells nothing of anyone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from cli import ASSESSMENTS
from content.catalogue import read_content
from language import local_day
from scoring.forecast.reference_class import PastPlan
from scoring.portfolio.bands import Band
from scoring.vocabulary import CustomerType
from service.faults import NotAllowed
from service.outcomes.starts import confirm_start
from service.people.actor import Actor, Role
from service.people.customer_changes import archive_customers
from service.people.customers import set_go_live
from service.portfolio import peers as service
from service.portfolio.forecast import forecast
from service.portfolio.peers import PeerBand, peers
from service.portfolio.trend import read_points
from service.review.submissions import State, list_snapshots, move
from service.workspace import Workspace
from storage.people import rows as people_rows
from tests.builders import ADMIN, GO_LIVE, REVIEWER, workspace
from tests.service.review.sending import days_before, new_lead, sent

SAID = {"Q-YESNO": True, "Q-NUMBER": 0, "Q-SHARE": None, "Q-STOP": True}
TODAY = days_before(60)
STRANGER = Actor("x", "X", Role.LEAD, "0" * 32)


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


def of(lead: Actor) -> str:
    return lead.customer_id or ""


def one(ws: Workspace, level: int, *, left: int = 90) -> Actor:
    lead = new_lead(ws)
    sent(ws, lead, {"Q-LEVEL": level, **SAID}, left=left)
    return lead


def again(ws: Workspace, lead: Actor) -> None:
    (last,) = list_snapshots(ws, lead, of(lead))
    move(ws, lead, last.id, State.REOPENED, expected=State.SENT)
    sent(ws, lead, {"Q-LEVEL": 4}, left=89)


def seen(ws: Workspace, lead: Actor, days_left: int | None = 88) -> PeerBand | None:
    return peers(ws, lead, of(lead), days_left=days_left)


def band(ws: Workspace, lead: Actor) -> Band | None:
    found = seen(ws, lead)
    return None if found is None else found.band


def test_the_band_comes_with_five_others_and_is_the_same_for_all_of_a_type(ws: Workspace) -> None:
    leads = [one(ws, level) for level in (0, 1, 2, 3, 4)]
    assert band(ws, leads[0]) is None
    leads.append(one(ws, 4))

    found = {lead.id: seen(ws, lead) for lead in [*leads, new_lead(ws)]}
    first = found[leads[0].id]
    assert first is not None
    assert (first.customer_type, first.days_left, first.band.customers) == (CustomerType.MUNICIPALITY, 90, 6)
    assert first.band.lower < first.band.upper
    assert set(map(repr, found.values())) == {repr(first)}
    assert [seen(ws, leads[0], days) is None for days in (None, -1, 121, 60, 250)] == [True] * 5


def test_who_joins_leaves_sends_in_again_or_moves_changes_nothing(ws: Workspace) -> None:
    leads = [one(ws, level) for level in (0, 1, 2, 3, 4, 4)]
    before = band(ws, leads[0])
    acts: list[Callable[[], object]] = [
        *(lambda: one(ws, 4) for _ in range(5)),
        lambda: again(ws, leads[2]),
        lambda: archive_customers(ws, ADMIN, [of(leads[1])]),
        lambda: set_go_live(ws, ADMIN, of(leads[3]), GO_LIVE + timedelta(days=300)),
    ]
    for act in acts:
        act()
        assert band(ws, leads[0]) == before
    one(ws, 4)
    after = band(ws, leads[0])
    assert after is not None
    assert after.customers == 12


def test_a_run_that_is_full_falls_out_whole(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "RUN", 6)
    leads = [one(ws, level) for level in [0] * 6 + [4] * 6]
    twelve = band(ws, leads[0])
    assert twelve is not None
    assert twelve.customers == 12
    one(ws, 4)
    best = band(ws, leads[0])
    assert best is not None
    assert (best.customers, best.upper - best.lower <= 10) == (6, True)


def test_nobody_else_may(ws: Workspace) -> None:
    lead = one(ws, 4)
    for ask in (lambda: peers(ws, STRANGER, of(lead), days_left=90), lambda: forecast(ws, STRANGER, of(lead), [])):
        with pytest.raises(NotAllowed):
            ask()
    assert forecast(ws, REVIEWER, of(lead), []) is None


def test_three_days_tell_where_one_lands_and_who_has_started_lands_nowhere(ws: Workspace) -> None:
    lead = new_lead(ws)
    sent(ws, lead, {"Q-LEVEL": 1, **SAID, "Q-STOP": False}, left=110)
    points = read_points(ws, lead, of(lead), as_of=TODAY)
    assert len(points) == 2
    assert forecast(ws, lead, of(lead), points) is None
    placed = [replace(points[-1], as_of=days_before(left), days_left=left, ahead_days=-20.0) for left in (120, 90, 60)]
    assert forecast(ws, lead, of(lead), placed) is None, "a class of nobody"
    of_report = replace(ws, reference_cases=read_content(ASSESSMENTS).reference_cases)
    found = forecast(of_report, lead, of(lead), placed)
    assert found is not None
    assert (found.points, found.cases) == (3, 4)

    confirm_start(ws, lead, of(lead), GO_LIVE, as_of=GO_LIVE + timedelta(days=3))
    assert forecast(of_report, lead, of(lead), placed) is None


def test_a_start_here_is_planned_on_the_day_its_go_live_was_first_set(ws: Workspace) -> None:
    straight, moved = new_lead(ws), new_lead(ws)
    for later in (30, 60):
        set_go_live(ws, ADMIN, of(moved), GO_LIVE + timedelta(days=later))
    for lead, late in ((straight, 0), (moved, 60)):
        confirm_start(ws, lead, of(lead), GO_LIVE + timedelta(days=late), as_of=GO_LIVE + timedelta(days=90))
    with ws.database.reading() as connection:
        found = people_rows.plans_of_started(connection, invented=True)
        assert people_rows.plans_of_started(connection, invented=False) == []

    assert sorted((planned, came) for _, planned, came in found) == [
        (GO_LIVE, GO_LIVE),
        (GO_LIVE, GO_LIVE + timedelta(days=60)),
    ]
    assert all(PastPlan(local_day(on), planned or GO_LIVE, came).pace > 0 for on, planned, came in found)
