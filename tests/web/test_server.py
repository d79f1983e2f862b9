"""The real server, asked by a plain client."""

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from deploy.processes import ROOT
from storage.engines.database import open_database
from tests.browser.serve import Server, serving
from web.norwegian import WORDS, replaced, scripts, translated


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("web")) as running:
        yield running


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, HTTPMessage, bytes]:
    connection = HTTPConnection(urlsplit(server.url).netloc, timeout=30)
    try:
        connection.request(method, path, headers=headers)
        reply = connection.getresponse()
        return reply.status, reply.headers, reply.read()
    finally:
        connection.close()


@pytest.mark.parametrize("packing", ["identity", "gzip, deflate, br, zstd"])
@pytest.mark.parametrize("path", ["/", "/egenvurdering", "/finnes-ikke"])
def test_every_address_gives_the_norwegian_page(server: Server, path: str, packing: str) -> None:
    status, headers, body = ask(server, path, **{"Accept": "text/html,*/*;q=0.8", "Accept-Encoding": packing})
    page = unpacked(headers, body)
    assert status == 200
    assert int(headers["content-length"]) == len(body)
    assert '<html lang="nb">' in page
    assert "<title>Klarsjekk</title>" in page
    assert "Slå på JavaScript i nettleseren for å bruke Klarsjekk." in page


def unpacked(headers: HTTPMessage, body: bytes) -> str:
    return (gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body).decode("utf-8")


@pytest.mark.parametrize("packing", ["identity", "gzip, deflate, br, zstd"])
def test_the_scripts_come_with_our_words(server: Server, packing: str) -> None:
    name = next(name for name in sorted(scripts()) if translated(name))
    status, headers, body = ask(server, f"/static/js/{name}", **{"Accept-Encoding": packing})
    assert status == 200
    assert headers["content-type"].startswith("text/javascript")
    assert unpacked(headers, body).encode() == translated(name)
    assert replaced(unpacked(headers, body), WORDS) == unpacked(headers, body)


def test_head_gives_the_headers_alone(server: Server) -> None:
    status, _, body = ask(server, "/", "HEAD")
    assert status in (200, 405)
    assert body == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_page_cannot_be_written_to(server: Server, method: str) -> None:
    assert ask(server, "/", method)[0] == 405


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/../../../../../etc/passwd",
        "/static/js/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/static/js/..%2f..%2fapp.py",
    ],
)
def test_no_path_leads_out_of_the_frontend(server: Server, path: str) -> None:
    _, _, body = ask(server, path)
    assert b"root:" not in body
    assert b"import" not in body[:200]


SAYS = (
    "import server; from streamlit.runtime.pages_manager import PagesManager; print(PagesManager.uses_pages_directory)"
)


@pytest.mark.slow
def test_no_page_is_served_by_its_file_name_before_the_first_visit(tmp_path: Path) -> None:
    """Streamlit looks into `pages/` until it is told otherwise; a visitor would get a page that app.py never offered."""
    open_database(f"sqlite:///{tmp_path / 'app.db'}", create=True).close()
    env = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path / 'app.db'}"}
    said = subprocess.run([sys.executable, "-c", SAYS], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "False"
    assert list((ROOT / "pages").glob("*.py")) == []
