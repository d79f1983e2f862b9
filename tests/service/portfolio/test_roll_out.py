"""Moving a wave: tried without a trace, written for all or for none, with a reason and one line in the log."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from scoring.vocabulary import Verdict
from service.faults import BadInput, NotAllowed
from service.people.actor import Actor
from service.people.customers import go_live_moves, list_customers, set_go_live
from service.plan.waivers import decide_waiver, propose_waiver
from service.portfolio.comparison import read_comparison
from service.portfolio.roll_out import move_wave, try_move
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, REVIEWER, workspace
from tests.service.review.sending import new_lead, say

LATER = GO_LIVE + timedelta(days=60)


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


@pytest.fixture
def wave(ws: Workspace) -> list[Actor]:
    """Two that start on one day, where all is answered but the stop is not in place."""
    leads = [new_lead(ws), new_lead(ws)]
    for lead in leads:
        say(ws, lead, {"Q-STOP": False, "Q-LEVEL": 4, "Q-YESNO": True, "Q-NUMBER": 2})
    return leads


def ids(wave: list[Actor]) -> list[str]:
    return [lead.customer_id or "" for lead in wave]


def starts(ws: Workspace) -> set[date | None]:
    return {customer.go_live for customer in list_customers(ws, ADMIN)}


def log_of(ws: Workspace) -> list[dict[str, object]]:
    with ws.database.reading() as connection:
        rows = [row for row in records.audit_log(connection) if row.operation == "set_go_live"]
    return [json.loads(row.detail or "{}") for row in rows]


def test_all_are_judged_again_at_the_new_day_and_nothing_is_stored(ws: Workspace, wave: list[Actor]) -> None:
    # The stop takes thirty days.
    today = GO_LIVE - timedelta(days=10)
    now = read_comparison(ws, REVIEWER, as_of=today)
    then = try_move(ws, REVIEWER, dict.fromkeys(ids(wave), LATER), as_of=today)
    assert now.judged.failing.tolist() == [1, 1]
    assert then.judged.failing.tolist() == [0, 0]
    assert [member.go_live for member in then.members] == [LATER, LATER]
    assert (starts(ws), log_of(ws)) == ({GO_LIVE}, [])
    set_go_live(ws, ADMIN, ids(wave)[0], LATER)
    set_go_live(ws, ADMIN, ids(wave)[1], LATER)
    moved = read_comparison(ws, REVIEWER, as_of=today)
    assert (moved.judged.verdict == then.judged.verdict).all()
    assert (moved.judged.failing == then.judged.failing).all()


def test_an_exception_that_ends_before_the_new_day_falls_when_it_is_tried(ws: Workspace, wave: list[Actor]) -> None:
    today = GO_LIVE - timedelta(days=10)
    lead, own = wave[0], wave[0].customer_id or ""
    with ws.database.reading() as connection:
        response = records.response_of(connection, own)
    assert response is not None
    made = propose_waiver(
        ws, lead, response.id, "Q-STOP", measure="Papir", owner="Ada", expires=GO_LIVE + timedelta(days=5)
    )
    decide_waiver(ws, REVIEWER, made, approve=True, reason="Greit.")
    now = read_comparison(ws, REVIEWER, as_of=today)
    then = try_move(ws, REVIEWER, {own: GO_LIVE + timedelta(days=12)}, as_of=today)
    place = [member.customer_id for member in now.members].index(own)
    assert (now.judged.failing[place], then.judged.failing[place]) == (0, 1)
    assert then.judged.rows([place])[0].verdict is Verdict.NOT_READY


def test_a_wave_is_moved_in_one_act_with_a_move_for_each(ws: Workspace, wave: list[Actor]) -> None:
    assert move_wave(ws, ADMIN, ids(wave), from_day=GO_LIVE, to_day=LATER, reason="Sommerferien") == 2
    assert starts(ws) == {LATER}
    for id_ in ids(wave):
        assert [(move.moved_from, move.moved_to) for move in go_live_moves(ws, ADMIN, id_)] == [(GO_LIVE, LATER)]
    (said,) = log_of(ws)
    assert said == {
        "from": GO_LIVE.isoformat(),
        "to": LATER.isoformat(),
        "reason": "Sommerferien",
        "customers": sorted(ids(wave)),
    }


REFUSED: list[tuple[dict[str, object], str]] = [
    ({"reason": " "}, "move_reason_missing"),
    ({"reason": "a\0b"}, "control_character"),
    ({"to_day": GO_LIVE}, "same_day"),
    ({"to_day": date(1999, 1, 1)}, "day_out_of_range"),
    ({"from_day": LATER + timedelta(days=1)}, "wave_moved"),
]


@pytest.mark.parametrize(("given", "fault"), REFUSED)
def test_what_does_not_fit_moves_nobody(ws: Workspace, wave: list[Actor], given: dict[str, object], fault: str) -> None:
    said = {"from_day": GO_LIVE, "to_day": LATER, "reason": "Sommerferien", **given}
    with pytest.raises(BadInput) as raised:
        move_wave(ws, ADMIN, ids(wave), **said)  # type: ignore[arg-type]
    assert (raised.value.fault, starts(ws), log_of(ws)) == (fault, {GO_LIVE}, [])


def test_when_one_of_them_has_been_moved_meanwhile_none_is(ws: Workspace, wave: list[Actor]) -> None:
    set_go_live(ws, ADMIN, ids(wave)[1], LATER)
    with pytest.raises(BadInput) as raised:
        move_wave(ws, ADMIN, ids(wave), from_day=GO_LIVE, to_day=LATER, reason="Sommerferien")
    assert (raised.value.fault, starts(ws)) == ("wave_moved", {GO_LIVE, LATER})


@pytest.mark.parametrize("who", [REVIEWER, "lead"])
def test_only_an_administrator_moves_a_wave(ws: Workspace, wave: list[Actor], who: Actor | str) -> None:
    actor = wave[0] if isinstance(who, str) else who
    with pytest.raises(NotAllowed):
        move_wave(ws, actor, ids(wave), from_day=GO_LIVE, to_day=LATER, reason="Sommerferien")
    assert starts(ws) == {GO_LIVE}


@pytest.mark.parametrize("customers", [[], ["finnes-ikke"]])
def test_a_customer_that_is_not_there_is_refused_like_anothers(
    ws: Workspace, wave: list[Actor], customers: list[str]
) -> None:
    wanted = [*customers, *(ids(wave) if customers else [])]
    with pytest.raises(NotAllowed):
        move_wave(ws, ADMIN, wanted, from_day=GO_LIVE, to_day=LATER, reason="Sommerferien")
    assert starts(ws) == {GO_LIVE}
