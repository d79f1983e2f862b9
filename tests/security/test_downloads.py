"""A download is for one browser, once, for a minute, and for someone who still may; nothing else leads to a file."""

import re
import time
from collections.abc import Callable
from datetime import date

import pytest

from reports.dialect import Dialect
from service.files.answers import ANSWERS
from service.files.export import Wanted
from service.files.tickets import BROWSER, MOST, SECONDS, issue, redeem
from service.people.actor import Actor, Role
from tests.security.ask import ask
from tests.security.raw_client import USER_COOKIE, Client, login_cookie
from tests.security.serve import Server
from tests.security.world import PEOPLE, A, B, mark

LEAD = PEOPLE["lead-a"]
MINE = {BROWSER: "denne-nettleseren"}


def ticket(
    server: Server, subject: str, *, page: str = "filer", key: str = "download.answers.norwegian"
) -> tuple[str, dict[str, str]]:
    """The address a click on the button leads to, and the cookies of that browser."""
    with Client(server, PEOPLE[subject], cookies=MINE) as client:
        button = client.open(page).of_key(key)
        seen = client.click(button)
        found = re.search(rb"\./last-ned/([A-Za-z0-9_\-]+)", seen.raw)
        assert found, "no ticket"
        return f"/last-ned/{found[1].decode()}", client.cookies


def test_the_browser_that_asked_gets_the_file_once(server: Server) -> None:
    path, cookies = ticket(server, "lead-a")
    reply = ask(server, path, cookies=cookies)
    assert reply.status == 200
    assert reply.headers["content-type"].startswith("text/csv")
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert mark(A).encode() in reply.body
    assert mark(B).encode() not in reply.body
    assert ask(server, path, cookies=cookies).status == 404


def test_a_ticket_ends_with_the_login_it_was_asked_for_with(server: Server) -> None:
    person = PEOPLE["lead-b"]
    with Client(server, person, cookies=MINE) as client:
        seen = client.click(client.open("filer").of_key("download.answers.norwegian"))
        found = re.search(rb"\./last-ned/([A-Za-z0-9_\-]+)", seen.raw)
        assert found
        client.click(client.open().labelled("Logg ut"))
        assert ask(server, f"/last-ned/{found[1].decode()}", cookies=client.cookies).status == 404


WHO_ELSE: dict[str, Callable[[Server, dict[str, str]], dict[str, str]]] = {
    "nobody": lambda _server, _mine: {},
    "the same browser, logged out": lambda _server, _mine: MINE,
    "another browser, the same login": lambda _server, mine: mine | {BROWSER: "en-annen"},
    "the same browser, another login": lambda server, mine: (
        mine | {USER_COOKIE: login_cookie(server, PEOPLE["lead-b"])}
    ),
    "a browser without our cookie": lambda _server, mine: {
        name: held for name, held in mine.items() if name != BROWSER
    },
}


@pytest.mark.parametrize("who", WHO_ELSE)
def test_no_other_browser_gets_it_and_the_ticket_is_used_up(server: Server, who: str) -> None:
    path, cookies = ticket(server, "contributor-a")
    reply = ask(server, path, cookies=WHO_ELSE[who](server, cookies))
    assert reply.status == 404
    assert reply.headers["cache-control"] == "no-store"
    assert mark(A).encode() not in reply.body
    assert ask(server, path, cookies=cookies).status == 404


def test_one_who_is_removed_after_the_click_does_not_get_it(server: Server) -> None:
    path, cookies = ticket(server, "unlucky")
    server.world.removed("unlucky")
    reply = ask(server, path, cookies=cookies)
    assert reply.status == 404
    assert mark(A).encode() not in reply.body


@pytest.mark.parametrize("guess", ["a", "A" * 43, "..", "%2e%2e%2fapp.py", "x" * 5_000, "' OR 1=1", "%00"])
def test_a_guess_leads_nowhere(server: Server, guess: str) -> None:
    with Client(server, LEAD, cookies=MINE) as client:
        assert ask(server, f"/last-ned/{guess.replace(' ', '%20')}", cookies=client.cookies).status in (307, 400, 404)


@pytest.mark.parametrize(
    ("subject", "page", "key"),
    [
        ("lead-a", "filer", "download.gaps.program"),
        ("reviewer", "sammenligning", "download.comparison.norwegian"),
        ("reviewer", "utvikling-alle", "download.courses.program"),
        ("admin", "logg", "download.log.norwegian"),
        ("lead-a", "filer", "download.answers.schema"),
        ("admin", "kunder", "download.access.program"),
    ],
)
def test_every_kind_of_file_goes_the_same_way(server: Server, subject: str, page: str, key: str) -> None:
    path, cookies = ticket(server, subject, page=page, key=key)
    assert ask(server, path).status == 404
    path, cookies = ticket(server, subject, page=page, key=key)
    reply = ask(server, path, cookies=cookies)
    assert (reply.status, reply.headers["cache-control"]) == (200, "no-store")


@pytest.mark.parametrize("subject", ["lead-a", "admin"])
def test_nothing_of_customers_lies_among_the_media_files(server: Server, subject: str) -> None:
    with Client(server, PEOPLE[subject], cookies=MINE) as client:
        for page in client.open("metode").pages:
            client.open(page)
        addresses = set(re.findall(rb"/media/[0-9a-zA-Z.]+", client.all))
    for address in addresses:
        reply = ask(server, address.decode())
        assert reply.headers["content-type"].startswith("image/svg+xml"), address
        assert mark(A).encode() not in reply.body


WANTED = Wanted(Actor("x", "X", Role.LEAD, "c"), ANSWERS, "c", Dialect.NORWEGIAN, date(2027, 1, 1))


@pytest.mark.parametrize(
    ("after", "valid"), [(0.0, True), (SECONDS - 1.0, True), (SECONDS + 1.0, False), (3600.0, False)]
)
def test_a_ticket_is_good_for_a_minute(after: float, valid: bool) -> None:
    at = time.monotonic()
    token = issue(WANTED, MINE, now=at)
    assert (redeem(token, MINE, now=at + after) is WANTED) is valid


def test_tickets_nobody_uses_do_not_fill_the_memory() -> None:
    at = time.monotonic() + 10_000
    first = issue(WANTED, MINE, now=at)
    tokens = {issue(WANTED, MINE, now=at) for _ in range(MOST)}
    assert len(tokens) == MOST
    assert redeem(first, MINE, now=at) is None
    assert all(redeem(token, MINE, now=at) for token in list(tokens)[:10])
    issue(WANTED, MINE, now=at + 2 * SECONDS)
