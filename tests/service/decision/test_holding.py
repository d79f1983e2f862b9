"""A decision holds until a hard stop is answered worse, an exception it leans on is gone, or the go-live moves."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from scoring.answers import Share
from scoring.decision.standing import DecisionStanding, Fall
from scoring.vocabulary import AnswerField
from service.decision.kept import KeptDecision
from service.people.actor import Actor
from service.people.customers import set_go_live
from service.plan.waivers import withdraw_waiver
from service.portfolio.comparison import read_comparison
from service.workspace import Workspace
from tests.builders import ADMIN, GO_LIVE, REVIEWER
from tests.service.decision.deciding import (
    CONDITIONS,
    DAY,
    IN_ROUTE,
    LATER,
    POSTPONE,
    decided,
    excepted,
    kept,
    reviewed,
    three_stops,
)
from tests.service.review.sending import new_lead, say

NOT_YET = GO_LIVE - timedelta(days=10)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with three_stops(tmp_path) as made:
        yield made


def signed(ws: Workspace, lead: Actor) -> KeptDecision:
    found = kept(ws, lead).signed
    assert found is not None
    return found


def told(ws: Workspace, lead: Actor) -> list[tuple[Fall, tuple[str, ...]]]:
    """What has changed, the same of one customer and among all."""
    own = signed(ws, lead)
    among = read_comparison(ws, ADMIN, as_of=DAY).decisions[lead.customer_id or ""]
    assert (among.id, among.standing, among.changes) == (own.row.id, own.standing, own.changes)
    return [(each.fall, each.questions) for each in own.changes]


def left_out(ws: Workspace, lead: Actor) -> None:
    say(ws, lead, {"Q-YESNO": "Gjelder ikke oss"}, field=AnswerField.NOT_APPLICABLE)


CHANGES: list[tuple[str, Callable[[Workspace, Actor], None], list[tuple[Fall, tuple[str, ...]]]]] = [
    ("nothing", lambda *_: None, []),
    ("a stop is better", lambda ws, lead: say(ws, lead, {"Q-SHARE": Share(10, 10)}), []),
    ("a stop is said anew", lambda ws, lead: say(ws, lead, {"Q-SHARE": Share(12, 20)}), []),
    ("a day earlier", lambda ws, lead: say(ws, lead, {"Q-DATE": IN_ROUTE["Q-DATE"]}), []),
    ("what stops nothing is worse", lambda ws, lead: say(ws, lead, {"Q-LEVEL": 0}), []),
    (
        "a stop is worse",
        lambda ws, lead: say(ws, lead, {"Q-SHARE": Share(5, 10)}),
        [(Fall.WORSE_STOP, ("Q-SHARE",))],
    ),
    ("an answer is taken away", lambda ws, lead: say(ws, lead, {"Q-YESNO": None}), [(Fall.WORSE_STOP, ("Q-YESNO",))]),
    ("a day is too late", lambda ws, lead: say(ws, lead, {"Q-DATE": NOT_YET}), [(Fall.WORSE_STOP, ("Q-DATE",))]),
    ("left out without HPAS's word", left_out, [(Fall.WORSE_STOP, ("Q-YESNO",))]),
    ("moved", lambda ws, lead: set_go_live(ws, ADMIN, lead.customer_id or "", LATER), [(Fall.GO_LIVE, ())]),
    ("no date", lambda ws, lead: set_go_live(ws, ADMIN, lead.customer_id or "", None), [(Fall.GO_LIVE, ())]),
]


@pytest.mark.parametrize(("change", "found"), [each[1:] for each in CHANGES], ids=[each[0] for each in CHANGES])
def test_what_makes_it_fall_and_what_does_not(
    ws: Workspace, change: Callable[[Workspace, Actor], None], found: list[tuple[Fall, tuple[str, ...]]]
) -> None:
    lead = reviewed(ws)
    decided(ws, lead)
    change(ws, lead)
    assert told(ws, lead) == found
    assert (signed(ws, lead).standing is DecisionStanding.FALLEN) is bool(found)


def test_an_answer_that_is_as_good_again_lets_it_hold_again(ws: Workspace) -> None:
    lead = reviewed(ws)
    decided(ws, lead)
    say(ws, lead, {"Q-SHARE": Share(1, 10)})
    say(ws, lead, {"Q-SHARE": Share(6, 10)})
    assert told(ws, lead) == []


def test_nothing_falls_because_time_passes(ws: Workspace) -> None:
    lead = reviewed(ws)
    decided(ws, lead)
    for left in (30, 1, 0):
        assert kept(ws, lead, GO_LIVE - timedelta(days=left)).signed is not None
        assert told(ws, lead) == []


def test_it_falls_with_the_exception_it_leans_on(ws: Workspace) -> None:
    lead = reviewed(ws, {**IN_ROUTE, "Q-DATE": NOT_YET})
    waiver = excepted(ws, lead, "Q-DATE")
    decided(ws, lead, CONDITIONS)
    assert told(ws, lead) == []
    withdraw_waiver(ws, REVIEWER, waiver, reason="Tiltaket ble ikke noe av")
    assert told(ws, lead) == [(Fall.WAIVER, ("Q-DATE",))]


def test_a_better_answer_is_no_fallen_exception(ws: Workspace) -> None:
    """The exception falls when its answer changes; the decision does not, for nothing is worse."""
    lead = reviewed(ws, {**IN_ROUTE, "Q-DATE": NOT_YET})
    excepted(ws, lead, "Q-DATE")
    decided(ws, lead, CONDITIONS)
    say(ws, lead, {"Q-DATE": NOT_YET - timedelta(days=5)})
    assert told(ws, lead) == []


def test_an_exception_that_is_no_longer_needed_may_go(ws: Workspace) -> None:
    lead = reviewed(ws, {**IN_ROUTE, "Q-DATE": NOT_YET})
    waiver = excepted(ws, lead, "Q-DATE")
    decided(ws, lead, CONDITIONS)
    say(ws, lead, {"Q-DATE": IN_ROUTE["Q-DATE"]})
    withdraw_waiver(ws, REVIEWER, waiver, reason="Er på plass")
    assert told(ws, lead) == []


def test_a_postponement_holds_on_the_day_it_moved_to(ws: Workspace) -> None:
    lead = reviewed(ws)
    decided(ws, lead, POSTPONE)
    assert told(ws, lead) == []
    # Later than before, and still in time for the new day.
    say(ws, lead, {"Q-DATE": LATER - timedelta(days=61)})
    assert told(ws, lead) == []
    set_go_live(ws, ADMIN, lead.customer_id or "", GO_LIVE)
    assert told(ws, lead) == [(Fall.GO_LIVE, ())]


def test_one_that_fell_is_seen_among_all_also_as_if_a_wave_were_moved(ws: Workspace) -> None:
    lead, other = reviewed(ws), reviewed(ws)
    for each in (lead, other):
        decided(ws, each)
    new_lead(ws)
    say(ws, other, {"Q-SHARE": Share(1, 10)})
    found = read_comparison(ws, ADMIN, as_of=DAY).decisions
    assert {id_: each.fallen for id_, each in found.items()} == {lead.customer_id: False, other.customer_id: True}
    moved = read_comparison(ws, ADMIN, as_of=DAY, moved={lead.customer_id or "": LATER}).decisions
    assert moved[lead.customer_id or ""].fallen
    assert read_comparison(ws, ADMIN, as_of=DAY, cut=60).decisions == {}
