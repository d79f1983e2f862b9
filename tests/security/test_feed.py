"""The calendar's secret address: what it opens, for how long, and that everything else is told the same."""

import re
import sqlite3
import time
from hashlib import sha256

import pytest
from icalendar import Calendar

from tests.security.ask import Reply, ask
from tests.security.raw_client import Client
from tests.security.serve import Server
from tests.security.world import PEOPLE, A, B, mark
from ui.letters.feed_route import PER_MINUTE
from ui.turns import Turns

NEVER = "A" * 43


def made(server: Server, subject: str = "lead-a") -> str:
    """A new address, as it stands on the page once."""
    with Client(server, PEOPLE[subject]) as client:
        seen = client.click(client.open("varsler").of_key("calendar.make"))
        found = re.search(rb"/kalender/([A-Za-z0-9_\-]{43})\.ics", seen.raw)
        assert found
        again = client.open("varsler")
        assert found[1] not in again.raw
    return found[1].decode()


def fetched(server: Server, secret: str) -> Reply:
    return ask(server, f"/kalender/{secret}.ics")


def alike(reply: Reply) -> tuple[int, str, str, bytes]:
    return reply.status, reply.headers["content-type"], reply.headers["cache-control"], reply.body


def test_the_address_gives_the_customers_calendar_and_no_other_without_login(server: Server) -> None:
    reply = fetched(server, made(server))
    assert (reply.status, reply.headers["cache-control"]) == (200, "no-store")
    assert reply.headers["content-type"].startswith("text/calendar")
    assert reply.headers["x-content-type-options"] == "nosniff"
    found = Calendar.from_ical(reply.body)
    assert f"{A} {mark(A)}" in str(found["X-WR-CALNAME"])
    assert mark(B).encode() not in reply.body


def test_a_new_address_ends_the_old_and_an_ended_one_is_as_if_it_never_was(server: Server) -> None:
    first = made(server, "lead-b")
    second = made(server, "lead-b")
    never = alike(fetched(server, NEVER))
    assert never[0] == 404
    assert alike(fetched(server, first)) == never
    assert fetched(server, second).status == 200
    with Client(server, PEOPLE["lead-b"]) as client:
        client.click(client.open("varsler").of_key("calendar.end"))
    assert alike(fetched(server, second)) == never


@pytest.mark.parametrize(
    "guess", ["a", "x" * 5_000, "%00", "%C3%A6" * 43, "..%2f..%2fapp.py", "'%20OR%201=1", "%", "*"]
)
def test_a_guess_is_told_what_an_ended_address_is(server: Server, guess: str) -> None:
    reply = fetched(server, guess)
    assert reply.status in (307, 400, 404)
    assert mark(A).encode() not in reply.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_it_is_only_read(server: Server, method: str) -> None:
    assert ask(server, f"/kalender/{NEVER}.ics", method=method).status in (404, 405)


@pytest.mark.parametrize("subject", ["viewer-a", "contributor-a", "admin", "reviewer"])
def test_nobody_but_the_lead_is_offered_to_make_one(server: Server, subject: str) -> None:
    with Client(server, PEOPLE[subject]) as client:
        keys = {widget.key for widget in client.open("varsler").widgets.values()}
    assert not {key for key in keys if key.startswith("calendar.")}


def test_the_secret_is_neither_kept_nor_logged(server: Server) -> None:
    secret = made(server)
    assert fetched(server, secret).status == 200
    with sqlite3.connect(server.world.file) as connection:
        everything = "\n".join(connection.iterdump())
    assert secret not in everything
    assert sha256(secret.encode()).hexdigest() in everything
    assert secret not in server.said()
    logged = server.world.rows("SELECT detail FROM audit_event WHERE operation = 'make_calendar' AND outcome = 'done'")
    assert {"made", "ended"} >= {detail for (detail,) in logged} >= {"made"}


def test_who_asks_too_often_is_told_to_wait(server: Server) -> None:
    secret = made(server, "caller")
    statuses = [fetched(server, secret).status for _ in range(PER_MINUTE + 2)]
    assert statuses == [200] * PER_MINUTE + [429] * 2
    assert fetched(server, secret).headers["retry-after"] == "60"


def test_turns_come_back_after_a_minute_and_are_each_addresses_own() -> None:
    turns, at = Turns(PER_MINUTE), time.monotonic()
    assert [turns.take("a", now=at) for _ in range(PER_MINUTE + 1)] == [True] * PER_MINUTE + [False]
    assert turns.take("b", now=at)
    assert turns.take("a", now=at + 61)
