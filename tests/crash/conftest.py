"""A database that keeps what it says it has kept, for tests that kill: on either engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import PostgresServer


@pytest.fixture(scope="module")
def durable() -> Iterator[PostgresServer]:
    """A server as PostgreSQL comes, for kills."""
    server = PostgresServer(durable=True)
    yield server
    server.close()


@pytest.fixture
def durable_address(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if engine == "sqlite":
        return f"sqlite:///{tmp_path / 'klarsjekk.db'}"
    server: PostgresServer = request.getfixturevalue("durable")
    return server.address(server.new_database())
