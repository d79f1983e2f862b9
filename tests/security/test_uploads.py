"""A stranger sends no file, whatever session they hold, and nobody fills the memory of the server with them."""

from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection
from secrets import token_hex

import pytest

from tests.protocol import XSRF_COOKIE
from tests.security.raw_client import USER_COOKIE, Client, login_cookie
from tests.security.serve import Server
from tests.security.world import PEOPLE
from web.uploads import MOST_OF_ONE

LEAD = PEOPLE["lead-a"]
PART = b'--x\r\nContent-Disposition: form-data; name="f"; filename="svar.csv"\r\n\r\n'
END = b"\r\n--x--\r\n"


def send(client: Client, size: int, *, cookies: Mapping[str, str] | None = None, length: bool = True) -> int:
    """The status of one file of so many bytes, sent to the session that the client holds."""
    held = client.cookies if cookies is None else cookies
    headers = {
        "Cookie": "; ".join(f"{name}={value}" for name, value in held.items()),
        "X-Xsrftoken": held[XSRF_COOKIE],
        "Content-Type": "multipart/form-data; boundary=x",
        "Origin": client.server.url,
    }
    body = PART + bytes(size) + END
    with closing(HTTPConnection(client.server.host, timeout=30)) as connection:
        path = f"/_stcore/upload_file/{client.session}/{token_hex(16)}"
        connection.request("PUT", path, body if length else iter([body]), headers, encode_chunked=not length)
        return connection.getresponse().status


def test_who_has_not_logged_in_sends_nothing(server: Server) -> None:
    with Client(server) as stranger:
        stranger.open()
        assert stranger.session
        assert send(stranger, 1_000) == 403


WRONG = {
    "another secret": lambda s: login_cookie(s, LEAD, secret="x" * 40),
    "not logged in": lambda s: login_cookie(s, LEAD, is_logged_in=False),
    "no cookie of ours": lambda _s: "{}",
    "pieces that are missing": lambda _s: "chunks-3",
}


@pytest.mark.parametrize("cookie", WRONG.values(), ids=WRONG.keys())
def test_a_login_that_is_not_ours_is_none(server: Server, cookie: object) -> None:
    assert callable(cookie)
    with Client(server, LEAD) as client:
        client.open()
        assert send(client, 1_000, cookies=client.cookies | {USER_COOKIE: cookie(server)}) == 403


def test_a_person_sends_files_until_the_session_holds_what_one_may(server: Server) -> None:
    with Client(server, LEAD) as client:
        client.open()
        assert send(client, 1_000, length=False) == 411
        sent = [send(client, 4_900_000) for _ in range(5)]
        assert sent == [204] * (MOST_OF_ONE // 4_900_000) + [413] * (5 - MOST_OF_ONE // 4_900_000)
    with Client(server, LEAD) as another:
        another.open()
        assert send(another, 4_900_000) == 204
