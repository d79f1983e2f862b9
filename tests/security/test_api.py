"""The address programs read from, over HTTP: what a key opens, what everyone else is told, how often, and what is kept of it."""

import asyncio
import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256

import pandas as pd
import pytest

from service.files.api_tokens import OFFICE, end_token, make_token
from service.people.actor import Actor, Role
from service.workspace import Workspace, open_workspace
from tests.security.ask import Reply, ask
from tests.security.raw_client import Client
from tests.security.serve import Server
from tests.security.world import ASSESSMENTS, HPAS, PEOPLE, TODAY, A, B, mark
from ui.files.api_route import PER_MINUTE, REFUSED_PER_MINUTE, Lane, TooMany

NEVER = f"klarsjekk_{'A' * 43}"


@pytest.fixture(scope="module")
def ws(server: Server) -> Iterator[Workspace]:
    """The database beside the server, as the command line has it."""
    with open_workspace(database_url=server.world.url, assessments=ASSESSMENTS, beside=True) as opened:
        yield opened


def key(ws: Workspace, *, maker: Actor = OFFICE, of: str | None = None, tables: tuple[str, ...] = ()) -> str:
    until = TODAY + timedelta(days=9)
    return make_token(ws, maker, purpose="Prøve", customer_id=of, tables=tables, expires=until, as_of=TODAY)


def fetched(server: Server, path: str, secret: str = "", *, method: str = "GET") -> Reply:
    return ask(server, f"/api/{path}", method=method, Authorization=f"Bearer {secret}" if secret else "")


def error(reply: Reply) -> str:
    """What a refusal is called, once it is seen that it says what to do and is not kept."""
    said = json.loads(reply.body)
    assert said.keys() == {"error", "message"}
    assert said["message"].endswith(".")
    assert (reply.headers["cache-control"], reply.headers["content-type"]) == ("no-store", "application/json")
    assert reply.cookies == []
    return str(said["error"])


def test_pandas_reads_the_tables_with_their_types(server: Server, ws: Workspace) -> None:
    secret = key(ws)
    head = {"Authorization": f"Bearer {secret}"}
    frame = pd.read_csv(f"{server.url}/api/v1/comparison.csv?basis=hpas", storage_options=head, parse_dates=["go_live"])
    assert set(frame["customer"]) == {f"{A} {mark(A)}", f"{B} {mark(B)}"}
    assert set(frame["basis"]) == {"hpas"}
    assert frame["failing_stops"].dtype.kind == "i"
    assert frame["go_live"].dtype.kind == "M"
    again = pd.read_json(f"{server.url}/api/v1/comparison.json?basis=hpas", storage_options=head)
    assert list(again.columns) == list(frame.columns)
    assert again["failing_stops"].tolist() == frame["failing_stops"].tolist()


def test_a_table_says_what_it_is_and_is_kept_nowhere(server: Server, ws: Workspace) -> None:
    secret = key(ws)
    for ending, kind in (("csv", "text/csv; charset=utf-8"), ("json", "application/json")):
        reply = fetched(server, f"v1/customers.{ending}", secret)
        told = (reply.status, reply.headers["cache-control"], reply.headers["content-type"], reply.cookies)
        assert told == (200, "no-store", kind, [])
        assert reply.headers["x-content-type-options"] == "nosniff"
        head = fetched(server, f"v1/customers.{ending}", secret, method="HEAD")
        assert (head.status, head.body) == (200, b"")
        assert head.headers["content-length"] == reply.headers["content-length"]


# What is asked with a key of customer A, and what comes of it.
OF_ONE: list[tuple[str, int, str]] = [
    ("v1/", 200, ""),
    ("v1", 200, ""),
    ("v1/answers.csv", 200, ""),
    ("v1/answers.csv?customer={Bremanger}", 404, "not_found"),
    ("v1/answers.csv?customer={HPAS}", 404, "not_found"),
    ("v1/answers.csv?customer=finnes-ikke", 404, "not_found"),
    ("v1/comparison.csv", 403, "not_in_token"),
    ("v1/log.csv", 404, "no_such_table"),
    ("v1/access.json", 404, "no_such_table"),
    ("v1/answers.xlsx", 404, "no_such_table"),
    ("v1/answers", 404, "no_such_table"),
    ("v2/answers.csv", 404, "no_such_table"),
    ("nothing", 404, "no_such_table"),
    ("v1/answers.csv?basis=hpas", 400, "unknown_parameter"),
    ("v1/working.csv?basis=oss", 400, "unknown_choice"),
]


@pytest.fixture(scope="module")
def of_a(server: Server, ws: Workspace) -> str:
    return key(ws, of=server.world.customers[A])


@pytest.mark.parametrize(("path", "status", "called"), OF_ONE)
def test_a_key_of_one_customer_opens_that_and_nothing_of_another(
    server: Server, of_a: str, path: str, status: int, called: str
) -> None:
    reply = fetched(server, path.format(**server.world.customers), of_a)
    assert reply.status == status
    assert mark(B).encode() not in reply.body
    assert mark(HPAS).encode() not in reply.body
    assert reply.headers["cache-control"] == "no-store"
    if called:
        assert error(reply) == called


def _of(server: Server, secret: str) -> str:
    """The id of a key."""
    ((id_,),) = server.world.rows("SELECT id FROM api_token WHERE secret_hash = ?", sha256(secret.encode()).hexdigest())
    return str(id_)


def test_nobody_is_told_whether_there_ever_was_such_a_key(server: Server, ws: Workspace) -> None:
    maker = Actor(server.world.members["admin"], "admin", Role.ADMIN)
    ended, expired, orphaned = key(ws), key(ws), key(ws, maker=maker)
    assert fetched(server, "v1/customers.csv", orphaned).status == 200
    end_token(ws, OFFICE, _of(server, ended))
    server.world.change("UPDATE api_token SET expires = '2027-01-31' WHERE id = ?", _of(server, expired))
    server.world.change("UPDATE api_token SET made_by = ? WHERE id = ?", server.world.members["removed"], _of(server, orphaned))  # fmt: skip
    said = set()
    for secret in (ended, expired, orphaned, NEVER, "x", ""):
        for path in ("v1/", "v1/customers.csv", "v1/nothing.csv"):
            reply = fetched(server, path, secret)
            assert (error(reply), reply.headers["www-authenticate"]) == ("no_token", "Bearer")
            said.add((reply.status, reply.body))
    assert len(said) == 1


# The key anywhere but where it belongs.
ELSEWHERE = ("?token={}", "?access_token={}", "?key={}", "/{}")


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_key_in_the_address_opens_nothing(server: Server, of_a: str, place: str) -> None:
    assert error(ask(server, f"/api/v1/answers.csv{place.format(of_a)}")) in ("no_token", "too_often")


@pytest.mark.parametrize("head", ["Basic {}", "Bearer: {}", "{}", "Bearer"])
def test_nor_does_it_in_another_head(server: Server, of_a: str, head: str) -> None:
    reply = ask(server, "/api/v1/answers.csv", Authorization=head.format(of_a))
    assert error(reply) in ("no_token", "too_often")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_it_is_only_read(server: Server, of_a: str, method: str) -> None:
    before = server.world.stored()
    reply = fetched(server, "v1/answers.csv", of_a, method=method)
    assert (reply.status, error(reply), reply.headers["allow"]) == (405, "only_reading", "GET, HEAD")
    assert server.world.stored() == before


def test_a_key_that_asks_too_often_waits_and_another_does_not(server: Server, ws: Workspace) -> None:
    often, other = key(ws), key(ws)
    statuses = [fetched(server, "v1/nothing.csv", often).status for _ in range(PER_MINUTE + 1)]
    assert statuses == [404] * PER_MINUTE + [429]
    late = fetched(server, "v1/customers.csv", often)
    assert (late.status, error(late), late.headers["retry-after"]) == (429, "too_often", "60")
    assert fetched(server, "v1/customers.csv", other).status == 200


def test_who_guesses_is_told_to_wait_and_a_good_key_at_the_same_address_is_not(server: Server, ws: Workspace) -> None:
    statuses = {fetched(server, "v1/", f"{NEVER[:-4]}{n:04}").status for n in range(REFUSED_PER_MINUTE + 1)}
    assert statuses <= {401, 429}
    assert fetched(server, "v1/", NEVER).status == 429
    assert fetched(server, "v1/customers.csv", key(ws)).status == 200


def test_the_key_is_neither_kept_nor_logged_and_its_use_is(server: Server, ws: Workspace) -> None:
    secret = key(ws)
    assert fetched(server, "v1/customers.csv", secret).status == 200
    with sqlite3.connect(server.world.file) as connection:
        everything = "\n".join(connection.iterdump())
    assert secret not in everything
    assert sha256(secret.encode()).hexdigest() in everything
    assert secret not in server.said()
    query = "SELECT operation, object, detail FROM audit_event WHERE actor = ? AND outcome = 'done'"
    assert server.world.rows(query, f"token:{_of(server, secret)}") == [("export_comparison", "customers", "customers")]


@pytest.mark.parametrize("subject", ["viewer-a", "lead-a", "reviewer", "programme"])
def test_nobody_but_an_administrator_has_the_page(server: Server, subject: str) -> None:
    with Client(server, PEOPLE[subject]) as client:
        assert "data" not in client.open("metode").pages
        assert not any((widget.key or "").startswith("data.") for widget in client.open("data").widgets.values())


def test_a_lane_takes_so_many_at_once_lets_some_wait_and_turns_the_rest_away() -> None:
    at_once: list[int] = []
    running = 0
    gate = threading.Lock()

    def work() -> None:
        nonlocal running
        with gate:
            running += 1
            at_once.append(running)
        time.sleep(0.01)
        with gate:
            running -= 1

    async def all_of_them() -> list[object]:
        lane = Lane(2, waiting=3)
        return list(await asyncio.gather(*(lane.run(work) for _ in range(8)), return_exceptions=True))

    found = asyncio.run(all_of_them())
    assert [isinstance(each, TooMany) for each in found] == [False] * 5 + [True] * 3
    assert max(at_once) <= 2
