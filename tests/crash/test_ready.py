"""Whoever watches over the app is told when it cannot do its work, by name and with nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request

from service.readiness import what_keeps_it
from service.workspace import Workspace
from storage.engines import sqlite_database
from tests.builders import municipality, workspace
from tests.postgres import PostgresServer
from ui import access, health_route

ASKED = Request({"type": "http", "method": "GET", "path": health_route.READY, "headers": []})


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    server = PostgresServer()
    yield server
    server.close()


def told(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> tuple[int, object]:
    monkeypatch.setattr(access, "workspace", lambda: ws)
    reply = health_route.ready(ASKED)
    return reply.status_code, json.loads(bytes(reply.body))


def test_a_server_that_is_away_and_back(server: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.execute("CREATE DATABASE ready")
    with workspace(server.address("ready")) as ws:
        municipality(ws)
        assert told(ws, monkeypatch) == (200, {"ready": True, "problems": []})
        server.stop()
        assert told(ws, monkeypatch) == (503, {"ready": False, "problems": ["ServerAway"]})
        server.start()
        assert told(ws, monkeypatch)[0] == 200


def test_a_file_on_a_disk_without_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with workspace(tmp_path) as ws:
        assert what_keeps_it(ws) == []
        monkeypatch.setattr(sqlite_database, "LEAST_ROOM", 10**18)
        assert told(ws, monkeypatch) == (503, {"ready": False, "problems": ["DiskFull"]})


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        ws.database.engine.dispose()
        for file in tmp_path.glob("*.db*"):
            file.rename(tmp_path / f"{file.name}.aside")
        assert what_keeps_it(ws) == ["FileMissing"]
