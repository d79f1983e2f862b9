"""What every answer of the server carries, with TLS in front and without, and what is closed."""

import re

import pytest

from tests.security.ask import ask
from tests.security.raw_client import Client
from tests.security.serve import Server
from web.headers import content_policy

PATHS = [
    "/",
    "/egenvurdering",
    "/web/klarsjekk.js",
    "/web/together.js",
    "/web/unsaved.js",
    "/last-ned/x",
    "/_stcore/health",
    "/_stcore/host-config",
    "/auth/logout",
    "/oauth2callback",
]
CLOSED = ["/_stcore/metrics", "/_stcore/agent", "/_stcore/agent/interact", "/_stcore/agent/x/y"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_says_what_may_be_loaded_and_that_nobody_may_frame_it(server: Server, path: str) -> None:
    headers = ask(server, path).headers
    assert headers["content-security-policy"] == content_policy()
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert "strict-transport-security" not in headers


@pytest.mark.parametrize(
    ("source", "allowed"),
    [
        ("default-src", "'self'"),
        ("img-src", "'self' data: blob:"),
        ("connect-src", "'self'"),
        ("object-src", "'none'"),
        ("frame-ancestors", "'none'"),
        ("form-action", "'self'"),
        ("base-uri", "'self'"),
    ],
)
def test_only_our_own_is_loaded(source: str, allowed: str) -> None:
    held = dict(part.split(" ", 1) for part in content_policy().split("; "))
    assert held[source] == allowed
    assert not re.search(r"unsafe-(inline|eval)|https?:|\*", held["script-src"])


@pytest.mark.parametrize("path", ["/", "/auth/logout", "/last-ned/x"])
def test_behind_tls_browsers_stay_there_and_so_do_the_cookies(server: Server, path: str) -> None:
    reply = ask(server, path, X_Forwarded_Proto="https")
    assert "max-age=" in reply.headers["strict-transport-security"]
    assert reply.cookies
    assert all("; secure" in cookie.lower() for cookie in reply.cookies), reply.cookies


def test_behind_tls_the_cookie_of_the_login_itself_stays_there(server: Server) -> None:
    with Client(server) as client:
        way = client.click(client.open("").of_key("login.entra")).redirect
    reply = ask(server, way, X_Forwarded_Proto="https")
    assert reply.status == 302
    assert reply.headers["location"].startswith(server.issuer)
    [state] = [cookie for cookie in reply.cookies if cookie.startswith("_streamlit_session")]
    assert "secure" in state.lower()
    assert "httponly" in state.lower()


def test_each_browser_gets_a_cookie_of_its_own_that_no_script_can_read(server: Server) -> None:
    one, two = (next(cookie for cookie in ask(server, "/").cookies if cookie.startswith("klarsjekk")) for _ in range(2))
    assert one != two
    assert "HttpOnly" in one
    assert "SameSite=Lax" in one
    assert not ask(server, "/", cookies={"klarsjekk_browser": "her"}).cookies


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_for_machines_is_closed(server: Server, path: str, method: str) -> None:
    reply = ask(server, path, method=method)
    assert reply.status == 404
    assert reply.body == b"Not found"


def test_the_page_is_in_norwegian(server: Server) -> None:
    assert b'<html lang="nb">' in ask(server, "/egenvurdering", Accept="text/html").body


@pytest.mark.parametrize("token", ["", "x", "eyJhbGciOiJub25lIn0.eyJwcm92aWRlciI6ImVudHJhIn0."])
def test_a_way_to_the_provider_that_we_did_not_make_leads_home(server: Server, token: str) -> None:
    reply = ask(server, f"/auth/login?provider={token}")
    assert (reply.status, reply.headers["location"]) == (302, "/")


@pytest.mark.parametrize(
    ("query", "leads"),
    [
        ("", (302, "/")),
        ("?code=x&state=y", (303, "/?innlogging=avbrutt")),
        ("?error=access_denied&error_description=%0d%0aSet-Cookie:x", (303, "/?innlogging=avbrutt")),
        ("?state=" + "x" * 3000, (302, "/")),
    ],
)
def test_a_way_back_from_the_provider_that_we_did_not_ask_for_logs_nobody_in(
    server: Server, query: str, leads: tuple[int, str]
) -> None:
    reply = ask(server, f"/oauth2callback{query}")
    assert (reply.status, reply.headers["location"]) == leads
    assert not [
        cookie for cookie in reply.cookies if cookie.startswith("_streamlit_user=") and "Max-Age=0" not in cookie
    ]
