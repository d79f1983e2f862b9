"""What Klarsjekk is made of: listed whole, under licences that may be used, and asked about without guessing."""

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from deploy.processes import free_port
from deploy.supply import LOCK, Package, audit, packages, release, sbom, unclear
from tests.architecture.agreements import ROOT

A_PACKAGE = Package("noe", "1.0", ("0" * 64,), "MIT")


def test_every_pinned_package_is_listed_with_its_hashes_and_a_licence_that_may_be_used() -> None:
    found = packages()
    text = LOCK.read_text(encoding="utf-8")
    assert len(found) == text.count("==")
    assert sum(len(each.hashes) for each in found) == text.count("--hash=")
    assert unclear(found) == []


@pytest.mark.parametrize("licence", ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "Proprietary"])
def test_another_licence_is_told(licence: str) -> None:
    assert unclear([Package("noe", "1.0", (), licence)])[0].startswith("noe 1.0 · ")


def test_the_list_is_cyclonedx_and_the_same_each_time() -> None:
    made = sbom(packages())
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert made == sbom(packages())
    refs = [each["bom-ref"] for each in made["components"]]
    assert len(refs) == len(set(refs))
    assert made["dependencies"][0]["dependsOn"] == refs
    assert json.dumps(made)


@pytest.mark.slow
def test_a_release_is_the_same_bytes_each_time_and_its_checksums_fit(tmp_path: Path) -> None:
    one, two = release(tmp_path / "1"), release(tmp_path / "2")
    assert one.read_bytes() == two.read_bytes()
    lines = [line.split("  ") for line in (one.parent / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    sums = {name: told for told, name in lines}
    assert sums == {
        file.name: sha256(file.read_bytes()).hexdigest() for file in one.parent.iterdir() if file.name != "SHA256SUMS"
    }


@pytest.fixture
def index() -> Iterator[tuple[str, list[Any]]]:
    """An index of known faults, and what it answers."""
    answers: list[Any] = []

    class Index(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"results": answers}).encode())

        def log_message(self, *_: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Index) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", answers
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        ({}, 0, "1 pakker er sjekket, 0 har kjente feil."),
        ({"vulns": [{"id": "PYSEC-2027-1"}]}, 1, "noe 1.0 · PYSEC-2027-1"),
    ],
)
def test_what_is_known_is_told(
    index: tuple[str, list[Any]], capsys: pytest.CaptureFixture[str], answer: object, code: int, said: str
) -> None:
    address, answers = index
    answers.append(answer)
    assert audit([A_PACKAGE], address) == code
    assert said in capsys.readouterr().out


def test_when_nobody_can_be_asked_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert audit([A_PACKAGE], f"http://127.0.0.1:{free_port()}") == 2
    assert "Ingenting er sjekket." in capsys.readouterr().err


def test_the_day_of_the_lock_is_a_day() -> None:
    assert date.fromisoformat((ROOT / "requirements" / "locked-on").read_text(encoding="utf-8").strip())
