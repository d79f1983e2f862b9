"""Confirming that a customer started: when it may be said, what it changes, and what stays as history."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest

from scoring.vocabulary import AnswerField, Verdict
from service.answers.responses import Content
from service.faults import BadInput
from service.judgement import judge_customer
from service.outcomes.starts import confirm_start, start_history, take_back_start
from service.people.actor import Actor
from service.people.customer_changes import move_customers
from service.portfolio.comparison import read_comparison
from service.portfolio.owed import owed_list
from service.portfolio.roll_out import move_wave
from service.portfolio.trend import points_of_all, read_points, read_trend_sources
from service.workspace import Workspace
from storage import records
from storage.verification import verify
from tests.builders import ADMIN, REVIEWER, municipality, record, workspace

GO_LIVE = date(2027, 5, 1)
AFTER = date(2027, 5, 10)
_NUMBERS = count(1)


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with workspace(tmp_path_factory.mktemp("starts")) as opened:
        yield opened


@pytest.fixture
def lead(ws: Workspace) -> Actor:
    """Of a customer that has answered everything it is due, and whose hard stop is not in place."""
    lead, response_id = municipality(ws, f"Kommune {next(_NUMBERS)}", go_live=GO_LIVE)
    said: dict[str, Content] = {
        "Q-LEVEL": 3,
        "Q-YESNO": True,
        "Q-NUMBER": 2.0,
        "Q-DATE": date(2027, 1, 1),
        "Q-STOP": False,
    }
    for turn, (id_, value) in enumerate(said.items()):
        record(ws, lead, response_id, id_, AnswerField.VALUE, value, base_version=None, session="a", edit_no=turn + 1)
    return lead


def of(lead: Actor) -> str:
    assert lead.customer_id is not None
    return lead.customer_id


def verdict(ws: Workspace, lead: Actor, as_of: date = AFTER) -> Verdict | None:
    return judge_customer(ws, lead, of(lead), as_of=as_of).judgement.verdict


def test_a_day_that_is_past_and_not_confirmed_is_judged_on_and_asked_about(ws: Workspace, lead: Actor) -> None:
    found = judge_customer(ws, lead, of(lead), as_of=AFTER).judgement
    assert (found.verdict, found.asks_if_started) == (Verdict.NOT_READY, True)


@pytest.mark.parametrize("by_hpas", [False, True])
def test_once_confirmed_it_is_in_use_alone_and_among_all(ws: Workspace, lead: Actor, by_hpas: bool) -> None:
    confirm_start(ws, REVIEWER if by_hpas else lead, of(lead), GO_LIVE + timedelta(days=2), as_of=AFTER)

    here = judge_customer(ws, lead, of(lead), as_of=AFTER)
    compared = read_comparison(ws, ADMIN, as_of=AFTER)
    place = [member.customer_id for member in compared.members].index(of(lead))
    (row,) = compared.judged.rows([place])

    assert (here.judgement.verdict, here.judgement.started) == (Verdict.IN_USE, GO_LIVE + timedelta(days=2))
    assert (row.verdict, row.failed_stops, row.earliest, row.ranked) == (Verdict.IN_USE, (), None, False)
    assert here.gaps, "what remains is still told"
    assert place not in {each.place for each in owed_list(compared).owed}


def test_it_stands_with_what_was_said_before_and_why(ws: Workspace, lead: Actor) -> None:
    confirm_start(ws, lead, of(lead), GO_LIVE, as_of=AFTER)
    confirm_start(ws, lead, of(lead), GO_LIVE, as_of=AFTER)
    confirm_start(ws, lead, of(lead), GO_LIVE + timedelta(days=1), as_of=AFTER, reason="Vi startet dagen etter")
    take_back_start(ws, lead, of(lead), reason="Det var en annen kunde")

    said = [(each.started_on, each.reason) for each in start_history(ws, lead, of(lead))]
    assert said == [
        (None, "Det var en annen kunde"),
        (GO_LIVE + timedelta(days=1), "Vi startet dagen etter"),
        (GO_LIVE, None),
    ]
    assert verdict(ws, lead) is Verdict.NOT_READY
    with ws.database.reading() as connection:
        log = [(each.actor, each.detail) for each in records.audit_log(connection) if each.operation == "confirm_start"]
    assert [actor for actor, _ in log[-3:]] == [lead.id] * 3
    assert "Det var en annen kunde" in str(log[-1][1])
    assert verify(ws.database).findings == ()


@pytest.mark.parametrize(
    ("day", "as_of", "reason", "fault"),
    [
        (None, AFTER, None, "start_day_missing"),
        (AFTER + timedelta(days=1), AFTER, None, "start_ahead"),
        (GO_LIVE - timedelta(days=1), GO_LIVE - timedelta(days=1), None, "go_live_not_come"),
        (GO_LIVE - timedelta(days=61), AFTER, None, "start_too_early"),
        (date(1999, 1, 1), AFTER, None, "day_out_of_range"),
        (GO_LIVE, AFTER, "\x07", "control_character"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_said(
    ws: Workspace, lead: Actor, day: date | None, as_of: date, reason: str | None, fault: str
) -> None:
    with pytest.raises(BadInput) as refused:
        confirm_start(ws, lead, of(lead), day, as_of=as_of, reason=reason)
    assert (refused.value.fault, start_history(ws, lead, of(lead))) == (fault, [])


def test_another_day_needs_a_reason_and_so_does_taking_it_back(ws: Workspace, lead: Actor) -> None:
    confirm_start(ws, lead, of(lead), GO_LIVE, as_of=AFTER)
    with pytest.raises(BadInput) as refused:
        confirm_start(ws, lead, of(lead), AFTER, as_of=AFTER, reason="  ")
    assert refused.value.fault == "start_reason_missing"
    with pytest.raises(BadInput) as refused:
        take_back_start(ws, lead, of(lead), reason=None)
    assert refused.value.fault == "start_reason_missing"
    assert len(start_history(ws, lead, of(lead))) == 1


def test_on_the_day_itself_it_can_be_confirmed(ws: Workspace, lead: Actor) -> None:
    confirm_start(ws, lead, of(lead), GO_LIVE, as_of=GO_LIVE)
    assert verdict(ws, lead, as_of=GO_LIVE) is Verdict.IN_USE


def test_the_go_live_of_who_has_started_is_not_moved_alone_nor_in_a_wave(ws: Workspace, lead: Actor) -> None:
    confirm_start(ws, lead, of(lead), GO_LIVE, as_of=AFTER)
    later = GO_LIVE + timedelta(days=100)
    with pytest.raises(BadInput) as refused:
        move_customers(ws, ADMIN, {of(lead): later})
    assert refused.value.fault == "already_started"
    with pytest.raises(BadInput) as refused:
        move_wave(ws, ADMIN, [of(lead)], from_day=GO_LIVE, to_day=later, reason="Utsatt")
    assert refused.value.fault == "already_started"
    take_back_start(ws, lead, of(lead), reason="Ikke startet")
    move_customers(ws, ADMIN, {of(lead): later})
    assert verdict(ws, lead) is not Verdict.IN_USE


def test_the_trend_ends_with_the_start(ws: Workspace, lead: Actor) -> None:
    def points() -> tuple[int, int]:
        every = points_of_all(read_trend_sources(ws, as_of=AFTER), as_of=AFTER)
        return len(read_points(ws, lead, of(lead), as_of=AFTER)), len(every.get(of(lead), []))

    assert points() == (1, 1)
    confirm_start(ws, lead, of(lead), GO_LIVE, as_of=AFTER)
    assert points() == (0, 0)


def test_an_older_database_asks_of_those_whose_day_is_long_past(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        lead, _ = municipality(ws, "For lenge siden", go_live=date(2022, 5, 7))
        found = judge_customer(ws, lead, of(lead), as_of=AFTER).judgement
        assert (found.asks_if_started, found.started) == (True, None)
