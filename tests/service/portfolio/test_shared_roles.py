"""Shared roles: booked for a customer or a wave, following it when it moves, and told where they are too much."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.faults import BadInput, NotAllowed
from service.people.actor import Actor
from service.people.customer_changes import archive_customers
from service.people.customers import set_go_live
from service.people.log import LogQuestion, read_log
from service.portfolio.roll_out import move_wave
from service.portfolio.shared_roles import Booking, SharedRole, book_role, end_booking, read_shared_roles
from service.workspace import Workspace
from storage import records
from tests.builders import ADMIN, GO_LIVE, REVIEWER, municipality, workspace

TODAY = GO_LIVE - timedelta(days=100)
LATER = GO_LIVE + timedelta(days=35)
WEEKS = {"first": GO_LIVE - timedelta(days=14), "last": GO_LIVE + timedelta(days=7)}


@pytest.fixture
def ws(address: str) -> Iterator[Workspace]:
    with workspace(address) as opened:
        yield opened


def started_then(ws: Workspace, name: str, go_live: date = GO_LIVE) -> str:
    return municipality(ws, name, go_live=go_live)[0].customer_id or ""


def of_customer(customer_id: str, share: int = 60) -> Booking:
    return Booking("Opplæringsleder", customer_id, None, WEEKS["first"], WEEKS["last"], share)


def of_wave(wave: date, share: int = 60) -> Booking:
    by = wave - GO_LIVE
    return Booking("Opplæringsleder", None, wave, WEEKS["first"] + by, WEEKS["last"] + by, share)


def booked(ws: Workspace, moved: dict[str, date] | None = None) -> list[SharedRole]:
    return list(read_shared_roles(ws, REVIEWER, as_of=TODAY, moved=moved or {}).booked)


def over(ws: Workspace, moved: dict[str, date] | None = None) -> list[tuple[int, tuple[str, ...]]]:
    found = read_shared_roles(ws, REVIEWER, as_of=TODAY, moved=moved or {}).conflicts
    return [(each.most, each.whom) for each in found]


def test_two_who_want_more_than_all_of_it_are_told_with_who_they_are(ws: Workspace) -> None:
    own, other = started_then(ws, "Ås"), started_then(ws, "Os", LATER)
    book_role(ws, ADMIN, of_customer(own))
    book_role(ws, ADMIN, of_wave(GO_LIVE, share=50))
    book_role(ws, ADMIN, of_wave(LATER))
    assert [(each.customer, each.wave, each.share) for each in booked(ws)] == [
        ("Ås", None, 60),
        ("", GO_LIVE, 50),
        ("", LATER, 60),
    ]
    assert over(ws) == [(110, (own, GO_LIVE.isoformat()))]
    assert other not in str(over(ws))


def test_what_is_booked_for_a_customer_follows_its_date_tried_and_moved(ws: Workspace) -> None:
    own = started_then(ws, "Ås")
    book_role(ws, ADMIN, of_customer(own))
    (tried,) = booked(ws, {own: LATER})
    set_go_live(ws, ADMIN, own, LATER)
    assert booked(ws) == [tried]
    assert (tried.first, tried.last, tried.followed) == (WEEKS["first"] + (LATER - GO_LIVE), WEEKS["last"] + (LATER - GO_LIVE), 35)  # fmt: skip


def test_what_is_booked_for_a_wave_follows_when_all_of_it_moves(ws: Workspace) -> None:
    own, other = started_then(ws, "Ås"), started_then(ws, "Os")
    there = started_then(ws, "Elverum", LATER)
    book_role(ws, ADMIN, of_wave(GO_LIVE))
    late = Booking("Opplæringsleder", there, None, LATER, LATER, 50)
    book_role(ws, ADMIN, late)
    assert over(ws) == []
    tried = over(ws, dict.fromkeys((own, other), LATER))
    assert tried == [(110, (LATER.isoformat(), there))]
    move_wave(ws, ADMIN, [own], from_day=GO_LIVE, to_day=LATER, reason="Ferie")
    assert (booked(ws)[0].wave, booked(ws)[0].starts) == (GO_LIVE, True)
    move_wave(ws, ADMIN, [other], from_day=GO_LIVE, to_day=LATER, reason="Ferie")
    assert (booked(ws)[0].wave, booked(ws)[0].first) == (LATER, WEEKS["first"] + (LATER - GO_LIVE))
    assert over(ws) == tried


def test_a_wave_that_is_emptied_one_by_one_is_said_to_have_nobody(ws: Workspace) -> None:
    own = started_then(ws, "Ås")
    book_role(ws, ADMIN, of_wave(GO_LIVE))
    set_go_live(ws, ADMIN, own, LATER)
    assert [(each.wave, each.starts) for each in booked(ws)] == [(GO_LIVE, False)]


def test_what_is_taken_away_or_archived_counts_no_more_and_its_history_stays(ws: Workspace) -> None:
    own = started_then(ws, "Ås")
    kept, gone = book_role(ws, ADMIN, of_customer(own)), book_role(ws, ADMIN, of_customer(own))
    assert over(ws) == [(120, (own,))]
    end_booking(ws, ADMIN, gone)
    end_booking(ws, ADMIN, gone)
    assert ([each.id for each in booked(ws)], over(ws)) == ([kept], [])
    archive_customers(ws, ADMIN, [own])
    assert booked(ws) == []


def test_the_log_says_it_in_words_and_is_found_by_customer(ws: Workspace) -> None:
    own, other = started_then(ws, "Ås"), started_then(ws, "Os", LATER)
    end_booking(ws, ADMIN, book_role(ws, ADMIN, of_customer(own)))
    move_wave(ws, ADMIN, [own], from_day=GO_LIVE, to_day=LATER, reason="Sommerferien kommer i veien")
    said = [(act.operation, act.detail) for act in read_log(ws, ADMIN, LogQuestion(customer_id=own)).acts]
    day, later = "1.\u00a0mai\u00a02027", "5.\u00a0juni\u00a02027"
    assert said[0] == ("set_go_live", f"1\u00a0kunde fra {day} til {later}: Sommerferien kommer i veien")
    assert said[1][0] == "plan_shared_roles"
    assert "Sommerferien" not in str(read_log(ws, ADMIN, LogQuestion(customer_id=other)).acts)
    with ws.database.reading() as connection:
        rows = [row for row in records.audit_log(connection) if row.operation == "plan_shared_roles"]
    assert [json.loads(row.detail or "")["what"] for row in rows] == ["booked", "taken away"]


REFUSED: list[tuple[dict[str, object], str]] = [
    ({"role": "  "}, "role_name_missing"),
    ({"role": "a\nb"}, "line_break_in_name"),
    ({"customer_id": None}, "booked_for_nobody"),
    ({"wave": GO_LIVE}, "booked_for_nobody"),
    ({"customer_id": None, "wave": LATER}, "no_such_wave"),
    ({"last": WEEKS["first"] - timedelta(days=1)}, "days_backwards"),
    ({"last": WEEKS["first"] + timedelta(days=1096)}, "booked_too_long"),
    ({"first": date(1999, 1, 1)}, "day_out_of_range"),
    ({"share": 0}, "share_out_of_range"),
    ({"share": 101}, "share_out_of_range"),
    ({"share": True}, "share_out_of_range"),
]


@pytest.mark.parametrize(("given", "fault"), REFUSED)
def test_what_does_not_fit_books_nothing(ws: Workspace, given: dict[str, object], fault: str) -> None:
    wanted = replace(of_customer(started_then(ws, "Ås")), **given)  # type: ignore[arg-type]
    with pytest.raises(BadInput) as raised:
        book_role(ws, ADMIN, wanted)
    assert (raised.value.fault, booked(ws)) == (fault, [])


@pytest.mark.parametrize("who", [REVIEWER, "lead"])
def test_only_an_administrator_books(ws: Workspace, who: Actor | str) -> None:
    lead, _ = municipality(ws, "Ås")
    with pytest.raises(NotAllowed):
        book_role(ws, lead if isinstance(who, str) else who, of_customer(lead.customer_id or ""))
    with pytest.raises(NotAllowed):
        book_role(ws, ADMIN, of_customer("finnes-ikke"))
    assert booked(ws) == []
