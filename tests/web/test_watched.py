"""Whoever watches gets numbers and lines: what was written, how long it took, what failed, who did what; and no more."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from scoring.vocabulary import AnswerField
from service.faults import DatabaseProblem, NotAllowed
from service.measured import measured
from service.people.access import event
from service.people.actor import Actor, Role
from service.people.log import read_log
from service.people.permissions import Operation
from service.workspace import Workspace
from storage import records
from storage.engines.problems import DiskFull
from tests.builders import municipality, record, workspace
from web import metrics
from web.log_lines import SETTING, JsonLine, lines_as_asked

SECRET = "Dette er et svar"


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path) as opened:
        yield opened


def numbers(address: str) -> dict[str, float]:
    with urlopen(f"{address}/metrics", timeout=10) as reply:
        assert reply.headers["Content-Type"] == metrics.TYPE
        text = reply.read().decode()
    assert text.endswith("# EOF\n")
    lines = [line.rpartition(" ") for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in lines}


def test_what_is_written_and_what_fails_is_counted_on_a_port_of_this_machine(ws: Workspace) -> None:
    lead, response = municipality(ws)
    with metrics.serve(0, lambda: measured(ws)) as server:
        host, port = server.server_address[:2]
        address = f"http://127.0.0.1:{port}"
        before = numbers(address)
        record(ws, lead, response, "Q-LEVEL", AnswerField.COMMENT, SECRET, base_version=0, session="s", edit_no=1)
        with pytest.raises(DatabaseProblem), ws.database.writing():
            raise DiskFull("a disk")
        after = numbers(address)
        with pytest.raises(HTTPError):
            urlopen(f"{address}/", timeout=10)
        server.shutdown()
    assert host == metrics.LOOPBACK
    count, failed = "klarsjekk_write_seconds_count", 'klarsjekk_failed_writes_total{kind="DiskFull"}'
    assert after[count] == before[count] + 1
    assert after[failed] == before.get(failed, 0) + 1
    assert after['klarsjekk_write_seconds_bucket{le="+Inf"}'] == after[count]
    assert after["klarsjekk_writes_under_way"] == 0


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """What the log says as JSON, while the test runs."""
    heard: list[str] = []

    class Heard(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(JsonLine().format(record))

    ours, handler = logging.getLogger("klarsjekk"), Heard()
    before = ours.level
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    yield heard
    ours.removeHandler(handler)
    ours.setLevel(before)


def test_an_act_is_a_line_when_it_is_stored_with_who_and_what_and_no_answer(ws: Workspace, lines: list[str]) -> None:
    lead, response = municipality(ws)
    record(ws, lead, response, "Q-LEVEL", AnswerField.COMMENT, SECRET, base_version=0, session="s", edit_no=1)
    with pytest.raises(NotAllowed):
        read_log(ws, Actor("someone", "Noen", Role.LEAD, lead.customer_id))
    told = [json.loads(line) for line in lines]
    refused = told[-1]
    assert (refused["actor"], refused["act"], refused["outcome"]) == ("someone", "read_audit_log", "refused")
    assert refused["at"].endswith("+00:00")
    assert len({each["number"] for each in told}) == len(told)
    assert SECRET not in "".join(lines)
    assert "Noen" not in "".join(lines)


def test_an_act_that_is_not_stored_is_no_line(ws: Workspace, lines: list[str]) -> None:
    def fail() -> None:
        with ws.database.writing() as connection:
            records.audit(connection, event(Actor("a", "A", Role.ADMIN), Operation.ADD_CUSTOMER, "customer:x"))
            raise DiskFull("a disk")

    with pytest.raises(DiskFull):
        fail()
    assert lines == []


def test_a_line_stays_one_line_whatever_it_says() -> None:
    said = logging.LogRecord("klarsjekk", logging.ERROR, "x.py", 1, "en\nto «%s»", ("æ",), None)
    line = JsonLine().format(said)
    assert "\n" not in line
    assert json.loads(line)["says"] == "en\nto «æ»"


def test_without_the_setting_the_log_is_as_it_was() -> None:
    before = list(logging.getLogger("klarsjekk").handlers)
    lines_as_asked({SETTING: "text"})
    assert logging.getLogger("klarsjekk").handlers == before
